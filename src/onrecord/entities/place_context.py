"""What stands around the names of places and says in which country or state they are.

Invariant: a few words behind each name are read, and the whole text once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord import languages
from onrecord.entities.gazetteer import GazetteerPlace, find_by_code
from onrecord.entities.place_candidates import find_candidates
from onrecord.entities.place_words import PlaceWords, load_place_words
from onrecord.record import Span

REACH = 48
"""Characters that are read behind a name: a comma, a space and the longest name of a state."""
CONTAINERS = ("country", "region")
MAX_CLUE_WORDS = 3
"""Words of a state's or country's name: "District of Columbia" has three, two with a capital."""

_WORD = r"[^\W\d_a-z][\w’'-]{0,30}\.?(?:[A-Z][a-z]?\.){0,3}"
_BEHIND = re.compile(rf"(?:,[ \n]|[ ]\(|[ ]in[ ])({_WORD}(?:[ ](?:of[ ]|and[ ])?{_WORD}){{0,3}})")
_CAPITAL = re.compile(_WORD)
_PHONE = re.compile(r"(?<![\d-])\(?([2-9]\d\d)[)/ -]{1,2}\d{3}-\d{4}(?!\d)")
_COMMA = re.compile(r", ?$")


def find_containers(text: str, span: Span, language: str = "en") -> tuple[GazetteerPlace, ...]:
    """The countries and first-order divisions that the words behind a name put it in.

    "Paris, Texas", "Paris (Texas)", "Springfield in Illinois": the longest name behind the comma,
    bracket or preposition that a country or division has.
    """
    found = _BEHIND.match(text, span.end, min(len(text), span.end + REACH))
    return () if found is None else tuple(_longest(found.group(1), language))


def _longest(words: str, language: str) -> Iterator[GazetteerPlace]:
    parts = words.split(" ")
    for end in range(len(parts), 0, -1):
        inside = [
            one.place
            for one in find_candidates(" ".join(parts[:end]), language)
            if one.whole and not one.people and one.place.level in CONTAINERS
        ]
        if inside:
            yield from inside
            return


def is_inside(place: GazetteerPlace, container: GazetteerPlace) -> bool:
    """Whether ``place`` lies in a country or first-order division."""
    if container.level == "country":
        return place.country == container.country and place.level != "country"
    return bool(place.region) and place.region == container.region and place.level != "region"


def find_clues(
    text: str, mentions: tuple[tuple[Span, ...], ...], language: str = "en"
) -> tuple[GazetteerPlace, ...]:
    """The countries and divisions that the text speaks of where none of ``mentions`` stands.

    They stand in the names of bodies ("Texas Department of Transportation"), in addresses and in
    the area codes of telephone numbers.
    """
    starts = {span.start for spans in mentions for span in spans}
    words = load_place_words(language)
    found = dict.fromkeys(_named(text, starts, words))
    for number in _PHONE.finditer(text):
        code = _area_codes().get(number.group(1))
        place = find_by_code(code) if code is not None else None
        if place is not None:
            found[place] = None
    return tuple(found)


def _named(text: str, starts: set[int], words: PlaceWords) -> Iterator[GazetteerPlace]:
    tokens = [(found.start(), found.end()) for found in _CAPITAL.finditer(text)]
    at = 0
    while at < len(tokens):
        length = 1
        for count in range(min(MAX_CLUE_WORDS, len(tokens) - at), 0, -1):
            start, end = tokens[at][0], tokens[at + count - 1][1]
            if end - start > REACH:
                continue
            name = text[start:end]
            places = words.written.get(name) or words.written.get(name.rstrip("."), ())
            if not places or (len(name) == 2 and not _COMMA.search(text, max(0, start - 2), start)):
                continue
            length = count
            if start not in starts:
                yield from (place for place in places if place.level in CONTAINERS)
            break
        at += length


@cache
def _area_codes() -> dict[str, str]:
    return {
        str(number): one["code"]
        for one in languages.load("mul", "telephones")["areas"]
        for number in one["numbers"]
    }
