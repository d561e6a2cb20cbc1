"""The words of a text with their vectors, each from the passage that answers for it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.layout import PLACES
from onrecord.passages import Passage
from onrecord.record import Span


@dataclass(frozen=True, slots=True)
class WordTable:
    """``spans[n]`` is a word, ``vectors[n]`` what the model says of it ([words, WHOLE], float32).

    ``paragraphs`` are the ranges of word numbers of the paragraphs; ``quoted[n]`` is 1 inside
    quotation marks.
    """

    spans: tuple[Span, ...]
    forms: tuple[str, ...]
    vectors: NDArray[np.float32]
    quoted: NDArray[np.int64]
    paragraphs: tuple[range, ...]

    def begins(self, word: int) -> bool:
        """Whether a sentence begins with ``word``."""
        return bool(self.vectors[word, PLACES["start"]][0] > 0)

    def part(self, name: str) -> NDArray[np.float32]:
        """A part of all vectors, [words, width]."""
        return self.vectors[:, PLACES[name]]

    def chance(self, name: str, column: int = 0) -> NDArray[np.float32]:
        """The probabilities of a part that holds logits of yes or no, [words]."""
        return sigmoid(self.part(name)[:, column])


def make_table(text: str, passages: Sequence[Passage], vectors: NDArray[np.float32]) -> WordTable:
    """The table of the words of the passages' cores, with their vectors [words, WHOLE]."""
    spans: list[Span] = []
    quoted: list[int] = []
    paragraphs: list[range] = []
    for passage in passages:
        core = slice(passage.core.start, passage.core.stop)
        first = len(spans) if passage.core.start == 0 or not paragraphs else paragraphs.pop().start
        spans += passage.words[core]
        quoted += [min(1, value) for value in passage.quoted[core]]
        paragraphs.append(range(first, len(spans)))
    forms = tuple(span.cut(text) for span in spans)
    return WordTable(tuple(spans), forms, vectors, np.array(quoted, np.int64), tuple(paragraphs))


def sigmoid(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """1 / (1 + e^-x), without overflow."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logits, -30.0, 30.0))), np.float32)


def scale(score: float, slope: float, shift: float = 0.0) -> float:
    """The probability whose logit is ``slope`` times the score's, plus ``shift`` (Platt 1999)."""
    if not 0.0 < score < 1.0:
        return score
    return 1.0 / (1.0 + math.pow(1.0 / score - 1.0, slope) * math.exp(-shift))


def softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """The probabilities over the last axis."""
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)


def runs(marked: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The stretches of True, as half-open ranges."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], marked.astype(np.int8), [0]))))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
