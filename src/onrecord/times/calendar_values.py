"""Stretches of the calendar with their TIMEX3 value, their EDTF string and their days.

Invariant: what lies outside the years 1 … 9999 has a value and no days; nothing here raises.
Sources: ISO 8601-1 weeks, TIMEX3 values of ISO-TimeML, EDTF of ISO 8601-2.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

from onrecord.record import CalendarValue, edtf
from onrecord.record.times import TimeModifier

Grain = Literal[
    "day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century",
    "none",
]  # fmt: skip
# Seasons of the northern half of the globe: the month in which each begins.
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_NUMBERS = {"SP": 1, "SU": 2, "FA": 3, "WI": 4}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the calendar: its value, EDTF and days, and how fine it is."""

    grain: Grain
    value: str
    edtf: str = ""
    earliest: date | None = None
    latest: date | None = None

    def within(self, edge: str) -> Stretch:
        """The early, middle or late third of the stretch; the value stays."""
        if self.earliest is None or self.latest is None or self.grain == "day":
            return self
        days = (self.latest - self.earliest).days
        third = days // 3
        first, last = self.earliest, self.latest
        if edge == "START":
            last = first + timedelta(days=third)
        elif edge == "MID":
            first, last = first + timedelta(days=third), last - timedelta(days=third)
        elif edge == "END":
            first = last - timedelta(days=third)
        else:
            return self
        written = edtf.edtf_interval(first, last, approximate=True)
        return replace(self, edtf=written, earliest=first, latest=last)

    def at(self, part: str) -> Stretch:
        """The stretch with a part of the day or a clock behind its value ("T14:30", "TMO")."""
        return replace(self, value=self.value + part) if part else self

    def calendar(self, rule: str) -> CalendarValue:
        """The stretch as the record has it; the best day is the middle one."""
        if self.earliest is None or self.latest is None:
            return CalendarValue(self.value, self.edtf, rule=rule)
        best = self.earliest + (self.latest - self.earliest) / 2
        return CalendarValue(self.value, self.edtf, self.earliest, self.latest, best, rule)


def make_day(year: int, month: int, day: int) -> Stretch | None:
    """The day, or None where the calendar does not have it."""
    if not MINYEAR <= year <= MAXYEAR or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return on_day(date(year, month, day))


def on_day(day: date) -> Stretch:
    """The stretch of one day."""
    return Stretch("day", day.isoformat(), edtf.edtf_day(day), day, day)


def make_month(year: int, month: int) -> Stretch:
    """The month of a year; 0 and below are years before Christ."""
    if not MINYEAR <= year <= MAXYEAR:
        return Stretch("month", f"{_year_value(year)}-{month:02}")
    last = monthrange(year, month)[1]
    first = date(year, month, 1)
    return Stretch(
        "month",
        f"{year:04}-{month:02}",
        edtf.edtf_month(year, month),
        first,
        first.replace(day=last),
    )


def make_year(year: int) -> Stretch:
    """The year; 0 is 1 BC as in ISO 8601."""
    written = edtf.edtf_year(year)
    if not MINYEAR <= year <= MAXYEAR:
        return Stretch("year", _year_value(year), written)
    return Stretch("year", f"{year:04}", written, date(year, 1, 1), date(year, 12, 31))


def _year_value(year: int) -> str:
    return f"BC{1 - year:04}" if year <= 0 else f"{year:04}"


def make_decade(year: int) -> Stretch:
    """The ten years that begin with ``year``."""
    first, last = make_year(year), make_year(year + 9)
    return Stretch(
        "decade", f"{year // 10:03}", edtf.edtf_decade(year), first.earliest, last.latest
    )


def make_century(ordinal: int, *, before_christ: bool = False) -> Stretch:
    """The ``ordinal``-th century: the 20th is 19 in TIMEX3, 19XX in EDTF: 1900 to 1999."""
    if before_christ:
        return Stretch("century", f"BC{ordinal - 1:02}", edtf.edtf_century(-ordinal))
    first, last = make_year(max(ordinal * 100 - 100, 1)), make_year(ordinal * 100 - 1)
    return Stretch(
        "century",
        f"{ordinal - 1:02}",
        edtf.edtf_century(ordinal) if ordinal > 1 else edtf.edtf_interval("0001", "0099"),
        first.earliest,
        last.latest,
    )


def make_week(day: date, *, weekend: bool = False) -> Stretch:
    """The ISO week of ``day``, Monday to Sunday, or its Saturday and Sunday."""
    year, week, _ = day.isocalendar()
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    first = sunday - timedelta(days=1) if weekend else monday
    return Stretch(
        "weekend" if weekend else "week",
        f"{year:04}-W{week:02}{'-WE' if weekend else ''}",
        edtf.edtf_interval(first, sunday),
        first,
        sunday,
    )


def make_quarter(year: int, quarter: int) -> Stretch:
    """The calendar's quarter, 1 to 4."""
    first = date(year, 3 * quarter - 2, 1)
    last = date(year, 3 * quarter, monthrange(year, 3 * quarter)[1])
    return Stretch(
        "quarter", f"{year:04}-Q{quarter}", edtf.edtf_quarter(year, quarter), first, last
    )


def make_half(year: int, half: int) -> Stretch:
    """The first or the second half of a year."""
    first = date(year, 6 * half - 5, 1)
    last = date(year, 6 * half, monthrange(year, 6 * half)[1])
    return Stretch("half", f"{year:04}-H{half}", edtf.edtf_half(year, half), first, last)


def make_season(year: int, season: str) -> Stretch:
    """The season that begins in ``year``; winter runs into the next."""
    start = SEASON_MONTHS[season]
    first = date(year, start, 1)
    last_month, last_year = (start + 2, year) if start < 12 else (2, min(year + 1, MAXYEAR))
    last = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return Stretch(
        "season",
        f"{year:04}-{season}",
        edtf.edtf_season(year, _SEASON_NUMBERS[season]),
        first,
        max(first, last),
    )


def make_days(first: date, last: date) -> Stretch:
    """The days from ``first`` to ``last``, both taken in."""
    return Stretch(
        "day",
        f"{first.isoformat()}/{last.isoformat()}",
        edtf.edtf_interval(first, last),
        first,
        last,
    )


def add_months(day: date, months: int) -> date | None:
    """The same day so many months later, or the last of that month; None beyond the calendar."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_days(day: date, days: int) -> date | None:
    """The day so many days later; None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def modifier_of(edge: str) -> TimeModifier:
    """The TIMEX3 mod that ``edge`` is, "" for none."""
    known: tuple[TimeModifier, ...] = (
        "BEFORE", "AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
        "START", "MID", "END", "APPROX",
    )  # fmt: skip
    return next((one for one in known if one == edge), "")
