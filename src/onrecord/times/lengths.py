"""Lengths of time, repeated times, and times counted from another by a length."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.record import Anchor
from onrecord.times import calendar_values as cal
from onrecord.times.calendar_values import Stretch
from onrecord.times.days import resolve_day
from onrecord.times.find import FoundTime
from onrecord.times.parts import Parts
from onrecord.times.scene import Outcome, Scene

_CLOCKED = {"H": "H", "MIN": "M", "S": "S"}
# A half of a unit in the next smaller one: "2 1/2 years" = P2Y6M, "a minute and a half" = PT1M30S.
_HALVES = {"Y": "6M", "MIN": "30S", "H": "30M"}
_HALF_OF = {"Y": "P6M", "H": "PT30M", "MIN": "PT30S", "D": "PT12H", "CE": "P50Y", "DE": "P5Y"}
_MANY = {"F": ("W", 2), "DE": ("DE", 1), "CE": ("CE", 1), "ML": ("Y", 1000)}
_PARTS_OF_DAY = ("NI", "MO", "EV", "AF")
_DAYS = {"D": 1, "W": 7, "F": 14, "WE": 7}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
# No date is counted over more than this many units: the calendar ends.
FARTHEST = 10_000


def length_value(parts: Parts) -> str:
    """The TIMEX3 value of a length: P3D, PT2H, PXM for an unknown number."""
    unit = parts.unit
    if unit in cal.SEASON_MONTHS or unit in _PARTS_OF_DAY or unit == "SE":
        unit = {"SE": "Y"}.get(unit, unit)
    unit, times = _MANY.get(unit, (unit, 1))
    lead = "PT" if unit in _CLOCKED else "P"
    letter = _CLOCKED.get(unit, unit)
    if parts.count is None:
        return f"{lead}X{letter}"
    words = parts.words.split()
    if words[0] == "half" and unit in _HALF_OF:
        return _HALF_OF[unit]
    number = parts.count * times
    if "half" in words and number == int(number):
        number += 0.5
    decimal = any("." in word for word in words)
    if (
        not decimal
        and number != int(number)
        and number % 1 == 0.5
        and unit in _HALVES
        and number > 1
    ):
        return f"{lead}{int(number)}{letter}{_HALVES[unit]}"
    written = str(int(number)) if number == int(number) else f"{number:.10g}"
    return f"{lead}{written}{letter}"


def resolve_duration(time: FoundTime, scene: Scene) -> Outcome | None:
    """A length of time; generic where it says no number and no event bounds it."""
    parts = time.parts
    if not parts.unit:
        return None
    event = scene.event_behind(time)
    return Outcome(
        Stretch("none", length_value(parts)),
        "length",
        kind="DURATION",
        modifier=cal.modifier_of(parts.more),
        anchor="event" if event is not None else "",
        anchor_span=event,
        generic=not parts.counted and event is None,
    )


def resolve_directed(time: FoundTime, scene: Scene) -> Outcome | None:
    """A length that ends or begins with the publication: its days are known too."""
    parts = time.parts
    outcome = resolve_duration(time, scene)
    words = parts.words.split()
    if outcome is None:
        return None
    outcome = replace(outcome, generic=False)
    first_or_last = {"first", "final", "opening", "closing", "initial", "early"} & set(words)
    here = scene.publication
    if here is None or scene.narrative or first_or_last or parts.count is None:
        return outcome
    direction = -1 if parts.direction == -1 else 1
    far = moved(here, parts, direction)
    if far is None:
        return outcome
    first, last = sorted((here, far))
    value = outcome.stretch.value
    stretch = replace(cal.make_days(first, last), value=value, grain="none")
    return replace(outcome, stretch=stretch, anchor="publication", anchor_span=None)


def moved(day: date, parts: Parts, direction: int) -> date | None:
    """The day so many units of ``parts`` before or after ``day``; None where it is not known."""
    if parts.count is None or parts.count > FARTHEST:
        return None
    count = parts.count + (0.5 if parts.words.endswith("and a half") else 0)
    if parts.unit in _DAYS:
        return cal.add_days(day, direction * round(count * _DAYS[parts.unit]))
    if parts.unit in _MONTHS:
        return cal.add_months(day, direction * round(count * _MONTHS[parts.unit]))
    return None


def resolve_shift(time: FoundTime, scene: Scene) -> Outcome | None:
    """So long ago, earlier, later or from now."""
    parts = time.parts
    direction = parts.direction or -1
    from_now = {"ago", "now", "today", "hence"} & set(parts.words.split())
    if not parts.unit or (parts.count is None and parts.unit not in ("H", "MIN", "S")):
        value = "PAST_REF" if direction < 0 else "FUTURE_REF"
        return Outcome(Stretch("none", value), "unknown-distance")
    if parts.unit == "Y" and parts.count == 1 and direction < 0:
        quarter = _quarter_beside(scene)
        if quarter is not None:
            return quarter
    if from_now:
        return _moved_from(scene.publication, "publication", None, time, direction)
    told = scene.told.base
    if told is None:
        return _moved_from(scene.publication, "publication", None, time, direction)
    return _moved_from(told.stretch.earliest, "time", told.at, time, direction)


def _quarter_beside(scene: Scene) -> Outcome | None:
    """ "A year ago" in a report on a quarter means that quarter a year before."""
    told = scene.told.recent_quarter()
    if told is None:
        return None
    value = told.stretch.value
    stretch = cal.make_quarter(int(value[:4]) - 1, int(value[-1]))
    return Outcome(stretch, "quarter-shifted", anchor="time", anchor_at=told.at)


def _moved_from(
    day: date | None, anchor: Anchor, at: int | None, time: FoundTime, direction: int
) -> Outcome:
    parts = time.parts
    unknown = Stretch("none", "PAST_REF" if direction < 0 else "FUTURE_REF")
    if day is None:
        return Outcome(unknown, "no-anchor")
    modifier = cal.modifier_of(parts.more)
    if parts.unit in _CLOCKED:
        hours = (parts.count or 1) / {"H": 24, "MIN": 1440, "S": 86400}[parts.unit]
        far = cal.add_days(day, direction * int(hours)) if hours < FARTHEST else None
        stretch = cal.on_day(far) if far else unknown
        return Outcome(stretch, "shifted", None, anchor, at, modifier)
    far = moved(day, parts, direction)
    if far is None:
        return Outcome(unknown, "beyond-the-calendar")
    stretch = cal.on_day(far)
    if parts.unit in ("Y", "DE", "CE"):
        stretch = cal.make_year(far.year)
    elif parts.unit in ("M",):
        stretch = cal.make_month(far.year, far.month)
    elif parts.unit == "Q":
        stretch = cal.make_quarter(far.year, (far.month + 2) // 3)
    elif parts.unit == "WE":
        stretch = cal.make_week(far, weekend=True)
    return Outcome(stretch, "shifted", None, anchor, at, modifier)


def resolve_shift_day(time: FoundTime, scene: Scene) -> Outcome | None:
    """So long before or after a day that the same words name."""
    first = resolve_day(time, scene)
    if first is None or first.stretch.earliest is None:
        return None
    direction = -1 if time.parts.direction == -1 else 1
    far = moved(first.stretch.earliest, time.parts, direction)
    return replace(first, stretch=cal.on_day(far), rule="shifted") if far else None


def resolve_set(time: FoundTime, _scene: Scene) -> Outcome | None:
    """A time that comes again."""
    parts = time.parts
    value = ""
    if parts.weekday is not None:
        value = f"XXXX-WXX-{parts.weekday}" + (f"T{parts.part}" if parts.part else "")
    elif parts.month is not None:
        value = f"XXXX-{parts.month:02}"
    elif parts.season:
        value = f"XXXX-{parts.season}"
    elif parts.part:
        value = f"XXXX-XX-XXT{parts.part}"
    elif parts.unit:
        count = parts.count or (2 if "other" in parts.words.split() else 1)
        value = length_value(replace(parts, count=count, counted=True))
    return Outcome(Stretch("none", value), "set", kind="SET") if value else None


def resolve_set_word(time: FoundTime, _scene: Scene) -> Outcome | None:
    """ "Daily", "weekly"."""
    return Outcome(Stretch("none", time.parts.often), "set", kind="SET")


def resolve_reference(time: FoundTime, scene: Scene) -> Outcome | None:
    """ "Now", "recently", "the future": before, at or after the time of speaking."""
    value = time.parts.reference or scene.found.grammar.references.get(time.parts.words, "")
    return Outcome(Stretch("none", value), "reference", generic=True) if value else None


def resolve_some_day(_time: FoundTime, _scene: Scene) -> Outcome | None:
    """ "One day": some time to come."""
    return Outcome(Stretch("none", "FUTURE_REF"), "reference", generic=True)
