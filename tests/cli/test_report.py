"""What a journalist reads in the terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.cli.report import ISSUES_SHOWN, LINES_A_REASON, render_report
from onrecord.record import Issue, Reading
from tests.dated_readings import MONDAY, SOME_DAY, make_dated_reading
from tests.readings import make_reading


def render(reading: Reading, width: int = 80) -> str:
    return render_report(reading, where="page.html", width=width, colour=False)


@pytest.mark.parametrize("width", [40, 80, 120, 400])
def test_no_line_is_wider_than_asked_for(width: int) -> None:
    assert max(map(len, render(make_reading(), width).splitlines())) <= width


def test_the_head_says_what_was_read_and_when_it_was_published() -> None:
    lines = render(make_reading()).splitlines()
    assert "Harbour Gazette · by Ilse Marant and Tom Okafor" in lines
    start = lines.index("Published   25 March 2031")
    assert lines[start + 1 : start + 5] == [
        "            · the page's own metadata",
        "            ≠ also given: 24 March 2031, the line under the headline",
        "Page saved  15 January 2032",
        "            · clock in the page's header",
    ]


def test_a_conflict_is_said_beside_the_day() -> None:
    reading = make_dated_reading(replace(SOME_DAY, conflict=True))
    report = render(reading, 120)
    assert "most likely 6 January 2020, in conflict with what else the page says" in report


def test_a_long_reason_is_cut_to_a_few_lines() -> None:
    reading = make_dated_reading(replace(MONDAY, reason="because it says so, " * 100))
    lines = render(reading).splitlines()
    assert sum("because it says so" in line for line in lines) == LINES_A_REASON
    assert "…" in "".join(lines)


def test_the_timeline_stands_between_the_sources_and_the_tally() -> None:
    report = render(replace(make_reading(), times=make_dated_reading().times[:1]))
    assert (
        report.index("Three tugs stood by") < report.index("When\n") < report.index("10 statements")
    )


def test_a_chain_is_drawn_from_the_page_to_the_origin() -> None:
    lines = render(make_reading(), 120).splitlines()
    start = next(number for number, line in enumerate(lines) if "Radio Veld" in line)
    assert lines[start - 1] == "    Harbour Gazette  the page we read"
    assert lines[start] == "    └── Radio Veld  news outlet; stated in the text"
    assert lines[start + 1] == "        └── Dara Quill  stated in the text"


def test_unnamed_sources_are_marked() -> None:
    report = render(make_reading())
    assert "○ two senior officials  unnamed people" in report
    assert "● Dara Quill, Port Minister  person" in report


def test_the_reason_for_anonymity_is_given() -> None:
    assert "reason given: “on condition of anonymity because" in render(make_reading(), 120)


def test_stance_and_mode_stand_before_the_words() -> None:
    report = render(make_reading(), 120)
    assert "says, quoted       “Nobody read it. Nobody was asked to read it”" in report
    assert "denies, paraphrased  that her office had received any warning" in report


def test_what_was_left_out_and_what_was_not_understood_is_said() -> None:
    report = render(make_reading(), 120)
    assert "Left out of the text: 1 caption, 2 related headlines and 1 tag." in report
    assert "! it is unclear which of the officials is meant (at “one of them”)" in report


def test_very_many_issues_are_counted() -> None:
    issue = Issue("statements", "odd", "something is odd")
    report = render(replace(make_reading(), issues=(issue,) * (ISSUES_SHOWN + 3)))
    assert report.count("something is odd") == ISSUES_SHOWN
    assert "and 3 more" in report


def test_an_article_of_which_nothing_is_known_has_a_report() -> None:
    reading = make_reading()
    bare = replace(reading.article, title="", outlet="", authors=(), dates=(), url="", language="")
    report = render(replace(reading, article=bare, statements=(), issues=()))
    assert "(no headline found)" in report
    assert "unknown outlet · no author named" in report
    assert "No statements were found on this page." in report


def test_a_page_cannot_drive_the_terminal_or_the_markup() -> None:
    reading = make_reading()
    title = "\x1b[31mred[/bold] [link=http://x.example]x[/link] :smile: \u202etxet"
    report = render(replace(reading, article=replace(reading.article, title=title)))
    assert "\x1b" not in report
    assert "⟨U+001B⟩[31mred[/bold]" in report
    assert ":smile:" in report
    assert "\u202e" not in report


def test_colour_is_only_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in render_report(make_reading(), where="x", width=80, colour=True)
