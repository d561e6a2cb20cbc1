"""The days of feasts: fixed, counted by weekdays of a month, or by Easter.

Source: for Easter the anonymous Gregorian computus (Meeus, Jones, Butcher).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta


def find_feast(rule: str, year: int) -> date | None:
    """The day of a feast in ``year``.

    ``rule`` is "12-25" (month and day), "11 4 4" (month, which one of the weekday, weekday; -1 the
    last), "easter -2" (days from Easter Sunday) or "election" (the Tuesday after a first Monday in
    November).
    """
    if not MINYEAR < year < MAXYEAR:
        return None
    if rule == "election":
        first_monday = _nth(year, 11, 1, 1)
        return first_monday + timedelta(days=1)
    if rule.startswith("easter"):
        return _easter(year) + timedelta(days=int(rule.split()[1]))
    if "-" in rule and " " not in rule:
        month, day = map(int, rule.split("-"))
        return date(year, month, day)
    month, which, weekday = map(int, rule.split())
    return _nth(year, month, which, weekday)


def _nth(year: int, month: int, which: int, weekday: int) -> date:
    if which < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def _easter(year: int) -> date:
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
