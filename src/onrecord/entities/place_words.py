"""What a language calls the places of the world, beside the names in the gazetteer.

Invariant: a short name ("LA", "Calif.") is known as it is written, a long one in any case.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from onrecord import languages
from onrecord.entities.gazetteer import GazetteerPlace, find_by_code, find_by_name, fold_name

AREA_PEOPLE = 50_000_000
"""Stands for the people of an area: the few that are in the tables are well known."""
MAX_SHORT = 4
"""Letters up to which the case of a name is part of it; what ends in a full stop is short too."""

Places = tuple[GazetteerPlace, ...]


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words of one language for and around places.

    ``written`` are names as they stand on the page, ``folded`` those that match in any case;
    ``people`` are adjectives and people called after a place; ``governments`` the names of
    countries and their seats as they act in the news, by folded name.
    """

    written: Mapping[str, Places]
    folded: Mapping[str, Places]
    people: Mapping[str, Places]
    governments: Mapping[str, GazetteerPlace]
    short_forms: Mapping[str, tuple[str, ...]]
    articles: frozenset[str]
    leading: re.Pattern[str]
    where: frozenset[str]
    prepositions: frozenset[str]
    divisions: frozenset[str]
    divisions_behind: frozenset[str]
    people_behind: frozenset[str]
    governments_written: frozenset[str]
    not_places: frozenset[str]
    facilities: frozenset[str]
    generic: frozenset[str]
    features: frozenset[str]
    directions: frozenset[str]
    before_people: frozenset[str]


def without_article(name: str, words: PlaceWords) -> str:
    """``name`` without the article before it."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.casefold() in words.articles else name


@cache
def load_place_words(language: str = "en") -> PlaceWords:
    """The words of ``language``; LookupError where it has no table of geography."""
    table = languages.load(language, "geography")
    countries = languages.load(language, "countries")["countries"]
    names: dict[str, list[GazetteerPlace]] = defaultdict(list)
    people: dict[str, list[GazetteerPlace]] = defaultdict(list)
    governments: dict[str, GazetteerPlace] = {}
    for place, called, adjectives in (*_regions(table), *_areas(table), *_cities(table)):
        for name in called:
            names[name].append(place)
        for word in adjectives:
            people[word].append(place)
    for one in countries:
        country = _country(one["code"], one["names"][0])
        if country is None:
            continue
        for name in one["names"]:
            # "England" is in the table of countries another name of the United Kingdom.
            if not any(place.country == country.country for place in names.get(name, ())):
                names[name].append(country)
        for word in _all_people(one.get("adjectives", ()), one.get("people")):
            if word not in people:
                people[word].append(country)
        for name in (*one["names"], *one.get("seats", ()), *one.get("adjectives", ())):
            governments.setdefault(fold_name(name), country)
    return PlaceWords(
        written={name: tuple(places) for name, places in names.items()},
        folded={fold_name(name): tuple(places) for name, places in names.items() if _is_long(name)},
        people={word: tuple(places) for word, places in people.items()},
        governments=governments,
        short_forms=_pairs(table["written"]),
        articles=frozenset(table["articles"]),
        leading=re.compile(rf"(?:{'|'.join(table['leading'])}) ", re.IGNORECASE),
        where=frozenset(table["where"]),
        prepositions=frozenset(table["prepositions"]),
        divisions=frozenset(table["divisions"]),
        divisions_behind=frozenset(table["divisions_behind"]),
        people_behind=frozenset(table["people_behind"]),
        governments_written=frozenset(name for one in countries for name in one["names"]),
        not_places=frozenset(table["not_places"]),
        facilities=frozenset(table["facilities"]),
        generic=frozenset((*table["facilities"], *table["divisions"], *table["generic"])),
        features=frozenset(table["features"]),
        directions=frozenset(table["directions"]),
        before_people=frozenset(table["before_people"]),
    )


def _is_long(name: str) -> bool:
    return len(name) > MAX_SHORT and not name.endswith(".")


def _all_people(adjectives: Iterable[str], people: Iterable[str] | None = None) -> list[str]:
    """Adjectives, and people: those given, or the adjectives with -s."""
    words = list(adjectives)
    return [*words, *(people if people is not None else (f"{word}s" for word in words))]


def _country(code: str, name: str) -> GazetteerPlace | None:
    parts = {"SCT": "GB.SCT", "WLS": "GB.WLS", "NIR": "GB.NIR"}
    found = find_by_code(parts.get(code, code))
    return None if found is None else replace(found, name=name)


Entry = tuple[GazetteerPlace, tuple[str, ...], tuple[str, ...]]
"""A place, its names, its people."""


def _regions(table: Mapping[str, Any]) -> Iterator[Entry]:
    for one in table["regions"]:
        found = find_by_code(one["code"])
        if found is not None:
            place = replace(found, name=one["name"])
            yield (
                place,
                (one["name"], *one.get("short", ())),
                tuple(_all_people(one.get("people", ()))),
            )


def _areas(table: Mapping[str, Any]) -> Iterator[Entry]:
    for one in table["areas"]:
        latitude, longitude = one["at"]
        known = next(
            (place for place in find_by_name(one["name"]) if place.level == "continent"), None
        )
        number = known.geonameid if known else 0
        place = GazetteerPlace(
            number, one["name"], latitude, longitude, "area", one.get("in", ""), "", AREA_PEOPLE
        )
        yield place, (one["name"], *one.get("other", ())), tuple(_all_people(one.get("people", ())))


def _cities(table: Mapping[str, Any]) -> Iterator[Entry]:
    for one in table["cities"]:
        inside = one["in"]
        for place in find_by_name(one["as"]):
            if place.level == "city" and inside in (place.country, place.region):
                yield place, (one["name"],), ()
                break


def _pairs(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    both: dict[str, tuple[str, ...]] = {}
    for first, second in pairs:
        both[first] = (*both.get(first, ()), second)
        both[second] = (*both.get(second, ()), first)
    return both
