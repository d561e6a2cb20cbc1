"""Claims that cannot both hold, and figures that their own source has replaced.

Invariant: a later figure of the same source corrects the earlier one and contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from onrecord.record import (
    Claim,
    Contradiction,
    ContradictionKind,
    Derivation,
    Reading,
    UltimateSource,
)
from onrecord.stories.assertions.claims import ClaimWords, read_claim
from onrecord.stories.assertions.figures import AGREEING, find_rival_numbers, overlap
from onrecord.stories.media.firsts import date_pages, find_first
from onrecord.stories.sources.bodies import same_body
from onrecord.stories.sources.origin import UNKNOWN
from onrecord.stories.sources.origin_words import OriginWords, load_origin_words

SAME_MATTER = 0.75
"""Share of the shorter claim's matter in the other from which a negation or another day of one
makes it the other's opposite; set by hand."""


@dataclass(frozen=True, slots=True)
class _Read:
    claim: Claim
    words: ClaimWords


def find_contradictions(
    claims: Sequence[Claim], readings: Iterable[Reading], derivations: Iterable[Derivation] = ()
) -> tuple[Contradiction, ...]:
    """The pairs of claims that exclude each other, in the order of the claims.

    Of two figures of one source the later, by when their first pages came out, supersedes the
    earlier; where that order is not known nothing is said of them. ``derivations`` tell which
    pages are updates.
    """
    words = load_origin_words("en")
    dates = date_pages(readings, derivations)
    read = [_Read(one, read_claim(one.text)) for one in claims]
    found = []
    for one, other in combinations(read, 2):
        if _of_two_stories(one.claim, other.claim):
            continue
        contested = _is_contested(one.claim, other.claim, words)
        rivals = find_rival_numbers(one.words, other.words, words, contested=contested)
        if rivals is not None:
            pair = f"{rivals[0].value:g} and {rivals[1].value:g} of one thing"
            found.append(_weigh(one.claim, other.claim, "number", pair, dates, words))
            continue
        kind, why = _opposite(one, other, contested=contested)
        if kind is not None:
            found.append(_weigh(one.claim, other.claim, kind, why, dates, words))
    return tuple(one for one in found if one is not None)


def _of_two_stories(one: Claim, other: Claim) -> bool:
    told = [
        set(claim.articles("asserts")) | set(claim.articles("denies")) for claim in (one, other)
    ]
    if told[0] & told[1]:
        return False
    return one.story is None or other.story is None or one.story != other.story


def _is_contested(one: Claim, other: Claim, words: OriginWords) -> bool:
    """Whether whoever denies one of the claims is a source of the other."""
    return _share(one.denial_sources, other.sources, words) is not None or (
        _share(other.denial_sources, one.sources, words) is not None
    )


def _share(
    some: Iterable[UltimateSource], others: Iterable[UltimateSource], words: OriginWords
) -> UltimateSource | None:
    """The first source of ``some`` that is among ``others`` too."""
    others = tuple(others)
    return next((one for one in some if any(_is_same(one, two, words) for two in others)), None)


def _is_same(one: UltimateSource, other: UltimateSource, words: OriginWords) -> bool:
    if UNKNOWN in (one.name, other.name) or one.unnamed != other.unnamed:
        return False
    if one.unnamed or one.kind == "observation":
        return one.name == other.name and one.outlet == other.outlet
    if set(one.names) & set(other.names):
        return True
    if "document" in (one.kind, other.kind):
        return False
    return any(same_body(a, b, words) for a in one.names for b in other.names)


def _opposite(one: _Read, other: _Read, *, contested: bool) -> tuple[ContradictionKind | None, str]:
    shared = overlap(one.words, other.words)
    negated = [any(term.negated for term in read.words.terms) for read in (one, other)]
    if negated[0] != negated[1] and shared >= SAME_MATTER:
        return "denial", "one says what the other denies"
    days = [{term.lemma for term in read.words.terms if term.day} for read in (one, other)]
    if days[0] and days[1] and not days[0] & days[1] and shared >= SAME_MATTER:
        return "version", "they give different days for one thing"
    if contested and shared >= AGREEING and not one.words.quantities and not other.words.quantities:
        return "version", "whoever denies the one is a source of the other"
    return None, ""


def _weigh(
    one: Claim,
    other: Claim,
    kind: ContradictionKind,
    why: str,
    dates: dict[str, datetime],
    words: OriginWords,
) -> Contradiction | None:
    """A contradiction, or a correction where one source gave both; None where that has no order."""
    source = _share(one.sources, other.sources, words)
    if source is None or kind != "number":
        return Contradiction(one.id, other.id, kind, why)
    first, second = (find_first(claim.tellings, dates) for claim in (one, other))
    if first is None or second is None or dates[first] == dates[second]:
        return None
    early, late = (one, other) if dates[first] < dates[second] else (other, one)
    reason = f"{source.name} gave both figures, this one later"
    return Contradiction(early.id, late.id, kind, reason, superseded=True)
