"""Weeks, months, quarters, seasons, years and longer, put on the calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from onrecord.times import calendar_values as cal
from onrecord.times.calendar_values import Grain, Stretch
from onrecord.times.days import resolve_month
from onrecord.times.find import FoundTime
from onrecord.times.parts import Parts
from onrecord.times.scene import Outcome, Scene
from onrecord.times.told import Told

# What may have been told for a period of a unit to be counted from it.
_TO_A_WEEK: tuple[Grain, ...] = ("day", "week", "weekend")
_TO_A_YEAR: tuple[Grain, ...] = (*_TO_A_WEEK, "month", "quarter", "half", "season", "year")
_FINER: Mapping[str, tuple[Grain, ...]] = {
    "D": ("day",),
    "W": _TO_A_WEEK,
    "WE": _TO_A_WEEK,
    "M": (*_TO_A_WEEK, "month"),
    "Q": (*_TO_A_WEEK, "month", "quarter"),
    "Y": _TO_A_YEAR,
    "DE": (*_TO_A_YEAR, "decade"),
    "CE": (*_TO_A_YEAR, "decade", "century"),
}
# From this weekday on "the weekend" may be the one to come.
WEEKEND_AHEAD = 5


def _edged(outcome: Outcome | None, edge: str) -> Outcome | None:
    if outcome is None:
        return None
    return replace(outcome, stretch=outcome.stretch.within(edge), modifier=cal.modifier_of(edge))


def resolve_year(time: FoundTime, scene: Scene) -> Outcome | None:
    """A year told in digits or words; with a month before Christ, that month."""
    parts = time.parts
    if parts.year is None:
        return None
    year = 1 - parts.year if parts.before_christ else parts.year
    if parts.month is not None:
        return Outcome(cal.make_month(year, parts.month), "month-of-year")
    if parts.short:
        year = _century_of_short(parts.year, scene)
    return _edged(Outcome(cal.make_year(year), "year"), parts.edge)


def _century_of_short(year: int, scene: Scene) -> int:
    """'62 in a text that tells of 1861 is 1862."""
    told = scene.told.last
    if scene.narrative and told is not None and told.stretch.earliest is not None:
        return told.stretch.earliest.year // 100 * 100 + year % 100
    if scene.publication is not None and year > scene.publication.year + 10:
        return year - 100
    return year


def resolve_decade(time: FoundTime, scene: Scene) -> Outcome | None:
    """The decade; a short one ("the '60s") in the century that the text tells of."""
    parts = time.parts
    if parts.decade is None:
        return None
    year = _century_of_short(parts.decade, scene) if parts.short else parts.decade
    return _edged(Outcome(cal.make_decade(year), "decade"), parts.edge)


def resolve_century(time: FoundTime, _scene: Scene) -> Outcome | None:
    """The century by its number."""
    parts = time.parts
    if parts.ordinal is None or not 1 <= parts.ordinal <= 30:
        return None
    stretch = cal.make_century(parts.ordinal, before_christ=parts.before_christ)
    return _edged(Outcome(stretch, "century"), parts.edge)


def resolve_season(time: FoundTime, scene: Scene) -> Outcome | None:
    """A season of a year told, or counted from the publication or the last date told."""
    parts = time.parts
    year: int | None
    if parts.year is not None:
        if parts.before_christ:
            return Outcome(Stretch("none", f"BC{parts.year:04}-{parts.season}"), "season")
        return _edged(Outcome(cal.make_season(parts.year, parts.season), "season"), parts.edge)
    here, anchor, at = scene.here(time)
    if here is None:
        return Outcome(Stretch("none", f"XXXX-{parts.season}"), "no-anchor")
    if parts.year_shift is not None:
        year = here.year + parts.year_shift
    else:
        year = _year_of_season(time, here, scene)
    outcome = Outcome(cal.make_season(year, parts.season), "season", anchor=anchor, anchor_at=at)
    return _edged(outcome, parts.edge)


def _year_of_season(time: FoundTime, here: date, scene: Scene) -> int:
    parts = time.parts
    start = cal.SEASON_MONTHS[parts.season]
    began = here.year if start <= here.month else here.year - 1
    running = (here.year - began) * 12 + here.month - start < 3
    if parts.direction == -1 or "past" in parts.words:
        return began - 1 if running and "past" not in parts.words else began
    if parts.direction == 1:
        return began + 1
    if scene.narrative:
        return here.year
    if running:
        return began
    tense = scene.tense(time)
    if tense == "future":
        return began + 1
    if parts.direction == 0:
        return here.year
    return began


def resolve_quarter(time: FoundTime, scene: Scene) -> Outcome | None:
    """A quarter by its number; the year told, shifted, or the nearest."""
    parts = time.parts
    number = parts.quarter or parts.ordinal
    if number is None or not 1 <= number <= 4:
        return None
    if parts.year is not None:
        return _edged(Outcome(cal.make_quarter(parts.year, number), "quarter"), parts.edge)
    here, anchor, at = scene.here(time)
    if here is None:
        return Outcome(Stretch("none", f"XXXX-Q{number}"), "no-anchor")
    if parts.year_shift is not None:
        year = here.year + parts.year_shift
    else:
        year = _year_of_quarter(number, here, scene.tense(time))
        if "ago" in parts.words or "earlier" in parts.words:
            told = scene.told.quarter
            year = _quarter_year(told) - 1 if told is not None else year - 1
    return _edged(
        Outcome(cal.make_quarter(year, number), "quarter", anchor=anchor, anchor_at=at), parts.edge
    )


def _year_of_quarter(number: int, here: date, tense: str) -> int:
    current = (here.month + 2) // 3
    gap = number - current
    if tense == "future" and gap < -1:
        return here.year + 1
    if tense == "past" and gap > 0:
        return here.year - 1
    return here.year - 1 if gap >= 2 else here.year


def resolve_quarter_ended(time: FoundTime, scene: Scene) -> Outcome | None:
    """ "The quarter ended 30 September": the calendar's quarter in which that day lies."""
    parts = time.parts
    if parts.month is None:
        return None
    number = (parts.month + 2) // 3
    here, anchor, at = scene.here(time)
    if parts.year is None and here is None:
        return Outcome(Stretch("none", f"XXXX-Q{number}"), "no-anchor")
    year = parts.year or 0
    if here is not None and parts.year is None:
        year = here.year if parts.month <= here.month else here.year - 1
    return Outcome(cal.make_quarter(year, number), "quarter", anchor=anchor, anchor_at=at)


def _quarter_year(told: Told) -> int:
    return int(told.stretch.value[:4])


def _latest_quarter(here: date) -> tuple[int, int]:
    """The last quarter that was over on the day, as year and number."""
    current = (here.month + 2) // 3
    return (here.year, current - 1) if current > 1 else (here.year - 1, 4)


def resolve_year_ago(time: FoundTime, scene: Scene) -> Outcome | None:
    """The same period a year before the last one told."""
    told = scene.told.quarter
    here, anchor, _ = scene.here(time)
    words = time.parts.words
    if told is None and here is None:
        return Outcome(Stretch("none", "XXXX"), "no-anchor")
    if time.parts.ordinal is not None and here is not None:
        year = _quarter_year(told) if told else here.year
        number = time.parts.ordinal
        return Outcome(
            cal.make_quarter(year - 1, number), "year-ago", anchor=anchor or "publication"
        )
    if "months" in words:
        return Outcome(
            Stretch("none", f"P{int(time.parts.count or 9)}M"), "year-ago", kind="DURATION"
        )
    if told is not None:
        stretch = cal.make_quarter(_quarter_year(told) - 1, int(told.stretch.value[-1]))
        return Outcome(stretch, "year-ago", anchor="time", anchor_at=told.at)
    assert here is not None
    year, number = _latest_quarter(here)
    return Outcome(cal.make_quarter(year - 1, number), "year-ago", anchor="publication")


def resolve_this_quarter(time: FoundTime, scene: Scene) -> Outcome | None:
    """The quarter or period that a report of figures is about."""
    told = scene.told.quarter
    if time.parts.year is not None:
        if told is not None:
            return Outcome(
                cal.make_quarter(time.parts.year, int(told.stretch.value[-1])), "quarter"
            )
        return Outcome(cal.make_year(time.parts.year), "year")
    if told is not None:
        return Outcome(told.stretch, "last-quarter-told", anchor="time", anchor_at=told.at)
    if scene.publication is None:
        return Outcome(Stretch("none", "XXXX-QX"), "no-anchor")
    year, number = _latest_quarter(scene.publication)
    return Outcome(cal.make_quarter(year, number), "latest-quarter", anchor="publication")


def resolve_half(time: FoundTime, scene: Scene) -> Outcome | None:
    """The first or second half of a year, or of a decade."""
    parts = time.parts
    half = 2 if parts.ordinal in (2, -1) else 1
    if parts.decade is not None:
        edge = "START" if half == 1 else "END"
        return _edged(Outcome(cal.make_decade(parts.decade), "half"), edge)
    if parts.year is not None:
        return Outcome(cal.make_half(parts.year, half), "half")
    here, anchor, at = scene.here(time)
    if here is None:
        return Outcome(Stretch("none", f"XXXX-H{half}"), "no-anchor")
    year = here.year + (parts.year_shift or 0)
    return Outcome(cal.make_half(year, half), "half", anchor=anchor, anchor_at=at)


def resolve_period(time: FoundTime, scene: Scene) -> Outcome | None:
    """Last, this, next, that or the same day, week, month, quarter, year …"""
    parts = time.parts
    shift = parts.direction or 0
    from_told = parts.that or parts.unit == "D" or _counts_from_told(parts)
    told = scene.told.last_of(*_FINER[parts.unit]) if from_told else None
    if told is None and parts.words.startswith("the "):
        told = scene.far_told(time)  # "it opened in 1903; the next year …"
    if told is not None and told.stretch.earliest is not None:
        stretch = shifted(parts.unit, told.stretch.earliest, shift)
        outcome = Outcome(stretch, "", anchor="time", anchor_at=told.at) if stretch else None
        rule = "last-told"
    else:
        here, anchor, at = scene.here(time)
        if here is None:
            return Outcome(Stretch("none", _unknown(parts.unit)), "no-anchor")
        if parts.unit == "WE" and shift == 0 and here.isoweekday() < WEEKEND_AHEAD - 1:
            shift = -1 if scene.tense(time) == "past" else 0
        stretch = shifted(parts.unit, here, shift)
        outcome = Outcome(stretch, "", anchor=anchor, anchor_at=at) if stretch else None
        rule = "publication"
    if outcome is None:
        return None
    return _edged(replace(outcome, rule=f"{rule}-{parts.unit}"), parts.edge)


def _counts_from_told(parts: Parts) -> bool:
    """ "The following year" is counted from what was told, "next year" from the publication."""
    words = parts.words.split()
    return any(
        one in words
        for one in ("following", "previous", "preceding", "subsequent", "ensuing", "prior")
    )


def _unknown(unit: str) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX"}.get(
        unit, "XXXX"
    )


def shifted(unit: str, day: date, shift: int) -> Stretch | None:
    """The period of ``unit`` that lies ``shift`` periods from the one with ``day`` in it."""
    if unit == "D":
        moved = cal.add_days(day, shift)
        return cal.on_day(moved) if moved else None
    if unit in ("W", "WE"):
        moved = cal.add_days(day, 7 * shift)
        return cal.make_week(moved, weekend=unit == "WE") if moved else None
    if unit == "M":
        moved = cal.add_months(day, shift)
        return cal.make_month(moved.year, moved.month) if moved else None
    if unit == "Q":
        moved = cal.add_months(day, 3 * shift)
        return cal.make_quarter(moved.year, (moved.month + 2) // 3) if moved else None
    if unit == "Y":
        return cal.make_year(day.year + shift)
    if unit == "DE":
        return cal.make_decade(day.year // 10 * 10 + 10 * shift)
    if unit == "CE":
        return cal.make_century((day.year + 99) // 100 + shift)
    return None


def resolve_the_period(time: FoundTime, scene: Scene) -> Outcome | None:
    """ "The year", "the week", "the quarter": of what was told, else of the publication."""
    parts = time.parts
    here, anchor, at = scene.here(time)
    if parts.unit == "Q":
        return _edged(resolve_this_quarter(time, scene), parts.edge)
    if here is None:
        return Outcome(Stretch("none", _unknown(parts.unit)), "no-anchor")
    if parts.unit in ("M", "W", "Y", "WE"):
        told = scene.told.last
        if told is not None and told.stretch.earliest and _is_close(told, time, scene):
            day = told.stretch.latest if parts.unit == "W" else told.stretch.earliest
            here, anchor, at = day or here, "time", told.at
    if parts.unit == "WE" and here.isoweekday() < WEEKEND_AHEAD and scene.tense(time) != "future":
        here = cal.add_days(here, -7) or here
    stretch = shifted(parts.unit, here, 0)
    if stretch is None:
        return None
    return _edged(Outcome(stretch, "the-period", anchor=anchor, anchor_at=at), parts.edge)


def _is_close(told: Told, time: FoundTime, scene: Scene) -> bool:
    """Whether "the week" or "the year" is that of what was told: in its sentence or, for a week,
    in its paragraph."""
    if told.stretch.grain in ("decade", "century"):
        return False
    if time.parts.unit == "W":
        return scene.same_paragraph(told, time)
    return scene.same_sentence(told, time)


def resolve_year_end(time: FoundTime, scene: Scene) -> Outcome | None:
    """The last day of a year, month or quarter."""
    parts = time.parts
    here, anchor, at = scene.here(time)
    if parts.year is not None:
        return Outcome(cal.on_day(date(parts.year, 12, 31)), "year-end")
    if here is None:
        return Outcome(Stretch("none", "XXXX-12-31"), "no-anchor")
    whole = shifted(parts.unit, here, 0)
    if whole is None or whole.latest is None:
        return None
    return Outcome(cal.on_day(whole.latest), "year-end", anchor=anchor, anchor_at=at)


def resolve_week_of_month(time: FoundTime, scene: Scene) -> Outcome | None:
    """The first, second … last week or weekday of a month."""
    parts = time.parts
    outcome = resolve_month(time, scene)
    if outcome is None:
        return None
    first, last = outcome.stretch.earliest, outcome.stretch.latest
    if first is None or last is None:
        return outcome
    weeks = 7 * ((parts.ordinal or 1) - 1)
    if parts.weekday is None:  # the week that holds most of the days so far into the month
        day = first + timedelta(days=3 + weeks) if parts.ordinal else last - timedelta(days=3)
        stretch = cal.make_week(day)
    else:
        ahead = timedelta(days=(parts.weekday - first.isoweekday()) % 7 + weeks)
        behind = timedelta(days=(last.isoweekday() - parts.weekday) % 7)
        day = first + ahead if parts.ordinal else last - behind
        stretch = cal.on_day(day)
    return replace(outcome, stretch=stretch) if first <= day <= last else None
