"""When a page came out, to the minute where it says so: the order in which pages took from others.

Invariant: what a page does not say widens the moment; nothing is made more exact than its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from onrecord.record import Article, DateOfRecord, DateRole

CLOCK = re.compile(
    r"(?<![\d.:])(\d{1,2})[:.](\d{2})(?::\d{2})?(?![\d:]|\.\d)(?:\s{0,2}([ap])\.?m\b)?", re.I
)
"""A clock in the words of a date. ``15.03.2024`` is none: digits and points stand around it."""
ZONES = timedelta(hours=12)
"""A clock without a zone is somewhere on earth: so much is uncertain of it to either side."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The interval in which a page came out, both ends with a zone (UTC)."""

    earliest: datetime
    latest: datetime

    def __post_init__(self) -> None:
        if self.earliest > self.latest:
            raise ValueError(f"{self.earliest} is after {self.latest}")

    @property
    def middle(self) -> datetime:
        """The middle of the interval: what pages are put in order by."""
        return self.earliest + (self.latest - self.earliest) / 2

    def surely_before(self, other: Moment) -> bool:
        """Whether no reading of the two lets this one be the later."""
        return self.latest < other.earliest


def moment_of(article: Article, role: DateRole = "published") -> Moment | None:
    """When ``article`` was published (or modified); None where it does not say.

    The day is the one that won for ``role``; the clock is taken from any date of that role that
    gives the same day, one with a zone before one without. Without a zone the middle is the clock
    read as UTC; without a clock the moment is the whole day.
    """
    won = article.date(role)
    if won is None:
        return None
    if won.earliest != won.latest:
        return Moment(_start(won.earliest), _end(won.latest))
    same = [one for one in article.dates if one.role == role and one.best == won.best]
    return _zoned(same) or _unzoned(same, won.best) or Moment(_start(won.best), _end(won.best))


def order(articles: Iterable[Article]) -> tuple[Article, ...]:
    """``articles`` by when they came out, those without a date last, ties by id."""

    def key(article: Article) -> tuple[bool, datetime, str]:
        moment = moment_of(article)
        at = datetime.max.replace(tzinfo=UTC) if moment is None else moment.middle
        return moment is None, at, article.id

    return tuple(sorted(articles, key=key))


def _zoned(dates: list[DateOfRecord]) -> Moment | None:
    for one in dates:
        try:
            at = datetime.fromisoformat(one.raw.strip())
        except ValueError:
            continue
        if at.tzinfo is not None:
            exact = at.astimezone(UTC)
            return Moment(exact, exact)
    return None


def _unzoned(dates: list[DateOfRecord], day: date) -> Moment | None:
    for one in dates:
        found = CLOCK.search(one.raw)
        if found is None:
            continue
        hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").lower()
        if half and hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour < 24 and minute < 60:
            at = datetime.combine(day, time(hour, minute), UTC)
            return Moment(at - ZONES, at + ZONES)
    return None


def _start(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _end(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59), UTC)
