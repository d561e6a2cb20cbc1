"""One loss a head, taken where a batch has labels for it, and their weighted sum."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from onrecord.encoder.findings import EVENT_TYPES
from onrecord.encoder.layout import EDGE_WIDTH, LINK_WIDTH, ROLE_WIDTH, TAGS
from onrecord.encoder.links import ROLE_OFFSET, distance_rows, read_forms, same_rows
from training.heads import PairFeatures, split
from training.model import Encoder
from training.names import ANY
from training.prepare import IGNORED, Document, Example

CUES_A_STEP = 64
NOISE = 0.08
"""Share of the words that head no mention and are shown to the links all the same."""
WEIGHTS = {
    "anchors": 10.0, "cues": 2.0, "tags": 2.0, "starts": 1.0, "heads": 1.0, "edges": 0.3,
    "links": 1.0, "choices": 0.3, "triggers": 2.0, "silent": 0.5, "roles": 2.0, "types": 1.0,
    "factual": 1.0,
}  # fmt: skip
"""Set by hand, never tuned."""


@dataclass
class Batch:
    """Passages with what the encoder says of them; ``at[row][word]`` = row of ``parts``, or -1.

    ``states`` and ``bias`` are of all passages only where they are read in one part.
    """

    examples: list[Example]
    states: Tensor
    bias: Tensor
    anchors: Tensor
    parts: dict[str, Tensor]
    at: list[list[int]]

    def words(self, row: int) -> Tensor:
        """The rows of ``parts`` of a passage's words; words without a piece have the first's."""
        return torch.tensor([max(number, self.at[row][0], 0) for number in self.at[row]])


def read(model: Encoder, examples: list[Example]) -> Batch:
    """The encoder's states and word vectors of ``examples``."""
    at: list[list[int]] = []
    count = 0
    for example in examples:
        at.append([])
        for piece in example.first:
            at[-1].append(count if piece else -1)
            count += piece > 0
    order: list[int] = []
    chosen = []
    for rows in alike(examples):
        part = [examples[row] for row in rows]
        states, upper, bias = model.encode(*tensors(part, max(len(e.pieces) for e in part)))
        where = [(n, piece) for n, e in enumerate(part) for piece in e.first if piece]
        order += [place for row in rows for place in at[row] if place >= 0]
        lines, pieces = zip(*where, strict=True)
        chosen.append(upper[torch.tensor(lines), torch.tensor(pieces)])
    words = torch.cat(chosen)[torch.argsort(torch.tensor(order))]
    parts = {name: part.float() for name, part in split(model.heads(words)).items()}
    return Batch(examples, states, bias, model.anchor(words).squeeze(-1).float(), parts, at)


def alike(examples: list[Example]) -> list[list[int]]:
    """Numbers of the examples in parts of like length; all in one where cues are asked for."""
    order = sorted(range(len(examples)), key=lambda n: len(examples[n].pieces))
    if any(example.cues for example in examples):
        return [list(range(len(examples)))]
    parts: list[list[int]] = [[]]
    for number in order:
        length = len(examples[number].pieces)
        if parts[-1] and length > 16 + 1.5 * len(examples[parts[-1][0]].pieces):
            parts.append([])
        parts[-1].append(number)
    return parts


def tensors(examples: list[Example], length: int) -> tuple[Tensor, ...]:
    """(pieces, mask, shapes, quoted, marks), each [rows, length]."""
    shape = (len(examples), length)
    found = tuple(torch.zeros(shape, dtype=torch.long) for _ in range(5))
    for row, example in enumerate(examples):
        end = len(example.pieces)
        values = (example.pieces, [1] * end, example.shapes, example.quoted, example.marks)
        for tensor, value in zip(found, values, strict=True):
            if value:
                tensor[row, :end] = torch.tensor(value)
    return found


def losses(model: Encoder, examples: list[Example], document: Document | None) -> dict[str, Tensor]:
    """The unweighted losses of all heads that ``examples`` have labels for."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        batch = read(model, examples)
        found = {"cues": _cues(model, batch)} if any(e.cues for e in examples) else {}
    for name, head in (
        ("anchors", _anchors), ("tags", _tags), ("starts", _starts), ("heads", _heads),
        ("edges", _edges), ("triggers", _triggers), ("silent", _silent), ("roles", _roles),
        ("types", _types), ("factual", _factual),
    ):  # fmt: skip
        value = head(batch)
        if value is not None:
            found[name] = value
    if document is not None:
        found |= _links(model, batch, document)
    return found


def total(found: dict[str, Tensor]) -> Tensor:
    """The weighted sum."""
    return torch.stack([WEIGHTS[name] * value for name, value in found.items()]).sum()


def _cues(model: Encoder, batch: Batch) -> Tensor:
    cues = [(row, *cue) for row, example in enumerate(batch.examples) for cue in example.cues]
    wanted = torch.full((len(cues), batch.states.shape[1]), IGNORED)
    for number, (row, _, values) in enumerate(cues):
        for word, value in enumerate(values):
            if batch.examples[row].first[word]:
                wanted[number, batch.examples[row].first[word]] = value
    loss = torch.zeros(())
    for start in range(0, len(cues), CUES_A_STEP):
        part = cues[start : start + CUES_A_STEP]
        where = torch.tensor([cue[0] for cue in part])
        anchor = torch.tensor([batch.examples[cue[0]].first[cue[1]] for cue in part])
        tagged = model.tag(batch.states, batch.bias, where, anchor).float()
        loss = loss + functional.cross_entropy(
            tagged.reshape(-1, tagged.shape[-1]),
            wanted[start : start + CUES_A_STEP].reshape(-1),
            ignore_index=IGNORED,
            reduction="sum",
        )
    return loss / max(1, int((wanted != IGNORED).sum()))


def _known(batch: Batch, name: str, kind: int | None = None) -> tuple[Tensor, Tensor] | None:
    """(rows of the word vectors, labels) where a 0/1 label is known."""
    where, labels = [], []
    for row, example in enumerate(batch.examples):
        values = getattr(example, name)
        values = values[kind] if kind is not None and values else values
        for word, value in enumerate(values):
            if value != IGNORED and batch.at[row][word] >= 0:
                where.append(batch.at[row][word])
                labels.append(float(value))
    return (torch.tensor(where), torch.tensor(labels)) if where else None


def _binary(logits: Tensor, known: tuple[Tensor, Tensor] | None) -> Tensor | None:
    if known is None:
        return None
    return functional.binary_cross_entropy_with_logits(logits[known[0]], known[1])


def _anchors(batch: Batch) -> Tensor | None:
    return _binary(batch.anchors, _known(batch, "anchors"))


def _starts(batch: Batch) -> Tensor | None:
    return _binary(batch.parts["start"].squeeze(-1), _known(batch, "starts"))


def _heads(batch: Batch) -> Tensor | None:
    return _binary(batch.parts["head"].squeeze(-1), _known(batch, "heads"))


def _triggers(batch: Batch) -> Tensor | None:
    found = [
        _binary(batch.parts["triggers"][:, kind], _known(batch, "triggers", kind))
        for kind in range(2)
    ]
    known = [one for one in found if one is not None]
    return torch.stack(known).sum() if known else None


def _silent(batch: Batch) -> Tensor | None:
    """Words that tell of no action tell of none of the types."""
    known = _known(batch, "triggers", 0)
    if known is None:
        return None
    silent = known[0][known[1] == 0]
    return functional.softplus(torch.logsumexp(batch.parts["types"][silent], -1)).mean()


def _tags(batch: Batch) -> Tensor | None:
    where, allowed, weights = [], [], []
    for row, example in enumerate(batch.examples):
        for word, bits in enumerate(example.tags):
            if bits not in (0, ANY) and batch.at[row][word] >= 0:
                where.append(batch.at[row][word])
                allowed.append(bits)
                weights.append(example.tag_weight)
    if not where:
        return None
    scores = torch.log_softmax(batch.parts["tags"][torch.tensor(where)], -1)
    fits = torch.tensor(allowed)[:, None].bitwise_right_shift(torch.arange(TAGS)[None, :]) & 1
    loss = -torch.logsumexp(scores.masked_fill(fits == 0, -1e4), -1)
    return (loss * torch.tensor(weights)).mean()


def _edges(batch: Batch) -> Tensor | None:
    found = []
    for row, example in enumerate(batch.examples):
        if not example.spans:
            continue
        words = batch.words(row)
        parts = torch.split(batch.parts["edges"][words], EDGE_WIDTH, -1)
        heads, first, last = (torch.tensor(side) for side in zip(*example.spans, strict=True))
        for query, key, wanted in ((parts[0], parts[1], first), (parts[2], parts[3], last)):
            found.append(functional.cross_entropy(query[heads] @ key.T, wanted, reduction="sum"))
    count = sum(2 * len(example.spans) for example in batch.examples)
    return torch.stack(found).sum() / count if found else None


def _roles(batch: Batch) -> Tensor | None:
    found, count = [], 0
    for row, example in enumerate(batch.examples):
        asked = example.roles or _latent(batch, row)
        if not asked:
            continue
        words = batch.words(row)
        parts = torch.split(batch.parts["roles"][words], ROLE_WIDTH, -1)
        events = torch.tensor([event for event, *_ in asked])
        for side, (query, key) in enumerate((parts[:2], parts[2:])):
            wanted = torch.zeros(len(asked), len(words))
            for number, one in enumerate(asked):
                wanted[number, list(one[1 + side])] = 1.0
            logits = query[events] @ key.T * ROLE_WIDTH**-0.5 - ROLE_OFFSET
            found.append(
                functional.binary_cross_entropy_with_logits(logits, wanted, reduction="sum")
            )
        count += 2 * len(asked) * len(words)
    return torch.stack(found).sum() / count if found else None


def _latent(batch: Batch, row: int) -> list[tuple[int, set[int], set[int]]]:
    """The event that a marked pair takes part in: the word that now tells of one most."""
    pair = batch.examples[row].pair
    if pair is None or not (pair[0] or pair[1]):
        return []
    told = torch.logsumexp(batch.parts["types"][batch.words(row)].detach(), -1)
    told[list(pair[0] | pair[1])] = -1e4
    return [(int(told.argmax()), *pair)]


def _types(batch: Batch) -> Tensor | None:
    scores, allowed = [], []
    for row, example in enumerate(batch.examples):
        if example.types:
            told = torch.logsumexp(batch.parts["types"][batch.words(row)], 0)
            scores.append(torch.cat([torch.zeros(1), told]))
            allowed.append(example.types)
    if not scores:
        return None
    logs = torch.log_softmax(torch.stack(scores), -1)
    classes = torch.arange(1 + len(EVENT_TYPES))
    fits = torch.tensor(allowed)[:, None].bitwise_right_shift(classes[None, :]) & 1
    return -torch.logsumexp(logs.masked_fill(fits == 0, -1e4), -1).mean()


def _factual(batch: Batch) -> Tensor | None:
    pairs = [
        (batch.at[row][word], score)
        for row, example in enumerate(batch.examples)
        for word, score in example.factual
        if batch.at[row][word] >= 0
    ]
    if not pairs:
        return None
    where, scores = zip(*pairs, strict=True)
    said = batch.parts["factuality"].squeeze(-1)[torch.tensor(where)]
    return functional.smooth_l1_loss(said, torch.tensor(scores))


def _links(model: Encoder, batch: Batch, document: Document) -> dict[str, Tensor]:
    """Mentions find an antecedent of their cluster; pronouns the name that they mean."""
    places = [
        (row, word)
        for row, example in enumerate(batch.examples)
        for word in example.core
        if example.heads
        and batch.at[row][word] >= 0
        and (example.heads[word] == 1 or random.random() < NOISE)
    ]
    asked = {place for choice in document.choices for place in choice[:3]}
    places += sorted(one for one in asked if batch.at[one[0]][one[1]] >= 0)
    number = {place: n for n, place in enumerate(places)}
    scores = pair_scores(model, batch, document, places)
    found = {}
    if document.clusters:
        cluster = np.full(len(places), -1)
        for name, members in enumerate(document.clusters):
            cluster[[number[one] for one in members if one in number]] = name
        chain = torch.from_numpy(cluster)
        same = (chain[:, None] == chain[None, :]) & (chain >= 0)[:, None]
        same = same & torch.ones_like(same).tril(-1)
        whole = torch.cat([torch.zeros(len(places), 1), scores], 1)
        right = torch.cat([~same.any(1, keepdim=True), same], 1)
        loss = torch.logsumexp(whole, 1) - torch.logsumexp(whole.masked_fill(~right, -1e4), 1)
        found["links"] = loss.mean()
    choices = []
    for pronoun, *names, gold in document.choices:
        if all(one in number for one in (pronoun, *names)):
            pairs = [sorted((number[pronoun], number[one]), reverse=True) for one in names]
            logits = torch.stack([scores[later, earlier] for later, earlier in pairs])
            logits = torch.cat([logits, torch.zeros(1)])
            choices.append(functional.cross_entropy(logits, torch.tensor(gold)))
    if choices:
        found["choices"] = torch.stack(choices).mean()
    return found


def pair_scores(
    model: Encoder, batch: Batch, document: Document, places: list[tuple[int, int]]
) -> Tensor:
    """How much speaks for each word (row) meaning the same as each earlier one (column)."""
    at = torch.tensor([batch.at[row][word] for row, word in places])
    words = [batch.examples[row].words[word].cut(document.text) for row, word in places]
    order = np.array([batch.examples[row].words[word].start for row, word in places])
    index = _positions(batch, places)
    forms, every = read_forms(words), np.arange(len(words))
    classes = torch.from_numpy(forms.pronoun)
    quoted = torch.tensor(
        [
            min(1, batch.examples[row].quoted[batch.examples[row].first[word]])
            for row, word in places
        ]
    )
    distance = torch.from_numpy(distance_rows(index[:, None], index[None, :]))
    same = torch.from_numpy(same_rows(forms, every[:, None], every[None, :]))
    features = PairFeatures(distance, same, classes, classes, quoted, quoted)
    parts = batch.parts
    scores = parts["anaphor"][at] @ parts["antecedent"][at].T * LINK_WIDTH**-0.5
    scores = scores + parts["weight"][at] + parts["weight"][at].T + model.pairs(features)
    later = torch.from_numpy(order[:, None] > order[None, :])
    return scores.masked_fill(~later, -1e4)


def _positions(batch: Batch, places: list[tuple[int, int]]) -> np.ndarray:
    """The number of each place among all words of the text."""
    count, first = 0, []
    for example in batch.examples:
        first.append(count - example.core.start)
        count += len(example.core)
    return np.array([first[row] + word for row, word in places])
