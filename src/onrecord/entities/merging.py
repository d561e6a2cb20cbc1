"""Names that mean the same: one link for each judgement, with its rule and its reason.

Invariant: the links make a forest. What is written alike hangs on its first mention, and each
spelling hangs on the fullest, so that undoing one link parts exactly what that judgement joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from onrecord.entities.body_merging import merge_bodies
from onrecord.entities.kinds import Named
from onrecord.entities.lexicon import Lexicon
from onrecord.entities.links import LIKELY, Link, Names
from onrecord.entities.person_merging import merge_persons


def merge_names(text: str, names: tuple[Named, ...], lexicon: Lexicon) -> tuple[Link, ...]:
    """The links between ``names``, which are in order; each name hangs on one other at most."""
    pools: defaultdict[str, list[int]] = defaultdict(list)
    for number, named in enumerate(names):
        pools[_pool(named)].append(number)
    known = Names(text, names, lexicon)
    links: list[Link] = []
    for pool, numbers in pools.items():
        if pool == "person":
            links += merge_persons(known, numbers)
        elif pool == "body":
            links += merge_bodies(known, numbers)
        else:
            links += _merge_alike(known, numbers)
    return tuple(links)


def _pool(named: Named) -> str:
    """The names among which this one may find its own."""
    if named.country is not None:
        # A capital is a place of its own; its government is the country's.
        seat = " ".join(named.name.words) if named.kind == "place" and named.is_seat else ""
        return f"{named.kind} {named.country.code} {seat}"
    if named.kind in ("person", "group"):
        return named.kind
    return "place" if named.kind == "place" else "body"


def _merge_alike(known: Names, numbers: list[int]) -> Iterator[Link]:
    """Places, countries and peoples: written alike, or names of one country."""
    country = known.names[numbers[0]].country
    forms: dict[tuple[str, ...], list[int]] = {}
    for number in numbers:
        forms.setdefault(known.names[number].name.words, []).append(number)
    first: int | None = None
    for places in forms.values():
        yield from known.hang(places)
        if country is None:
            continue
        if first is None:
            first = places[0]
            continue
        rule = "government" if known.names[first].acting else "country"
        what = f"the {rule} of {country.name}" if rule == "government" else country.name
        reason = f"{known.words(first)!r} and {known.words(places[0])!r} are {what}"
        yield Link(first, places[0], rule, reason, LIKELY)
