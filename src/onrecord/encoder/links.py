"""Which words of a text mean the same: features of pairs, and the choice of antecedents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from onrecord import languages

DISTANCES = 12
"""Rows for the distance in words: 0, 1, 2, 3, then doubling."""
SAME_KINDS = 5
"""Rows: other word; same pronoun, name, other word; one is the other's beginning."""
PRONOUN_CLASSES = 10
"""Row 0 = no pronoun; the others as in the language's table of pronouns."""
ROLE_OFFSET = 2.0
"""Taken from the product of an event's and a word's vector: most words take no part."""
STEM = 5
"""Letters that two long words share to count as forms of one word; set by hand."""


_ROWS = np.array([*range(4), *(1 + gap.bit_length() for gap in range(4, 2 ** (DISTANCES - 3) + 1))])
"""The row of each distance; the last is that of all beyond."""


def distance_rows(later: NDArray[np.int64], earlier: NDArray[np.int64]) -> NDArray[np.int64]:
    """The row for each pair of word numbers; the two arrays are broadcast."""
    gaps = np.clip(later - earlier, 0, len(_ROWS) - 1)
    rows: NDArray[np.int64] = _ROWS[gaps]
    return rows


@dataclass(frozen=True, slots=True)
class WordForms:
    """What the form of each of some words tells: arrays of one number a word.

    ``lower`` numbers the words by their lower-case form, ``stem`` the long ones by their first
    letters (-1 for short ones), ``kind`` is 1 for a pronoun, 2 for a capitalised word, 3 else,
    ``pronoun`` the class of a pronoun or 0.
    """

    lower: NDArray[np.int64]
    stem: NDArray[np.int64]
    kind: NDArray[np.int64]
    pronoun: NDArray[np.int64]


def read_forms(words: Sequence[str], language: str = "en") -> WordForms:
    """The forms of ``words``, numbered among themselves."""
    table = _pronouns(language)
    numbers: dict[str, int] = {}
    stems: dict[str, int] = {}
    rows = []
    for word in words:
        low = word.lower()
        pronoun = table.get(low, 0)
        stem = stems.setdefault(low[:STEM], len(stems)) if len(low) >= STEM else -1
        kind = 1 if pronoun else 2 if word[:1].isupper() else 3
        rows.append((numbers.setdefault(low, len(numbers)), stem, kind, pronoun))
    table_of = np.array(rows, dtype=np.int64).reshape(-1, 4)
    return WordForms(*(table_of[:, column] for column in range(4)))


def same_rows(
    forms: WordForms, later: NDArray[np.int64], earlier: NDArray[np.int64]
) -> NDArray[np.int64]:
    """The row for each pair of the words of these numbers; the two arrays are broadcast."""
    stem, lower = forms.stem, forms.lower
    rows = np.where((stem[later] == stem[earlier]) & (stem[later] >= 0), 4, 0)
    return np.where(lower[later] == lower[earlier], forms.kind[later], rows)


@cache
def _pronouns(language: str) -> dict[str, int]:
    classes = languages.load(language, "pronouns")["classes"]
    return {word: number for number, row in enumerate(classes, 1) for word in row}
