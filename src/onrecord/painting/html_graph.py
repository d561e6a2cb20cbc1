"""The graph of a trace as SVG: once by time and outlet from left to right, once from top to bottom.

Invariant: nothing is told by colour alone, and each page and source is a link to its card.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.painting.graph_layout import (
    ARROW,
    RADIUS,
    Field,
    Grid,
    Line,
    Point,
    drawn_takings,
    lay_out_tall,
    lay_out_wide,
    route,
)
from onrecord.painting.html_nodes import draw_page, draw_source, draw_words, number
from onrecord.painting.markup import NOTHING, Html, element, join, write
from onrecord.painting.trace_outline import SourceShown, Taking, TraceOutline
from onrecord.painting.trace_words import (
    call_source,
    describe_evidence,
    describe_page_kind,
    describe_taking,
    name_page,
)
from onrecord.painting.visible_text import wrap_short
from onrecord.painting.wording import count, phrase, word_for

LANE_NAMES, SOURCES_AT, FIRST_STEP = 10, 184, 440
"""Where the outlets' names, the sources' signs and the first pages stand, from the left."""

NAME_CHARACTERS, SOURCE_CHARACTERS, DAY_CHARACTERS = 17, 26, 10
CHARACTER = 6.9
"""Mean width of a character of the labels, measured on their font at its size, rounded up."""

DAY_CHARACTER, DAY_NAMES = 7.6, 22
"""The same in bold type, and how far down the days' names stand."""

FULL_WIDTH = 1120
"""Width of the page's column; steps share it where it is wide enough for them."""

NARROWEST_STEP, WIDEST_STEP = 84, 150

HEAD, LANE, SOURCE_ROW = 62, 74, 46
TALL_WIDTH = 360
RAIL, RAILS_WIDEST = 24, 150
DAY_ROW, SOURCE_STEP, PAGE_STEP = 34, 44, 52
TALL_CHARACTERS, SMALL_CHARACTERS = 50, 57
"""Characters of a line over the whole width of the tall graph, and in its smaller type."""


def draw_graph(outline: TraceOutline, section: int) -> Html:
    """Both layouts; the style sheet shows the one that fits the window or the paper."""
    if not outline.pages:
        return NOTHING
    wide = _draw_wide(outline, lay_out_wide(outline), section)
    tall = _draw_tall(outline, lay_out_tall(outline), section)
    return element(
        "div",
        element(
            "div",
            wide,
            class_="wide",
            tabindex="0",
            role="region",
            aria_label=phrase("graph", "title"),
        ),
        element("div", tall, class_="tall"),
        class_="graph",
    )


def describe_left_out(outline: TraceOutline) -> str:
    """How many pages are not drawn; "" where all are."""
    left = lay_out_wide(outline).left_out
    return phrase("graph", "left_out", pages=count(left, "page_is")) if left else ""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What lines are drawn on; ``upright`` = time runs down."""

    outline: TraceOutline
    grid: Grid
    field: Field
    section: int
    upright: bool


def _draw_wide(outline: TraceOutline, grid: Grid, section: int) -> Html:
    step = (FULL_WIDTH - FIRST_STEP) / grid.steps
    step = min(max(step, NARROWEST_STEP), WIDEST_STEP)
    along = [FIRST_STEP + step * position for position in range(grid.steps)]
    rows = [
        max(1, sum(place.lane == lane for _, place in grid.sources))
        for lane in range(len(grid.lanes))
    ]
    across: list[float] = []
    tops: list[float] = [HEAD]
    for many in rows:
        height = max(LANE, SOURCE_ROW * many + 20)
        across.append(tops[-1] + height / 2 - 4)
        tops.append(tops[-1] + height)
    occupied = frozenset(place for _, place in grid.pages)
    sheet = _Sheet(outline, grid, Field(along, across, occupied), section, upright=False)
    width = max(along[-1] + step, FULL_WIDTH)
    sources = _place_sources(grid, across)
    parts = [
        element(
            "rect", x="0", y=number(tops[lane]), width=number(width),
            height=number(tops[lane + 1] - tops[lane]), class_=f"lane lane-{lane % 2}",
        )
        for lane in range(len(grid.lanes))
    ]  # fmt: skip
    parts += [_draw_days(sheet, tops[-1]), *_draw_clocks(sheet)]
    for lane, name in enumerate(grid.lanes):
        lines = wrap_short(name, NAME_CHARACTERS, 2).split("\n")
        parts.append(draw_words(lines, LANE_NAMES, across[lane], "outlet-name"))
    labels = {
        source.letter: wrap_short(call_source(source), SOURCE_CHARACTERS, 2).split("\n")
        for source, _ in sources
    }
    # A source's line begins behind its name.
    starts = [
        (source, Point(at.along + CHARACTER * max(map(len, labels[source.letter])) + 24, at.across))
        for source, at in sources
    ]
    parts += [_draw_source_lines(sheet, starts), _draw_takings(sheet)]
    for source, at in sources:
        lines = labels[source.letter]
        label = draw_words(lines, at.along + 24, at.across, "source-name")
        parts.append(draw_source(source, at.along, at.across, label, section))
    for page, place in grid.pages:
        at = sheet.field.point(place)
        kind = element(
            "text", write(describe_page_kind(page)), x=number(at.along),
            y=number(at.across + RADIUS + 15), class_="kind-name",
        )  # fmt: skip
        parts.append(draw_page(page, at.along, at.across, kind, sheet.outline, section))
    return _wrap(parts, grid, width, tops[-1] + 8, f"c{section}-wide", "about")


def _place_sources(grid: Grid, across: list[float]) -> list[tuple[SourceShown, Point]]:
    """Sources of one lane stand below one another, around the middle of the lane."""
    placed = []
    for lane in range(len(grid.lanes)):
        here = [source for source, place in grid.sources if place.lane == lane]
        for position, source in enumerate(here):
            offset = (position - (len(here) - 1) / 2) * SOURCE_ROW
            placed.append((source, Point(SOURCES_AT, across[lane] + offset)))
    return placed


def _draw_days(sheet: _Sheet, bottom: float) -> Html:
    parts = []
    steps = sheet.field.along
    for step, page in sheet.grid.days:
        half = (steps[1] - steps[0]) / 2 if len(steps) > 1 else WIDEST_STEP / 2
        x = steps[step] - half
        if step:
            parts.append(
                element("line", x1=number(x), y1="4", x2=number(x), y2=number(bottom), class_="day")
            )
        room = max(DAY_CHARACTERS, int(2 * half / DAY_CHARACTER))
        lines = wrap_short(page.clock.best_day, room, 2).split("\n")
        parts.append(draw_words(lines, steps[step], DAY_NAMES, "day-name"))
    return element("g", join(parts), aria_hidden="true")


def _draw_clocks(sheet: _Sheet) -> list[Html]:
    clocks = {place.step: page.clock.short for page, place in reversed(sheet.grid.pages)}
    return [
        element(
            "text", write(clock), x=number(sheet.field.along[step]), y=number(HEAD - 8),
            class_="clock", aria_hidden="true",
        )
        for step, clock in clocks.items()
        if clock
    ]  # fmt: skip


def _draw_tall(outline: TraceOutline, grid: Grid, section: int) -> Html:
    rail = min(RAIL, RAILS_WIDEST / len(grid.lanes))
    across = [RADIUS + 8 + rail * lane for lane in range(len(grid.lanes))]
    heights = [PAGE_STEP] * grid.steps
    for step, _ in grid.days:
        heights[step] = DAY_ROW
    for _, place in grid.sources:
        heights[place.step] = SOURCE_STEP
    along: list[float] = []
    reached = 0.0
    for height in heights:
        along.append(reached + height / 2)
        reached += height
    occupied = [place for _, place in (*grid.pages, *grid.sources)]
    sheet = _Sheet(outline, grid, Field(along, across, frozenset(occupied)), section, upright=True)
    text_at = across[-1] + RADIUS + 12
    share = (TALL_WIDTH - text_at) / TALL_WIDTH
    room, small = int(TALL_CHARACTERS * share), int(SMALL_CHARACTERS * share)
    parts = []
    for step, page in grid.days:
        y = along[step]
        parts.append(draw_words([page.clock.best_day], text_at, y, "day-name at-left"))
        parts.append(
            element(
                "line", x1=number(text_at), y1=number(y + 11), x2=str(TALL_WIDTH),
                y2=number(y + 11), class_="day",
            )
        )  # fmt: skip
    sources = [(source, sheet.field.point(place)) for source, place in grid.sources]
    parts += [_draw_source_lines(sheet, sources), _draw_takings(sheet)]
    for source, at in sources:
        lines = wrap_short(call_source(source), room, 2).split("\n")
        label = draw_words(lines, text_at, at.along, "source-name")
        parts.append(draw_source(source, at.across, at.along, label, section))
    for page, place in grid.pages:
        at = sheet.field.point(place)
        facts = [page.clock.short, describe_page_kind(page)]
        if outline.trace.claim.text:
            facts.append(word_for("standing_short", page.standing))
        lines = [
            wrap_short(name_page(page).split(" ", 1)[1], room - 4, 1),
            wrap_short(" · ".join(filter(None, facts)), small, 1),
        ]
        label = draw_words(lines, text_at, at.along, "page-name")
        parts.append(draw_page(page, at.across, at.along, label, outline, section))
    return _wrap(parts, grid, TALL_WIDTH, reached + 8, f"c{section}-tall", "about_narrow")


def _draw_source_lines(sheet: _Sheet, sources: list[tuple[SourceShown, Point]]) -> Html:
    places = sheet.grid.places
    begins = {source.letter: place for source, place in sheet.grid.sources}
    parts = []
    for source, at in sources:
        for head in source.heads:
            if head not in places:
                continue
            line = route(sheet.field, at, begins[source.letter], places[head])
            words = phrase(
                "graph", "from_source", page=head, letter=source.letter, name=call_source(source)
            )
            parts.append(_draw_line(line, words, f"from-source {source.side}", sheet.upright))
    return element("g", join(parts), class_="lines", aria_hidden="true")


def _draw_takings(sheet: _Sheet) -> Html:
    places = sheet.grid.places
    parts = []
    for taking in drawn_takings(sheet.outline, sheet.grid):
        begin, end = places[taking.parent], places[taking.child]
        line = route(sheet.field, sheet.field.point(begin), begin, end)
        looks = f"taking {taking.derivation.kind} {taking.derivation.credited}"
        parts.append(_draw_line(line, tell_taking(taking, sheet.outline), looks, sheet.upright))
    return element("g", join(parts), class_="lines", aria_hidden="true")


def tell_taking(taking: Taking, outline: TraceOutline) -> str:
    """Who took it from whom, and what shows it."""
    words = phrase(
        "graph",
        "taking",
        child=name_page(outline.page(taking.child)),
        words=describe_taking(taking, outline),
    )
    evidence = describe_evidence(taking, outline)
    return f"{words}: {evidence}" if evidence else words


def _draw_line(line: Line, words: str, looks: str, upright: bool) -> Html:
    def at(point: Point) -> str:
        x, y = (point.across, point.along) if upright else (point.along, point.across)
        return f"{number(x)},{number(y)}"

    path = [f"M{at(line.start)}"]
    path += [f"C{' '.join(map(at, curve))}" for curve in line.curves]
    end = line.curves[-1][-1]
    tip = -ARROW if line.backward else ARROW
    head = [
        Point(end.along + tip, end.across),
        Point(end.along, end.across - ARROW / 2),
        Point(end.along, end.across + ARROW / 2),
    ]
    return element(
        "g",
        element("title", write(words)),
        element("path", d="".join(path), class_="line"),
        element("polygon", points=" ".join(map(at, head)), class_="head"),
        class_=looks,
    )


def _wrap(
    parts: list[Html],
    grid: Grid,
    width: float,
    height: float,
    name: str,
    about: str,
) -> Html:
    words = phrase(
        "graph",
        about,
        pages=count(len(grid.pages), "page"),
        outlets=count(len(grid.lanes), "outlet"),
        sources=count(len(grid.sources), "source"),
    )
    return element(
        "svg",
        element("title", write(phrase("graph", "title")), id=f"{name}-title"),
        element("desc", write(words), id=f"{name}-about"),
        join(parts),
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=number(width),
        height=number(height),
        role="group",
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-about",
    )
