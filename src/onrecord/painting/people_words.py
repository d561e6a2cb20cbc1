"""People and places in words: kind, roles, where on the map, under what other names.

Invariant: a government that acts under a place's name is called a government.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from onrecord.languages import load
from onrecord.painting.people import Figure, Roster
from onrecord.painting.visible_text import show_plainly
from onrecord.painting.wording import count, join_words, phrase, word_for
from onrecord.record import Place

NAMES_SHOWN = 4
"""Other names of one entity; beyond these they are counted."""


def describe_roster(roster: Roster) -> str:
    """How many are named, and how many of them could not be told."""
    people = count(len(roster.people), "somebody")
    places = count(len(roster.places), "place")
    tally = phrase("people", "tally", people=people, places=places)
    if not roster.unresolved:
        return tally
    unresolved = count(len(roster.unresolved), "unresolved")
    return phrase("people", "unresolved_tally", tally=tally, unresolved=unresolved)


def describe_figure(one: Figure) -> str:
    """What kind it is and the roles that the page gives: "person, former commander"."""
    entity = one.entity
    roles = list(map(show_plainly, entity.roles))
    if one.government is not None:
        country = show_plainly(one.government.name)
        return ", ".join(roles) or phrase("people", "government", country=country)
    if entity.kind in ("place", "facility"):
        words = _describe_site(one)
    else:
        words = word_for("entity_kinds", entity.kind)
    return ", ".join([words, *roles])


def describe_names(one: Figure) -> str:
    """The other names that the page uses; "" where there are none."""
    if not one.names:
        return ""
    key = "under_names" if one.government is not None else "also"
    return phrase("people", key, names=list_names(one.names, NAMES_SHOWN))


def list_names(names: tuple[str, ...], most: int) -> str:
    """Names in quotation marks, those beyond ``most`` counted."""
    shown = [f"“{show_plainly(name)}”" for name in names[:most]]
    if len(names) > most:
        rest = len(names) - most
        return phrase("people", "more_names", names=", ".join(shown), count=rest)
    return join_words(shown)


def describe_mentions(one: Figure) -> str:
    """How often the page speaks of it: "5×"."""
    return phrase("people", "often", number=len(one.entity.mentions))


def describe_country(place: Place) -> str:
    """The country's name; its code where there is no name for it; "" for none or for itself."""
    if not place.country or place.kind == "country":
        return ""
    return _countries().get(place.country, place.country)


def describe_coordinates(place: Place) -> str:
    """Degrees to one digit, about ten kilometres: "48.2° N, 16.4° E"."""
    north = phrase(
        "people", "north" if place.lat >= 0 else "south", degrees=f"{abs(place.lat):.1f}"
    )
    east = phrase("people", "east" if place.lon >= 0 else "west", degrees=f"{abs(place.lon):.1f}")
    return f"{north}, {east}"


def _describe_site(one: Figure) -> str:
    place = one.entity.place
    if place is None:
        kind = word_for("entity_kinds", one.entity.kind)
        return f"{kind}, {phrase('people', 'not_located')}"
    kind = place.kind if one.entity.kind == "place" else "facility"
    region = "" if _fold(place.region) == _fold(one.entity.name) else place.region
    parts = [word_for("place_kinds", kind), show_plainly(region), describe_country(place)]
    return ", ".join(filter(None, parts))


def _fold(name: str) -> str:
    """A name without capitals and accents: Baghdād is Baghdad."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(one for one in letters if not unicodedata.combining(one))


@cache
def _countries() -> dict[str, str]:
    """Names by ISO 3166-1 code; none where the language has no table of them."""
    try:
        rows = load("en", "countries")["countries"]
    except LookupError:
        return {}
    return {row["code"]: row["names"][0] for row in rows}
