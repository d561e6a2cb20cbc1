"""The articles of a record as a stream in time, for those who cannot hold them all at once.

Invariant: the order is that in which the articles came; the day is one that is known of each.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.record import Reading
from onrecord.store.records import Record


def list_stream(record: Record) -> tuple[tuple[str, date], ...]:
    """All articles (ids) with a current reading, in the order in which they came, with a day.

    The day of publication; that of the crawl where the page gives none, or gives a later one; else
    that on which the article was added.
    """
    with record._reads() as connection:
        rows = connection.execute(
            "SELECT r.article, a.published, min(p.fetched), a.added FROM readings r "
            "JOIN articles a ON a.id = r.article LEFT JOIN pages p ON p.current = r.id "
            "WHERE r.current GROUP BY r.id ORDER BY r.id"
        )
        return tuple((article, _day(*days)) for article, *days in rows)


def fetch_readings(record: Record, articles: Sequence[str]) -> tuple[Reading, ...]:
    """The current readings of ``articles`` (ids), in that order; those without one left out."""
    return tuple(one for article in articles if (one := record.reading(article)) is not None)


def list_stories(record: Record) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The first day of each story (ISO 8601, "" unknown) and its articles (ids), by that day.

    Those without a day last.
    """
    with record._reads() as connection:
        rows = connection.execute(
            "SELECT s.id, s.earliest, t.article FROM stories s "
            "JOIN story_articles t ON t.story = s.id "
            "ORDER BY s.earliest IS NULL, s.earliest, s.number, t.position"
        )
        found: dict[str, tuple[str, list[str]]] = {}
        for story, day, article in rows:
            found.setdefault(story, (day or "", []))[1].append(article)
    return tuple((day, tuple(articles)) for day, articles in found.values())


def _day(published: str | None, fetched: str | None, added: str) -> date:
    if published and fetched:
        return date.fromisoformat(min(published, fetched))
    return date.fromisoformat((published or fetched or added)[:10])
