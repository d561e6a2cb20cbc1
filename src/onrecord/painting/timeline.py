"""What a text dates, put in the order of the calendar, with the page's own days among it.

Invariant: every time of the reading stands in exactly one row, or among those without a place; so
does every event, or among those without a day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.painting.days import describe_between, describe_day, describe_value
from onrecord.painting.wording import count, join_words
from onrecord.record import (
    DateOfRecord,
    DateRole,
    Event,
    EventDate,
    Reading,
    RecordError,
    TimeExpression,
    read_edtf,
)

MARKED: tuple[DateRole, ...] = ("published", "modified", "crawled")
"""The roles of the page's own days that stand in the timeline."""

Place = tuple[int, int, int]
Key = tuple[str, tuple[Place, Place]]
_BEFORE_DAYS = (1, 1)


@dataclass(frozen=True, slots=True)
class DatedMention:
    """A time with its number in the text, and how it hangs on the day of publication.

    ``shaky`` = counted from a day that is unknown or in conflict; ``spread`` = its days reach as
    far as they do because the publication lies between two days.
    """

    number: int
    time: TimeExpression
    shaky: bool = False
    spread: bool = False


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event with its number in the text; ``shaky`` and ``spread`` as its time is."""

    number: int
    event: Event
    shaky: bool = False
    spread: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One calendar value, the times of the text that mean it, and the events that it dates.

    ``place`` is for the order alone.
    """

    words: str
    place: tuple[Place, Place]
    mentions: tuple[DatedMention, ...] = ()
    events: tuple[DatedEvent, ...] = ()

    @property
    def shaky(self) -> bool:
        """Whether no mention of this value is sure of it."""
        return all(one.shaky for one in self.mentions or self.events)

    @property
    def spread(self) -> bool:
        """Whether it would be more exact if the day of publication were."""
        return all(one.spread for one in self.mentions or self.events)

    @property
    def day(self) -> date | None:
        """The one day that this is, or None where it is longer or less exact."""
        one = self.mentions[0].time if self.mentions else self.events[0].event.date
        assert one is not None
        return one.best if one.earliest == one.latest else None


@dataclass(frozen=True, slots=True)
class Marker:
    """A day of the page itself: published, updated, saved."""

    date: DateOfRecord
    place: tuple[Place, Place]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Rows and markers in the order of the calendar; the others in the order of the text."""

    entries: tuple[Row | Marker, ...]
    unplaced: tuple[DatedMention, ...]
    publication: DateOfRecord | None
    undated: tuple[DatedEvent, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The entries that the text tells."""
        return tuple(one for one in self.entries if isinstance(one, Row))

    @property
    def events(self) -> tuple[DatedEvent, ...]:
        """All events, in the order of the text."""
        dated = [one for row in self.rows for one in row.events]
        return tuple(sorted((*dated, *self.undated), key=lambda one: one.number))


def order_times(reading: Reading) -> Timeline:
    """The reading's times and events as a timeline."""
    publication = reading.article.date("published")
    mentions = _hang_times(reading, publication)
    rows: dict[Key, list[DatedMention]] = {}
    unplaced: list[DatedMention] = []
    for mention in mentions:
        place, words = _find_place(mention.time), describe_value(mention.time)
        if place is None or not words:
            unplaced.append(mention)
        else:
            rows.setdefault((words, place), []).append(mention)
    happenings: dict[Key, list[DatedEvent]] = {}
    undated: list[DatedEvent] = []
    by_id = {one.time.id: one for one in mentions}
    for number, event in enumerate(order_events(reading), start=1):
        if event.date is None:
            undated.append(DatedEvent(number, event))
            continue
        time = by_id[event.date.time] if event.date.time is not None else None
        key = _key_of(event.date, time)
        shaky, spread = (time.shaky, time.spread) if time else (_is_unsure(publication), False)
        happenings.setdefault(key, []).append(DatedEvent(number, event, shaky, spread))
    entries: list[Row | Marker] = [
        Row(*key, tuple(rows.get(key, ())), tuple(happenings.get(key, ())))
        for key in dict.fromkeys((*rows, *happenings))
    ]
    if entries:
        entries += _mark_page(reading)
    entries.sort(key=lambda one: (one.place, isinstance(one, Row)))
    return Timeline(tuple(entries), tuple(unplaced), publication, tuple(undated))


def order_events(reading: Reading) -> tuple[Event, ...]:
    """The events in the order in which the text first tells of them."""
    return tuple(sorted(reading.events, key=lambda one: (min(one.triggers), one.id)))


def _hang_times(reading: Reading, publication: DateOfRecord | None) -> list[DatedMention]:
    """The times in the order of the text, each with how it hangs on the publication."""
    times = sorted(reading.times, key=lambda one: (one.span, one.id))
    by_id = {one.id: one for one in times}
    unsure = _is_unsure(publication)
    mentions = []
    for number, time in enumerate(times, start=1):
        rests = _rests_on_publication(time, by_id)
        spread = rests and not unsure and _is_spread(time, publication)
        mentions.append(DatedMention(number, time, shaky=rests and unsure, spread=spread))
    return mentions


def _key_of(day: EventDate, time: DatedMention | None) -> Key:
    """The row of an event: that of its time where the days are the same, else one of its own."""
    if time is not None and (time.time.earliest, time.time.latest) == (day.earliest, day.latest):
        place, words = _find_place(time.time), describe_value(time.time)
        if place is not None and words:
            return words, place
    if day.earliest == day.latest:
        words = describe_day(day.best, weekday=True)
    else:
        words = describe_between(day.earliest, day.latest)
    return words, _place(day.earliest, day.latest)


def cut_to_window(timeline: Timeline, most: int) -> tuple[range, range]:
    """The entries to show where more than ``most`` are too many, and all entries.

    The window lies around the day of publication, or where that is unknown at the end: what a
    page reports is near the day it is printed.
    """
    total = len(timeline.entries)
    centre = total
    for position, one in enumerate(timeline.entries):
        if isinstance(one, Marker) and one.date.role == "published":
            centre = position
    start = max(0, min(centre - most * 2 // 3, total - most))
    return range(start, min(start + most, total)), range(total)


def count_rows(entries: Sequence[Row | Marker]) -> int:
    """How many of ``entries`` the text tells."""
    return sum(isinstance(one, Row) for one in entries)


def describe_unplaced(unplaced: Sequence[DatedMention]) -> str:
    """The times without a place on the calendar, counted by what they are."""
    kinds = Counter(name_kind(one.time) for one in unplaced)
    return join_words([count(number, kind) for kind, number in kinds.most_common()])


def name_kind(time: TimeExpression) -> str:
    """What a time without a place is, as a noun of the wording."""
    if time.generic:
        return "general"
    if time.kind == "DURATION":
        return "length"
    if time.kind == "SET":
        return "repeated"
    return "vague" if time.value.endswith("_REF") or not time.value else "uncounted"


def _find_place(time: TimeExpression) -> tuple[Place, Place] | None:
    if time.generic or time.kind == "SET" or time.value == "PRESENT_REF":
        return None
    if time.earliest is not None and time.latest is not None:
        return _place(time.earliest, time.latest)
    try:
        found = read_edtf(time.edtf)
    except RecordError:
        return None
    first, last = found.first_year, found.last_year
    start = first if first is not None else last
    assert start is not None
    end = last if last is not None else start
    low = found.earliest.timetuple()[:3] if found.earliest else (start, *_BEFORE_DAYS)
    high = found.latest.timetuple()[:3] if found.latest else (end, *_BEFORE_DAYS)
    return low, _backwards(high)


def _place(first: date, last: date) -> tuple[Place, Place]:
    """Sorts by the first day, the longer before the shorter."""
    return first.timetuple()[:3], _backwards(last.timetuple()[:3])


def _backwards(day: Place) -> Place:
    return -day[0], -day[1], -day[2]


def _mark_page(reading: Reading) -> list[Marker]:
    marked = [one for role in MARKED if (one := reading.article.date(role)) is not None]
    published = reading.article.date("published")
    if published is not None:
        # An update on the day of publication is no day of its own.
        marked = [one for one in marked if one.role != "modified" or one.best != published.best]
    return [Marker(one, _place(one.best, one.best)) for one in marked]


def _is_unsure(publication: DateOfRecord | None) -> bool:
    return publication is None or publication.conflict


def _is_spread(time: TimeExpression, publication: DateOfRecord | None) -> bool:
    """Whether the days are one of several for a publication that is one of several."""
    if publication is None or publication.earliest == publication.latest:
        return False
    try:
        return read_edtf(time.edtf).kind == "one of"
    except RecordError:
        return False


def _rests_on_publication(time: TimeExpression, by_id: dict[str, TimeExpression]) -> bool:
    seen: set[str] = set()
    while time.anchor == "time" and time.anchor_id is not None and time.id not in seen:
        seen.add(time.id)
        time = by_id[time.anchor_id]
    return time.anchor == "publication"
