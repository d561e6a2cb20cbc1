"""A story while it grows, and the index that finds the stories a page may belong to.

Invariant: what a story is about is the sum of its pages, copies counted once; its first pages are
kept apart, so that it cannot wander from what it began with.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from onrecord.stories.clustering.stream import StreamPage
from onrecord.stories.clustering.weights import Vector, likeness

FIRST = 5
"""Pages that a story begins with: what it may not wander from."""
RECENT = 8
"""Pages that came in last, kept to name the one that a new page is most like."""
COPY = 0.95
"""Likeness from which a page adds nothing to what its story is about."""
INDEXED = 40
"""Heaviest terms by which a page is found and finds others."""
CANDIDATES = 20
"""Stories that a page is compared with in full."""
CROWDED = 400
"""Stories that share a term, from which on it finds none: then it says too little."""


@dataclass(slots=True)
class Sum:
    """Vectors added up; ``square`` is the squared length of the sum."""

    weights: dict[str, float] = field(default_factory=dict)
    square: float = 0.0
    pages: int = 0

    def add(self, vector: Vector) -> None:
        """Add one page."""
        for word, weight in vector.items():
            before = self.weights.get(word, 0.0)
            self.square += weight * (2 * before + weight)
            self.weights[word] = before + weight
        self.pages += 1

    def join(self, other: Sum) -> None:
        """Add all pages of another sum."""
        pages = self.pages + other.pages
        self.add(other.weights)
        self.pages = pages

    def cosine(self, vector: Vector) -> float:
        """The cosine of ``vector``, which has length 1, and the sum."""
        return likeness(vector, self.weights) / math.sqrt(self.square) if self.square else 0.0

    def likeness_of(self, other: Sum) -> float:
        """The mean cosine of the pages of ``other`` and this sum, and the other way: the less."""
        if not self.square or not other.square:
            return 0.0
        both = likeness(self.weights, other.weights)
        return min(
            both / (math.sqrt(self.square) * other.pages),
            both / (math.sqrt(other.square) * self.pages),
        )


@dataclass(slots=True)
class Thread:
    """A story while it grows; ``number`` = its place in the order of first pages."""

    number: int
    pages: list[StreamPage] = field(default_factory=list)
    about: Sum = field(default_factory=Sum)
    beginning: Sum = field(default_factory=Sum)
    first: list[tuple[str, Vector]] = field(default_factory=list)
    recent: deque[tuple[str, Vector]] = field(default_factory=lambda: deque(maxlen=RECENT))
    earliest: date | None = None
    latest: date | None = None

    def add(self, page: StreamPage, vector: Vector) -> None:
        """Take ``page`` in; a copy of what was there counts among the pages only."""
        known = bool(self.pages) and self.nearest(vector)[1] >= COPY
        self.pages.append(page)
        if page.earliest is not None and page.latest is not None:
            self.earliest = min(self.earliest or page.earliest, page.earliest)
            self.latest = max(self.latest or page.latest, page.latest)
        if known:
            return
        self.about.add(vector)
        if len(self.first) < FIRST:
            self.first.append((page.id, vector))
            self.beginning.add(vector)
        else:
            self.recent.append((page.id, vector))

    def join(self, other: Thread) -> None:
        """Take in all pages of another story."""
        self.pages += other.pages
        self.about.join(other.about)
        self.recent.extend((*other.first, *other.recent))
        for day in (other.earliest, other.latest):
            if day is not None:
                self.earliest = min(self.earliest or day, day)
                self.latest = max(self.latest or day, day)

    def nearest(self, vector: Vector) -> tuple[str, float]:
        """The page kept that is most like ``vector``, and how like."""
        scores = [(likeness(vector, other), page) for page, other in (*self.first, *self.recent)]
        best = max(scores, key=lambda one: one[0], default=(0.0, ""))
        return best[1], best[0]


class Index:
    """Which stories have a term among the heaviest of one of their pages."""

    def __init__(self) -> None:
        self._threads: dict[str, dict[int, float]] = {}

    def add(self, number: int, vector: Vector) -> None:
        """Enter the heaviest terms of a page of the story ``number``."""
        for word, weight in heaviest(vector):
            entered = self._threads.setdefault(word, {})
            if len(entered) <= CROWDED:
                entered[number] = max(entered.get(number, 0.0), weight)

    def candidates(self, vector: Vector) -> Iterator[int]:
        """Numbers of the stories that share most, the likeliest first."""
        shared: dict[int, float] = {}
        for word, weight in heaviest(vector):
            entered = self._threads.get(word, {})
            if len(entered) > CROWDED:
                continue
            for number, other in entered.items():
                shared[number] = shared.get(number, 0.0) + weight * other
        for number, _ in sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:CANDIDATES]:
            yield number


def heaviest(vector: Vector) -> list[tuple[str, float]]:
    """The terms by which a page is found; a vector keeps its terms in the order of weight."""
    return [one for _, one in zip(range(INDEXED), vector.items(), strict=False)]
