"""Two claims with numbers: whether both numbers are of one thing, and whether both can be right.

Invariant: numbers that leave room for one another ("at least two", "three") do not exclude each
other.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from onrecord.stories.assertions.claims import ClaimWords
from onrecord.stories.assertions.numbers import Quantity
from onrecord.stories.assertions.wordings import Token, nearness
from onrecord.stories.sources.origin_words import OriginWords

NEAR = 0.7
"""How near two words are from which they are put for one another; that of a group of words."""
AGREEING = 0.6
"""Share of the shorter claim's matter in the other, from which numbers of a measure are of one
thing; set by hand on 46 claims of eight stories."""
RELATED = 0.2
"""The same for numbers of a thing that is counted by its own name ("wheels")."""
LARGE = 100_000
"""From here on a number is mostly a sum of money, in whatever currency, and money pays for many
things; set by hand."""
ABOUT = 0.1
"""How far "about" reaches to both sides, as a share of the number."""


def overlap(one: ClaimWords, other: ClaimWords, leave: frozenset[str] = frozenset()) -> float:
    """Share of the shorter claim's words of matter that the other has, by their nearness."""
    terms = [
        [term.lemma for term in claim.terms if not term.day and term.lemma not in leave]
        for claim in (one, other)
    ]
    short, long = sorted(terms, key=len)
    if not short:
        return 0.0
    return sum(max((nearness(a, b, "en") for b in long), default=0.0) for a in short) / len(short)


def find_rival_numbers(
    one: ClaimWords, other: ClaimWords, words: OriginWords, *, contested: bool
) -> tuple[Quantity, Quantity] | None:
    """Numbers of one thing that exclude each other, or None.

    ``contested`` = whoever denies one of the claims is a source of the other: then the same unit
    is enough.
    """
    for mine in one.quantities:
        for theirs in other.quantities:
            if _leave_room(mine, theirs) or not _same_unit(mine, theirs, one, other, words):
                continue
            units = frozenset((*mine.units, *theirs.units))
            shared = overlap(one, other, units)
            counted = {*mine.units, *theirs.units} & words.measures
            told = _is_told(mine.units, other, words) or _is_told(theirs.units, one, words)
            large = max(mine.value, theirs.value) >= LARGE
            enough = AGREEING if (counted or large or not units) and not told else RELATED
            if (
                contested
                or shared >= enough
                or (shared > 0 and _same_holder(mine, theirs, one, other))
            ):
                return mine, theirs
    return None


def _is_told(units: tuple[str, ...], claim: ClaimWords, words: OriginWords) -> bool:
    """Whether the claim has the matter of units in its other words: lives, where people die."""
    own = {one.units[0] for one in claim.quantities if one.units}
    return any(
        nearness(unit, term.lemma, "en") >= NEAR
        for unit in units[:1]
        for term in claim.terms
        if term.lemma not in words.humans | own
    )


def _leave_room(one: Quantity, other: Quantity) -> bool:
    """Whether some number fits both."""
    low = max(_range(one)[0], _range(other)[0])
    high = min(_range(one)[1], _range(other)[1])
    return low <= high


def _range(one: Quantity) -> tuple[float, float]:
    ranges = {
        "at_least": (one.value, math.inf),
        "more": (math.nextafter(one.value, math.inf), math.inf),
        "at_most": (0.0, one.value),
        "fewer": (0.0, math.nextafter(one.value, 0.0)),
        "almost": (one.value * (1 - ABOUT), one.value),
        "about": (one.value * (1 - ABOUT), one.value * (1 + ABOUT)),
    }
    return ranges.get(one.comparator, (one.value, one.value))


def _same_unit(
    mine: Quantity, theirs: Quantity, one: ClaimWords, other: ClaimWords, words: OriginWords
) -> bool:
    if not mine.units or not theirs.units:
        return _is_spoken_of(mine, theirs, one, other)
    if any(nearness(a, b, "en") >= NEAR for a in mine.units for b in theirs.units):
        return True
    for units, claim, rest in ((mine.units, other, theirs.units), (theirs.units, one, mine.units)):
        people = bool(set(rest) & words.humans)
        told = _is_told(units, claim, words)
        human = any(a in words.people or a.endswith(words.person_endings) for a in units)
        alike = human and overlap(one, other, frozenset((*units, *rest))) >= AGREEING
        if people and (told or alike):
            return True
    return False


def _is_spoken_of(mine: Quantity, theirs: Quantity, one: ClaimWords, other: ClaimWords) -> bool:
    """Whether a number that stands alone counts what the other does: "the number of wheels is"."""
    if not mine.units and not theirs.units:
        return overlap(one, other) >= AGREEING
    units, claim = (theirs.units, one) if not mine.units else (mine.units, other)
    return any(nearness(a, term.lemma, "en") >= NEAR for a in units for term in claim.terms)


def _same_holder(mine: Quantity, theirs: Quantity, one: ClaimWords, other: ClaimWords) -> bool:
    """Whether the numbers measure one thing: "a truce of 60 days", "a ceasefire of 90 days"."""
    held = _holder(mine, one.tokens), _holder(theirs, other.tokens)
    return bool(held[0] and held[1]) and nearness(held[0], held[1], "en") >= NEAR


def _holder(quantity: Quantity, tokens: Iterable[Token]) -> str:
    """The noun in front of "of" and the number."""
    before = tuple(tokens)[: quantity.first]
    if len(before) < 2 or not before[-1].small or before[-2].small:
        return ""
    return before[-2].lemma
