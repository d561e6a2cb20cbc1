"""What the places of an article say for one another: country, state and neighbourhood.

Invariant: votes are added up once and asked often, so that cost grows with the places alone.
"""

from __future__ import annotations

from collections import defaultdict
from math import cos, log, radians
from typing import NamedTuple

from onrecord.entities.gazetteer import GazetteerPlace

# How much each kind of agreement counts, in logarithms of odds. Chosen by search on the tuned half
# of LGL (294 articles) and rounded: each may be half or double at a cost of half a point.
COUNTRY_WEIGHT = 1.0
REGION_WEIGHT = 1.5
NEAR_WEIGHT = 1.8
CLOSE_WEIGHT = 0.5
FLOOR = 0.03
"""The share of votes that is believed of a country or neighbourhood that no other place is in."""
NEAR, CLOSE = 0.75, 0.35
"""Degrees of a cell of the map, where neighbouring cells count: some 80 to 160 and 40 to 80 km."""
LOCAL = ("city", "district")
LEAST = 0.001
"""Votes below which a bearer says nothing: most bearers of most names, after the first round."""
FEW = 9
WIDE = 0.3
"""How much of the votes for a country or division count as near to it, which lies around them."""

Cell = tuple[int, int]
Support = tuple[float, float, float, float]


class Spot(NamedTuple):
    """Where a place lies for the count: its cells are None where it is larger than they are."""

    country: str
    region: str
    near: Cell | None
    close: Cell | None


def spot_of(place: GazetteerPlace) -> Spot:
    """Country, first-order division and cells of ``place``."""
    if place.level not in LOCAL:
        return Spot(place.country, place.region, None, None)
    return Spot(place.country, place.region, _cell(place, NEAR), _cell(place, CLOSE))


class Votes:
    """Votes for countries, first-order divisions and cells of the map."""

    def __init__(self) -> None:
        self._countries: dict[str, float] = defaultdict(float)
        self._regions: dict[str, float] = defaultdict(float)
        self._near: dict[Cell, float] = defaultdict(float)
        self._close: dict[Cell, float] = defaultdict(float)

    def add(self, spot: Spot, votes: float) -> None:
        """Counts ``votes`` for all that ``spot`` lies in."""
        if votes < LEAST:
            return
        if spot.country:
            self._countries[spot.country] += votes
        if spot.region:
            self._regions[spot.region] += votes
        if spot.near is not None and spot.close is not None:
            self._near[spot.near] += votes
            self._close[spot.close] += votes

    def support(self, spot: Spot) -> Support:
        """The votes for the country, the division and the two neighbourhoods of ``spot``."""
        country = self._countries.get(spot.country, 0.0)
        region = self._regions.get(spot.region, 0.0)
        if spot.near is None or spot.close is None:
            around = WIDE * (region if spot.region else country)
            return country, region if spot.region else around, around, around
        near = _around(self._near, spot.near)
        return country, region, near, _around(self._close, spot.close)


def weigh_agreement(all_votes: Support, own: Support, others: float) -> float:
    """The logarithm of the odds that votes give to a place; 0 where ``others``, their sum, is 0.

    ``own`` are the votes of the same name's bearers, which say nothing for one another.
    """
    if others <= 0:
        return 0.0
    weights = (COUNTRY_WEIGHT, REGION_WEIGHT, NEAR_WEIGHT, CLOSE_WEIGHT)
    return sum(
        weight * log(max(votes - mine, 0.0) / others + FLOOR)
        for weight, votes, mine in zip(weights, all_votes, own, strict=True)
    )


def _cell(place: GazetteerPlace, size: float) -> Cell:
    """Cells are as wide as they are high: the nearer to a pole, the fewer around the earth."""
    latitude = int(place.lat // size)
    narrow = max(cos(radians((latitude + 0.5) * size)), 0.05)
    return latitude, int(place.lon * narrow // size)


def _around(cells: dict[Cell, float], cell: Cell | None) -> float:
    """The votes in a cell and the eight around it."""
    if cell is None:
        return 0.0
    latitude, longitude = cell
    if len(cells) <= FEW:
        return sum(
            votes
            for (up, right), votes in cells.items()
            if abs(up - latitude) <= 1 and abs(right - longitude) <= 1
        )
    return sum(
        cells.get((latitude + up, longitude + right), 0.0)
        for up in (-1, 0, 1)
        for right in (-1, 0, 1)
    )
