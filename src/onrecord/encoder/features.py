"""What the encoder sees beside the word pieces: letter case, and the place in quotation marks."""

from __future__ import annotations

SHAPES = ("mark", "lower", "capital", "upper", "mixed", "digits", "initial", "edge")
EDGE = SHAPES.index("edge")
QUOTED_VALUES = 4


def shape_of(word: str) -> int:
    """The number in ``SHAPES`` of a word's letter case (the pieces themselves have none)."""
    if word.isdigit():
        return 5
    if not word[0].isalpha():
        return 0 if not word.isalnum() else 4
    if word.islower():
        return 1
    if word.isupper():
        return 6 if len(word) == 1 else 3
    return 2 if word[0].isupper() and word[1:].islower() else 4
