"""The age that a page tells instead of a date ("2 hours ago"), as of the day it was saved.

Invariant: without the day on which the page was saved an age names no day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from onrecord.articles.vocabulary import alternatives, load_words

# Beyond this a page gives a date: no unit counts so far.
MAX_NUMBER = 400
MAX_LINE = 200
_HOURS_A_DAY, _DAYS_A_WEEK = 24, 7


@dataclass(frozen=True, slots=True)
class Age:
    """The days that an age means: from ``earliest`` to ``latest``, most likely ``best``."""

    earliest: date
    latest: date
    best: date
    raw: str


def read_age(text: str, saved: date) -> Age | None:
    """The first age in ``text``, counted back from the day ``saved``; None where there is none."""
    match = _pattern().search(text[:MAX_LINE].casefold())
    if match is None:
        return None
    number = match["before_n"] or match["after_n"]
    count = int(number) if number.isdecimal() else 1
    unit = _units()[match["before_unit"] or match["after_unit"]]
    if count > MAX_NUMBER:
        return None
    fewest, most = {
        "minutes": (0, 1),
        "hours": (count // _HOURS_A_DAY, count // _HOURS_A_DAY + 1),
        "days": (count, count + 1),
        "weeks": (_DAYS_A_WEEK * count, _DAYS_A_WEEK * (count + 1)),
    }[unit]
    if saved.toordinal() <= most:
        return None
    latest = saved - timedelta(days=fewest)
    raw = text[match.start() : match.end()]
    return Age(saved - timedelta(days=most), latest, latest, raw)


@cache
def _units() -> dict[str, str]:
    ages = load_words("dates")["ages"]
    return {word: unit for unit in ("minutes", "hours", "days", "weeks") for word in ages[unit]}


@cache
def _pattern() -> re.Pattern[str]:
    ages = load_words("dates")["ages"]
    number = rf"[0-9]{{1,3}}|{alternatives(ages['ones'])}"
    units = alternatives(_units())
    return re.compile(
        rf"(?<!\w)(?:(?:{alternatives(ages['before'])})\s(?P<before_n>{number})\s"
        rf"(?P<before_unit>{units})"
        rf"|(?P<after_n>{number})\s?(?P<after_unit>{units})\s(?:{alternatives(ages['after'])}))(?!\w)"
    )
