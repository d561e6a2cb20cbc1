"""The age that a page tells instead of a date ("2 hours ago"), as of the day it was saved.

Invariant: without the day on which the page was saved an age names no day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from onrecord.articles.vocabulary import alternatives, load_words

# Beyond this a page gives a date: no unit counts so far.
MAX_NUMBER = 400
MAX_LINE = 200
_HOURS_A_DAY, _DAYS_A_WEEK, _DAYS_A_MONTH = 24, 7, 30

_UNITS = ("minutes", "hours", "days", "weeks", "months")


@dataclass(frozen=True, slots=True)
class Age:
    """The days that an age means: from ``earliest`` to ``latest``, most likely ``best``."""

    earliest: date
    latest: date
    best: date
    raw: str


def read_age(text: str, saved: date) -> Age | None:
    """The first age in ``text``, counted back from the day ``saved``; None where there is none."""
    return next(read_ages(text, saved), None)


def read_ages(text: str, saved: date, clock: tuple[int, int] | None = None) -> Iterator[Age]:
    """The ages in ``text``, counted back from the day ``saved`` and its ``clock``, if told."""
    for match in _pattern().finditer(text[:MAX_LINE].casefold()):
        named = match["by_name"] or match["by_word"]
        if named:
            day = saved - timedelta(days=int(named in load_words("dates")["ages"]["yesterday"]))
            start = match.start("by_name") if match["by_name"] else match.start("by_word")
            yield Age(day, day, day, text[start : start + len(named)])
            continue
        number = match["before_n"] or match["after_n"]
        count = int(number) if number.isdecimal() else 1
        unit = _units()[match["before_unit"] or match["after_unit"]]
        if count > MAX_NUMBER:
            continue
        fewest, most = _days(count, unit, clock)
        if saved.toordinal() <= most:
            continue
        latest = saved - timedelta(days=fewest)
        raw = text[match.start() : match.end()]
        yield Age(saved - timedelta(days=most), latest, latest, raw)


def _days(count: int, unit: str, clock: tuple[int, int] | None) -> tuple[int, int]:
    """The fewest and most days that an age means."""
    if unit == "hours" and clock is not None:
        past = count - clock[0]
        return max(0, -(-past // _HOURS_A_DAY)), max(0, -(-(past + 1) // _HOURS_A_DAY))
    return {
        "minutes": (0, 1 if clock is None else 0),
        "hours": (count // _HOURS_A_DAY, count // _HOURS_A_DAY + 1),
        "days": (count, count + 1),
        "weeks": (_DAYS_A_WEEK * count, _DAYS_A_WEEK * (count + 1)),
        "months": (_DAYS_A_MONTH * count, _DAYS_A_MONTH * (count + 1) + 1),
    }[unit]


@cache
def _units() -> dict[str, str]:
    ages = load_words("dates")["ages"]
    return {word: unit for unit in _UNITS for word in ages[unit]}


@cache
def _pattern() -> re.Pattern[str]:
    ages = load_words("dates")["ages"]
    number = rf"[0-9]{{1,3}}|{alternatives(ages['ones'])}"
    units = alternatives(_units())
    said = load_words("lines")["dates"]
    named = rf"(?P<by_name>{alternatives([*ages['today'], *ages['yesterday']])})"
    clock = r"[,|]?\s(?:(?:at|um|alle|à)\s|[-–|]\s)?[0-9]{1,2}(?:[:.h][0-9]{2}|\s?[ap]\.?m)"
    return re.compile(
        rf"(?<!\w)(?:(?:{alternatives(ages['before'])})\s(?P<before_n>{number})\s"
        rf"(?P<before_unit>{units})"
        rf"|(?P<after_n>{number})\s?(?P<after_unit>{units})\s(?:{alternatives(ages['after'])}))(?!\w)"
        rf"|(?<!\w){named}(?={clock})"
        rf"|(?<!\w)(?:{alternatives([*said['published'], *said['modified']])}):?\s"
        rf"{named.replace('by_name', 'by_word')}(?![\w'’])"
    )
