"""Conflict and cooperation between two actors as SVG."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from xml.etree import ElementTree

from onrecord.record import EventDate, SourceCount, TimelineEntry
from onrecord.web.dyad_chart import BAND_ROOM, BAND_TOP, MIDDLE, draw_chart
from onrecord.web.dyad_events import meetings_of
from tests.web.records import DAY, make_timeline

FIGHT, TALK = make_timeline()
PAIR = ("harbour office", "Tidewater Post")


def dated(entry: TimelineEntry, days: int) -> TimelineEntry:
    day = DAY + timedelta(days)
    return replace(entry, date=EventDate(day, day, day))


def draw(*entries: TimelineEntry) -> ElementTree.Element:
    return ElementTree.fromstring(draw_chart(meetings_of(entries, *PAIR), *PAIR))


def bars(chart: ElementTree.Element, looks: str) -> list[ElementTree.Element]:
    return [one for one in chart.iter("rect") if one.get("class") == looks]


def test_cooperation_stands_above_the_line_and_conflict_below() -> None:
    chart = draw(dated(FIGHT, 0), dated(TALK, 3))
    (up,), (down,) = bars(chart, "quad-1"), bars(chart, "quad-3")
    assert float(up.get("y", 0)) < MIDDLE <= float(down.get("y", 0))
    assert float(down.get("x", 0)) < float(up.get("x", 0))


def test_a_deed_is_twice_as_high_as_words() -> None:
    chart = draw(dated(TALK, 0), dated(replace(TALK, id="t3", type="AID"), 3))
    words, deed = bars(chart, "quad-1")[0], bars(chart, "quad-2")[0]
    assert float(deed.get("height", 0)) > 1.8 * float(words.get("height", 0))


def test_the_band_shows_the_least_and_the_most_sources() -> None:
    chart = draw(dated(replace(FIGHT, sources=SourceCount(1, 4)), 0))
    (least,), (most,) = bars(chart, "least"), bars(chart, "most")
    assert float(most.get("height", 0)) == 4 * float(least.get("height", 0))
    assert float(most.get("y", 0)) >= BAND_TOP
    assert float(most.get("y", 0)) + float(most.get("height", 0)) == BAND_TOP + BAND_ROOM


def test_every_bar_says_in_words_what_it_is() -> None:
    chart = draw(dated(FIGHT, 0))
    (link,) = chart.iter("a")
    assert link.get("href") == "#t1"
    assert re.search(r"14 March 2031 · verbal conflict", link.get("aria-label", ""))


def test_many_days_leave_room_between_their_names() -> None:
    chart = draw(*(dated(replace(FIGHT, id=f"t{day}"), day) for day in range(60)))
    at = [float(one.get("x", 0)) for one in chart.iter("text") if "middle" in one.get("class", "")]
    assert all(second - first >= 100 for first, second in pairwise(at))
