"""Dates as EDTF strings (ISO 8601-2:2019, levels 0 to 2 as the Library of Congress has them).

Invariant: years are astronomical, as in ISO 8601: 1 BC is 0000, 55 BC is -0054; what is written
here is read back to the same days.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, datetime
from itertools import product
from typing import Literal

from onrecord.record.issues import RecordError

EdtfKind = Literal["date", "interval", "one of", "all of"]
Bound = date | str | None
_Day = tuple[int, int, int]

_LONGEST = 1000
_FARTHEST = 12
"""An exponent beyond this is read as this: no calendar reaches so far either way."""

_OPEN_START = (-(10**1002), 1, 1)
_OPEN_END = (10**1002, 12, 31)
_DIGITS = "0123456789"

# fmt: off
_GROUPS = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2),
    25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 2),
    29: (9, 11), 30: (12, 2), 31: (3, 5), 32: (6, 8),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}
# fmt: on
"""First and last month. The standard gives a season no months: these are the weather service's,
a season of no particular hemisphere is the northern one, a winter begins in its year's December."""

_WHOLE_DAY = re.compile(r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(
    r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]|24:00:00)"
    r"(?:Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?"
)
_DATE = re.compile(
    r"[?~%]?(?P<year>-?[0-9X]{4})(?:S(?P<digits>[1-9]))?[?~%]?"
    r"(?:-[?~%]?(?P<month>[0-9X]{2})[?~%]?(?:-[?~%]?(?P<day>[0-9X]{2})[?~%]?)?)?"
)
_LONG_YEAR = re.compile(
    r"Y(?P<sign>-?)(?P<number>[1-9][0-9]*)(?:E(?P<exponent>[1-9][0-9]*))?"
    r"(?:S(?P<digits>[1-9][0-9]*))?[?~%]?"
)


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """The days that an EDTF string reaches from and to, and how sure it is of them.

    ``earliest`` and ``latest`` are None where that end is open, unknown, or outside the years
    1 … 9999; ``first_year`` and ``last_year`` are None only where it is open or unknown.
    """

    kind: EdtfKind
    earliest: date | None
    latest: date | None
    first_year: int | None
    last_year: int | None
    uncertain: bool = False
    approximate: bool = False


def edtf_day(day: date, *, approximate: bool = False, uncertain: bool = False) -> str:
    """One day: 2020-01-06."""
    return day.isoformat()[:10] + _mark(approximate, uncertain)


def edtf_moment(moment: datetime) -> str:
    """Date and time to the second, with the zone where it is known: 2020-01-06T15:04:00Z."""
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def edtf_month(year: int, month: int, *, approximate: bool = False, uncertain: bool = False) -> str:
    """One month: 2020-01. ValueError for a month that is none."""
    return _part(year, month, 1, 12) + _mark(approximate, uncertain)


def edtf_year(year: int, *, approximate: bool = False, uncertain: bool = False) -> str:
    """One year: 2020, -0054 for 55 BC, Y17000 beyond four digits."""
    if abs(year) > 9999:
        return f"Y{year}" + _mark(approximate, uncertain)
    return f"{'-' if year < 0 else ''}{abs(year):04}" + _mark(approximate, uncertain)


def edtf_decade(year: int, *, approximate: bool = False, uncertain: bool = False) -> str:
    """The decade that ``year`` is in: 199X.

    As an interval of years where EDTF has no such form: BC, where people count the other way (the
    50s BC are -0058/-0049), beyond four digits, and with a qualifier.
    """
    first = -(((1 - year) // 10 * 10 + 9) - 1) if year < 1 else year // 10 * 10
    last = min(first + 9, 0) if year < 1 else first + 9
    if year < 1 or approximate or uncertain or last > 9999:
        return _years(first, last, approximate, uncertain)
    return f"{first // 10:03}X"


def edtf_century(number: int, *, approximate: bool = False, uncertain: bool = False) -> str:
    """The 20th century (20) as 19XX, the 5th century BC (-5) as -0499/-0400.

    An interval where EDTF has no such form, as for decades. ValueError for 0, which is none.
    """
    if number == 0:
        raise ValueError("there is no century 0")
    first = (number - 1) * 100 if number > 0 else number * 100 + 1
    if number < 0 or approximate or uncertain or first > 9900:
        return _years(first, first + 99, approximate, uncertain)
    return f"{number - 1:02}XX"


def edtf_season(
    year: int, season: int, *, approximate: bool = False, uncertain: bool = False
) -> str:
    """Spring (1), summer (2), autumn (3) or winter (4) of no particular hemisphere: 2020-21."""
    return _part(year, season, 1, 4, 20) + _mark(approximate, uncertain)


def edtf_quarter(
    year: int, quarter: int, *, approximate: bool = False, uncertain: bool = False
) -> str:
    """A quarter of a year: 2020-33 is the first; an interval of months with a qualifier."""
    return _months(year, quarter, 3, 32, approximate, uncertain)


def edtf_half(year: int, half: int, *, approximate: bool = False, uncertain: bool = False) -> str:
    """A half of a year: 2020-40 is the first; an interval of months with a qualifier."""
    return _months(year, half, 6, 39, approximate, uncertain)


def edtf_interval(
    first: Bound, last: Bound, *, approximate: bool = False, uncertain: bool = False
) -> str:
    """From ``first`` to ``last``, days or EDTF strings; None is an open end: 2020-01-03/.. ."""
    mark = _mark(approximate, uncertain)
    ends = [".." if end is None else _write(end) + mark for end in (first, last)]
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


def edtf_one_of(first: Bound, last: Bound) -> str:
    """One day (month, year) from ``first`` to ``last``, not known which: [2020-01-05..2020-01-07].

    None is an open end.
    """
    ends = ["" if end is None else _write(end) for end in (first, last)]
    return ends[0] if ends[0] == ends[1] else f"[{ends[0]}..{ends[1]}]"


def edtf_either(*members: date | str) -> str:
    """One of these and nothing between them: [2020-01-05,2020-05-01]."""
    written = list(dict.fromkeys(map(_write, members)))
    return written[0] if len(written) == 1 else f"[{','.join(written)}]"


def _mark(approximate: bool, uncertain: bool) -> str:
    return {(True, True): "%", (True, False): "~", (False, True): "?"}.get(
        (approximate, uncertain), ""
    )


def _write(one: date | str) -> str:
    return edtf_day(one) if isinstance(one, date) else one


def _part(year: int, number: int, low: int, high: int, shift: int = 0) -> str:
    if not low <= number <= high or abs(year) > 9999:
        raise ValueError(f"no part {number} of {low} … {high} of the year {year} can be written")
    return f"{edtf_year(year)}-{number + shift:02}"


def _years(first: int, last: int, approximate: bool, uncertain: bool) -> str:
    return edtf_interval(
        edtf_year(first), edtf_year(last), approximate=approximate, uncertain=uncertain
    )


def _months(
    year: int, number: int, length: int, shift: int, approximate: bool, uncertain: bool
) -> str:
    whole = _part(year, number, 1, 12 // length, shift)
    if not (approximate or uncertain):
        return whole
    last = number * length
    return edtf_interval(
        edtf_month(year, last - length + 1),
        edtf_month(year, last),
        approximate=approximate,
        uncertain=uncertain,
    )


def read_edtf(text: str) -> EdtfDate:
    """What ``text`` says; RecordError, which says why, where it is no EDTF or no possible date."""
    try:
        if len(text) > _LONGEST:
            raise ValueError(f"it is longer than {_LONGEST} characters")
        return _finish(_read(text))
    except ValueError as error:
        raise RecordError(f"{text[:40]!r} is no EDTF date: {error}") from error


@dataclass(frozen=True, slots=True)
class _Reach:
    """From ``first`` to ``last`` (year, month, day), years as far out as they were written."""

    first: _Day
    last: _Day
    marks: str = ""
    kind: EdtfKind = "date"


def _finish(reach: _Reach) -> EdtfDate:
    return EdtfDate(
        kind=reach.kind,
        earliest=_on_calendar(reach.first),
        latest=_on_calendar(reach.last),
        first_year=None if reach.first == _OPEN_START else reach.first[0],
        last_year=None if reach.last == _OPEN_END else reach.last[0],
        uncertain=not {"?", "%"}.isdisjoint(reach.marks),
        approximate=not {"~", "%"}.isdisjoint(reach.marks),
    )


def _on_calendar(day: _Day) -> date | None:
    return date(*day) if MINYEAR <= day[0] <= MAXYEAR else None


def _read(text: str) -> _Reach:
    if text[:1] + text[-1:] in ("[]", "{}"):
        return _read_set(text[1:-1], "one of" if text[0] == "[" else "all of")
    if "/" in text:
        return _read_interval(text)
    if "T" in text:
        return _read_moment(text)
    return _read_date(text)


def _read_interval(text: str) -> _Reach:
    ends = text.split("/")
    if len(ends) != 2 or all(end in ("", "..") for end in ends):
        raise ValueError("an interval has two ends, and one of them is known")
    first, last = (None if end in ("", "..") else _read_date(end) for end in ends)
    return _span(first, last, "interval")


def _read_set(text: str, kind: EdtfKind) -> _Reach:
    members = text.split(",")
    reaches = []
    for place, member in enumerate(members):
        start, dots, end = member.partition("..")
        if not dots:
            reaches.append(_read_date(start))
            continue
        if (not start and place) or (not end and place + 1 < len(members)) or not (start or end):
            raise ValueError("a set is open before its first or after its last member alone")
        first, last = (_read_date(one) if one else None for one in (start, end))
        reaches.append(_span(first, last, kind))
    return _Reach(
        min(one.first for one in reaches),
        max(one.last for one in reaches),
        "".join(one.marks for one in reaches),
        kind,
    )


def _span(first: _Reach | None, last: _Reach | None, kind: EdtfKind) -> _Reach:
    start = _OPEN_START if first is None else first.first
    end = _OPEN_END if last is None else last.last
    if start > end:
        raise ValueError("it ends before it starts")
    marks = "".join(one.marks for one in (first, last) if one is not None)
    return _Reach(start, end, marks, kind)


def _read_moment(text: str) -> _Reach:
    day, _, clock = text.partition("T")
    if not _WHOLE_DAY.fullmatch(day) or not _CLOCK.fullmatch(clock):
        raise ValueError("a moment is a whole date, T, hh:mm:ss, and Z or ±hh:mm")
    return _read_date(day)


def _read_date(text: str) -> _Reach:
    if text.startswith("Y"):
        return _read_long_year(text)
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError(f"{text[:40]!r} is not year, year-month or year-month-day")
    year, month, day = found["year"], found["month"], found["day"]
    marks = "".join(one for one in text if one in "?~%")
    if year == "-0000":
        raise ValueError("the year 0 has no sign")
    if found["digits"]:
        if month or "X" in year:
            raise ValueError("a year with significant digits has all its digits and no months")
        return _significant(int(year), len(year.lstrip("-")), int(found["digits"]), marks)
    if month and month.isdigit() and int(month) in _GROUPS:
        if day:
            raise ValueError("a season or quarter has no days")
        return _group(year, int(month), marks)
    days = _possible_days(year, month or "XX", day or "XX")
    last = _possible_days(year, month or "XX", day or "XX", backwards=True)
    try:
        return _Reach(next(days), next(last), marks)
    except StopIteration:
        raise ValueError("the calendar has no such day") from None


def _read_long_year(text: str) -> _Reach:
    found = _LONG_YEAR.fullmatch(text)
    if found is None:
        raise ValueError("after Y comes a year of more than four digits")
    sign = -1 if found["sign"] else 1
    exponent = min(int(found["exponent"] or 0), _FARTHEST)
    year = int(found["number"]) * 10**exponent
    if year <= 9999 and not exponent:
        raise ValueError("a year of four digits is written without Y")
    if found["digits"]:
        return _significant(sign * year, len(str(year)), int(found["digits"]), text[-1:])
    return _Reach((sign * year, 1, 1), (sign * year, 12, 31), text[-1:])


def _significant(year: int, length: int, digits: int, marks: str) -> _Reach:
    if not 1 <= digits <= length:
        raise ValueError(f"a year of {length} digits has no {digits} significant ones")
    unit = 10 ** (length - digits)
    near = abs(year) // unit * unit
    far = near + unit - 1
    years = (-far, -near) if year < 0 else (near, far)
    return _Reach((years[0], 1, 1), (years[1], 12, 31), marks)


def _group(year: str, number: int, marks: str) -> _Reach:
    first, last = _GROUPS[number]
    years = list(_matching_years(year))
    low, high = min(years), max(years) + (last < first)
    return _Reach((low, first, 1), (high, last, _days_in(high, last)), marks)


def _possible_days(year: str, month: str, day: str, *, backwards: bool = False) -> Iterator[_Day]:
    step = -1 if backwards else 1
    for one_year in sorted(_matching_years(year))[::step]:
        for one_month in _matching(month, range(1, 13))[::step]:
            for one_day in _matching(day, range(1, _days_in(one_year, one_month) + 1))[::step]:
                yield one_year, one_month, one_day


def _matching_years(pattern: str) -> tuple[int, ...]:
    sign = -1 if pattern.startswith("-") else 1
    digits = [_DIGITS if one == "X" else one for one in pattern.lstrip("-")]
    return tuple(sign * int("".join(one)) for one in product(*digits))


def _matching(pattern: str, numbers: range) -> tuple[int, ...]:
    return tuple(
        number
        for number in numbers
        if all(one in ("X", digit) for one, digit in zip(pattern, f"{number:02}", strict=True))
    )


def _days_in(year: int, month: int) -> int:
    # The calendar comes round after 400 years, on either side of the year 1.
    return monthrange(year % 400 + 400, month)[1]
