"""Rows of the tables as records again.

Invariant: what was put in comes out; a reading is checked again as it is unpacked.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from datetime import date

from onrecord.record import Reading, SourceChain, Span, from_json, unpack_record
from onrecord.store.rows import ArticleRow, Saying, SourceRow

MOST_PARAMETERS = 500
"""Ids in one query; SQLite takes at least 999."""

SAYING_COLUMNS = (
    "s.id, s.finding, s.article, s.words, s.content, s.mode, s.stance, s.chain, s.score"
)


def unpack_reading(packed: bytes) -> Reading:
    """The reading in a row of ``readings``."""
    return from_json(zlib.decompress(packed).decode())


def fetch_articles(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, ArticleRow]:
    """The rows of the articles with ``ids``, those that there are, by their id."""
    found: dict[str, ArticleRow] = {}
    for group in _groups(ids):
        rows = connection.execute(
            "SELECT a.id, a.url, a.outlet, a.title, a.language, a.published, a.place, "
            "coalesce(t.story, ''), "
            "(SELECT count(*) FROM articles b WHERE a.url <> '' AND b.url = a.url "
            " AND (b.added, b.id) < (a.added, a.id)), "
            "(SELECT count(*) FROM articles b WHERE a.url <> '' AND b.url = a.url) "
            "FROM articles a LEFT JOIN story_articles t ON t.article = a.id "
            f"WHERE a.id IN ({marks(group)})",
            group,
        )
        for row in rows:
            id_, url, outlet, title, language, published, where, story, before, versions = row
            found[id_] = ArticleRow(
                id_,
                url,
                outlet,
                title,
                language,
                day_of(published),
                where,
                story,
                before + 1,
                max(versions, 1),
            )
    return found


def make_sayings(
    connection: sqlite3.Connection, rows: Iterable[tuple[object, ...]]
) -> tuple[Saying, ...]:
    """Statements from rows of SAYING_COLUMNS, in their order."""
    taken = list(rows)
    articles = fetch_articles(connection, {str(row[2]) for row in taken})
    hands: dict[int, list[int]] = {}
    for group in _groups(row[0] for row in taken):
        for statement, source in connection.execute(
            f"SELECT statement, source FROM hands WHERE statement IN ({marks(group)}) "
            "ORDER BY statement, position",
            group,
        ):
            hands.setdefault(statement, []).append(source)
    return tuple(
        _make_saying(row, articles, tuple(hands.get(row[0], ())))  # type: ignore[call-overload]
        for row in taken
    )


def _make_saying(
    row: tuple[object, ...], articles: dict[str, ArticleRow], hands: tuple[int, ...]
) -> Saying:
    _, finding, article, words, content, mode, stance, chain, score = row
    return Saying(
        str(finding),
        articles[str(article)],
        str(words),
        tuple(Span(start, end) for start, end in json.loads(str(content))),
        mode,  # type: ignore[arg-type]
        str(stance),
        unpack_record(SourceChain, str(chain)),
        hands,
        float(score),  # type: ignore[arg-type]
    )


def fetch_sources(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, SourceRow]:
    """The sources with ``ids`` and what they are on record with, counted, by their id."""
    found: dict[int, SourceRow] = {}
    for group in _groups(ids):
        rows = connection.execute(
            "SELECT o.id, o.name, o.kind, o.unnamed, count(s.id), count(DISTINCT s.article), "
            "count(DISTINCT a.outlet), "
            "(SELECT count(*) FROM hands h JOIN statements r ON r.id = h.statement "
            " WHERE h.source = o.id AND h.position > 0 AND r.source <> o.id) "
            "FROM sources o LEFT JOIN statements s ON s.source = o.id "
            "LEFT JOIN articles a ON a.id = s.article "
            f"WHERE o.id IN ({marks(group)}) GROUP BY o.id",
            group,
        )
        for number, name, kind, unnamed, *counts in rows:
            found[number] = SourceRow(number, name, kind, bool(unnamed), *counts)
    return found


def day_of(words: str | None) -> date | None:
    """A day of a table."""
    return date.fromisoformat(words) if words else None


def marks(values: Iterable[object]) -> str:
    """As many question marks as ``values``."""
    return ", ".join("?" for _ in values)


def _groups(ids: Iterable[object]) -> Iterator[list[object]]:
    whole = list(dict.fromkeys(ids))
    for start in range(0, len(whole), MOST_PARAMETERS):
        yield whole[start : start + MOST_PARAMETERS]
