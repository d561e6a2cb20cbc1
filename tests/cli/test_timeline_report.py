"""The timeline as it stands in a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.cli.report import render_report
from onrecord.cli.timeline_report import ROWS_SHOWN, SENTENCES_SHOWN
from onrecord.record import Reading
from tests.dated_readings import (
    DOUBTFUL,
    MONDAY,
    SOME_DAY,
    make_crowded_reading,
    make_dated_reading,
    make_spread_time,
)
from tests.readings import make_reading


def render(reading: Reading, width: int = 120) -> str:
    report = render_report(reading, where="page.html", width=width, colour=False)
    return report[report.index("\nWhen\n") :]


def lines_of(reading: Reading, width: int = 120) -> list[str]:
    return render(reading, width).splitlines()


@pytest.mark.parametrize("width", [40, 59, 60, 80, 120, 300])
@pytest.mark.parametrize("published", [MONDAY, SOME_DAY, None])
def test_no_line_is_wider_than_asked_for(width: int, published: object) -> None:
    reading = make_dated_reading(published)  # type: ignore[arg-type]
    assert max(map(len, lines_of(reading, width))) <= width


def find_row(reading: Reading, day: str) -> list[str]:
    """The sign, the day and the words of the row of ``day``."""
    (line,) = [line for line in lines_of(reading) if line[2:].startswith(day)]
    return [line[0], day, line[2 + len(day) :].strip()]


def test_a_day_stands_beside_its_sentence_with_the_time_in_sight() -> None:
    words = "The first weir at Ostrel was built in *55 BC*, and the dam in the 1960s."
    assert find_row(make_dated_reading(), "55 BC") == ["●", "55 BC", words]


def test_the_publication_is_a_line_of_the_timeline() -> None:
    row = find_row(make_dated_reading(), "Mon 6 January 2020")
    assert row == ["◆", "Mon 6 January 2020", "this page was published"]


def test_how_long_before_the_publication_is_said() -> None:
    assert "  3 days before publication" in render(make_dated_reading())


def test_a_day_that_hangs_on_an_unsure_publication_says_so() -> None:
    report = render(make_dated_reading(DOUBTFUL))
    assert "● Fri 3 January 2020 ?" in report
    assert "  if published on 6 January" in report


def test_a_publication_between_two_days_is_said_and_what_moves_with_it() -> None:
    report = render(make_dated_reading(SOME_DAY, (make_spread_time(),)))
    assert "● between 3 and 5 January" in report
    assert "  by the day of publication" in report
    assert "this page was published, between 5 and 7 January 2020" in report


def test_an_unknown_publication_is_said() -> None:
    report = render(make_dated_reading(None))
    assert "When this page was published is unknown" in report
    assert "◆ Fri 15 January 2021" in report


def test_both_readings_of_a_time_are_shown() -> None:
    assert "(or Thu 5 March 2020)" in render(make_dated_reading())


def test_what_has_no_place_is_counted_in_one_line() -> None:
    assert (
        "Not on the calendar: 2 repeated times, 1 length of time and 1 time in general."
        in lines_of(make_dated_reading())
    )


def test_a_text_without_times_says_so() -> None:
    assert "No times were found in the text." in render(make_reading())


def test_of_very_many_dates_some_are_shown_and_the_rest_counted() -> None:
    lines = lines_of(make_crowded_reading(500), 80)
    assert sum(line[:1] in ("●", "◆") for line in lines) == ROWS_SHOWN
    assert "354 dates before these: see --html or --json" in lines
    assert "123 dates after these: see --html or --json" in lines


def test_of_very_many_sentences_of_a_day_some_are_shown_and_the_rest_counted() -> None:
    report = render(make_crowded_reading(SENTENCES_SHOWN + 4, step=0))
    assert report.count("*2019-01-01*") == SENTENCES_SHOWN
    assert "and 4 mentions beside these" in report


def test_words_of_a_page_cannot_drive_the_terminal() -> None:
    reading = make_dated_reading()
    text = reading.article.text.replace("on Friday", "\x1b[31mFrid")
    report = render(replace(reading, article=replace(reading.article, text=text)))
    assert "\x1b" not in report
