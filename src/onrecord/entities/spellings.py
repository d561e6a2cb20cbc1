"""Spellings of one name: what transliteration changes and what makes another name.

Invariant: the relation is symmetric, and words whose first sounds differ are never one.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SOUNDS = (
    ("kh", "k"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("ck", "k"), ("dj", "j"), ("q", "k"),
    ("c", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ai", "e"), ("ay", "e"), ("ei", "e"),
    ("ey", "e"), ("iy", "i"), ("yy", "i"), ("aa", "a"), ("y", "i"), ("w", "v"), ("z", "s"),
)  # fmt: skip
"""Letters that different transliterations from Arabic, Persian and Russian write for one sound."""
_VOWELS = frozenset("aeiou")
_KEEP = (("sh", "S"), ("ch", "C"), ("th", "T"))
_NEAR = frozenset(map(frozenset, ("ae", "ei", "ou", "au")))
"""Vowels that stand for one another: Mohammad/Mohammed, Kassem/Kassim, Osama/Usama, Abd-/Abdul-."""
_LENGTH_FOR_VOWELS = 5
"""Letters below which another vowel makes another name (Dana, Dena); not tuned."""
_MOST_VOWELS = 2
"""Vowels that may differ: Suleimani and Soleymani need one, Muhammed and Mohamad two."""


@lru_cache(maxsize=4096)
def same_spelling(first: str, second: str) -> bool:
    """Whether two folded words may be spellings of one name (Qasem, Qassem; not Dara, Sara)."""
    if first == second:
        return True
    one, two = sound_of(first), sound_of(second)
    if one == two:
        return min(len(first), len(second)) > 3
    if min(len(first), len(second)) < _LENGTH_FOR_VOWELS or len(one) != len(two):
        return False
    if one[0] != two[0] and frozenset((one[0], two[0])) not in _NEAR:
        return False
    if one[-1] != two[-1]:
        return False  # Maria and Mario, Daniel and Daniela are others
    differing = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    return len(differing) <= _MOST_VOWELS and all(frozenset(pair) in _NEAR for pair in differing)


@lru_cache(maxsize=4096)
def sound_of(word: str) -> str:
    """What a folded word sounds like, one letter a sound, doubled letters once."""
    word = re.sub(r"[^a-z]", "", word)
    for written, kept in _KEEP:
        word = word.replace(written, kept)
    for written, said in _SOUNDS:
        word = word.replace(written, said)
    return re.sub(r"(.)\1+", r"\1", word) or "-"


def consonants_of(word: str) -> str:
    """The consonants of a folded word's sound; equal for all spellings of one name."""
    sound = sound_of(word)
    return ("*" if sound[0] in _VOWELS else "") + "".join(
        one for one in sound if one not in _VOWELS
    )
