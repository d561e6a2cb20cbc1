from datetime import date

import pytest

from evaluation.casebook_dates import DatesCase
from evaluation.casebook_times import GoldTime, TimesCase
from evaluation.times_scores import score_dates, score_times
from onrecord.record import Article, DateOfRecord, Page, Span, TimeExpression

PASSAGE = "The fire began on Friday morning and burned for two days, May said."


def span(words):
    start = PASSAGE.index(words)
    return Span(start, start + len(words))


def gold(words, kind, *values, generic=False, optional=False):
    return GoldTime(span(words), (kind,), values, None, None, generic, optional, 1)


MORNING = gold("Friday morning", "TIME", "2021-02-26TMO", "2021-02-26")
LENGTH = gold("two days", "DURATION", "P2D")


def found(words, kind, value, *, generic=False, day=None):
    return TimeExpression(
        words, span(words), kind, value, earliest=day, latest=day, best=day, generic=generic
    )


RIGHT = (
    found("Friday morning", "TIME", "2021-02-26TMO", day=date(2021, 2, 26)),
    found("two days", "DURATION", "P2D"),
)


def score(*times, golds=(MORNING, LENGTH)):
    case = TimesCase("case", "why", date(2021, 3, 1), PASSAGE, golds, "page.md:1")
    return {one.metric: one.value for one in score_times([case], [times]).figures}


def test_times_found_with_kind_and_value_are_right_in_everything():
    figures = score(*RIGHT)
    assert all(figures[name] == 1 for name in figures if name != "generic_found")


def test_a_part_of_the_words_is_found_but_not_exact():
    figures = score(found("Friday", "DATE", "2021-02-26"), RIGHT[1])
    assert (figures["found_recall"], figures["span_exact"]) == (1, 0.5)
    assert (figures["kind_right"], figures["value_right"]) == (0.5, 1)


def test_two_parts_of_one_time_are_not_an_extra_finding():
    figures = score(found("Friday", "DATE", "x"), found("morning", "TIME", "x"), RIGHT[1])
    assert figures["found_precision"] == 1


def test_a_finding_that_is_no_time_costs_precision():
    figures = score(*RIGHT, found("May", "DATE", "2020-05"))
    assert figures["found_precision"] == pytest.approx(2 / 3)


def test_what_was_missed_counts_against_the_values_of_all():
    figures = score(RIGHT[0])
    assert (figures["value_right"], figures["value_right_of_all"]) == (1, 0.5)


def test_an_optional_time_is_judged_neither_way():
    optional = gold("May", "DATE", "2020-05", optional=True)
    golds = (MORNING, LENGTH, optional)
    assert score(*RIGHT, golds=golds) == score(*RIGHT, found("May", "DATE", "x"), golds=golds)


def test_a_generic_time_needs_no_value():
    golds = (gold("two days", "DURATION", "PXD", generic=True),)
    figures = score(found("two days", "DURATION", "P2D", generic=True), golds=golds)
    assert (figures["value_right"], figures["generic_found"]) == (1, 1)


def test_a_passage_without_times_is_clean_or_not():
    assert score(golds=())["clean_passages"] == 1
    assert score(found("May", "DATE", "2020-05"), golds=())["clean_passages"] == 0


def test_a_right_value_with_a_wrong_best_day_is_seen():
    figures = score(found("Friday morning", "TIME", "2021-02-26TMO", day=date(2021, 3, 5)))
    assert (figures["value_right"], figures["days_right_of_all"]) == (1, 0)


FIRST, LAST, CLOCK = date(2020, 1, 5), date(2020, 1, 11), date(2021, 1, 15)


def record(role, first, last, best, *, conflict=False):
    return DateOfRecord(role, first, last, best, "", "rule", "why", chosen=True, conflict=conflict)


def score_page(*dates, known=True, conflict=False):
    case = DatesCase(
        "case",
        "why",
        Page("page.md:1", b"", "text"),
        FIRST if known else None,
        LAST if known else None,
        frozenset({CLOCK}),
        CLOCK,
        conflict,
        "page.md:1",
    )
    article = Article("a", "", "", "", (), "en", "", dates=dates)
    return {one.metric: one.value for one in score_dates([case], [article])[0]}


def test_a_best_day_inside_the_gold_is_right_though_its_interval_is_wider():
    figures = score_page(record("published", FIRST, date(2020, 2, 1), date(2020, 1, 6)))
    assert (figures["best_day_right"], figures["interval_inside"]) == (1, 0)
    assert (figures["interval_overlaps"], figures["wrong_day"]) == (1, 0)


def test_the_clock_given_as_publication_is_a_wrong_day():
    figures = score_page(record("published", CLOCK, CLOCK, CLOCK))
    assert (figures["best_day_right"], figures["wrong_day"]) == (0, 1)


def test_a_day_not_found_is_not_right():
    figures = score_page()
    assert (figures["best_day_right"], figures["no_day_found"]) == (0, 1)


def test_an_unknown_day_is_right_when_none_is_claimed():
    assert score_page(known=False)["unknown_left_open"] == 1
    wide = record("published", date(2000, 1, 1), CLOCK, date(2010, 1, 1))
    assert score_page(wide, known=False)["unknown_left_open"] == 1
    claimed = record("published", FIRST, LAST, FIRST)
    assert score_page(claimed, known=False)["unknown_left_open"] == 0


def test_the_day_of_the_crawl_is_judged_by_itself():
    assert score_page(record("crawled", CLOCK, CLOCK, CLOCK))["crawl_day_right"] == 1
    assert score_page(record("crawled", FIRST, FIRST, FIRST))["crawl_day_right"] == 0


def test_a_conflict_is_found_or_imagined():
    date_found = record("published", FIRST, LAST, FIRST, conflict=True)
    assert score_page(date_found, conflict=True)["conflict_found"] == 1
    assert score_page(date_found)["conflict_imagined"] == 1
