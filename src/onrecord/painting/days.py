"""Calendar values in words: a day, a month, a range, as exactly as it is known and no more so.

Invariant: what the calendar has no day for (a year BC) still has its words.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from onrecord.painting.wording import load_words, phrase
from onrecord.record import (
    CalendarValue,
    DateOfRecord,
    EdtfDate,
    RecordError,
    TimeExpression,
    read_edtf,
)

_WITHIN_YEAR = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[?~%]?")
_PART = re.compile(r"(-?[0-9]{4})-(2[1-9]|3[0-9]|4[01])[?~%]?")
_MODIFIERS = ("START", "MID", "END")


def describe_day(day: date, *, weekday: bool = False) -> str:
    """6 January 2020, or Mon 6 January 2020."""
    words = f"{day.day} {_month(day.month)} {day.year}"
    return f"{load_words()['weekdays']['short'][day.weekday()]} {words}" if weekday else words


def describe_days(first: date, last: date, *, weekday: bool = False) -> str:
    """All days from ``first`` to ``last``: a month, a year, a decade by its name."""
    if first == last:
        return describe_day(first, weekday=weekday)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return _describe_years(first.year, last.year)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return _describe_months(first, last)
    return phrase("days", "range", **_ends(first, last))


def describe_between(first: date, last: date) -> str:
    """One day that is not known more exactly: its month or year, or the days it lies between."""
    if _is_one_unit(first, last):
        return describe_days(first, last)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return phrase("days", "between", **_month_ends(first, last))
    return phrase("days", "between", **_ends(first, last))


def describe_range(one: DateOfRecord) -> str:
    """The date of record, and the likeliest day where it is one of several."""
    words = describe_between(one.earliest, one.latest)
    if _is_one_unit(one.earliest, one.latest):
        return words
    return phrase("days", "most_likely", days=words, best=describe_day(one.best))


def describe_value(one: TimeExpression | CalendarValue) -> str:
    """What a time means on the calendar; "" where it has no place there."""
    found = _read(one.edtf)
    modifier = one.modifier if isinstance(one, TimeExpression) else ""
    if modifier in _MODIFIERS and (whole := _read(one.value)) is not None:
        return phrase("modifiers", modifier, days=_describe_reach(whole, one.value))
    if one.earliest is not None and one.latest is not None:
        if part := _PART.fullmatch(one.edtf):
            words = phrase("parts", part[2], year=_name_year(int(part[1])))
        elif found is not None and found.kind == "one of":
            words = describe_between(one.earliest, one.latest)
        else:
            words = describe_days(one.earliest, one.latest, weekday=True)
    elif found is not None:
        words = _describe_reach(found, one.edtf)
    else:
        return ""
    return phrase("modifiers", "APPROX", days=words) if found and found.approximate else words


@lru_cache(maxsize=1024)
def _read(edtf: str) -> EdtfDate | None:
    try:
        return read_edtf(edtf)
    except RecordError:
        return None


def _describe_reach(found: EdtfDate, edtf: str) -> str:
    """The words of an EDTF date whose days are not all on the calendar."""
    if found.earliest is not None and found.latest is not None:
        return describe_days(found.earliest, found.latest)
    if found.last_year is None and found.first_year is not None:
        return phrase("days", "from", day=_describe_end(edtf.strip("[]{}"), found.first_year, 0))
    if found.first_year is None and found.last_year is not None:
        return phrase("days", "until", day=_describe_end(edtf.strip("[]{}"), found.last_year, -1))
    assert found.first_year is not None
    assert found.last_year is not None
    exact = _WITHIN_YEAR.fullmatch(edtf)
    if exact and exact[2] and int(exact[2]) <= 12:
        day = f"{int(exact[3])} " if exact[3] else ""
        return f"{day}{_month(int(exact[2]))} {_name_year(found.first_year)}"
    if found.first_year < 1 <= found.last_year <= 99 and "X" in edtf:
        return phrase("days", "range", first="1", last=str(found.last_year))
    return _describe_years(found.first_year, found.last_year)


def describe_month_day(day: date) -> str:
    """6 January, where the year is said elsewhere."""
    return f"{day.day} {_month(day.month)}"


def _describe_end(edtf: str, year: int, which: int) -> str:
    ends = [end for end in re.split(r"/|\.\.", edtf) if end]
    end = _read(ends[which]) if ends else None
    if end is None or end.earliest is None or end.latest is None:
        return _name_year(year)
    return describe_days(end.earliest, end.latest)


def _describe_years(first: int, last: int) -> str:
    if first == last:
        return _name_year(first)
    if first > 0 and first % 10 == 0 and last == first + 9:
        return phrase("days", "decade", year=first)
    return phrase("days", "range", first=_name_year(first), last=_name_year(last))


def _describe_months(first: date, last: date) -> str:
    if _is_one_unit(first, last):
        return f"{_month(first.month)} {first.year}"
    return phrase("days", "range", **_month_ends(first, last))


def _month_ends(first: date, last: date) -> dict[str, str]:
    """The months at both ends, the year that they share said once."""
    start = (
        _month(first.month) if first.year == last.year else f"{_month(first.month)} {first.year}"
    )
    return {"first": start, "last": f"{_month(last.month)} {last.year}"}


def _is_one_unit(first: date, last: date) -> bool:
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return first.year == last.year
    whole_month = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    return first == last or (whole_month and (first.year, first.month) == (last.year, last.month))


def _ends(first: date, last: date) -> dict[str, str]:
    """Both ends, the month and year that they share said once."""
    start = describe_day(first)
    if first.year == last.year:
        start = f"{first.day}" if first.month == last.month else start.rpartition(" ")[0]
    return {"first": start, "last": describe_day(last)}


def _month(number: int) -> str:
    return str(load_words()["months"]["names"][number - 1])


def _name_year(year: int) -> str:
    if year < 1:
        return phrase("days", "before_christ", year=f"{1 - year:,}" if year < -9998 else 1 - year)
    return str(year) if year <= 9999 else phrase("days", "far_year", year=f"{year:,}")
