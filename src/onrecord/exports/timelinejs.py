"""Timelines of stories as TimelineJS3 draws them.

Source: Knight Lab, "TimelineJS JSON data format". Invariant: TimelineJS takes texts for HTML, so
every word of a page is escaped; a date is no finer than the pages tell it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape

from onrecord.exports.harmless import to_json_text, web_address, without_controls
from onrecord.exports.wordings import sentence_around
from onrecord.record import Article, Corpus, EventDate, EventTelling, Story, TimelineEntry

Packed = dict[str, object]


@dataclass(frozen=True, slots=True)
class StoryTimeline:
    """A story and its events, as ``stories.trace.timeline_of`` gives them."""

    story: Story
    entries: tuple[TimelineEntry, ...]


def to_timelinejs(timelines: Iterable[StoryTimeline], corpus: Corpus) -> str:
    """One timeline: a slide for each dated event, its tellings below, each with its page.

    The stories are the groups, by the title of their first page. An event known to a month or a
    year has no day; of other spans the first and last day are start and end. Events without a date
    have no slide, nor have those before the year 1 or a story without any; behind each telling
    stands how the page has it (happened, reported, claimed, denied, planned …).
    """
    articles = {one.article.id: one.article for one in corpus.readings}
    slides = [
        _slide(entry, entry.date, _title(one.story, articles), articles)
        for one in timelines
        for entry in one.entries
        if entry.date is not None
    ]
    return to_json_text({"events": slides}, indent=1) + "\n"


def undated(timelines: Iterable[StoryTimeline]) -> int:
    """How many events have no slide."""
    return sum(entry.date is None for one in timelines for entry in one.entries)


def _slide(
    entry: TimelineEntry, days: EventDate, group: str, articles: dict[str, Article]
) -> Packed:
    tellings = [_telling(one, articles[one.article]) for one in entry.tellings]
    slide: Packed = {
        "unique_id": entry.id,
        "group": group,
        "text": {"headline": _html(_headline(entry)), "text": "".join(tellings)},
        **_dates(days),
        "autolink": False,
    }
    return slide


def _headline(entry: TimelineEntry) -> str:
    who = (", ".join(entry.actors), entry.words, ", ".join(entry.recipients), entry.place)
    return " · ".join(one for one in who if one)


def _telling(one: EventTelling, article: Article) -> str:
    outlet, address = article.outlet or article.title or article.id, web_address(article.url)
    name = f'<a href="{escape(address)}">{_html(outlet)}</a>' if address else _html(outlet)
    return f"<p>{name}: {_html(sentence_around(one.span, article))} [{_html(one.factuality)}]</p>"


def _title(story: Story, articles: dict[str, Article]) -> str:
    first = articles[story.articles[0]]
    return _html(first.title or first.outlet or story.id)


def _html(text: str) -> str:
    return escape(without_controls(text))


def _dates(days: EventDate) -> Packed:
    first, last = days.earliest, days.latest
    if first == last:
        return {"start_date": _day(first)}
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        start: Packed = {"start_date": {"year": first.year}}
        return start if first.year == last.year else {**start, "end_date": {"year": last.year}}
    if first.day == 1 and last == _month_end(first):
        return {"start_date": {"year": first.year, "month": first.month}}
    return {"start_date": _day(first), "end_date": _day(last)}


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _day(day: date) -> Packed:
    return {"year": day.year, "month": day.month, "day": day.day}
