"""People and places in the terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.cli.people_report import PEOPLE_SHOWN, PLACES_SHOWN
from onrecord.cli.report import render_report
from onrecord.record import Entity, Reading, Span
from tests.event_readings import make_event_reading
from tests.readings import make_reading


def render(reading: Reading, width: int = 100) -> str:
    report = render_report(reading, where="page.html", width=width, colour=False)
    return report[report.index("\nPeople and places\n") :]


@pytest.mark.parametrize("width", [40, 60, 80, 110, 300])
def test_no_line_is_wider_than_asked_for(width: int) -> None:
    assert max(map(len, render(make_event_reading(), width).splitlines())) <= width


def test_a_line_has_name_count_kind_role_and_other_names() -> None:
    lines = render(make_event_reading()).splitlines()
    assert (
        "Oran Tesk              3×  person, former commander of the Northern Front · also “Tesk”"
        in lines
    )
    assert (
        "Kestria                2×  government of Kestria · called “Merrow” and “Kestria”" in lines
    )
    assert "Vienna                 1×  town, Austria · 48.2° N, 16.4° E" in lines


def test_who_could_not_be_told_is_said() -> None:
    assert "Not led back to anybody named: “his driver” and “One official”." in render(
        make_event_reading()
    )


def test_of_very_many_the_weightiest_are_shown_and_the_rest_counted() -> None:
    reading = make_event_reading()
    crowd = tuple(
        Entity(f"p{at}", f"Person {at}", "person", (Span(at, at + 1),)) for at in range(40)
    )
    towns = tuple(
        Entity(f"town-{at}", f"Town {at}", "place", (Span(at, at + 1),)) for at in range(30)
    )
    report = render(replace(reading, entities=(*reading.entities, *crowd, *towns)))
    assert report.count("Person ") == PEOPLE_SHOWN - 6
    assert "and 31 others: see --html or --json" in report
    assert report.count("Town ") == PLACES_SHOWN - 1
    assert "and 25 other places: see --html or --json" in report


def test_a_reading_of_nobody_has_no_such_part() -> None:
    reading = replace(make_reading(), entities=(), statements=())
    report = render_report(reading, where="x", width=80, colour=False)
    assert "People and places" not in report
