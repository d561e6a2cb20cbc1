"""Names of places in a text: those that the encoder found, and those that the gazetteer is sure of.

Invariant: what is found does not overlap and stands in the order of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from onrecord.encoder import NameLabel
from onrecord.entities.gazetteer import fold_name
from onrecord.entities.place_candidates import CITY, find_candidates
from onrecord.entities.place_context import find_containers
from onrecord.entities.place_hits import KNOWN, Hit, find_hits, find_surnames
from onrecord.entities.place_votes import LOCAL
from onrecord.entities.place_words import PlaceWords, load_place_words
from onrecord.record import Span

BODY_WEIGHT = 4.5
"""Weight from which a name that begins or ends a body's is its place: a town of 2,000."""
DOUBTFUL = 0.7
"""Score of another label up to which "in" or a state beside the name outweighs even a person's full
name somewhere in the text; not tuned."""

_DATELINE = re.compile(r"(?:, [\w. ]{2,20})?(?: ?\([\w. -]{2,20}\))? ?(?:--|[-–—])")
_LIST = re.compile(r",? (?:and|or|&) |, ")
_NEXT = re.compile(r" ([a-z]{2,20})\b")


def find_place_names(
    text: str, names: tuple[NameLabel, ...], language: str = "en"
) -> tuple[Span, ...]:
    """The LOC names of the encoder, and what it missed and the gazetteer is sure of.

    Sure is what no other name has part in and is a country, state or well-known area, or has "in"
    or "near" before it or a state, "County" or "police" behind it ("in Ruston", "Ruston, La.", "a
    Ruston man"), or stands in one list with such a name, or is the same name again.
    """
    words = load_place_words(language)
    found = [one.span for one in names if one.label == "LOC"]
    doubtful = _find_doubtful(text, names, language)
    others = sorted(one.span for one in names if one.label != "LOC")
    hits = [
        hit
        for hit in find_hits(text, language)
        if not hit.best.people and (hit.span in doubtful or not _overlaps(hit.span, others))
    ]
    surnames = find_surnames(text, words, language)
    surnames |= {hit.name for hit in hits if hit.span in doubtful}
    sure = _list_sure(text, hits, words, surnames, language)
    said = {fold_name(span.cut(text)) for span in found}
    said |= {fold_name(hit.name) for hit, yes in zip(hits, sure, strict=True) if yes}
    more = [
        hit.span
        for hit, yes in zip(hits, sure, strict=True)
        if yes or (fold_name(hit.name) in said and not _is_in_person(hit, words))
    ]
    return _unite(found, more)


def find_nested_place_names(
    text: str, names: tuple[NameLabel, ...], language: str = "en"
) -> tuple[Span, ...]:
    """Places in the names of bodies and of unknown places, and words for people made from places.

    "Oxford" in "University of Oxford", "Boone County" in "Boone County Jail", "Boston" for its
    team; "Texan", "Iraqi".
    """
    words = load_place_words(language)
    people = sorted(one.span for one in names if one.label == "PER")
    exact = frozenset(people)
    bodies = sorted(
        one.span
        for one in names
        if one.label == "ORG"
        or (one.label == "LOC" and not find_candidates(one.span.cut(text), language))
    )
    surnames = find_surnames(text, words, language)
    found = [
        hit.span
        for hit in find_hits(text, language)
        if (hit.best.people and hit.span in exact)
        or (
            not _overlaps(hit.span, people)
            and (hit.best.people or _is_in_body(hit, bodies, words, surnames))
        )
    ]
    return tuple(found)


def _find_doubtful(text: str, names: tuple[NameLabel, ...], language: str) -> frozenset[Span]:
    """Names of another label that may be places: no person of the text has them in a full name."""
    others = [one for one in names if one.label != "LOC"]
    people = {one.span.cut(text) for one in others if one.label == "PER"}
    full = [name.split() for name in people if not find_candidates(name, language)]
    of_people = {word for parts in full if len(parts) > 1 for word in parts}
    return frozenset(
        one.span
        for one in others
        if one.score < DOUBTFUL or of_people.isdisjoint(one.span.cut(text).split())
    )


def _list_sure(
    text: str,
    hits: Sequence[Hit],
    words: PlaceWords,
    surnames: frozenset[str],
    language: str,
) -> list[bool]:
    """For each hit whether it is sure, by itself or by the next one in a list."""
    sure = [_is_sure(text, hit, words, surnames, language) for hit in hits]
    for at in range(len(hits) - 2, -1, -1):
        hit, following = hits[at], hits[at + 1]
        if sure[at] or not sure[at + 1] or _is_other(hit, words) or hit.name in surnames:
            continue
        alike = (hit.best.place.level in LOCAL) == (following.best.place.level in LOCAL)
        sure[at] = alike and _LIST.fullmatch(text, hit.span.end, following.span.start) is not None
    return sure


def _is_sure(
    text: str, hit: Hit, words: PlaceWords, surnames: frozenset[str], language: str
) -> bool:
    if hit.name in words.written:
        # "IN" and "LA" are words and articles as well as states: a comma must stand before them.
        return len(hit.name) > 2 or hit.name in words.governments_written
    last = hit.name.rpartition(" ")[2]
    if find_containers(text, hit.span, language) or (last != hit.name and last in words.divisions):
        return True
    if _is_other(hit, words) or hit.after:
        return False
    if hit.starts and hit.name.isupper() and _DATELINE.match(text, hit.span.end) is not None:
        return True
    if hit.before in words.where or hit.before in words.directions:
        return True
    behind = _NEXT.match(text, hit.span.end)
    if behind is not None and behind.group(1) in words.divisions_behind:
        return True
    if behind is not None and behind.group(1) in words.people_behind:
        return True
    if hit.name in surnames:
        return False
    return hit.before in words.prepositions or (not hit.starts and hit.best.weight > CITY)


def _is_other(hit: Hit, words: PlaceWords) -> bool:
    """Whether the name is nearly always something else, or part of a longer one."""
    if hit.name in words.not_places or hit.name in words.generic or hit.joined:
        return True
    return _is_in_person(hit, words) or (hit.best.place.alternate and hit.best.weight < KNOWN)


def _is_in_person(hit: Hit, words: PlaceWords) -> bool:
    """Whether the word before makes the name a person's."""
    if hit.before in words.before_people:
        return True
    before = hit.before
    return before[:1].isupper() and not hit.before_starts and not _is_beside(before, words)


def _is_beside(word: str, words: PlaceWords) -> bool:
    return word in words.generic or word.casefold() in words.directions


def _is_in_body(
    hit: Hit, bodies: Sequence[Span], words: PlaceWords, surnames: frozenset[str]
) -> bool:
    """Whether a body's name begins or ends with the place, or is the place's."""
    if hit.name in words.not_places or hit.name in words.generic or hit.joined:
        return False
    if hit.best.weight > BODY_WEIGHT and not hit.best.place.alternate:
        for body in _around(hit, bodies):
            if body.start == hit.span.start or body.end == hit.span.end:
                return True
    if hit.name in surnames or hit.before in words.before_people:
        return False
    return hit.after in words.generic or (not hit.after and hit.before in words.prepositions)


def _around(hit: Hit, bodies: Sequence[Span]) -> tuple[Span, ...]:
    """The name of a body, of those in order and apart, that the hit is part of."""
    at = bisect_right(bodies, hit.span.start, key=lambda one: one.start)
    return tuple(one for one in bodies[max(0, at - 1) : at] if one.end >= hit.span.end)


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Whether any of ``others``, in order and apart, has part in ``span``."""
    at = bisect_right(others, span.start, key=lambda one: one.start)
    return any(one.overlaps(span) for one in others[max(0, at - 1) : at + 1])


def _unite(first: Iterable[Span], second: Iterable[Span]) -> tuple[Span, ...]:
    """All of ``first`` and those of ``second`` that do not overlap them."""
    kept = sorted(first, key=lambda one: one.start)
    more = [span for span in second if not _overlaps(span, kept)]
    return tuple(sorted((*kept, *more), key=lambda one: one.start))
