"""The dated days of a text put into their years, for its day of publication to be solved.

Invariant: a year is given only where the bounds leave one, and with the reason in words.
"""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.record import Span
from onrecord.times.evidence import DatedDay, Evidence

OLDER = 200
"""A day of the month without a year is told within so many days of the page."""

FAR_BACK = 30
"""So many years before the page was saved are searched for a weekday on that date."""

STALE = 5 * 366
"""A page comes out no more days than this after the last thing that it tells of."""

SAVED_SOON = 400
"""A date with its year is news rather than history so many days before the page was saved."""

SAVED_WITHIN = 3 * 366
"""A weekday that fell on its date so many days before the page was saved is held for that one: that
it did so by chance is one in seven, and the next such year lies five or six before."""


def place_days(
    evidence: Evidence, upper: date | None
) -> tuple[list[tuple[date, DatedDay]], list[str], list[Span]]:
    """The dated days of the text in their years, with the reasons for the year."""
    full = [
        (day, told)
        for told in evidence.dated
        if told.year is not None and (day := told.in_year(told.year)) is not None
    ]
    below = [day for day, told in full if not told.ahead and (upper is None or day <= upper)]
    lower = max(below, default=None)
    captions = [day for day in evidence.captions if upper is None or day <= upper]
    told_years = [
        date(year, 1, 1)
        for year, _ in evidence.years
        if 1 <= year <= 9999 and (upper is None or date(year, 1, 1) <= upper)
    ]
    floor = max([*below, *captions, *told_years], default=None)
    reasons: list[str] = []
    spans: list[Span] = []
    without = [told for told in evidence.dated if told.year is None]
    key = [told for told in without if told.weekday is not None]
    year = _year_of_weekdays(key, floor, upper)
    if year is not None and key:
        first = key[0]
        spans.append(first.span)
        reasons.append(_say_year(first, year, captions, floor, upper))
        near = date(year, first.month, first.day)
    elif lower is not None:
        near = lower
    else:
        return full, reasons, spans
    placed = list(full)
    for told in without:
        days = [
            day
            for one in (near.year - 1, near.year, near.year + 1)
            if (day := told.in_year(one)) is not None
        ]
        if days:
            day = min(days, key=lambda one: abs((one - near).days))
            if abs((day - near).days) <= OLDER:
                placed.append((day, told))
    return placed, reasons, spans


def _year_of_weekdays(key: list[DatedDay], floor: date | None, upper: date | None) -> int | None:
    """The year in which all these days had their weekdays, between the bounds; None if open."""
    if not key or (floor is None and upper is None):
        return None
    years = _candidate_years(key[0], floor, upper)
    for told in key[1:]:
        fitting = [
            year for year in years if any(told.in_year(one) for one in (year - 1, year, year + 1))
        ]
        years = fitting or years
    if not years:
        return None
    if len(years) == 1:
        return years[0]
    last = date(years[-1], key[0].month, key[0].day)
    if upper is not None and (upper - last).days <= SAVED_WITHIN:
        return years[-1]
    first = date(years[0], key[0].month, key[0].day)
    if floor is not None and (first - floor).days <= STALE:
        return years[0]
    return None


def _candidate_years(told: DatedDay, floor: date | None, upper: date | None) -> list[int]:
    if upper is not None:
        first = floor.year - 1 if floor is not None else max(upper.year - FAR_BACK, 1)
        last = upper.year + 1
    else:
        assert floor is not None
        first, last = floor.year - 1, min(floor.year + FAR_BACK, 9998)
    found = []
    for year in range(max(first, 1), last + 1):
        day = told.in_year(year)
        if day is None or (upper is not None and not told.ahead and day > upper):
            continue
        if floor is not None and day < floor - timedelta(days=OLDER):
            continue
        found.append(year)
    return found


def _say_year(
    told: DatedDay, year: int, captions: list[date], floor: date | None, upper: date | None
) -> str:
    """Why the day is of this year, and of which years it might have been."""
    other = [
        str(one)
        for one in range(year - 12, year + 13)
        if one != year and told.in_year(one) is not None
    ]
    near = [one for one in other if int(one) < year][-1:] + [
        one for one in other if int(one) > year
    ][:1]
    said = f"{quote(told.words)} is of {year}"
    if near:
        said += f", not of {' or '.join(near)}"
    if floor is None and upper is not None:
        return f"{said}: it is the last such year before the page was there on {say_day(upper)}"
    bounds = []
    if floor is not None:
        what = "a caption" if floor in captions else "the text"
        bounds.append(
            f"{what} tells of {say_day(floor)}"
            if floor.day > 1 or floor.month > 1
            else f"the text tells of {floor.year}"
        )
    if upper is not None:
        bounds.append(f"the page was there on {say_day(upper)}")
    return f"{said}, since {' and '.join(bounds)}"


def quote(words: str) -> str:
    """The words of the page in quotation marks, on one line."""
    return "“" + " ".join(words.split()) + "”"


def say_day(day: date) -> str:
    """3 January 2020."""
    return day.strftime("%d %B %Y").lstrip("0")
