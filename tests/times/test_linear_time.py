"""No text costs more than its length: four times the text, about four times the time.

Costs are compared within one run, so that a slow machine fails nothing.
"""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from onrecord.reading import read_times
from tests.times.samples import PUBLISHED

MAX_GROWTH = 10
NOISE = 0.1
"""Seconds of either cost that tell nothing: clocks and collections of garbage."""
SHORT = 6_000

PIECES = [
    "7",
    "a",
    " ",
    "\n",
    "-",
    "1/",
    "1:",
    "1,",
    "Friday ",
    "one ",
    "one million ",
    "January 1 ",
    "January 1914 and ",
    "in 1914, ",
    "1914-",
    "the ",
    "the 1976 ",
    "10 a.m. ",
    "10:30 ",
    "from May to ",
    "a year earlier, ",
    "a year ago the quarter ",
    "the following day ",
    "two and a half ",
    "U.S. ",
    "the weekend ",
]

HARD = [
    "in 1914 in the morning ",
    "1990s Friday ",
    "in March the year-earlier period ",
    "the 19th century that day ",
]


def cost(text: str, published: date | None) -> float:
    """The least of three costs."""
    costs = []
    for _ in range(3):
        start = process_time()
        read_times(text, published)
        costs.append(process_time() - start)
    return min(costs)


@pytest.mark.parametrize("published", [PUBLISHED, None], ids=["published", "undated"])
@pytest.mark.parametrize("piece", PIECES)
def test_cost_grows_with_the_text_alone(piece: str, published: date | None) -> None:
    short = piece * (SHORT // len(piece))
    assert cost(short * 4, published) < MAX_GROWTH * cost(short, published) + NOISE


@pytest.mark.parametrize("piece", HARD)
def test_cost_grows_with_the_text_where_no_day_is_ever_told(piece: str) -> None:
    short = piece * 1500
    assert cost(short * 4, None) < MAX_GROWTH * cost(short, None) + NOISE


@pytest.mark.parametrize("piece", ["7", "a", "-", "harbour, ", "wwwwwwww "])
def test_a_megabyte_without_a_full_stop_holds_no_time(piece: str) -> None:
    assert read_times(piece * (1_000_000 // len(piece)), PUBLISHED) == ()


def test_a_megabyte_of_the_words_of_times_is_read() -> None:
    times = read_times("Friday one, January 1 " * 45_000, PUBLISHED)
    assert {one.value for one in times} == {"2020-01-03", "2020-01-01"}
