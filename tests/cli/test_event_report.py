"""Events and contested claims in the terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.cli.event_report import CONTESTS_SHOWN
from onrecord.cli.report import render_report
from onrecord.cli.timeline_report import UNDATED_SHOWN
from onrecord.record import Reading, Span
from tests.event_readings import make_event_reading


def render(reading: Reading, width: int = 100) -> str:
    report = render_report(reading, where="page.html", width=width, colour=False)
    return report[report.index("\nWhat happened, and when\n") :]


@pytest.mark.parametrize("width", [40, 59, 60, 80, 110, 300])
def test_no_line_is_wider_than_asked_for(width: int) -> None:
    assert max(map(len, render(make_event_reading(), width).splitlines())) <= width


def test_an_event_stands_on_its_day_with_its_standing_before_it() -> None:
    lines = render(make_event_reading(), 120).splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("● Sun 5 January 2031"))
    assert lines[start].endswith("▸ planned · mobilisation (troops): Kestria")
    assert lines[start + 1].endswith("Kestria will *send* 400 soldiers to the border on *Sunday*.")


def test_an_event_that_is_claimed_and_denied_says_both() -> None:
    assert (
        "▸ claimed by Kestria · attack: Oran Tesk → the embassy in Vienna · 2 mentions · "
        "also: denied by Mila Daron"
    ) in render(make_event_reading(), 160)


def test_events_without_a_day_stand_below() -> None:
    report = render(make_event_reading(), 120)
    below = report[report.index("Without a day") : report.index("Contested")]
    assert below.count("▸") == 3
    assert "did not happen · talks: Ivo Kell → the envoys of the Front" in below


def test_no_sentence_is_printed_for_two_events() -> None:
    report = render(make_event_reading(), 160)
    assert report.count("A first") == 1
    assert "through Northern Star · attack · “raid”" in report


def test_what_happened_means_is_said_where_something_happened() -> None:
    reading = make_event_reading()
    words = "“happened” is what the page tells in its own words"
    assert words in render(reading)
    assert words not in render(replace(reading, events=reading.events[1:]))


def test_of_very_many_events_without_a_day_those_told_most_are_shown() -> None:
    reading = make_event_reading()
    raid, often = reading.events[3], reading.events[1]
    crowd = tuple(replace(raid, id=f"v{at}") for at in range(UNDATED_SHOWN + 4))
    report = render(replace(reading, events=(*crowd, replace(often, date=None))))
    assert report.count("▸") == UNDATED_SHOWN
    assert "claimed by Kestria" in report
    assert "and 5 events beside these: see --html or --json" in report


def test_a_contested_claim_is_quoted_with_what_stands_against_it() -> None:
    lines = render(make_event_reading(), 120).splitlines()
    start = lines.index("Contested")
    assert lines[start + 1 : start + 4] == [
        "  “Tesk had helped to plan the attack on the embassy in Vienna in December” — told by "
        "Kestria",
        "    doubted by this page: “No proof was provided”",
        "    denied by Mila Daron: “We never attacked the embassy”",
    ]


def test_very_many_contested_claims_are_counted() -> None:
    reading = make_event_reading()
    many = tuple(
        replace(reading.contests[0], id=f"c{at}", claim=Span(at, at + 9))
        for at in range(CONTESTS_SHOWN + 2)
    )
    assert "and 2 contested claims beside these" in render(replace(reading, contests=many))


def test_words_of_a_page_cannot_drive_the_terminal() -> None:
    reading = make_event_reading()
    text = reading.article.text.replace("embassy", "\x1b[31m\u202ey")
    entities = tuple(replace(one, name="\x1b[31m" + one.name) for one in reading.entities)
    article = replace(reading.article, text=text)
    report = render_report(
        replace(reading, article=article, entities=entities), where="x", width=80, colour=False
    )
    assert "\x1b" not in report
    assert "\u202e" not in report
