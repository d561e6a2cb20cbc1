"""When a page came out, for people: its day, its clock, and what of them is not known.

Invariant: a clock is told with its zone or as one without; a page without a date is said to be so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from onrecord.painting.days import describe_day, describe_range
from onrecord.painting.wording import phrase
from onrecord.record import Article, ArticleKind, DateOfRecord, DateRole
from onrecord.stories.media.moments import ZONES, Moment, moment_of


@dataclass(frozen=True, slots=True)
class PageClock:
    """``moment`` = when the page came out, or this version of it; None where it does not say."""

    moment: Moment | None
    date: DateOfRecord | None
    role: DateRole

    @property
    def key(self) -> tuple[bool, float]:
        """What pages are put in order by: those without a date stand last."""
        at = self.moment.middle.timestamp() if self.moment is not None else 0.0
        return self.moment is None, at

    @property
    def day(self) -> str:
        """14 March 2024, or the days that it may be, or that none is given."""
        if self.moment is None or self.date is None:
            return phrase("clock", "none")
        if self.date.earliest != self.date.latest:
            return describe_range(self.date)
        return describe_day(self.moment.middle.date())

    @property
    def best_day(self) -> str:
        """The likeliest day alone, and that it is only about right where others may be."""
        if self.date is None or self.date.earliest == self.date.latest:
            return self.day
        return phrase("clock", "about", day=describe_day(self.date.best))

    @property
    def brief(self) -> str:
        """Day and clock as short as they can be told."""
        return self._tell(self.best_day)

    @property
    def time(self) -> str:
        """04:30 UTC, or the clock as it stands on the page; "" where there is none."""
        at = self._clock
        if at is None or self.moment is None:
            return ""
        key = "utc" if self.moment.earliest == self.moment.latest else "unzoned"
        return phrase("clock", key, time=at.strftime("%H:%M"))

    @property
    def short(self) -> str:
        """04:30, for an axis; "" where there is none."""
        return self._clock.strftime("%H:%M") if self._clock is not None else ""

    @property
    def words(self) -> str:
        """Day and clock, and whether it is that of a later version."""
        return self._tell(self.day)

    def _tell(self, day: str) -> str:
        told = ", ".join(filter(None, (day, self.time)))
        return phrase("clock", "modified", day=told) if self.role == "modified" else told

    @property
    def _clock(self) -> datetime | None:
        if self.moment is None:
            return None
        width = self.moment.latest - self.moment.earliest
        return self.moment.middle if not width or width == 2 * ZONES else None


def read_clock(article: Article, kind: ArticleKind | None) -> PageClock:
    """The clock of ``article``; of an update that of its change, where the page gives one."""
    role: DateRole = "published"
    if kind == "update" and moment_of(article, "modified") is not None:
        role = "modified"
    return PageClock(moment_of(article, role), article.date(role), role)
