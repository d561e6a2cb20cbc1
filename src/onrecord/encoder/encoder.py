"""Passages in, labels out: the passages of a text are read at once, then its cues."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.batches import Pieces, cue_inputs, make_pieces, roles_of_words
from onrecord.encoder.event_labels import classify, find_events, find_relations, judge
from onrecord.encoder.findings import Labels
from onrecord.encoder.labels import CONTENT, CueLabels, decode_cues
from onrecord.encoder.layout import WHOLE
from onrecord.encoder.link_features import PLAIN, WIDTH
from onrecord.encoder.mention_labels import LinkNet, PairTables, find_mentions
from onrecord.encoder.name_labels import find_names
from onrecord.encoder.packing import PIECES_A_BATCH, pack
from onrecord.encoder.sessions import LEVEL_NAMES, Floats, Graphs, Integers
from onrecord.encoder.vocabulary import Vocabulary
from onrecord.encoder.word_table import WordTable, make_table, runs, scale
from onrecord.passages import Passage, divide, find_quotations
from onrecord.record import ModelError, Span

SURE = 0.44
"""Score from which a word is an anchor, and a draft of a statement stands on its own; PolNeAR's
development part."""
CANDIDATE = 0.1
"""Chance from which it is where no sure anchor of the passage says what stands there in quotation
marks: less sure ones serve to find who does, and each costs a reading of the passage."""
SPEECH, INSIDE = 3, (1, 2)
"""Words in quotation marks that are speech, not a term; how passages mark them."""
WORDS_AT_ONCE = 6000
"""Words whose states are held at once; set for memory."""
STATES = 384
"""Width of the states, and of the vectors of meaning."""
HEADS = ("cues", "names", "mentions", "links", "firsts", "types")
"""The heads whose scores are calibrated."""
PAIR_TABLES = ("distance", "same", "pronouns", "quoted")
LOWER, UPPER = LEVEL_NAMES[-2:]
"""The states from which cues are read, and those from which words are."""


class Encoder:
    """Holds the graphs and the vocabulary; use ``load_encoder`` to share one."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        """Load from ``folder``. Raises ModelError.

        ``threads`` = 0 takes as many as the environment's OMP_NUM_THREADS says, else all cores.
        """
        self._graphs = Graphs(folder, threads=threads)
        self._vocabulary = Vocabulary(folder / "vocabulary.json")
        try:
            metadata = self._graphs.metadata
            self.pairs = read_pair_tables(metadata)
            self._net = read_link_net(metadata)
            self._calibration = read_calibration(metadata)
        except Exception as error:  # the library raises its own bare exceptions
            raise ModelError(f"the model in {folder} cannot be loaded: {error}") from error
        self.digest = self._graphs.digest

    def read(
        self,
        text: str,
        passages: tuple[Passage, ...],
        *,
        threshold: float | None = None,
        language: str = "en",
    ) -> Labels:
        """All that one pass says of ``passages``, in the order of the text.

        Words are tagged as anchors from the chance ``threshold``; None = as is worth its cost, see
        ``SURE`` and ``CANDIDATE``.
        """
        cues: list[CueLabels] = []
        vectors = []
        for part, first in parts(passages):
            found, read = self._run(text, part)
            vectors.append(found)
            tagged = self._read_cues(part, read, threshold)
            cues += (replace(one, passage=one.passage + first) for one in tagged)
        table = make_table(text, passages, join(vectors))
        return Labels(
            tuple(cues),
            tuple(replace(one, score=self._scale("names", one.score)) for one in find_names(table)),
            tuple(
                replace(
                    one,
                    score=self._scale("mentions", one.score),
                    link=self._scale("firsts" if one.antecedent is None else "links", one.link),
                )
                for one in find_mentions(text, table, self.pairs, self._net, language)
            ),
            find_events(table),
            tuple(span.start for n, span in enumerate(table.spans) if table.begins(n)),
        )

    def classify(
        self, text: str, passages: tuple[Passage, ...], source: Span | None, target: Span | None
    ) -> tuple[float, ...]:
        """Probabilities of ``EVENT_TYPES`` for what ``source`` does to ``target`` in ``text``."""
        table = self.table(text, passages, ((source, 1), (target, 2)))
        return classify(table, self._calibration["types"][0])

    def judge(self, text: str, passages: tuple[Passage, ...], word: Span) -> float:
        """How sure it is that what ``word`` tells happened: −3 (certainly not) … 3 (certainly)."""
        table = self.table(text, passages)
        return judge(table, word)

    def relations(self, text: str, passages: tuple[Passage, ...]) -> tuple[Span, ...]:
        """The words that say how two things stand to one another."""
        return find_relations(self.table(text, passages))

    def embed(self, sentences: tuple[str, ...]) -> Floats:
        """[sentences, 384]: vectors of unit length whose products say how like the meanings are.

        Zeros for a sentence without words; the windows of a long one are averaged.
        """
        text = "\n".join(" ".join(one.split()) for one in sentences)
        lines = []
        start = 0
        for line in text.split("\n"):
            lines.append(Span(start, start + len(line)) if line else None)
            start += len(line) + 1
        paragraphs = tuple(line for line in lines if line is not None)
        passages = divide(text, paragraphs, find_quotations(text, paragraphs))
        sums = np.zeros((len(sentences), STATES), np.float32)
        if passages:
            vectors = np.concatenate([self._mean(text, part) for part, _ in parts(passages)])
            starts = np.array([-1 if line is None else line.start for line in lines])
            known = np.flatnonzero(starts >= 0)
            first = [passage.words[0].start for passage in passages]
            rows = known[np.searchsorted(starts[known], first, side="right") - 1]
            np.add.at(sums, rows, vectors)
        lengths = np.sqrt(np.einsum("ij,ij->i", sums, sums))[:, None]
        sums /= np.where(lengths > 0, lengths, 1.0)
        return sums

    def table(
        self,
        text: str,
        passages: tuple[Passage, ...],
        marks: tuple[tuple[Span | None, int], ...] = (),
    ) -> WordTable:
        """The words of ``passages`` with what the model says of each, as it says it."""
        found = [self._run(text, part, marks)[0] for part, _ in parts(passages)]
        return make_table(text, passages, join(found))

    def _scale(self, head: str, score: float) -> float:
        """The score of ``head`` as the probability of being right."""
        return scale(score, *self._calibration[head])

    def _run(
        self,
        text: str,
        passages: tuple[Passage, ...],
        marks: tuple[tuple[Span | None, int], ...] = (),
    ) -> tuple[Floats, _Read]:
        """The vectors [words, WHOLE] of the cores of ``passages``, and what their cues need."""
        pieces = make_pieces(text, passages, self._vocabulary, marks)
        lower, upper = self._climb(pieces, (LOWER, UPPER))
        first = np.concatenate(
            [np.zeros(0, np.int64)]
            + [
                words[passage.core.start : passage.core.stop]
                for words, passage in zip(pieces.firsts, passages, strict=True)
            ]
        )
        known = np.flatnonzero(first >= 0)
        vectors = np.zeros((len(first), WHOLE), np.float32)
        chances = np.zeros(len(first), np.float32)
        for start in range(0, len(known), PIECES_A_BATCH):
            part = known[start : start + PIECES_A_BATCH]
            vectors[part], chances[part] = self._graphs.read_words(upper[first[part]])
        return vectors, _Read(pieces, lower, first, chances)

    def _mean(self, text: str, passages: tuple[Passage, ...]) -> Floats:
        """What each of ``passages`` means, [passages, 384]."""
        pieces = make_pieces(text, passages, self._vocabulary)
        lengths = pieces.lengths[:, None].astype(np.float32)
        states = self._climb(pieces, LEVEL_NAMES)
        means = [np.add.reduceat(level, pieces.starts[:-1]) / lengths for level in states]
        return self._graphs.read_meaning(np.concatenate(means, -1))

    def _climb(self, pieces: Pieces, levels: tuple[str, ...]) -> list[Floats]:
        """The states [pieces, 384] of all pieces on each of ``levels``."""
        states = [np.zeros((len(pieces.ids), STATES), np.float32) for _ in levels]
        for rows in pack(pieces.lengths):
            places = pieces.starts[rows.parts] + rows.within
            found = self._graphs.read_passages(pieces.rows(rows), levels)
            for level, part in zip(states, found, strict=True):
                level[places] = part.reshape(-1, STATES)[rows.slots]
        return states

    def _read_cues(
        self, passages: tuple[Passage, ...], read: _Read, threshold: float | None
    ) -> tuple[CueLabels, ...]:
        """The anchors with the roles of the words around each, in the order of the text."""
        homes = np.repeat(np.arange(len(passages)), [len(passage.core) for passage in passages])
        words = np.flatnonzero(read.chances > (CANDIDATE if threshold is None else threshold))
        scores = np.array([self._scale("cues", one) for one in read.chances[words].tolist()])
        sure = scores >= (SURE if threshold is None else 0.0)
        found = self._tag(read, words[sure], homes[words[sure]], scores[sure])
        if not sure.all():
            spare = ~sure & np.isin(homes[words], unsaid(passages, found))
            found += self._tag(read, words[spare], homes[words[spare]], scores[spare])
        return tuple(sorted(found, key=lambda labels: (labels.passage, labels.anchor)))

    def _tag(
        self, read: _Read, words: Integers, homes: Integers, scores: NDArray[np.float64]
    ) -> list[CueLabels]:
        """``words`` as anchors, each in the passage ``homes[n]``, with the roles around it."""
        anchors = read.firsts[words]
        found: list[CueLabels] = []
        for numbers, roles in self._read_roles(read, anchors, homes):
            places = [
                int(np.flatnonzero(read.pieces.firsts[homes[n]] == anchors[n])[0]) for n in numbers
            ]
            decoded = decode_cues(roles, places)
            found += [
                CueLabels(int(homes[n]), place, float(scores[n]), *one)
                for n, place, one in zip(numbers, places, decoded, strict=True)
            ]
        return found

    def _read_roles(
        self, read: _Read, anchors: Integers, homes: Integers
    ) -> Iterator[tuple[list[int], list[Floats]]]:
        """Numbers of the cues of each batch, and the roles [words, 4] of each one's passage."""
        pieces = read.pieces
        lengths = pieces.lengths[homes]
        for rows in pack(lengths):
            inputs = cue_inputs(rows, pieces, homes, anchors)
            flat = self._graphs.read_cues(inputs, read.lower).reshape(-1, 4)[rows.slots]
            begins = np.flatnonzero(rows.within == 0)
            numbers = rows.parts[begins].tolist()
            yield (
                numbers,
                [
                    roles_of_words(flat[at:], int(pieces.starts[homes[n]]), pieces.firsts[homes[n]])
                    for n, at in zip(numbers, begins.tolist(), strict=True)
                ],
            )


def parts(passages: tuple[Passage, ...]) -> Iterator[tuple[tuple[Passage, ...], int]]:
    """The passages in parts of about WORDS_AT_ONCE, each with the number of its first."""
    start = words = 0
    for number, passage in enumerate(passages, 1):
        words += len(passage.words)
        if words >= WORDS_AT_ONCE or number == len(passages):
            yield passages[start:number], start
            start, words = number, 0


def join(vectors: list[Floats]) -> Floats:
    """The vectors of all parts [words, WHOLE]."""
    return np.concatenate(vectors) if vectors else np.zeros((0, WHOLE), np.float32)


def unsaid(passages: tuple[Passage, ...], cues: list[CueLabels]) -> list[int]:
    """Numbers of the passages with speech in quotation marks that is in no cue's content."""
    said: dict[int, set[int]] = {}
    for one in cues:
        held = (word for word, role in enumerate(one.roles) if role == CONTENT)
        said.setdefault(one.passage, set()).update(held)
    return [
        number
        for number, passage in enumerate(passages)
        if any(
            said.get(number, set()).isdisjoint(range(start, end))
            and sum(value in INSIDE for value in passage.quoted[start:end]) >= SPEECH
            for start, end in runs(np.array(passage.quoted) > 0)
        )
    ]


@dataclass(frozen=True, slots=True)
class _Read:
    """Passages that were read: what their cues need.

    ``lower`` [pieces, 384]; of each word of their cores: ``firsts``, the number of its first piece
    or -1, and ``chances``, how likely it is an anchor.
    """

    pieces: Pieces
    lower: Floats
    firsts: Integers
    chances: Floats


@cache
def load_encoder() -> Encoder:
    """The encoder that comes with the package, loaded once. Raises ModelError."""
    return Encoder(Path(str(files(__package__))) / "model")


def read_calibration(metadata: Mapping[str, str]) -> dict[str, tuple[float, float]]:
    """Slope and shift that make each head's logits those of being right; (1, 0) if unset."""
    given = json.loads(metadata.get("calibration", "{}"))
    return dict.fromkeys(HEADS, (1.0, 0.0)) | {
        head: (float(slope), float(shift)) for head, (slope, shift) in given.items()
    }


def read_link_net(metadata: Mapping[str, str]) -> LinkNet:
    """The net that comes with the model file; one that adds nothing where there is none."""
    if "links" not in metadata:
        first = np.zeros((1, WIDTH), np.float32)
        first[0, WIDTH - PLAIN] = 8.0  # where the score of the vectors stands, see link_features
        zero = np.zeros(1, np.float32)
        return LinkNet(np.concatenate([first, -first]), np.zeros(2, np.float32),
                       np.array([[1.0, -1.0]], np.float32), zero)  # fmt: skip
    stream = io.BytesIO(base64.b64decode(metadata["links"]))
    with np.load(stream, allow_pickle=False) as arrays:
        names = ("inner.weight", "inner.bias", "outer.weight", "outer.bias")
        return LinkNet(*(arrays[name].astype(np.float32) for name in names))


def read_pair_tables(metadata: Mapping[str, str]) -> PairTables:
    """The tables of pairs that come with the model file."""
    tables = json.loads(metadata["pairs"])
    return PairTables(*(np.array(tables[name], np.float32) for name in PAIR_TABLES))
