"""What the words of a page tell of the day on which it was published.

Invariant: only words outside quotations speak for the page; every clue keeps its span.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.record import Article, Span
from onrecord.times import calendar_values as cal
from onrecord.times.find import FoundTime, FoundTimes, find_times
from onrecord.times.tense import find_tense


@dataclass(frozen=True, slots=True)
class DatedDay:
    """A day of the month in the text; ``year`` and ``weekday`` are None where it has none."""

    month: int
    day: int
    year: int | None
    weekday: int | None
    ahead: bool
    span: Span
    words: str

    def in_year(self, year: int) -> date | None:
        """The day in ``year``; None where that year does not have it, or not on this weekday."""
        found = cal.make_day(year, self.month, self.day)
        if found is None or found.earliest is None:
            return None
        fits = self.weekday in (None, found.earliest.isoweekday())
        return found.earliest if fits else None


@dataclass(frozen=True, slots=True)
class BareWeekday:
    """A weekday without a date, told of the past or of what is to come."""

    weekday: int
    ahead: bool
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """All clues of one article; ``captions`` are full dates under its pictures, in order.

    ``since`` = the span of "in the days since …": some days had gone by.
    """

    dated: tuple[DatedDay, ...]
    weekdays: tuple[BareWeekday, ...]
    captions: tuple[date, ...]
    years: tuple[tuple[int, Span], ...]
    since: Span | None


def gather_evidence(article: Article, found: FoundTimes, quoted: tuple[Span, ...] = ()) -> Evidence:
    """The clues of the article's own words and of its captions."""
    outside = [
        time
        for time in found.times
        if not any(quote.start <= time.span.start < quote.end for quote in quoted)
    ]
    return Evidence(
        dated=tuple(_dated_days(outside, found)),
        weekdays=tuple(_bare_weekdays(outside, found)),
        captions=tuple(sorted(set(_caption_days(article)))),
        years=tuple(
            (time.parts.year, time.span)
            for time in outside
            if time.parts.year and not time.parts.before_christ and not time.parts.short
        ),
        since=next(filter(None, (_days_since(time, found) for time in outside)), None),
    )


def _dated_days(times: list[FoundTime], found: FoundTimes) -> Iterator[DatedDay]:
    for time in times:
        parts = time.parts
        if time.meaning != "day" or parts.month is None or parts.day is None:
            continue
        if parts.before_christ or parts.year_shift is not None:
            continue
        yield DatedDay(
            parts.month,
            parts.day,
            parts.year,
            parts.weekday,
            _is_ahead(time, found),
            time.span,
            time.span.cut(found.tokens.text),
        )


def _bare_weekdays(times: list[FoundTime], found: FoundTimes) -> Iterator[BareWeekday]:
    for time in times:
        parts = time.parts
        if time.meaning != "day" or parts.weekday is None or parts.day is not None:
            continue
        if parts.month is not None or parts.direction is not None or parts.feast:
            continue
        yield BareWeekday(
            parts.weekday, _is_ahead(time, found), time.span, time.span.cut(found.tokens.text)
        )


def _is_ahead(time: FoundTime, found: FoundTimes) -> bool:
    return find_tense(found.tokens, time.first, time.end, found.grammar) == "future"


def _caption_days(article: Article) -> Iterator[date]:
    for caption in article.captions:
        for time in find_times(caption.text, article.language).times:
            parts = time.parts
            if parts.year and parts.month and parts.day and not parts.before_christ:
                day = cal.make_day(parts.year, parts.month, parts.day)
                if day is not None and day.earliest is not None:
                    yield day.earliest


def _days_since(time: FoundTime, found: FoundTimes) -> Span | None:
    """The span of "the days since": an unknown number of days, counted from an event."""
    if time.meaning != "duration" or time.parts.unit != "D" or time.parts.counted:
        return None
    words = found.tokens.words
    behind = words[time.end] if time.end < len(words) else ""
    return time.span if behind in found.grammar.senses["counted_from_event"] else None
