"""What speaks for two mentions meaning the same, as one row of numbers a pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord import languages
from onrecord.encoder.findings import NAME_LABELS
from onrecord.encoder.links import (
    DISTANCES,
    PRONOUN_CLASSES,
    SAME_KINDS,
    WordForms,
    distance_rows,
    read_forms,
    same_rows,
)
from onrecord.encoder.word_table import WordTable, softmax
from onrecord.record import Span

KINDS = 1 + len(NAME_LABELS)
OPENINGS = 4
"""How a mention opens: neither, definite, indefinite, possessive."""
SENTENCES_APART = 6
PLAIN = 9
WIDTH = (
    SAME_KINDS + DISTANCES + SENTENCES_APART + 2 * (PRONOUN_CLASSES + OPENINGS + KINDS) + PLAIN
)  # fmt: skip
"""Numbers a pair: rows of tables as 0 and 1, then the plain ones."""


@dataclass(frozen=True, slots=True)
class Points:
    """The mentions of a text as arrays of one row each, in the order of the text.

    ``heads`` are word numbers, ``phrase`` numbers the mentions by their words in lower case,
    ``opening`` and ``pronoun`` are one-hot, ``kind`` the probabilities of no name and each class.
    """

    heads: NDArray[np.int64]
    forms: WordForms
    spans: NDArray[np.int64]
    phrase: NDArray[np.int64]
    sentence: NDArray[np.int64]
    paragraph: NDArray[np.int64]
    rows: NDArray[np.float32]
    quoted: NDArray[np.int64]
    anaphor: NDArray[np.float32]
    antecedent: NDArray[np.float32]
    weight: NDArray[np.float32]


def make_points(
    table: WordTable,
    heads: NDArray[np.int64],
    spans: Sequence[Span],
    text_of: Sequence[str],
    language: str,
) -> Points:
    """The mentions headed by ``heads``; ``text_of[n]`` = the words of the nth."""
    words = languages.load(language, "pronouns")
    openings = [frozenset(words[name]) for name in ("definite", "indefinite", "possessive")]
    forms = read_forms([table.forms[head] for head in heads], language)
    chances = softmax(table.part("tags")[heads])
    kind = np.concatenate([chances[:, :1], chances[:, 1::2] + chances[:, 2::2]], 1)
    opening = np.zeros((len(heads), OPENINGS), np.float32)
    numbers: dict[str, int] = {}
    phrase = np.zeros(len(heads), np.int64)
    for row, words_of in enumerate(text_of):
        low = words_of.lower()
        phrase[row] = numbers.setdefault(low, len(numbers))
        first = low.split(" ", 1)[0]
        opening[row, next((n for n, one in enumerate(openings, 1) if first in one), 0)] = 1.0
    pronoun = np.eye(PRONOUN_CLASSES, dtype=np.float32)[forms.pronoun]
    begins = table.part("start")[:, 0] > 0
    paragraph = np.zeros(len(table.spans), np.int64)
    for number, place in enumerate(table.paragraphs):
        paragraph[place.start : place.stop] = number
        begins[place.start : place.start + 1] = True
    return Points(
        heads=heads,
        forms=forms,
        spans=np.array([(one.start, one.end) for one in spans], np.int64).reshape(-1, 2),
        phrase=phrase,
        sentence=np.asarray(np.cumsum(begins), np.int64)[heads],
        paragraph=paragraph[heads],
        rows=np.concatenate([pronoun, opening, kind], 1).astype(np.float32),
        quoted=table.quoted[heads],
        anaphor=table.part("anaphor")[heads],
        antecedent=table.part("antecedent")[heads],
        weight=table.part("weight")[heads, 0],
    )


def pair_features(
    points: Points,
    later: NDArray[np.int64],
    earlier: NDArray[np.int64],
    scores: NDArray[np.float32],
) -> NDArray[np.float32]:
    """[pairs, WIDTH]: a row for each pair of mentions; ``scores`` = what the vectors alone say."""
    apart = np.minimum(points.sentence[later] - points.sentence[earlier], SENTENCES_APART - 1)
    spans, own = points.spans[earlier], points.spans[later]
    kinds = points.rows[:, -KINDS:]
    plain = (
        scores / 8.0,
        points.phrase[earlier] == points.phrase[later],
        (spans[:, 0] <= own[:, 0]) & (own[:, 1] <= spans[:, 1]),
        (own[:, 0] <= spans[:, 0]) & (spans[:, 1] <= own[:, 1]),
        points.paragraph[earlier] == points.paragraph[later],
        points.quoted[earlier] == points.quoted[later],
        np.einsum("ij,ij->i", kinds[earlier], kinds[later]),
        np.log1p(later - earlier) / 4.0,
        np.log1p(own[:, 1] - own[:, 0]) / 4.0,
    )
    rows = np.zeros((len(later), WIDTH), np.float32)
    at = np.arange(len(later))
    rows[at, same_rows(points.forms, later, earlier)] = 1.0
    start = SAME_KINDS
    rows[at, start + distance_rows(points.heads[later], points.heads[earlier])] = 1.0
    start += DISTANCES
    rows[at, start + np.maximum(apart, 0)] = 1.0
    start += SENTENCES_APART
    end = start + points.rows.shape[1]
    rows[:, start:end] = points.rows[later]
    rows[:, end : WIDTH - PLAIN] = points.rows[earlier]
    for column, values in enumerate(plain, WIDTH - PLAIN):
        rows[:, column] = values
    return rows
