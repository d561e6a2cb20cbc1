"""Places of an article put on the map, each with the help of all others.

Invariant: a name means one place in the whole article, and what bears the name of no place is None.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, log

from onrecord.entities.gazetteer import GazetteerPlace, find_by_code, fold_name
from onrecord.entities.place_candidates import Candidate, find_candidates, is_facility
from onrecord.entities.place_context import find_clues, find_containers, is_inside
from onrecord.entities.place_votes import Spot, Votes, spot_of, weigh_agreement
from onrecord.entities.place_words import load_place_words, without_article
from onrecord.record import Place, PlaceKind, Span

CONTAINED = 8.0
"""Logarithm of the odds that "X, Texas" lies in Texas: more than all else together."""
CLUE_VOTES = 0.7
"""Votes of a state that is named in a body's name or dialled, against 1 of a place."""
OUTLET_VOTES = 1.0
ROUNDS = 4
"""After which the shares of LGL's places change by less than .01."""
SAME_SPOT = 0.3
"""Degrees: some 30 km, the way from a city's middle to that of its district."""
BESIDE = 300
"""Characters around a building or river in which the place that it belongs to is looked for."""
BESIDE_SCORE = 0.3

_KINDS: dict[str, PlaceKind] = {
    "continent": "area", "area": "area", "country": "country", "region": "region",
    "district": "region", "city": "city",
}  # fmt: skip


@dataclass(slots=True)
class _Entry:
    """A name on its way to a place: ``shares`` of the candidates' weight sum to 1."""

    candidates: tuple[Candidate, ...]
    spots: tuple[Spot, ...]
    weights: list[float]
    shares: list[float]
    votes: float


def resolve_places(
    text: str,
    mentions: tuple[tuple[Span, ...], ...],
    *,
    outlet_place: Place | None = None,
    language: str = "en",
) -> tuple[Place | None, ...]:
    """For each place, given by the spans of its names in ``text``, where it is; None = not known.

    ``outlet_place`` = where the outlet is at home, if that is known: it counts as one more place of
    the article. ``Place.score`` is the share that the bearers of the name at its spot have in the
    weight of all. A building, street or river that has no entry gets the place in its name or
    beside it and kind "facility".
    """
    entries = [_enter(text, spans, language) for spans in mentions]
    known = [entry for entry in entries if entry.candidates]
    clues = [(place, CLUE_VOTES) for place in find_clues(text, mentions, language)]
    if outlet_place is not None:
        clues.append((_from_place(outlet_place), OUTLET_VOTES))
    _weigh(known, clues)
    places = [_choose(entry) for entry in entries]
    return _put_beside(text, mentions, places, language)


def country_of(name: str, language: str = "en") -> Place | None:
    """The country that acts under ``name``: its own, its seat of government's or its people's."""
    words = load_place_words(language)
    bare = without_article(name, words)
    # "us" is no country, "US" is one.
    found = words.governments.get(fold_name(bare)) if bare[:1].isupper() else None
    return None if found is None else _as_place(found, 1.0)


def _enter(text: str, spans: Sequence[Span], language: str) -> _Entry:
    merged: dict[int | str, Candidate] = {}
    for form in dict.fromkeys(span.cut(text) for span in spans):
        for one in find_candidates(form, language):
            key = one.place.geonameid or one.place.name
            if key not in merged or merged[key].weight < one.weight:
                merged[key] = one
    containers = {
        place.geonameid: place for span in spans for place in find_containers(text, span, language)
    }
    weights = [
        one.weight + CONTAINED * any(is_inside(one.place, other) for other in containers.values())
        for one in merged.values()
    ]
    votes = 1 + log(len(spans)) if spans else 0.0
    spots = tuple(spot_of(one.place) for one in merged.values())
    return _Entry(tuple(merged.values()), spots, weights, _softmax(weights), votes)


def _softmax(weights: Sequence[float]) -> list[float]:
    top = max(weights, default=0.0)
    odds = [exp(one - top) for one in weights]
    total = sum(odds)
    return [one / total for one in odds]


def _weigh(entries: Sequence[_Entry], clues: Sequence[tuple[GazetteerPlace, float]]) -> None:
    """Sets the shares of all entries by what they say for one another, a few rounds long."""
    total = sum(entry.votes for entry in entries) + sum(votes for _, votes in clues)
    for _ in range(ROUNDS):
        votes = Votes()
        for place, clue in clues:
            votes.add(spot_of(place), clue)
        for entry in entries:
            _vote(entry, votes)
        for entry in entries:
            own = Votes()
            _vote(entry, own)
            entry.shares = _softmax(
                [
                    weight
                    + weigh_agreement(votes.support(spot), own.support(spot), total - entry.votes)
                    for spot, weight in zip(entry.spots, entry.weights, strict=True)
                ]
            )


def _vote(entry: _Entry, votes: Votes) -> None:
    for spot, share in zip(entry.spots, entry.shares, strict=True):
        votes.add(spot, share * entry.votes)


def _choose(entry: _Entry) -> Place | None:
    if not entry.candidates:
        return None
    at = max(range(len(entry.shares)), key=entry.shares.__getitem__)
    chosen = entry.candidates[at]
    same = [_is_same_spot(one.place, chosen.place) for one in entry.candidates]
    score = sum(share for share, one in zip(entry.shares, same, strict=True) if one)
    place = _as_place(chosen.place, score)
    return place if chosen.whole else replace(place, kind="facility")


def _is_same_spot(place: GazetteerPlace, other: GazetteerPlace) -> bool:
    """Whether two entries are a city and its district, or one place twice."""
    near = abs(place.lat - other.lat) < SAME_SPOT and abs(place.lon - other.lon) < SAME_SPOT
    return near and place.country == other.country


def _put_beside(
    text: str,
    mentions: tuple[tuple[Span, ...], ...],
    places: Sequence[Place | None],
    language: str,
) -> tuple[Place | None, ...]:
    """The places, and for a building or river without one that of the nearest town named."""
    towns = sorted(
        (span.start, number)
        for number, place in enumerate(places)
        if place is not None and place.kind in ("city", "region")
        for span in mentions[number]
    )
    starts = [start for start, _ in towns]
    put = list(places)
    for number, spans in enumerate(mentions):
        if places[number] is None and any(is_facility(one.cut(text), language) for one in spans):
            at = bisect(starts, spans[0].start)
            near = towns[max(at - 1, 0) : at + 1]
            best = min(near, key=lambda town: abs(town[0] - spans[0].start), default=None)
            town = None if best is None else places[best[1]]
            if best is not None and town is not None and abs(best[0] - spans[0].start) <= BESIDE:
                put[number] = replace(town, kind="facility", score=BESIDE_SCORE * town.score)
    return tuple(put)


def _as_place(place: GazetteerPlace, score: float) -> Place:
    region = find_by_code(place.region) if place.region else None
    return Place(
        place.lat,
        place.lon,
        place.geonameid,
        place.name,
        _KINDS[place.level],
        place.country,
        region.name if region is not None else "",
        min(1.0, round(score, 4)),
    )


def _from_place(place: Place) -> GazetteerPlace:
    """The place of an outlet as a voter."""
    regions = (find_by_code(place.country),) if place.kind == "country" else ()
    if regions and regions[0] is not None:
        return regions[0]
    return GazetteerPlace(
        place.geonameid, place.name, place.lat, place.lon, "city", place.country, "", 0
    )
