"""Statements and sources as the tables have them, brought together for a screen.

Invariant: a saying has a source for each link of its chain.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from onrecord.record import SourceChain, Span
from onrecord.store.article_rows import fetch_articles
from onrecord.store.rows import Saying, SourceRow
from onrecord.store.values import groups_of, marks, unpack_kept

Row = tuple[Any, ...]
"""A row of a table: what its columns hold is known where it is asked for."""

SAYING_COLUMNS = (
    "s.id, s.finding, s.article, s.words, s.content, s.mode, s.stance, s.chain, s.score"
)


def make_sayings(connection: sqlite3.Connection, rows: Iterable[Row]) -> tuple[Saying, ...]:
    """Statements from rows of SAYING_COLUMNS, in their order."""
    taken = list(rows)
    articles = fetch_articles(connection, {row[2] for row in taken})
    hands: dict[int, list[int]] = {}
    for group in groups_of(row[0] for row in taken):
        for statement, source in connection.execute(
            f"SELECT statement, source FROM hands WHERE statement IN ({marks(group)}) "
            "ORDER BY statement, position",
            group,
        ):
            hands.setdefault(statement, []).append(source)
    standings = _fetch_standings(connection, [row[1] for row in taken])
    return tuple(
        Saying(
            finding,
            articles[article],
            words,
            tuple(Span(start, end) for start, end in json.loads(content)),
            mode,
            stance,
            unpack_kept(SourceChain, chain),
            tuple(hands.get(number, ())),
            score,
            standings.get(finding, ""),
        )
        for number, finding, article, words, content, mode, stance, chain, score in taken
    )


def _fetch_standings(connection: sqlite3.Connection, findings: list[str]) -> dict[str, str]:
    """The last thing that people said of statements, by the statement's id."""
    standings: dict[str, str] = {}
    for group in groups_of(findings):
        standings |= connection.execute(
            "SELECT finding, kind FROM corrections WHERE withdrawn IS NULL "
            f"AND target = 'statement' AND finding IN ({marks(group)}) ORDER BY id",
            group,
        ).fetchall()
    return standings


def fetch_sources(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, SourceRow]:
    """The sources with ``ids`` and what they are on record with, counted, by their id."""
    found: dict[int, SourceRow] = {}
    for group in groups_of(ids):
        rows = connection.execute(
            "SELECT o.id, o.name, o.kind, o.unnamed, coalesce(sum(c.statements), 0), "
            "coalesce(sum(c.statements > 0), 0), "
            "count(DISTINCT CASE WHEN c.statements THEN a.outlet END), "
            "coalesce(sum(c.relayed), 0) "
            "FROM sources o LEFT JOIN source_articles c ON c.source = o.id "
            "LEFT JOIN articles a ON a.id = c.article "
            f"WHERE o.id IN ({marks(group)}) GROUP BY o.id",
            group,
        )
        for number, name, kind, unnamed, *counts in rows:
            found[number] = SourceRow(number, name, kind, bool(unnamed), *counts)
    return found
