"""Days, months and years of an expression, put on the calendar.

Policies measured on gold spans (weekday: past, and the publication day counts, unless its verb is
of the future; day of a month without a year: the nearest; bare month: by tense).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from onrecord.times import calendar_values as cal
from onrecord.times.calendar_values import Stretch
from onrecord.times.feasts import find_feast
from onrecord.times.find import FoundTime
from onrecord.times.parts import Parts
from onrecord.times.scene import Outcome, Scene
from onrecord.times.tense import Tense
from onrecord.times.told import Told

# The weekday of the day after publication is that day, whatever the verb: of 11 in TimeBank and
# AQUAINT 9 are, and an outlet's day may be behind that of the place it tells of.
TOMORROW = 6
# A feast so near ahead is the one that is told of, whatever the verb.
FEAST_BESIDE = 7
# A day of the month that lies farther ahead than this needs a verb that looks ahead; chosen
# on the tuned half of TimeBank and AQUAINT.
SOON = 90
# A date told without its year lies from so many days before the last date told to so many after it
# in a narrative, since narratives mostly go forward. Set by hand.
BACK, ON = 150, 215


def resolve_day(time: FoundTime, scene: Scene) -> Outcome | None:
    """A day, with its part or clock where the words have one."""
    outcome = _find_day(time, scene)
    if outcome is None:
        return None
    parts = time.parts
    if parts.day_shift and outcome.stretch.earliest is not None:
        beside = cal.add_days(outcome.stretch.earliest, parts.day_shift)
        outcome = replace(outcome, stretch=cal.on_day(beside) if beside else _unknown_day())
    suffix = _clock(parts)
    if parts.hour == 24 and outcome.stretch.earliest is not None:
        suffix = "T24:00"
    stretch = outcome.stretch.at(suffix)
    alternatives = tuple(replace(one, value=one.value + suffix) for one in outcome.alternatives)
    return replace(
        outcome,
        stretch=stretch,
        alternatives=alternatives,
        kind="TIME" if suffix else None,
        modifier=outcome.modifier or cal.modifier_of(parts.edge),
    )


def _clock(parts: Parts) -> str:
    if parts.hour is not None:
        minute = 0 if parts.minute is None else parts.minute
        return f"T{parts.hour:02}:{minute:02}"
    return f"T{parts.part}" if parts.part else ""


def _find_day(time: FoundTime, scene: Scene) -> Outcome | None:
    parts = time.parts
    if parts.feast:
        return _feast(time, scene)
    if parts.day is not None and parts.month is None:
        return _day_alone(time, scene)
    if parts.month is not None:
        return _day_of_month(time, scene)
    if parts.weekday is not None:
        return _weekday(time, scene)
    if parts.today is not None:
        return _from_today(parts.today, time, scene)
    if parts.part and parts.direction == -1 and not parts.that:
        if "previous" in parts.words or "preceding" in parts.words:
            return _from_told(-1, scene)
        return _from_today(-1, time, scene)
    if parts.direction == 1:
        return _from_told(1, scene)
    if parts.that:
        return _from_told(0, scene)
    if parts.direction == 0:
        return _from_today(0, time, scene)
    behind = scene.next_day(time)
    if behind is not None:
        return _find_day(behind, scene)
    told = scene.told.last_of("day")
    if told is not None and (scene.tense(time) != "future" or scene.narrative):
        return _from_told(0, scene)
    return _from_today(0, time, scene)


def _unknown_day() -> Stretch:
    return Stretch("none", "XXXX-XX-XX")


def _from_today(days: int, time: FoundTime, scene: Scene) -> Outcome:
    day = scene.publication
    if (scene.narrative or day is None) and time.parts.words == "today":
        return Outcome(Stretch("none", "PRESENT_REF"), "reference", kind="DATE", generic=True)
    if day is None or (scene.narrative and time.parts.today is None):
        return _from_told(days, scene)
    moved = cal.add_days(day, days)
    return Outcome(
        cal.on_day(moved) if moved else _unknown_day(), "publication-day", anchor="publication"
    )


def _from_told(days: int, scene: Scene) -> Outcome:
    told = scene.told.last_of("day")
    if told is None or told.stretch.earliest is None:
        if scene.publication is None or scene.narrative:
            return Outcome(_unknown_day(), "no-anchor")
        moved = cal.add_days(scene.publication, days)
        stretch = cal.on_day(moved) if moved else _unknown_day()
        return Outcome(stretch, "publication-day", anchor="publication")
    moved = cal.add_days(told.stretch.earliest, days)
    stretch = cal.on_day(moved) if moved else _unknown_day()
    return Outcome(stretch, "last-day-told", anchor="time", anchor_at=told.at)


def _feast(time: FoundTime, scene: Scene) -> Outcome | None:
    parts = time.parts
    if parts.year is not None:
        day = find_feast(parts.feast, parts.year)
        return Outcome(cal.on_day(day), "feast") if day else None
    here, anchor, at = scene.here(time)
    if here is None:
        return Outcome(_unknown_day(), "no-anchor")
    near = [find_feast(parts.feast, here.year + shift) for shift in (-1, 0, 1)]
    days = [day for day in near if day is not None]
    if not days:
        return None
    if parts.direction == -1:
        days = [day for day in days if day < here] or days
        day = days[-1]
    elif parts.direction == 1:
        days = [day for day in days if day > here] or days
        day = days[0]
    else:
        day = min(days, key=lambda one: abs((one - here).days))
        if (day - here).days > FEAST_BESIDE and scene.tense(time) == "past":
            day = max([one for one in days if one <= here], default=day)
    return Outcome(cal.on_day(day), "nearest-feast", anchor=anchor, anchor_at=at)


def _day_alone(time: FoundTime, scene: Scene) -> Outcome | None:
    """A weekday with its day of the month ("Friday the 13th")."""
    here, anchor, at = scene.here(time)
    parts = time.parts
    told = scene.told.last
    if parts.weekday is None and told is not None and told.stretch.earliest is not None:
        here, anchor, at = told.stretch.earliest, "time", told.at
    if here is None or parts.day is None:
        return Outcome(_unknown_day(), "no-anchor")
    days = []
    for shift in (-1, 0, 1):
        month = cal.add_months(here.replace(day=1), shift)
        found = cal.make_day(parts.year or month.year, month.month, parts.day) if month else None
        if found is not None and found.earliest is not None:
            days.append(found.earliest)
    fitting = [day for day in days if parts.weekday in (None, day.isoweekday())] or days
    if not fitting:
        return None
    same_month = [day for day in fitting if day.month == here.month and at is not None]
    day = min(same_month or fitting, key=lambda one: abs((one - here).days))
    return Outcome(cal.on_day(day), "nearest-day-of-month", anchor=anchor, anchor_at=at)


def _day_of_month(time: FoundTime, scene: Scene) -> Outcome | None:
    parts = time.parts
    assert parts.month is not None
    assert parts.day is not None
    if parts.year is not None:
        year = 1 - parts.year if parts.before_christ else parts.year
        found = cal.make_day(year, parts.month, parts.day)
        return Outcome(found, "full-date") if found else None
    if parts.year_shift is not None:
        year_told = _shifted_year(parts, scene)
        if year_told is None:
            return Outcome(Stretch("none", f"XXXX-{parts.month:02}-{parts.day:02}"), "no-anchor")
        found = cal.make_day(year_told, parts.month, parts.day)
        return Outcome(found, "day-of-shifted-year", anchor="publication") if found else None
    told = _year_giver(time, scene)
    if told is not None and told.stretch.earliest is not None:
        day = _near_told(parts, told.stretch)
        if day is not None:
            return Outcome(cal.on_day(day), "year-of-last-told", anchor="time", anchor_at=told.at)
    here = scene.publication
    if here is None:
        return Outcome(Stretch("none", f"XXXX-{parts.month:02}-{parts.day:02}"), "no-anchor")
    near = _candidates(parts, here)
    if not near:
        return None
    best = min(near, key=lambda one: abs((one - here).days))
    if (best - here).days > SOON and scene.tense(time) != "future":
        best = max([day for day in near if day <= here], default=best)
    others = tuple(
        cal.on_day(day).calendar("other-year")
        for day in near
        if day != best and abs((day - here).days) < 250
    )
    return Outcome(cal.on_day(best), "nearest-year", anchor="publication", alternatives=others)


def _candidates(parts: Parts, here: date) -> list[date]:
    """The day in the years about ``here``; only those with the weekday where one fits."""
    assert parts.month is not None
    assert parts.day is not None
    days = []
    for shift in (-1, 0, 1):
        found = cal.make_day(here.year + shift, parts.month, parts.day)
        if found is not None and found.earliest is not None:
            days.append(found.earliest)
    if parts.weekday is not None:
        return [day for day in days if day.isoweekday() == parts.weekday] or days
    return days


def _near_told(parts: Parts, stretch: Stretch) -> date | None:
    assert stretch.earliest is not None
    assert parts.month is not None
    assert parts.day is not None
    if stretch.grain in ("year", "season", "quarter", "half"):
        found = cal.make_day(stretch.earliest.year, parts.month, parts.day)
        return found.earliest if found else None
    near = _candidates(parts, stretch.earliest)
    from_day = stretch.earliest
    going_on = [day for day in near if -BACK <= (day - from_day).days <= ON] or near
    return min(going_on, key=lambda one: abs((one - from_day).days), default=None)


def _year_giver(time: FoundTime, scene: Scene) -> Told | None:
    """What was told that gives its year to a day or month without one; None: publication does."""
    if scene.narrative or scene.publication is None:
        return scene.running(time)
    told = scene.told.last
    if told is None or told.stretch.grain in ("decade", "century", "none"):
        return None
    if told.shifted and scene.same_sentence(told, time):
        return told  # "next year's edition is planned for 4 May"
    far = scene.far_told(time)
    if far is None:
        return None
    dated = far.stretch.grain in ("day", "month") and scene.same_sentence(far, time)
    return far if far.opens or dated else None


def _shifted_year(parts: Parts, scene: Scene) -> int | None:
    if parts.that or scene.publication is None or scene.narrative:
        told = scene.told.last
        if told is not None and told.stretch.earliest is not None:
            return told.stretch.earliest.year + (parts.year_shift or 0)
        return None
    return scene.publication.year + (parts.year_shift or 0)


def _weekday(time: FoundTime, scene: Scene) -> Outcome | None:
    parts = time.parts
    assert parts.weekday is not None
    here, anchor, at = scene.here(time)
    if here is None or (at is not None and scene.told.last_of("day") is None):
        return Outcome(Stretch("none", f"XXXX-WXX-{parts.weekday}"), "no-anchor")
    back = (here.isoweekday() - parts.weekday) % 7
    past, coming = here - timedelta(days=back), here + timedelta(days=7 - back)
    if at is not None:
        return Outcome(cal.on_day(coming), "weekday-after-last-told", anchor=anchor, anchor_at=at)
    if parts.direction == -1:
        day = past if back else past - timedelta(days=7)
        return Outcome(cal.on_day(day), "last-weekday", anchor=anchor)
    if parts.direction == 1:
        other = (cal.on_day(coming + timedelta(days=7)).calendar("weekday-after-next"),)
        return Outcome(cal.on_day(coming), "next-weekday", anchor=anchor, alternatives=other)
    tense = scene.tense(time)
    if back == 0:
        return Outcome(cal.on_day(past), "weekday-of-publication", anchor=anchor)
    if parts.direction == 0 and not parts.that:
        day = _this_weekday(parts, here, tense)
        return Outcome(cal.on_day(day), "this-weekday", anchor=anchor)
    if tense in ("future", "present") or back == TOMORROW:  # "the final is on Saturday"
        other = (cal.on_day(past).calendar("weekday-before-publication"),)
        return Outcome(
            cal.on_day(coming), "weekday-after-publication", anchor=anchor, alternatives=other
        )
    doubt = () if tense else (cal.on_day(coming).calendar("weekday-after-publication"),)
    return Outcome(
        cal.on_day(past), "weekday-before-publication", anchor=anchor, alternatives=doubt
    )


def _this_weekday(parts: Parts, here: date, tense: Tense) -> date:
    """The weekday of the running week, unless its words or its verb look the other way."""
    assert parts.weekday is not None
    day = here + timedelta(days=parts.weekday - here.isoweekday())
    back = "past" in parts.words or tense == "past"
    ahead = "coming" in parts.words or tense == "future"
    if day > here and back:
        return day - timedelta(days=7)
    return day + timedelta(days=7) if day < here and ahead else day


def resolve_weekday_week(time: FoundTime, scene: Scene) -> Outcome | None:
    """ "Friday week", "a week on Friday": a week after the Friday to come."""
    parts = time.parts
    if scene.publication is None:
        return Outcome(_unknown_day(), "no-anchor")
    ahead = 0
    if parts.weekday is not None:
        ahead = (parts.weekday - scene.publication.isoweekday() - 1) % 7 + 1
    else:
        ahead = parts.today or 0
    day = cal.add_days(scene.publication, ahead + 7)
    return Outcome(cal.on_day(day), "weekday-week", anchor="publication") if day else None


def resolve_week_of(time: FoundTime, scene: Scene) -> Outcome | None:
    """The week in which a day lies, or its weekend."""
    first = _find_day(time, scene)
    if first is None or first.stretch.earliest is None:
        return None
    weekend = time.parts.unit == "WE"
    return replace(first, stretch=cal.make_week(first.stretch.earliest, weekend=weekend))


def resolve_month(time: FoundTime, scene: Scene) -> Outcome | None:
    """A month, its year told, counted from the publication or taken from the last date told."""
    outcome = _find_month(time, scene)
    if outcome is None:
        return None
    edge = time.parts.edge
    return replace(outcome, stretch=outcome.stretch.within(edge), modifier=cal.modifier_of(edge))


def _find_month(time: FoundTime, scene: Scene) -> Outcome | None:
    parts = time.parts
    if parts.month is None:
        return None
    if parts.year is not None:
        year = 1 - parts.year if parts.before_christ else parts.year
        return Outcome(cal.make_month(year, parts.month), "month-of-year")
    unknown = Outcome(Stretch("none", f"XXXX-{parts.month:02}"), "no-anchor")
    if parts.year_shift is not None:
        shifted = _shifted_year(parts, scene)
        if shifted is None:
            return unknown
        return Outcome(
            cal.make_month(shifted, parts.month), "month-of-shifted-year", anchor="publication"
        )
    told = _year_giver(time, scene)
    if told is not None and told.stretch.earliest is not None and parts.direction is None:
        year = _year_near(parts.month, told.stretch)
        return Outcome(
            cal.make_month(year, parts.month), "year-of-last-told", anchor="time", anchor_at=told.at
        )
    here = scene.publication
    if here is None or scene.narrative:
        return unknown
    year, rule, doubt = _year_of_month(time, here, scene)
    others = (cal.make_month(doubt, parts.month).calendar("other-year"),) if doubt else ()
    return Outcome(
        cal.make_month(year, parts.month), rule, anchor="publication", alternatives=others
    )


def _year_near(month: int, stretch: Stretch) -> int:
    assert stretch.earliest is not None
    if stretch.grain in ("year", "season", "quarter", "half"):
        return stretch.earliest.year
    months = {
        year: (year - stretch.earliest.year) * 12 + month - stretch.earliest.month
        for year in range(stretch.earliest.year - 1, stretch.earliest.year + 2)
    }
    going_on = {year: gap for year, gap in months.items() if -5 <= gap <= 7} or months
    return min(going_on, key=lambda year: abs(going_on[year]))


def _year_of_month(time: FoundTime, here: date, scene: Scene) -> tuple[int, str, int]:
    """The year of a bare month, the rule, and another year where two stand (0: none)."""
    parts = time.parts
    month = parts.month or 1
    past = here.year if month <= here.month else here.year - 1
    coming = here.year if month >= here.month else here.year + 1
    if parts.direction == -1:
        close = (here.month - month) % 12 <= 1
        return past - 1 if close and past == here.year else past, "last-month-named", 0
    if parts.direction == 1:
        return coming + (month == here.month), "next-month-named", 0
    if parts.direction == 0:
        return here.year, "month-of-this-year", 0
    tense = scene.tense(time)
    if tense == "future":
        return coming, "month-to-come", 0
    if tense in ("past", "perfect", "present"):
        return past, "month-gone", 0
    away = (month - here.month) % 12
    return (coming, "nearest-month", past) if 0 < away <= 3 else (past, "nearest-month", coming)
