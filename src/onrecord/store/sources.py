"""Who is on record with what, through whom.

Invariant: a description ("two officials") is never taken for a name.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from onrecord.store.correction_rows import merged_sources
from onrecord.store.names import key_of
from onrecord.store.queries import parse_query
from onrecord.store.rows import Found, Saying, SourceRow
from onrecord.store.sayings import SAYING_COLUMNS, fetch_sources, make_sayings
from onrecord.store.values import marks

_ORDER = "ORDER BY a.published IS NULL, a.published DESC, a.id, s.start LIMIT ?"


def find_who(
    connection: sqlite3.Connection, name: str, limit: int, sayings: int
) -> tuple[Found, ...]:
    """The sources with all words of ``name`` in theirs: the same name first, then by weight."""
    key = key_of(name)
    asked = parse_query(key)
    if not asked:
        return ()
    into = merged_sources(connection)
    rows = connection.execute(
        "SELECT o.id FROM sources o WHERE o.id IN "
        "(SELECT rowid FROM source_words WHERE source_words MATCH ?) "
        "AND EXISTS (SELECT 1 FROM hands h WHERE h.source = o.id) "
        "ORDER BY o.key <> ?, "
        "(SELECT sum(c.statements) FROM source_articles c WHERE c.source = o.id) DESC, o.id "
        "LIMIT ?",
        (asked, key, limit),
    ).fetchall()
    numbers = dict.fromkeys(into.get(one, one) for (one,) in rows)
    return tuple(found for one in numbers if (found := find_source_by_id(connection, one, sayings)))


def find_source_by_id(connection: sqlite3.Connection, source: int, sayings: int) -> Found | None:
    """The source with this id and all that people merged into it, None where there is none."""
    merged = merged_sources(connection)
    source = merged.get(source, source)
    group = [source, *sorted(one for one, into in merged.items() if into == source)]
    rows = fetch_sources(connection, group)
    if source not in rows:
        return None
    return Found(
        _add_up(connection, rows[source], group),
        _fetch_said(connection, group, sayings),
        _fetch_passed_on(connection, group, sayings),
    )


def list_sources(
    connection: sqlite3.Connection, *, named: bool | None, limit: int, skip: int
) -> tuple[SourceRow, ...]:
    """The sources with most statements first; those who are nobody are left out."""
    narrowed, values = "", []
    if named is not None:
        narrowed, values = "AND o.unnamed = ? ", [not named]
    rows = connection.execute(
        "WITH said AS MATERIALIZED (SELECT source, sum(statements) AS many FROM source_articles "
        " GROUP BY source HAVING many) "
        "SELECT source FROM said JOIN sources o ON o.id = source "
        f"WHERE NOT (o.kind = 'unknown' AND o.unnamed) {narrowed}"
        "ORDER BY many DESC, source LIMIT ? OFFSET ?",
        (*values, limit, skip),
    ).fetchall()
    found = fetch_sources(connection, [one for (one,) in rows])
    return tuple(found[one] for (one,) in rows)


def _add_up(connection: sqlite3.Connection, row: SourceRow, group: list[int]) -> SourceRow:
    if len(group) == 1:
        return row
    counts = connection.execute(
        "SELECT coalesce(sum(c.statements), 0), count(DISTINCT c.article), "
        "count(DISTINCT a.outlet) FROM source_articles c JOIN articles a ON a.id = c.article "
        f"WHERE c.statements AND c.source IN ({marks(group)})",
        group,
    ).fetchone()
    others = fetch_sources(connection, group)
    statements, articles, outlets = counts
    relayed = sum(one.relayed for one in others.values())
    return replace(row, statements=statements, articles=articles, outlets=outlets, relayed=relayed)


def _fetch_said(
    connection: sqlite3.Connection, group: Iterable[int], limit: int
) -> tuple[Saying, ...]:
    wanted = list(group)
    rows = connection.execute(
        f"SELECT {SAYING_COLUMNS} FROM statements s JOIN articles a ON a.id = s.article "
        f"WHERE s.source IN ({marks(wanted)}) {_ORDER}",
        (*wanted, limit),
    )
    return make_sayings(connection, rows)


def _fetch_passed_on(
    connection: sqlite3.Connection, group: Iterable[int], limit: int
) -> tuple[Saying, ...]:
    wanted = list(group)
    inside = marks(wanted)
    rows = connection.execute(
        f"SELECT {SAYING_COLUMNS} FROM statements s JOIN articles a ON a.id = s.article "
        f"WHERE s.id IN (SELECT statement FROM hands WHERE source IN ({inside}) AND position > 0) "
        f"AND s.source NOT IN ({inside}) {_ORDER}",
        (*wanted, *wanted, limit),
    )
    return make_sayings(connection, rows)
