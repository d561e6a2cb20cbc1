"""Dates as EDTF strings (ISO 8601-2:2019, levels 0 to 2 as the Library of Congress has them).

Invariant: years are astronomical, as in ISO 8601: 1 BC is 0000, 55 BC is -0054; what is written
here is read back to the same days.
"""

from __future__ import annotations

from datetime import date, datetime

Bound = date | str | None


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
