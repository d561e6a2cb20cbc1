"""Passages to the arrays that the model reads, and its answers back to words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding

from onrecord.encoder.features import EDGE, shape_of
from onrecord.encoder.labels import CueLabels, decode_roles
from onrecord.passages import Passage
from onrecord.record import Span

MAX_PIECES = 510
"""Positions that the base encoder has; longer passages (odd characters) lose their last words."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The passages read at once, by number; ``firsts[n]`` = first piece of each word of the nth.

    A word without a piece of its own has 0 there.
    """

    numbers: list[int]
    inputs: dict[str, NDArray[Any]]
    firsts: list[NDArray[np.int64]]


def fill_batch(
    text: str,
    numbers: list[int],
    passages: tuple[Passage, ...],
    encodings: list[Encoding],
    marks: tuple[tuple[Span | None, int], ...],
) -> Batch:
    """The arrays for the passages ``numbers``; words that a mark overlaps carry its value."""
    length = min(MAX_PIECES, max(len(encodings[number].ids) for number in numbers))
    shape = (len(numbers), length)
    pieces, mask, shapes, quoted, marked = (np.zeros(shape, dtype=np.int64) for _ in range(5))
    askable = np.zeros(shape, dtype=np.float32)
    firsts: list[NDArray[np.int64]] = []
    for row, number in enumerate(numbers):
        passage, ids = passages[number], encodings[number].ids[:length]
        end = len(ids)
        words = encodings[number].word_ids[:end]
        pieces[row, :end] = ids
        mask[row, :end] = 1
        cases = [shape_of(span.cut(text)) for span in passage.words]
        shapes[row, :end] = [EDGE if word is None else cases[word] for word in words]
        quoted[row, :end] = [0 if word is None else passage.quoted[word] for word in words]
        first = _first_pieces(words, len(passage.words))
        firsts.append(first)
        core = first[passage.core.start : passage.core.stop]
        askable[row, core[core > 0]] = 1.0
        for word, span in enumerate(passage.words) if marks else ():
            for place, value in marks:
                if place is not None and span.overlaps(place) and first[word]:
                    marked[row, first[word]] = value
    inputs: dict[str, NDArray[Any]] = {
        "pieces": pieces, "mask": mask, "shapes": shapes, "quoted": quoted, "marks": marked,
        "askable": askable,
    }  # fmt: skip
    return Batch(numbers, inputs, firsts)


def read_cues(
    anchors: NDArray[np.float32],
    cues: NDArray[np.int64],
    roles: NDArray[np.float32],
    batch: Batch,
) -> list[CueLabels]:
    """The cues of a batch with the roles of the words around them."""
    found = []
    for (row, piece), probabilities in zip(cues.tolist(), roles, strict=True):
        first = batch.firsts[row]
        anchor = int(np.flatnonzero(first == piece)[0])
        words = probabilities[first]
        words[first == 0] = (1.0, 0.0, 0.0, 0.0)  # words that have no piece of their own
        decoded, certainty = decode_roles(words, anchor)
        score = float(anchors[row, piece])
        found.append(CueLabels(batch.numbers[row], anchor, score, decoded, certainty))
    return found


def read_vectors(states: NDArray[np.float32], batch: Batch) -> dict[int, NDArray[np.float32]]:
    """The vector of each word of each passage of a batch; zeros for words without a piece."""
    found = {}
    for row, (number, first) in enumerate(zip(batch.numbers, batch.firsts, strict=True)):
        vectors = states[row, first]
        vectors[first == 0] = 0.0
        found[number] = vectors
    return found


def _first_pieces(words: list[int | None], count: int) -> NDArray[np.int64]:
    """The number of each word's first piece; 0 for words without one."""
    first = np.zeros(count, dtype=np.int64)
    for piece in range(len(words) - 1, -1, -1):
        word = words[piece]
        if word is not None:
            first[word] = piece
    return first
