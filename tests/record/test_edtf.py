"""Dates as EDTF strings."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from edtf_validate.valid_edtf import is_valid
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import (
    EdtfDate,
    RecordError,
    edtf_century,
    edtf_day,
    edtf_decade,
    edtf_either,
    edtf_half,
    edtf_interval,
    edtf_moment,
    edtf_month,
    edtf_one_of,
    edtf_quarter,
    edtf_season,
    edtf_year,
    read_edtf,
)

YEARS = st.integers(-9999, 9999)
MARKS = st.fixed_dictionaries({"approximate": st.booleans(), "uncertain": st.booleans()})
DAYS = st.dates()

READ = {
    "2020": ("2020-01-01", "2020-12-31"),
    "2020-02": ("2020-02-01", "2020-02-29"),
    "2020-01-06": ("2020-01-06", "2020-01-06"),
    "2020-01-06T15:04:00": ("2020-01-06", "2020-01-06"),
    "2020-01-06T15:04:00Z": ("2020-01-06", "2020-01-06"),
    "2020-01-06T15:04:00-05:00": ("2020-01-06", "2020-01-06"),
    "2020-01-06T15:04:00+03": ("2020-01-06", "2020-01-06"),
    "2020-21": ("2020-03-01", "2020-05-31"),
    "2020-22": ("2020-06-01", "2020-08-31"),
    "2020-23": ("2020-09-01", "2020-11-30"),
    "2020-24": ("2020-12-01", "2021-02-28"),
    "2020-32": ("2020-06-01", "2020-08-31"),
    "2020-33": ("2020-01-01", "2020-03-31"),
    "2020-36": ("2020-10-01", "2020-12-31"),
    "2020-40": ("2020-01-01", "2020-06-30"),
    "2020-41": ("2020-07-01", "2020-12-31"),
    "2019-12-27/2020-01-06": ("2019-12-27", "2020-01-06"),
    "2004-02-01/2005": ("2004-02-01", "2005-12-31"),
    "2019-12/..": ("2019-12-01", None),
    "../2019-12": (None, "2019-12-31"),
    "2019-12/": ("2019-12-01", None),
    "/2019-12": (None, "2019-12-31"),
    "1984~/2004-06?": ("1984-01-01", "2004-06-30"),
    "[2020-01-05..2020-01-07]": ("2020-01-05", "2020-01-07"),
    "[2020-01-05,2020-05-01]": ("2020-01-05", "2020-05-01"),
    "[1667,1668,1670..1672]": ("1667-01-01", "1672-12-31"),
    "[..1760-12-03]": (None, "1760-12-03"),
    "[1760-12..]": ("1760-12-01", None),
    "{1960,1961-12}": ("1960-01-01", "1961-12-31"),
    "201X": ("2010-01-01", "2019-12-31"),
    "19XX": ("1900-01-01", "1999-12-31"),
    "2004-XX": ("2004-01-01", "2004-12-31"),
    "1985-04-XX": ("1985-04-01", "1985-04-30"),
    "1985-XX-XX": ("1985-01-01", "1985-12-31"),
    "156X-12-25": ("1560-12-25", "1569-12-25"),
    "1984-1X": ("1984-10-01", "1984-12-31"),
    "190X-02-29": ("1904-02-29", "1908-02-29"),
    "2004-06~-11": ("2004-06-11", "2004-06-11"),
    "?2004-06-~11": ("2004-06-11", "2004-06-11"),
    "1950S2": ("1900-01-01", "1999-12-31"),
    "0001": ("0001-01-01", "0001-12-31"),
    "9999": ("9999-01-01", "9999-12-31"),
    "-0054": (None, None),
    "-0054-03-15": (None, None),
    "-0054/0014": (None, "0014-12-31"),
    "Y17000": (None, None),
    "Y-17E7": (None, None),
    "Y171010000S3": (None, None),
}

REFUSED = [
    "",
    " ",
    "today",
    "1/1/2020",
    "20",
    "202",
    "20200106",
    "2020-1-6",
    "2020-13",
    "2020-20",
    "2020-42",
    "2020-06-31",
    "2019-02-29",
    "190X-02-30",
    "2020-01-00",
    "2020-21-01",
    "-0000",
    "2020??",
    "2020-01-06T15:04",
    "2020-01-06T25:00:00",
    "2020-01-06 15:04:00",
    "2020T15:04:00",
    "2020/2019",
    "2020/2021/2022",
    "../..",
    "/",
    "[]",
    "[2020-01-05",
    "[2020..2019]",
    "[2019..,2020]",
    "[..]",
    "{2020, 2021}",
    "Y2020",
    "Y02020",
    "19XXS2",
    "1950S5",
    "２０２０",
    "2020\n",
    "9" * 1_000_000,
    "Y" + "9" * 1_000_000,
    "[" * 1_000_000,
]

VALID_AND_REFUSED_BY_EDTF_VALIDATE = {
    "2020-33~": "it knows qualifiers on the seasons 21 to 24 only",
    "201X~": "it knows no qualifier on a year with an unspecified digit",
    "Y17000~": "it knows no qualifier on a year of more than four digits",
    "-0044-01~/-0044-03~": "it counts the months of a year BC backwards, as the years",
}


@pytest.mark.parametrize("text", READ)
def test_a_string_reads_as_the_days_it_reaches_from_and_to(text: str) -> None:
    found = read_edtf(text)
    first, last = READ[text]
    assert found.earliest == (first and date.fromisoformat(first))
    assert found.latest == (last and date.fromisoformat(last))


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: text[:20])
def test_what_is_no_edtf_or_no_possible_date_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(RecordError, match=r"is no EDTF date: ."):
        read_edtf(text)


@given(st.text(st.sampled_from("0123456789-X?~%/.,[]{}YTZSE:+"), max_size=14))
def test_any_string_is_read_or_refused(text: str) -> None:
    try:
        found = read_edtf(text)
    except RecordError:
        return
    if found.earliest and found.latest:
        assert found.earliest <= found.latest


@pytest.mark.parametrize(
    ("mark", "uncertain", "approximate"), [("", 0, 0), ("?", 1, 0), ("~", 0, 1), ("%", 1, 1)]
)
@pytest.mark.parametrize("shape", ["2020{}", "2020-01{}", "{}2020-01", "1985/2020{}", "201X{}"])
def test_a_qualifier_is_read_wherever_it_stands(
    shape: str, mark: str, uncertain: int, approximate: int
) -> None:
    found = read_edtf(shape.format(mark))
    assert (found.uncertain, found.approximate) == (uncertain, approximate)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("2020", "date"), ("2020/..", "interval"), ("[2020..]", "one of"), ("{2020..}", "all of")],
)
def test_one_of_several_days_is_told_from_all_of_them(text: str, kind: str) -> None:
    assert read_edtf(text).kind == kind


def test_an_open_end_is_told_from_an_end_beyond_the_calendar() -> None:
    last = date(2020, 12, 31)
    assert read_edtf("../2020") == EdtfDate("interval", None, last, None, 2020)
    assert read_edtf("-0054/2020") == EdtfDate("interval", None, last, -54, 2020)
    assert read_edtf("2020/Y17000").last_year == 17000


@given(DAYS, MARKS)
def test_a_day_comes_back(day: date, marks: dict[str, bool]) -> None:
    assert read_edtf(edtf_day(day, **marks)) == EdtfDate(
        "date", day, day, day.year, day.year, **marks
    )


@given(st.datetimes(timezones=st.sampled_from([None, UTC])))
def test_the_day_of_a_moment_comes_back(moment: datetime) -> None:
    assert read_edtf(edtf_moment(moment)).earliest == moment.date()


@given(st.integers(1, 9999), st.integers(1, 12), MARKS)
def test_a_month_comes_back(year: int, month: int, marks: dict[str, bool]) -> None:
    found = read_edtf(edtf_month(year, month, **marks))
    assert found.earliest == date(year, month, 1)
    assert found.latest is not None
    assert (found.latest.year, found.latest.month) == (year, month)
    assert {"approximate": found.approximate, "uncertain": found.uncertain} == marks


@given(st.integers(1, 9999), MARKS)
def test_a_year_comes_back(year: int, marks: dict[str, bool]) -> None:
    found = read_edtf(edtf_year(year, **marks))
    assert (found.earliest, found.latest) == (date(year, 1, 1), date(year, 12, 31))


@given(st.integers(10, 9999), MARKS)
def test_a_decade_comes_back(year: int, marks: dict[str, bool]) -> None:
    found = read_edtf(edtf_decade(year, **marks))
    first = year // 10 * 10
    assert (found.earliest, found.latest) == (date(first, 1, 1), date(first + 9, 12, 31))


@given(st.integers(2, 100), MARKS)
def test_a_century_comes_back(number: int, marks: dict[str, bool]) -> None:
    found = read_edtf(edtf_century(number, **marks))
    first = number * 100 - 100
    assert (found.earliest, found.latest) == (date(first, 1, 1), date(first + 99, 12, 31))


@given(st.integers(1, 9998), MARKS)
def test_the_parts_of_a_year_join_without_a_gap(year: int, marks: dict[str, bool]) -> None:
    for write, parts in ((edtf_season, 4), (edtf_quarter, 4), (edtf_half, 2)):
        found = [read_edtf(write(year, number, **marks)) for number in range(1, parts + 1)]
        days = [
            (one.latest - one.earliest).days + 1
            for one in found
            if one.earliest is not None and one.latest is not None
        ]
        assert sum(days) in (365, 366)
        assert all(one.uncertain == marks["uncertain"] for one in found)


@given(DAYS, DAYS, MARKS)
def test_an_interval_comes_back(one: date, other: date, marks: dict[str, bool]) -> None:
    first, last = sorted((one, other))
    found = read_edtf(edtf_interval(first, last, **marks))
    assert (found.earliest, found.latest) == (first, last)
    assert {"approximate": found.approximate, "uncertain": found.uncertain} == marks


@given(DAYS, DAYS)
def test_one_day_between_two_comes_back(one: date, other: date) -> None:
    first, last = sorted((one, other))
    for text in (edtf_one_of(first, last), edtf_either(first, last)):
        found = read_edtf(text)
        assert (found.earliest, found.latest) == (first, last)
        assert found.kind == ("one of" if first < last else "date")


@given(DAYS)
def test_an_open_end_comes_back(day: date) -> None:
    for write in (edtf_interval, edtf_one_of):
        assert read_edtf(write(day, None)).last_year is None
        assert read_edtf(write(None, day)).first_year is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (edtf_year(-54), "-0054"),
        (edtf_year(0), "0000"),
        (edtf_year(17000), "Y17000"),
        (edtf_decade(1995), "199X"),
        (edtf_decade(-54), "-0058/-0049"),
        (edtf_century(20), "19XX"),
        (edtf_century(1), "00XX"),
        (edtf_century(-5), "-0499/-0400"),
        (edtf_season(2020, 4), "2020-24"),
        (edtf_quarter(2020, 1), "2020-33"),
        (edtf_half(2020, 2), "2020-41"),
        (edtf_quarter(2020, 1, approximate=True), "2020-01~/2020-03~"),
        (edtf_interval("1939", "1945"), "1939/1945"),
        (edtf_one_of("2020-03", "2020-05"), "[2020-03..2020-05]"),
    ],
)
def test_forms_are_those_of_the_standard(text: str, expected: str) -> None:
    assert text == expected


@pytest.mark.parametrize("text", READ)
def test_another_program_takes_what_we_read(text: str) -> None:
    assert is_valid(text)


@pytest.mark.parametrize("text", VALID_AND_REFUSED_BY_EDTF_VALIDATE)
def test_another_program_refuses_some_that_the_standard_allows(text: str) -> None:
    read_edtf(text)
    assert not is_valid(text), f"{VALID_AND_REFUSED_BY_EDTF_VALIDATE[text]}: no longer true"


@given(YEARS, st.integers(1, 2), MARKS)
def test_another_program_takes_the_years_and_parts_that_we_write(
    year: int, part: int, marks: dict[str, bool]
) -> None:
    texts = [edtf_year(year, **marks)]
    texts += [write(year, part, **marks) for write in (edtf_month, edtf_season)]
    texts += [write(abs(year), part, **marks) for write in (edtf_quarter, edtf_half)]
    texts += [write(year, part) for write in (edtf_quarter, edtf_half)]
    for text in texts:
        assert is_valid(text), text


@given(st.integers(-9900, 9999), st.integers(1, 99), MARKS)
def test_another_program_takes_the_decades_and_centuries_that_we_write(
    year: int, number: int, marks: dict[str, bool]
) -> None:
    for text in (
        edtf_decade(year, **marks),
        edtf_century(number, **marks),
        edtf_century(-number, **marks),
    ):
        assert is_valid(text), text


@given(DAYS, DAYS, MARKS)
def test_another_program_takes_the_days_and_intervals_that_we_write(
    one: date, other: date, marks: dict[str, bool]
) -> None:
    first, last = sorted((one, other))
    for text in (
        edtf_day(first, **marks),
        edtf_interval(first, last, **marks),
        edtf_interval(first, None, **marks),
        edtf_interval(None, last, **marks),
        edtf_one_of(first, last),
        edtf_one_of(first, None),
        edtf_one_of(None, last),
        edtf_either(first, last),
    ):
        assert is_valid(text), text


def test_another_program_takes_the_moments_that_we_write() -> None:
    assert is_valid(edtf_moment(datetime(2020, 1, 6, 15, 4, tzinfo=UTC)))
    assert is_valid(edtf_moment(datetime(2020, 1, 6, 15, 4)))


@pytest.mark.parametrize("part", [0, 13])
def test_a_month_that_is_none_is_not_written(part: int) -> None:
    with pytest.raises(ValueError, match="can be written"):
        edtf_month(2020, part)
