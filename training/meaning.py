"""Teach the encoder sentence vectors: ``python -m training.meaning DATA BASE CHECKPOINT… OUT``.

The base encoder gives sentences of like meaning like vectors (the mean of its states); training on
the other heads has moved the states away from that. A small head on the mean states of some
layers learns to give the base's vectors back; the layers stay as they are. BASE is the
folder of the base encoder; OUT gets the mean of the checkpoints with the head's weights.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.export import average
from training.model import WIDTH, Encoder, load_base, mean_states, size_of
from training.prepare import encode, passages_of, read_rows

SENTENCES = 30_000
HELD_OUT = 2_000
LONGEST = 64
PIECES_A_BATCH = 4096
ROUNDS = 40
ROWS = 512
LIKENESS = 20
"""Weight of the likenesses of a batch's pairs beside the vectors themselves; not tuned."""
RATE = 1e-3
SETS = (
    "attribution/polnear-train", "events/ngec-synthetic-train",
    "events/india-police-train", "events/plv-train", "coref/gum-train", "names/redocred-a",
)  # fmt: skip


def main() -> None:
    """Read sentences with both, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    torch.manual_seed(0)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    state = average(options.checkpoints)
    student, teacher = Encoder(size_of(state)), load_base(options.base)
    student.load_state_dict(state, strict=False)
    with torch.no_grad():
        for table in (teacher.shapes, teacher.quoted):
            table.weight.zero_()
    batches = list(cut(choose_sentences(options.data), tokenizer))
    inputs, targets = read_states(student.eval(), batches), read_states(teacher.eval(), batches)
    wanted = functional.normalize(targets[:, -WIDTH:], dim=-1)
    order = torch.randperm(len(inputs))
    fit(student.meaning, inputs[order], wanted[order])
    torch.save(student.state_dict(), options.out)


def choose_sentences(data: Path) -> list[str]:
    """Sentences of the training parts, each once, as many of each set."""
    chance = random.Random(0)
    found: list[str] = []
    for name in SETS:
        texts = [row["text"] for row in read_rows(data / f"{name}.jsonl.gz")]
        chance.shuffle(texts)
        own: dict[str, None] = {}
        for text in texts:
            own |= dict.fromkeys(split(text))
            if len(own) > SENTENCES // len(SETS):
                break
        found += own
    chance.shuffle(found)
    return found[:SENTENCES]


def split(text: str) -> Iterator[str]:
    """Sentences of 4 to LONGEST words, cut roughly: what is no sentence teaches as well."""
    for line in text.split("\n"):
        for sentence in line.replace("? ", ". ").split(". "):
            if 4 <= len(sentence.split()) <= LONGEST:
                yield sentence.strip()


def cut(sentences: list[str], tokenizer: Tokenizer) -> Iterator[list[Tensor]]:
    """Batches of like length: pieces, mask, shapes, quoted, each [rows, pieces]."""
    examples = [encode(one, passages_of(one)[0], tokenizer) for one in sentences]
    examples = sorted((one for one in examples if one), key=lambda one: len(one.pieces))
    start = 0
    while start < len(examples):
        rows = max(1, PIECES_A_BATCH // len(examples[start].pieces))
        part = examples[start : start + rows]
        start += rows
        size = len(part[-1].pieces)
        columns = [
            [functional.pad(torch.tensor(getattr(one, name)), (0, size - len(one.pieces)))
             for one in part]
            for name in ("pieces", "shapes", "quoted")
        ]  # fmt: skip
        pieces, shapes, quoted = map(torch.stack, columns)
        mask = torch.stack([torch.arange(size) < len(one.pieces) for one in part]).long()
        yield [pieces, mask, shapes, quoted]


@torch.no_grad()
def read_states(encoder: Encoder, batches: list[list[Tensor]]) -> Tensor:
    """[sentences, LEVELS · width]: the mean states of the levels of each sentence."""
    found = []
    for pieces, mask, shapes, quoted in batches:
        levels, _ = encoder.climb(pieces, mask, shapes, quoted, torch.zeros_like(pieces))
        found.append(mean_states(levels, mask))
    return torch.cat(found)


def fit(head: nn.Sequential, inputs: Tensor, wanted: Tensor) -> None:
    """Train ``head`` to give ``wanted`` (unit vectors); prints how near the likenesses come.

    It learns on inputs of like spread, which its first layer takes over at the end.
    """
    rows = len(inputs) - HELD_OUT
    middle, spread = inputs[:rows].mean(0), inputs[:rows].std(0)
    inputs = (inputs - middle) / spread
    inner, gelu, outer = head
    learner = nn.Sequential(nn.Dropout(0.1), inner, gelu, nn.Dropout(0.2), outer)
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.01)
    steps = ROUNDS * len(torch.arange(rows).split(ROWS))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps)
    for number in range(ROUNDS):
        learner.train()
        for part in torch.randperm(rows).split(ROWS):
            given = functional.normalize(learner(inputs[part]), dim=-1)
            apart = given @ given.T - wanted[part] @ wanted[part].T
            loss = (1 - (given * wanted[part]).sum(-1)).mean() + LIKENESS * apart.square().mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
        if number % 5 == 4:
            print(f"round {number + 1}: {compare(head, inputs[rows:], wanted[rows:])}", flush=True)
    with torch.no_grad():
        inner.weight /= spread
        inner.bias -= inner.weight @ middle


@torch.no_grad()
def compare(head: nn.Module, inputs: Tensor, wanted: Tensor) -> str:
    """Mean cosine to the base's vectors, and the correlation of the likenesses of all pairs."""
    head.eval()
    given = functional.normalize(head(inputs), dim=-1)
    pairs = torch.triu_indices(len(inputs), len(inputs), 1)
    near = torch.stack([(one @ one.T)[pairs[0], pairs[1]] for one in (given, wanted)])
    cosine = float((given * wanted).sum(-1).mean())
    return f"cosine {cosine:.3f}, correlation of likenesses {float(torch.corrcoef(near)[0, 1]):.3f}"


if __name__ == "__main__":
    main()
