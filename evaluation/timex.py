"""TIMEX3 values compared: what is the same value, and which days a value covers.

Invariant: nothing is read from words here, only from values.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_ZONE = re.compile(r"(?<=:\d\d)(?:Z|[+-]\d\d:?\d\d)$")
_SECONDS = re.compile(r"(T\d\d:\d\d):00$")
_LONG_UNIT = re.compile(r"P(\d+)(?:DE|E|CE|C)")
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|[1-7]))?(?:T.*)?")
_MONTHS = re.compile(r"(\d{4})-(?:Q([1-4])|H([12])|(\d\d))")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_YEARS = re.compile(r"\d{2,4}")


def normalise_value(value: str) -> str:
    """The value without what does not change its meaning: zone, seconds of nought, decades."""
    plain = _SECONDS.sub(r"\1", _ZONE.sub("", value.strip()))
    if found := _LONG_UNIT.fullmatch(plain):
        return f"P{int(found[1]) * (100 if 'C' in plain else 10)}Y"
    return plain


def find_days(value: str) -> tuple[date, date] | None:
    """First and last day that a DATE or TIME value covers; None where the calendar has none."""
    if "/" in value:
        first, _, last = value.partition("/")
        ends = find_days(first), find_days(last)
        return (ends[0][0], ends[1][1]) if ends[0] and ends[1] else None
    try:
        return _find_days(value)
    except ValueError:
        return None


def _find_days(value: str) -> tuple[date, date] | None:
    if found := _DAY.fullmatch(value):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return day, day
    if found := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        if found[3] and found[3] != "WE":
            day = monday + timedelta(int(found[3]) - 1)
            return day, day
        return monday + timedelta(5 if found[3] else 0), monday + timedelta(6)
    if found := _MONTHS.fullmatch(value):
        first, last = _months(found)
        return date(int(found[1]), first, 1), _month_end(int(found[1]), last)
    if found := _SEASON.fullmatch(value):
        year, (first, last) = int(found[1]), _SEASONS[found[2]]
        return date(year, first, 1), _month_end(year + (last < first), last)
    if _YEARS.fullmatch(value):
        rest = 4 - len(value)
        return date(int(value + "0" * rest), 1, 1), date(int(value + "9" * rest), 12, 31)
    return None


def _months(found: re.Match[str]) -> tuple[int, int]:
    if found[2]:
        return 3 * int(found[2]) - 2, 3 * int(found[2])
    if found[3]:
        return 6 * int(found[3]) - 5, 6 * int(found[3])
    return int(found[4]), int(found[4])


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
