from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.years import (
    YearClues,
    copyright_years,
    find_yearless,
    fix_dateline,
    fix_year,
    year_by_days,
)

OCTOBER_8 = find_yearless("Oct. 8")[0]


@pytest.mark.parametrize(
    ("text", "month", "day", "weekday"),
    [
        ("LORNE, Oct. 8 (Meridian Press)", 10, 8, None),
        ("Published 6 May / Updated at noon", 5, 6, None),
        ("Thu, 3rd of September, 10:40", 9, 3, 4),
        ("Montag, 6. Mai", 5, 6, 1),
    ],
)
def test_a_day_of_a_month_without_a_year_is_found(text, month, day, weekday):
    [found] = find_yearless(text)
    assert (found.month, found.day, found.weekday) == (month, day, weekday)


@pytest.mark.parametrize("text", ["8 October 2018", "May 6, 2019", "May 62", "1 January 9999", ""])
def test_a_whole_date_is_not_one_without_a_year(text):
    assert find_yearless(text) == ()


def test_the_year_is_that_of_another_day_within_weeks():
    december = find_yearless("30 December")[0]
    assert year_by_days(december, [date(2020, 1, 2)]) == date(2019, 12, 30)
    assert year_by_days(december, [date(2020, 6, 2)]) is None


def test_a_line_without_a_year_is_of_the_year_before_the_saving():
    fixed = fix_year(OCTOBER_8, YearClues(saved=date(2019, 3, 1)), "")
    assert fixed is not None
    assert fixed[0] == date(2018, 10, 8)


def test_a_weekday_beside_the_day_must_be_that_of_its_year():
    friday = find_yearless("Fri 26 Feb")[0]
    assert fix_year(friday, YearClues(saved=date(2021, 3, 4)), "")[0] == date(2021, 2, 26)
    assert fix_year(friday, YearClues(saved=date(2020, 3, 4)), "") is None


def test_a_copyright_s_year_alone_fixes_no_dateline():
    clues = YearClues(years=frozenset({2018}))
    assert fix_dateline(OCTOBER_8, clues, "LORNE, Oct. 8 - Voters said no.") is None


def test_a_copyright_s_year_fixes_a_dateline_whose_weekday_agrees():
    text = "LORNE, Oct. 8 - Voters said no, officials told us on Monday."
    fixed = fix_dateline(OCTOBER_8, YearClues(years=frozenset({2018})), text)
    assert fixed is not None
    assert fixed[0] == date(2018, 10, 8)
    assert fix_dateline(OCTOBER_8, YearClues(years=frozenset({2016})), text) is None


def test_two_copyright_years_fix_nothing():
    text = "LORNE, Oct. 8 - Voters said no on Monday."
    assert fix_dateline(OCTOBER_8, YearClues(years=frozenset({2018, 2007})), text) is None


def test_a_range_of_copyright_years_is_none():
    assert copyright_years("© 2010–2021 Volnaya Gazette\nCopyright 2018 Meridian Press") == {2018}


@given(st.text(max_size=60))
def test_no_text_breaks_the_search_for_days(text):
    for one in find_yearless(text):
        assert one.span.cut(text) == one.raw
        assert fix_year(one, YearClues(saved=date(2020, 2, 29)), text) is None or one.month <= 12
