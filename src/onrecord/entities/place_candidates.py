"""Which places of the world a name may mean, before anything around it is asked.

Invariant: a name that the gazetteer does not have, nor a place inside it, means no place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from math import log

from onrecord.entities.gazetteer import GazetteerPlace, find_by_name, fold_name
from onrecord.entities.place_words import PlaceWords, load_place_words, without_article

# How much a name by itself speaks for a place: logarithms of odds, chosen by search on the tuned
# half of LGL (294 articles of local papers) and rounded. There PEOPLE_WEIGHT may be from .2 to .8
# at a cost of .005; it is set high for news of the world, where Boston is not Boston, New York.
PEOPLE_WEIGHT = 0.6
"""For each factor e of people: a city of a million is 2.8 ahead of one of ten thousand."""
MIN_PEOPLE = 100
WELL_KNOWN = 2.0
"""A country, state or area of the tables: known to every reader."""
BESIDE_FIRST = -2.0
"""A name beside the first one: alternates in GeoNames are of all times and languages."""
DIVISION = -2.0
"""A first-order division that is not in the tables: few readers know more than their own."""
CITY_OF_TABLE = 3.0
"""Washington and New York: the city before the state of the same name."""
DISTRICT = -2.5
"""A district against a city of as many people, where the name is that of both."""
PART_OF_NAME = -1.0
"""A place inside a longer name: the city of an airport, the county of a sheriff's office."""
CITY = 6.9
"""Weight of a city of 100,000: one that a capitalised "East" or "Northern" may be a part of."""
MAX_CANDIDATES = 40
"""Bearers of one name that are weighed; San José has more, all but a few of them hamlets."""
MAX_WORDS = 8
"""Words of a name that is looked up: the longest name of a place in the gazetteer has nine."""

MAX_LENGTH = 80
"""Characters of a name that is looked up."""

_OWNER = re.compile(r"['’]s?$")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean; ``weight`` is the logarithm of its odds before context.

    ``whole`` is False where the place is only in the name ("Dallas" in "Dallas Airport").
    ``people`` marks a word for people ("Texan").
    """

    place: GazetteerPlace
    weight: float
    whole: bool = True
    people: bool = False


@lru_cache(maxsize=20_000)
def find_candidates(name: str, language: str = "en") -> tuple[Candidate, ...]:
    """The places that ``name`` may mean, the likeliest first; () where it is the name of none."""
    if len(name) > MAX_LENGTH:
        return ()
    words = load_place_words(language)
    found = _look_up(without_article(_clean(name), words), words)
    best: dict[int | str, Candidate] = {}
    for one in found:
        key = one.place.geonameid or one.place.name
        if key not in best or best[key].weight < one.weight:
            best[key] = one
    ordered = sorted(best.values(), key=lambda one: -one.weight)
    return tuple(ordered[:MAX_CANDIDATES])


def _clean(name: str) -> str:
    words = _SPACE.sub(" ", name).strip(' ,;:()"“”‘')
    return _OWNER.sub("", words)


def _look_up(name: str, words: PlaceWords) -> list[Candidate]:
    if not name or _is_common(name, words) or name.count(" ") >= MAX_WORDS:
        return []
    found = list(_whole(name, words))
    if found:
        return found
    leading = words.leading.match(name)
    if leading is not None:
        return list(_whole(name[leading.end() :], words))
    return [
        replace(one, weight=one.weight + PART_OF_NAME, whole=False) for one in _inside(name, words)
    ]


def _is_common(name: str, words: PlaceWords) -> bool:
    """Whether the name is a common noun or direction: "the Airport", "the West"."""
    return name in words.generic or name.casefold() in words.directions


def _whole(name: str, words: PlaceWords) -> Iterator[Candidate]:
    """What bears exactly this name, however it is written."""
    known = (
        words.written.get(name)
        or words.written.get(f"{name}.")
        or words.folded.get(fold_name(name), ())
    )
    for place in known:
        yield Candidate(place, WELL_KNOWN + _prior(place, known=True))
    for place in words.people.get(name, ()):
        yield Candidate(place, WELL_KNOWN + _prior(place, known=True), people=True)
    if len(name) <= 2 or (known and "." in name):
        return
    for form in _forms(fold_name(name), words):
        for place in find_by_name(form):
            yield Candidate(place, _prior(place))


def _forms(key: str, words: PlaceWords) -> Iterator[str]:
    """The folded name, and with each word that has another written form."""
    yield key
    parts = key.split(" ")
    for at, part in enumerate(parts):
        for other in words.short_forms.get(part, ()):
            yield " ".join((*parts[:at], other, *parts[at + 1 :]))


def _prior(place: GazetteerPlace, *, known: bool = False) -> float:
    weight = PEOPLE_WEIGHT * log(place.population + MIN_PEOPLE)
    if place.alternate:
        weight += BESIDE_FIRST
    if place.level == "district":
        weight += DISTRICT
    if place.level == "region" and not known:
        weight += DIVISION
    if place.level == "city" and known:
        weight += CITY_OF_TABLE
    return weight


def _inside(name: str, words: PlaceWords) -> list[Candidate]:
    """The place in a longer name: "northern Iraq", "Boone County Jail", "University of Oxford"."""
    parts = name.split(" ")
    while len(parts) > 1 and parts[-1] in words.generic:
        parts.pop()
        if _is_common(" ".join(parts), words) or parts[-1] in words.generic:
            continue
        found = list(_whole(" ".join(parts), words))
        if found:
            return found
    for first in range(1, len(parts)):
        before = parts[first - 1]
        if before in words.prepositions or before.casefold() in words.directions:
            found = list(_whole(" ".join(parts[first:]), words))
            # "West Side" and "Northern Front" are names of their own, "East Austin" is in Austin.
            known = [one for one in found if before.islower() or one.weight > CITY]
            if known:
                return known
    return []


def is_facility(name: str, language: str = "en") -> bool:
    """Whether the words are those of a building, street, river or the like."""
    words = load_place_words(language)
    parts = name.split()
    return len(parts) > 1 and (parts[-1] in words.facilities or parts[0] in words.features)
