"""Which of a page's days is the one of its role, why, and what speaks against it.

Invariant: nothing that was seen is dropped; a day after the page was fetched is never chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from onrecord.articles.date_places import Candidate
from onrecord.record import DateOfRecord, DateRole, edtf_day, edtf_one_of

# No land is further west or east of Greenwich.
MAX_HOURS_WEST, MAX_HOURS_EAST = 12, 14
# All time zones but a few villages' differ by half hours; a clock may be a minute off its moment.
ZONE_MINUTES = 30
CLOCK_SLACK = 1
# Two places in different time zones name days that are one apart and mean the same.
SAME = timedelta(days=1)

SHOWN = ("visible date", "time element", "text by headline")
# Of 414 development pages that tell both days, 93 % were published at most so many days before
# their last change.
DAYS_TO_CHANGE = 7
_MAX_AGAINST = 4


def decide(
    candidates: Iterable[Candidate], *, other: Iterable[Candidate] = (), fetched: date | None = None
) -> tuple[DateOfRecord, ...]:
    """One record for each place and day, the chosen first; all candidates are of one role.

    The first place's day wins, by the readers' own clock. ``other`` = the candidates of the other
    role, ``fetched`` = the day of the crawl, after which nothing can have been published.
    """
    unique: dict[tuple[str, date], Candidate] = {}
    for one in candidates:
        unique.setdefault((one.place, one.day), one)
    late = [one for one in unique.values() if fetched and one.day - fetched > SAME]
    possible = [one for one in unique.values() if one not in late]
    changes = tuple(other)
    records = [*_choose(possible, late, changes), *_refuse(late, fetched)]
    return tuple(records)


def crossed(published: DateOfRecord, modified: DateOfRecord | None) -> DateOfRecord:
    """``published``, in conflict where the page says that it was changed days before."""
    if modified is None or published.best - modified.best <= SAME:
        return published
    reason = (
        f"{published.reason}; but the page says that it was changed on {modified.best} "
        f"({modified.found_by}), before it was published"
    )
    return replace(published, reason=reason, conflict=True)


def before_crawl(published: DateOfRecord, crawled: DateOfRecord | None) -> DateOfRecord:
    """``published``, in conflict where a page's own clock shows an earlier day."""
    if crawled is None or published.best - crawled.best <= SAME:
        return published
    reason = (
        f"{published.reason}; but the page's own clock shows {crawled.best} "
        f"({crawled.found_by}), before it was published"
    )
    return replace(published, reason=reason, conflict=True)


def tell_conflict(dates: Iterable[DateOfRecord]) -> str:
    """What the dates of a page contradict each other in, in words; empty where they do not."""
    torn = [one for one in dates if one.conflict]
    torn.sort(key=lambda one: not one.chosen)
    return f"{torn[0].role} {torn[0].best}: {torn[0].reason}" if torn else ""


def make_record(
    one: Candidate, reason: str, *, chosen: bool, conflict: bool = False
) -> DateOfRecord:
    """The candidate as a date of record."""
    return DateOfRecord(
        role=one.role,
        earliest=one.day,
        latest=one.day,
        best=one.day,
        edtf=edtf_day(one.day),
        found_by=one.place,
        reason=reason,
        raw=one.raw,
        chosen=chosen,
        conflict=conflict,
    )


def make_crawled(day: date) -> DateOfRecord:
    """The day on which the page was fetched, as the archive or the server told it."""
    reason = "the page was fetched on this day"
    role: DateRole = "crawled"
    return DateOfRecord(role, day, day, day, edtf_day(day), "fetched", reason, chosen=True)


def published_before(change: DateOfRecord) -> DateOfRecord:
    """The publication of a page that tells its readers nothing but its last change."""
    earliest = change.earliest - timedelta(days=DAYS_TO_CHANGE)
    reason = (
        f"the page tells its last change alone ({change.raw}): it came out then or before, "
        f"nine in ten within {DAYS_TO_CHANGE} days"
    )
    return replace(
        change,
        role="published",
        earliest=earliest,
        edtf=edtf_one_of(earliest, change.latest),
        found_by="last change",
        reason=reason,
    )


def _choose(
    ordered: list[Candidate], late: list[Candidate], changes: tuple[Candidate, ...]
) -> Iterator[DateOfRecord]:
    if not ordered:
        return
    local = _local_day(ordered, frozenset(one.day for one in changes))
    local = local or _day_by_changes(ordered, changes)
    won = local or ordered[0]
    others = [one for one in ordered if one is not won]
    against = dict.fromkeys(f"{one.day} ({one.place})" for one in others if one.day != won.day)
    reason = f"{won.says}, the most reliable place that the page has"
    if local is not None:
        first = ordered[0]
        zone = "UTC" if first.utc else "another time zone"
        reason = f"{won.says}; {first.place} gives the same moment in {zone} ({first.raw})"
    if against:
        reason += f"; against it: {', '.join(sorted(against)[:_MAX_AGAINST])}"
    rivals = [one for one in (*others, *late) if one.firm and differ(one.day, won.day)]
    if rivals:
        named = dict.fromkeys(f"{one.day} ({one.place})" for one in rivals)
        reason += f"; the page contradicts itself: {won.day} ({won.place}), but "
        reason += ", ".join(list(named)[:_MAX_AGAINST])
    yield make_record(won, reason, chosen=True, conflict=bool(rivals))
    for one in others:
        verdict = "agrees with" if one.day == won.day else "is less reliable than"
        yield make_record(one, f"{one.says}, which {verdict} {won.place}", chosen=False)


def differ(one: date, other: date) -> bool:
    """Whether two days are more than one apart, and not one with its day and month exchanged."""
    exchanged = (one.year, one.month, one.day) == (other.year, other.day, other.month)
    return abs(one - other) > SAME and not exchanged


def _refuse(late: list[Candidate], fetched: date | None) -> Iterator[DateOfRecord]:
    for one in late:
        reason = (
            f"{one.says}, but it is after the page was fetched on {fetched}, which cannot be: "
            "it is not believed"
        )
        yield make_record(one, reason, chosen=False, conflict=True)


def _local_day(ordered: list[Candidate], changed: frozenset[date]) -> Candidate | None:
    """The shown day next to the first one's, where both mean the same moment.

    An evening west of Greenwich is the next day in UTC, a morning east of it the day before; the
    outlet's readers live by their own day.
    """
    first = ordered[0]
    if first.moment is None:
        return None
    shown = [one for one in ordered if one.place in SHOWN]
    seen = shown[0] if shown else None
    agreed = any(one.day == first.day for one in shown)
    for one in ordered[1:]:
        if abs(one.day - first.day) != SAME:
            continue
        if one.moment is not None:
            # A second place in UTC says no more than the first.
            same = abs(one.moment - first.moment) <= timedelta(minutes=CLOCK_SLACK)
            local = same and not one.utc
        else:
            local = one.clock is not None and _same_moment(first.moment, one.day, one.clock)
        first_shown = (one is seen or one.place == "url") and not agreed
        if local or (first_shown and _may_be_local(first, one, changed)):
            return one
    return None


def _day_by_changes(ordered: list[Candidate], changes: tuple[Candidate, ...]) -> Candidate | None:
    """The first one's day by the clock that the page shows its last change by.

    A page that declares its change in UTC and shows it by its own clock tells its time zone.
    """
    first = ordered[0]
    shown = any(one.place in SHOWN and one.day == first.day for one in ordered)
    if shown or first.moment is None or not first.utc:
        return None
    moments = [one.moment for one in changes if one.moment is not None]
    for one in changes:
        for moment in moments:
            if one.place in SHOWN and one.clock and _same_moment(moment, one.day, one.clock):
                day = (first.moment + _east(moment, one.day, one.clock)).date()
                says = f"{first.says}, told by the clock of the page's last change ({one.raw})"
                return replace(first, day=day, says=says) if day != first.day else None
    return None


def _east(moment: datetime, day: date, clock: tuple[int, int]) -> timedelta:
    """How far a clock is ahead of UTC that shows ``moment`` so."""
    return datetime.combine(day, time(*clock), tzinfo=UTC) - moment.replace(second=0)


def _same_moment(moment: datetime, day: date, clock: tuple[int, int]) -> bool:
    minutes = _east(moment, day, clock) // timedelta(minutes=1)
    off = minutes % ZONE_MINUTES
    in_range = -MAX_HOURS_WEST * 60 <= minutes <= MAX_HOURS_EAST * 60
    return in_range and min(off, ZONE_MINUTES - off) <= CLOCK_SLACK


def _may_be_local(first: Candidate, one: Candidate, changed: frozenset[date]) -> bool:
    """Whether a day can be the outlet's own for the first's moment, as far as UTC allows it."""
    assert first.moment is not None
    if not first.utc or one.place not in (*SHOWN, "url"):
        return False
    if one.day < first.day:
        return first.moment.hour < MAX_HOURS_WEST
    east = first.moment.hour >= 24 - MAX_HOURS_EAST
    plain = one.clock is None and one.place in SHOWN
    return east and plain and one.firm and one.day not in changed
