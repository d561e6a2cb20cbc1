"""Where pages and sources stand in a drawn graph, and how a line runs from one to another.

Two layouts of one graph: in the wide one time runs to the right and each outlet has a lane; in the
tall one time runs down and each outlet has a rail. All lengths are in pixels.

Invariant: no two pages stand at one place, and a line that would cross a page goes around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.painting.trace_outline import PageShown, SourceShown, Taking, TraceOutline
from onrecord.painting.trace_words import name_outlet

DRAWN = 24
"""Pages of a graph at most, about as many as a screen shows at once; the table has them all."""

RADIUS = 15
ARROW = 8
AROUND = 24
"""How far off its lane a line passes a page that stands in its way."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the grid: ``lane`` across time, ``step`` along it, both from 0."""

    lane: int
    step: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Pages and sources on the grid; ``lanes`` are the outlets, in order of appearance.

    ``steps`` = how many there are along time, ``days`` = the steps at which a day begins, with the
    page that begins it. ``left_out`` = pages that are not drawn.
    """

    lanes: tuple[str, ...]
    pages: tuple[tuple[PageShown, Place], ...]
    sources: tuple[tuple[SourceShown, Place], ...]
    days: tuple[tuple[int, PageShown], ...]
    steps: int
    left_out: int

    @property
    def places(self) -> dict[int, Place]:
        """The place of each page that is drawn, by its number."""
        return {page.number: place for page, place in self.pages}


def lay_out_wide(outline: TraceOutline) -> Grid:
    """Pages of one minute stand above one another; sources have no step, they stand at the left."""
    pages, lanes = _choose(outline)
    placed: list[tuple[PageShown, Place]] = []
    days: list[tuple[int, PageShown]] = []
    step = -1
    taken: set[int] = set()
    before: PageShown | None = None
    for page in pages:
        lane = lanes[name_outlet(page.article)]
        if before is None or page.clock.key != before.clock.key or lane in taken:
            step += 1
            taken = set()
        if before is None or page.clock.best_day != before.clock.best_day:
            days.append((step, page))
        taken.add(lane)
        placed.append((page, Place(lane, step)))
        before = page
    at = {page.number: place for page, place in placed}
    sources = tuple(
        (source, Place(_lane_of(source, lanes, at), -1))
        for source in outline.sources
        if source.heads and source.heads[0] in at
    )
    left_out = len(outline.pages) - len(pages)
    return Grid(tuple(lanes), tuple(placed), sources, tuple(days), step + 1, left_out)


def lay_out_tall(outline: TraceOutline) -> Grid:
    """Every page, source and day has a step of its own; a source stands before its first page."""
    pages, lanes = _choose(outline)
    placed: list[tuple[PageShown, Place]] = []
    sources: list[tuple[SourceShown, Place]] = []
    days: list[tuple[int, PageShown]] = []
    step = 0
    day = ""
    for page in pages:
        lane = lanes[name_outlet(page.article)]
        if page.clock.best_day != day:
            day = page.clock.best_day
            days.append((step, page))
            step += 1
        for source in outline.sources:
            if source.heads[:1] == (page.number,):
                sources.append((source, Place(lane, step)))
                step += 1
        placed.append((page, Place(lane, step)))
        step += 1
    left_out = len(outline.pages) - len(pages)
    return Grid(tuple(lanes), tuple(placed), tuple(sources), tuple(days), step, left_out)


def _choose(outline: TraceOutline) -> tuple[list[PageShown], dict[str, int]]:
    """The pages to draw, in order of time, and the lanes of their outlets."""
    bearing = {one.parent for one in outline.takings} | outline.circling
    bearing |= {page for source in outline.sources for page in source.heads}
    ranked = sorted(
        outline.pages,
        key=lambda one: (one.number not in bearing, one.standing == "asserts", one.number),
    )
    pages = sorted(ranked[:DRAWN], key=lambda one: one.number)
    lanes: dict[str, int] = {}
    for page in pages:
        lanes.setdefault(name_outlet(page.article), len(lanes))
    return pages, lanes


def _lane_of(source: SourceShown, lanes: dict[str, int], at: dict[int, Place]) -> int:
    """Its outlet's lane where a page of that had it at first hand, else its first page's."""
    own = lanes.get(source.source.outlet)
    heads = [at[one].lane for one in source.heads if one in at]
    return own if own is not None and own in heads else heads[0]


def drawn_takings(outline: TraceOutline, grid: Grid) -> tuple[Taking, ...]:
    """Those of which both pages are drawn."""
    places = grid.places
    return tuple(one for one in outline.takings if {one.child, one.parent} <= set(places))


@dataclass(frozen=True, slots=True)
class Point:
    """``along`` = in the direction of time, ``across`` = from lane to lane."""

    along: float
    across: float


@dataclass(frozen=True, slots=True)
class Line:
    """Cubic curves from ``start``, three points each; a straight piece is one too.

    ``backward`` = it arrives against the direction of time.
    """

    start: Point
    curves: tuple[tuple[Point, Point, Point], ...]
    backward: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """The grid in pixels: where each step and each lane lies, and what is occupied."""

    along: Sequence[float]
    across: Sequence[float]
    occupied: frozenset[Place]

    def point(self, place: Place) -> Point:
        """The middle of a place."""
        return Point(self.along[place.step], self.across[place.lane])

    def blocked(self, lane: int, steps: Iterable[int]) -> int:
        """How many pages stand on that stretch of a lane."""
        return sum(Place(lane, step) in self.occupied for step in steps)


def route(field: Field, start: Point, begin: Place, end: Place) -> Line:
    """The line from ``start`` (at the place ``begin``) to the page at ``end``.

    It changes lanes where it leaves or where it arrives, whichever has fewer pages in its way.
    """
    goal = field.point(end)
    if end.step <= begin.step:
        return _return(start, goal)
    first = Point(start.along + RADIUS, start.across)
    last = Point(goal.along - RADIUS - ARROW, goal.across)
    between = range(begin.step + 1, end.step)
    if not between:
        return Line(first, (_bend(first, last),))
    early = field.blocked(end.lane, between)
    late = field.blocked(begin.lane, between) + (begin.lane != end.lane and begin.step < 0)
    leaves_early = early <= late
    run = goal.across if leaves_early else start.across
    if min(early, late):
        run += AROUND if leaves_early and begin.lane > end.lane else -AROUND
    turn = field.along[begin.step + 1] if begin.step >= 0 else field.along[0]
    out = Point(max(min(turn, last.along) - RADIUS, first.along + 1), run)
    into = Point(max(field.along[end.step - 1] + RADIUS, out.along), run)
    return Line(first, (_bend(first, out), _bend(out, into), _bend(into, last)))


def _bend(start: Point, end: Point) -> tuple[Point, Point, Point]:
    middle = (start.along + end.along) / 2
    return Point(middle, start.across), Point(middle, end.across), end


def _return(start: Point, goal: Point) -> Line:
    """From a page to one that stands at the same time or before: out and back in an arc."""
    first = Point(start.along + RADIUS, start.across)
    last = Point(goal.along + RADIUS + ARROW, goal.across)
    far = max(first.along, last.along) + 2 * AROUND
    curve = (Point(far, start.across), Point(far, goal.across), last)
    return Line(first, (curve,), backward=True)
