"""Conflict and cooperation between two actors as SVG: days across, cooperation up, conflict down.

Invariant: nothing is told by colour alone, and every bar says in words what it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from onrecord.painting.days import describe_day
from onrecord.painting.markup import Html, element, join, write
from onrecord.painting.wording import phrase, word_for
from onrecord.web.dyad_events import Meeting

WIDTH, LEFT, RIGHT = 1000, 120, 20
MIDDLE, ROOM = 150, 120
"""Height of the line between cooperation and conflict, and room for bars on each side of it."""

BAND_TOP, BAND_ROOM = 320, 70
"""Where the band of sources begins and how high it may get."""

HEIGHT = BAND_TOP + BAND_ROOM + 40
VERBAL, MATERIAL = 1, 2
"""Height of a bar: words count one; deeds, the greater step by PLOVER's quad classes, two."""

WIDEST_BAR, NARROWEST_BAR = 28.0, 3.0
MOST_TICKS = 8
TICK_ROOM = 125
"""Between two ticks: the longest day, 30 September 2024, measured in the chart's own type."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From days to places across, from units to places up and down."""

    first: date
    days: int
    unit: float
    source: float

    def across(self, day: date) -> float:
        """The middle of a day."""
        span = WIDTH - LEFT - RIGHT
        return LEFT + span * ((day - self.first).days + 0.5) / self.days

    @property
    def bar(self) -> float:
        """The width of a bar."""
        return min(WIDEST_BAR, max(NARROWEST_BAR, (WIDTH - LEFT - RIGHT) / self.days * 0.7))


def draw_chart(meetings: Sequence[Meeting], first: str, second: str) -> Markup:
    """The chart of dated meetings, at least one."""
    by_day: dict[date, list[Meeting]] = {}
    for one in meetings:
        if one.entry.date is not None:
            by_day.setdefault(one.entry.date.best, []).append(one)
    days = sorted(by_day)
    scale = _make_scale(by_day, days)
    parts = [
        _draw_axes(scale),
        *[_draw_ticks(scale, days)],
        *[_draw_day(day, by_day[day], scale) for day in days],
        _draw_band(by_day, days, scale),
    ]
    title = phrase("dyad", "title", first=first, second=second)
    svg = element(
        "svg",
        element("title", write(title)),
        *parts,
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="group",
        aria_label=title,
        class_="dyad",
    )
    return Markup(svg)


def _make_scale(by_day: dict[date, list[Meeting]], days: list[date]) -> Scale:
    highest = max(
        sum(_height(one) for one in many if one.conflict is side)
        for many in by_day.values()
        for side in (True, False)
    )
    most = max(one.most for many in by_day.values() for one in many)
    first = days[0] - timedelta(days=1)
    days_shown = (days[-1] - first).days + 2
    return Scale(first, days_shown, ROOM / max(highest, 2), BAND_ROOM / max(most, 2))


def _height(one: Meeting) -> int:
    return MATERIAL if one.material else VERBAL


def _draw_axes(scale: Scale) -> Html:
    right = WIDTH - RIGHT
    bottom = BAND_TOP + BAND_ROOM
    names = [
        (MIDDLE - ROOM / 2, "cooperation"),
        (MIDDLE + ROOM / 2, "conflict"),
        (BAND_TOP + BAND_ROOM / 2, "sources"),
    ]
    return join(
        [
            *[
                element("line", x1=str(LEFT), x2=str(right), y1=str(at), y2=str(at), class_="axis")
                for at in (MIDDLE, bottom)
            ],
            *[
                element("text", write(phrase("dyad", key)), x="0", y=f"{at:.0f}", class_="side")
                for at, key in names
            ],
            *[
                element(
                    "text",
                    write(str(many)),
                    x=str(LEFT - 8),
                    y=f"{bottom - many * scale.source + 4:.1f}",
                    class_="tick end",
                )
                for many in (1, round(BAND_ROOM / scale.source))
            ],
        ]
    )  # fmt: skip


def _draw_ticks(scale: Scale, days: list[date]) -> Html:
    step = max(1, len(days) // MOST_TICKS + (len(days) % MOST_TICKS > 0))
    drawn, reached = [], -1000.0
    for day in days[::step]:
        at = scale.across(day)
        if at - reached < TICK_ROOM:
            continue
        reached = at
        drawn.append(
            element(
                "line", x1=f"{at:.1f}", x2=f"{at:.1f}", y1="20",
                y2=str(BAND_TOP + BAND_ROOM), class_="day",
            )
        )  # fmt: skip
        end = "end" if at > WIDTH - 90 else "middle"
        drawn.append(
            element("text", write(describe_day(day)), x=f"{at:.1f}", y=str(HEIGHT - 12),
                    class_=f"tick {end}")
        )  # fmt: skip
    return join(drawn)


def _draw_day(day: date, meetings: list[Meeting], scale: Scale) -> Html:
    """The bars of one day, cooperation stacked up, conflict stacked down."""
    up = down = 0
    bars = []
    for one in sorted(meetings, key=lambda one: (one.quad, one.entry.id)):
        high = _height(one)
        if one.conflict:
            top = MIDDLE + down * scale.unit
            down += high
        else:
            up += high
            top = MIDDLE - up * scale.unit
        told = " · ".join(
            (
                describe_day(day),
                word_for("quads", str(one.quad)),
                word_for("event_types", one.entry.type),
                one.entry.words,
            )
        )
        bars.append(
            element(
                "a",
                element("title", write(told)),
                element(
                    "rect",
                    x=f"{scale.across(day) - scale.bar / 2:.1f}",
                    y=f"{top + 1:.1f}",
                    width=f"{scale.bar:.1f}",
                    height=f"{max(high * scale.unit - 2, 1):.1f}",
                    class_=f"quad-{one.quad}",
                ),
                href=f"#{one.entry.id}",
                aria_label=told,
            )
        )
    return join(bars)


def _draw_band(by_day: dict[date, list[Meeting]], days: list[date], scale: Scale) -> Html:
    """For each day the fewest and the most independent sources of its best supported event."""
    bottom = BAND_TOP + BAND_ROOM
    drawn = []
    for day in days:
        best = max(by_day[day], key=lambda one: (one.least, one.most))
        low, high = bottom - best.least * scale.source, bottom - best.most * scale.source
        at, half = scale.across(day), scale.bar / 2
        told = phrase("dyad", "band", day=describe_day(day), least=best.least, most=best.most)
        drawn.append(
            element(
                "g",
                element("title", write(told)),
                element(
                    "rect", x=f"{at - half:.1f}", y=f"{high:.1f}", width=f"{scale.bar:.1f}",
                    height=f"{max(bottom - high, 0.5):.1f}", class_="most",
                ),
                element(
                    "rect", x=f"{at - half:.1f}", y=f"{low:.1f}", width=f"{scale.bar:.1f}",
                    height=f"{max(bottom - low, 0.5):.1f}", class_="least",
                ),
            )
        )  # fmt: skip
    return join(drawn)
