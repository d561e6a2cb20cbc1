"""Whether two names may be one person's: last names, first names, initials, spellings.

Invariant: names whose first names contradict each other are never one person's.
"""

from __future__ import annotations

from onrecord.entities.lexicon import Lexicon
from onrecord.entities.spellings import same_spelling


def bare_person(words: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """The words of a personal name without particles and suffixes; "al-" is cut off."""
    kept = [word for word in words if word not in lexicon.suffixes]
    bare = [
        _without_particle(word, lexicon)
        for number, word in enumerate(kept)
        if word not in lexicon.particles or number == 0
    ]
    return tuple(bare) or words


def _without_particle(word: str, lexicon: Lexicon) -> str:
    first, dash, rest = word.partition("-")
    return rest if dash and rest and first in lexicon.particles else word


def match_persons(first: tuple[str, ...], second: tuple[str, ...], lexicon: Lexicon) -> str:
    """The rule by which two bare names may be one person's, or "" where they are not.

    Rules: same-name, last-name, given-name, spelling; "last-name" may be met by several people.
    """
    if first == second:
        return "same-name"
    short, long = sorted((first, second), key=len)
    if len(short) == 1:
        if short[0] == long[-1]:
            return "last-name"
        if len(long) > 1 and same_spelling(short[0], long[-1]):
            return "last-name"
        return "given-name" if len(long) > 1 and short[0] == long[0] else ""
    if not same_spelling(short[-1], long[-1]):
        return ""
    if not _given_match(short[:-1], long[:-1], lexicon):
        return ""
    exact = short[-1] == long[-1] and set(short) <= set(long)
    return "full-name" if exact or short[-1] == long[-1] else "spelling"


def _given_match(short: tuple[str, ...], long: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether the first names agree in order; the longer may have more of them."""
    at = 0
    for word in short:
        while at < len(long) and not _same_given(word, long[at], lexicon):
            at += 1
        if at == len(long):
            break
        at += 1
    else:
        return True
    return _same_given(short[0], long[0], lexicon) and _middle_agree(short[1:], long[1:], lexicon)


def _middle_agree(one: tuple[str, ...], two: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Middle names may be left out, not changed."""
    return all(_same_given(a, b, lexicon) for a, b in zip(one, two, strict=False))


def _same_given(one: str, two: str, lexicon: Lexicon) -> bool:
    if one == two or (one[0] == two[0] and 1 in (len(one), len(two))):
        return True
    longer = lexicon.short_names.get(one, frozenset()) & lexicon.short_names.get(two, frozenset())
    return bool(longer) or same_spelling(one, two)
