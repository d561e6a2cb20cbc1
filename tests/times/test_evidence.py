from datetime import date

from onrecord.times.evidence import gather_evidence
from tests.times.pages import make_article
from tests.times.samples import find, span_of


def evidence(text, *quoted, captions=()):
    return gather_evidence(make_article(text, captions=captions), find(text), quoted)


def test_a_day_of_the_month_is_a_clue_with_its_words():
    text = "The pier fell on Friday, 3 January."
    (one,) = evidence(text).dated
    assert (one.month, one.day, one.weekday, one.year, one.ahead) == (1, 3, 5, None, False)
    assert one.words == one.span.cut(text) == "Friday, 3 January"


def test_a_day_of_the_month_lies_only_in_years_that_have_it_on_its_weekday():
    (one,) = evidence("The pier fell on Friday, 3 January.").dated
    years = [year for year in range(2010, 2030) if one.in_year(year)]
    assert years == [2014, 2020, 2025]


def test_the_29th_of_february_is_of_leap_years_only():
    (one,) = evidence("The pier fell on 29 February.").dated
    assert one.in_year(2020) == date(2020, 2, 29)
    assert one.in_year(2019) is None


def test_what_is_to_come_is_told_from_what_was():
    found = evidence("The pier fell on Friday. It will open on Sunday.")
    assert [(one.words, one.ahead) for one in found.weekdays] == [
        ("Friday", False),
        ("Sunday", True),
    ]


def test_last_friday_is_no_bare_weekday():
    assert evidence("The pier fell last Friday.").weekdays == ()


def test_words_of_a_quotation_are_no_clue():
    text = "“It fell on 3 January,” she said on Sunday."
    found = evidence(text, span_of(text, "“It fell on 3 January,”"))
    assert found.dated == ()
    assert [one.words for one in found.weekdays] == ["Sunday"]


def test_a_full_date_under_a_picture_is_a_clue():
    found = evidence("The pier fell.", captions=("The pier on June 30, 2019.", "The crane in May."))
    assert found.captions == (date(2019, 6, 30),)


def test_the_days_since_say_that_some_went_by():
    text = "In the days since the fall, cranes came."
    assert evidence(text).since == span_of(text, "the days")
    assert evidence("The pier fell days ago.").since is None
