"""What the places of an article say for one another: country, state and neighbourhood.

Invariant: votes are added up once and asked often, so that cost grows with the places alone.
"""

from __future__ import annotations

from collections import defaultdict
from math import cos, log, radians

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

Cell = tuple[int, int]
Support = tuple[float, float, float, float]


class Votes:
    """Votes for countries, first-order divisions and cells of the map."""

    def __init__(self) -> None:
        self._countries: dict[str, float] = defaultdict(float)
        self._regions: dict[str, float] = defaultdict(float)
        self._near: dict[Cell, float] = defaultdict(float)
        self._close: dict[Cell, float] = defaultdict(float)

    def add(self, place: GazetteerPlace, votes: float) -> None:
        """Counts ``votes`` for wherever ``place`` lies."""
        if place.country:
            self._countries[place.country] += votes
        if place.region:
            self._regions[place.region] += votes
        if place.level in LOCAL:
            self._near[_cell(place, NEAR)] += votes
            self._close[_cell(place, CLOSE)] += votes

    def support(self, place: GazetteerPlace) -> Support:
        """The votes for the country, the division and the two neighbourhoods of ``place``."""
        country = self._countries.get(place.country, 0.0)
        region = self._regions.get(place.region, 0.0)
        if place.level not in LOCAL:
            return country, region, 0.0, 0.0
        near = _around(self._near, _cell(place, NEAR))
        return country, region, near, _around(self._close, _cell(place, CLOSE))


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


def _around(cells: dict[Cell, float], cell: Cell) -> float:
    latitude, longitude = cell
    return sum(
        cells.get((latitude + up, longitude + right), 0.0)
        for up in (-1, 0, 1)
        for right in (-1, 0, 1)
    )
