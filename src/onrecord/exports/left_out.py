"""Events that a format of event data has no place for, and why: nothing is left out in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from onrecord.record import Event, EventDate, Reading

Lack = Literal["actor", "date", "standing"]
"""actor = nobody is told to have done it; date = neither the text nor the page gives a day;
standing = it is planned, hypothetical, denied, negated or called off."""
COUNTED_AS_EVENTS = ("happened", "reported", "claimed")
"""Standings in which GDELT, which has no column for it, can hold an event without turning it
into its contrary."""


def lack_for_plover(event: Event, reading: Reading) -> Lack | None:
    """What keeps ``event`` from being a record of PLOVER, which requires source and date."""
    if not event.actors:
        return "actor"
    return None if event.date is not None or page_days(reading) is not None else "date"


def lack_for_gdelt(event: Event) -> Lack | None:
    """What keeps ``event`` from being a row of GDELT."""
    return None if event.factuality in COUNTED_AS_EVENTS else "standing"


def left_out_of_plover(readings: Iterable[Reading]) -> Mapping[Lack, int]:
    """How many events ``to_plover`` leaves out, by what they lack."""
    lacks = (lack_for_plover(event, one) for one in readings for event in one.events)
    return Counter(lack for lack in lacks if lack is not None)


def left_out_of_gdelt(readings: Iterable[Reading]) -> Mapping[Lack, int]:
    """How many events ``to_gdelt`` leaves out, by what they lack."""
    lacks = (lack_for_gdelt(event) for one in readings for event in one.events)
    return Counter(lack for lack in lacks if lack is not None)


def page_days(reading: Reading) -> EventDate | None:
    """The days on which the page came out, None where it does not say."""
    found = reading.article.date("published")
    if found is None:
        return None
    return EventDate(found.earliest, found.latest, found.best, found.edtf)
