"""Days that a page writes without their year, and what on the page fixes it.

Invariant: a year is fixed by another day or year of the page, never by today's date; a weekday that
stands with the day must be that day's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from onrecord.articles.vocabulary import alternatives, load_words
from onrecord.languages import load
from onrecord.record import Span

# A day without its year is of the same weeks as another day that the page gives as its own.
SAME_WEEKS = timedelta(days=31)
MAX_LINE = 400
# The weekday of the news stands in a report's first paragraphs, and is no older.
MAX_TEXT = 600
DAYS_OLD = 2
_OF_OTHER_DAY = "its year is that of the page's other day"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Yearless:
    """A day of a month; ``weekday`` = 1 for Monday … 7, None where none stands with it."""

    span: Span
    month: int
    day: int
    weekday: int | None
    raw: str

    def in_year(self, year: int) -> date | None:
        """The day in ``year``; None where the calendar does not have it on its weekday."""
        try:
            day = date(year, self.month, self.day)
        except ValueError:
            return None
        return day if self.weekday in (None, day.isoweekday()) else None


@dataclass(frozen=True, slots=True)
class YearClues:
    """What a page says of its year: its other days, the day of saving, its copyright's years."""

    days: tuple[date, ...] = ()
    saved: date | None = None
    years: frozenset[int] = frozenset()


def find_yearless(text: str) -> tuple[Yearless, ...]:
    """All days of a month without a year, in the order of the text; only its beginning is read."""
    text = text[:MAX_LINE]
    low = text.lower()
    if len(low) != len(text):
        return ()
    months = month_numbers()
    found = []
    for match in _pattern().finditer(low):
        month = months[match["month"] or match["month_first"]]
        day = int(match["day"] or match["day_after"])
        weekday = weekday_numbers().get(match["weekday"] or "")
        if 1 <= day <= 31:
            span = Span(match.start(), match.end())
            found.append(Yearless(span, month, day, weekday, span.cut(text)))
    return tuple(found)


def year_by_days(one: Yearless, days: Iterable[date]) -> date | None:
    """The day in the year that puts it within weeks of one of the page's own days."""
    for day in days:
        near = [
            other
            for year in (day.year - 1, day.year, day.year + 1)
            if 1 <= year <= 9999
            and (other := one.in_year(year)) is not None
            and abs(other - day) <= SAME_WEEKS
        ]
        if near:
            return min(near, key=lambda other: abs(other - day))
    return None


def fix_year(one: Yearless, clues: YearClues, text: str) -> tuple[date, str] | None:
    """The day of a date line that leaves its year out, and what fixes it; None where nothing does.

    A page leaves out the year that it is when it is read: that of its other days or of the saving.
    The year of a copyright line may be any later one, so that a weekday must agree.
    """
    day = year_by_days(one, clues.days)
    if day is not None:
        return day, _OF_OTHER_DAY
    if clues.saved is not None:
        for year in (clues.saved.year, clues.saved.year - 1):
            day = one.in_year(year)
            if day is not None and day <= clues.saved + _DAY:
                return day, f"its year is that before the page was saved on {clues.saved}"
        return None
    return _by_copyright(one, clues, text)


def fix_dateline(one: Yearless, clues: YearClues, text: str) -> tuple[date, str] | None:
    """The day of a report's dateline, which has no year at any time, so that more is asked.

    Another day of the page is within weeks of it, or a weekday agrees with the copyright's year.
    """
    saved = (clues.saved,) if clues.saved else ()
    day = year_by_days(one, (*clues.days, *saved))
    if day is not None:
        return day, _OF_OTHER_DAY
    return _by_copyright(one, clues, text)


def copyright_years(text: str) -> frozenset[int]:
    """The years of copyright lines, those of ranges left out."""
    return frozenset(int(match[1]) for match in _copyright().finditer(text))


def _by_copyright(one: Yearless, clues: YearClues, text: str) -> tuple[date, str] | None:
    """The day in the copyright's year, where its weekday or the first that the text tells agrees:
    news tells of its own day or of the two before it."""
    if len(clues.years) != 1:
        return None
    day = one.in_year(next(iter(clues.years)))
    if day is None or (clues.saved and day > clues.saved + _DAY):
        return None
    match = _weekday().search(text[:MAX_TEXT].lower())
    told = weekday_numbers()[match[0]] if match else None
    if one.weekday is None and (told is None or (day.isoweekday() - told) % 7 > DAYS_OLD):
        return None
    return day, "its year is that of the copyright line, with which the weekday agrees"


@cache
def month_numbers() -> Mapping[str, int]:
    """The names of the months in all languages, in lower case."""
    months: dict[str, int] = {}
    for name, table in load("mul", "calendar").items():
        if name != "clock":
            for number, names in enumerate(table["months"], start=1):
                for one in names:
                    months.setdefault(one, number)
    return months


@cache
def weekday_numbers() -> Mapping[str, int]:
    """The names of the weekdays in all languages, Monday = 1, with their short forms."""
    numbers: dict[str, int] = {}
    for name, table in load("mul", "calendar").items():
        if name == "clock":
            continue
        full = table["weekdays"][:7]
        for one in table["weekdays"]:
            number = next((at for at, day in enumerate(full, 1) if day.startswith(one)), None)
            if number is not None:
                numbers.setdefault(one, number)
    return numbers


@cache
def _pattern() -> re.Pattern[str]:
    table = load("mul", "calendar")
    first = {
        name
        for language, words in table.items()
        if language != "clock" and words.get("month_first")
        for names in words["months"]
        for name in names
    }
    weekday = rf"(?:(?<!\w)(?P<weekday>{alternatives(weekday_numbers())})\.?,?\s{{1,2}})?"
    no_year = r"(?![^\W_])(?!\.?,?\s{0,3}(?:(?:de|del|of)\s)?'?[0-9]{4})(?![./-][0-9])"
    return re.compile(
        rf"{weekday}(?:the\s|le\s|den\s|el\s)?(?:"
        r"(?<![\w./:-])(?P<day>[0-3]?[0-9])(?:st|nd|rd|th|er|\.)?\s{0,2}(?:(?:of|de)\s)?"
        rf"(?P<month>{alternatives(month_numbers())}){no_year}"
        rf"|(?<!\w)(?P<month_first>{alternatives(first)})\.?\s{{1,2}}"
        rf"(?P<day_after>[0-3]?[0-9])(?:st|nd|rd|th)?{no_year})"
    )


@cache
def _weekday() -> re.Pattern[str]:
    full = [one for one in weekday_numbers() if len(one) > 4]
    return re.compile(rf"(?<!\w)(?:{alternatives(full)})(?!\w)")


@cache
def _copyright() -> re.Pattern[str]:
    marks = alternatives(load_words("dates")["copyright"]["marks"])
    return re.compile(
        rf"(?:{marks})[^\n0-9]{{0,40}}((?:19|20)[0-9]{{2}})(?![0-9]|\s?[-–—/]\s?[0-9])", re.I
    )
