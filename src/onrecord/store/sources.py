"""Who is on record with what, through whom.

Invariant: a description ("two officials") is never taken for a name.
"""

from __future__ import annotations

import sqlite3

from onrecord.store.names import key_of
from onrecord.store.queries import parse_query
from onrecord.store.reading_rows import SAYING_COLUMNS, fetch_sources, make_sayings
from onrecord.store.rows import Found, Saying


def find_who(
    connection: sqlite3.Connection, name: str, limit: int, sayings: int
) -> tuple[Found, ...]:
    """The sources with all words of ``name`` in theirs: the same name first, then by weight."""
    key = key_of(name)
    asked = parse_query(key)
    if not asked:
        return ()
    rows = connection.execute(
        "SELECT o.id FROM sources o WHERE o.id IN "
        "(SELECT rowid FROM source_words WHERE source_words MATCH ?) "
        "AND EXISTS (SELECT 1 FROM hands h WHERE h.source = o.id) "
        "ORDER BY o.key <> ?, "
        "(SELECT count(*) FROM statements s WHERE s.source = o.id) DESC, o.id LIMIT ?",
        (asked, key, limit),
    ).fetchall()
    found = fetch_sources(connection, [one for (one,) in rows])
    return tuple(Found(found[one], find_sayings(connection, one, sayings)) for (one,) in rows)


def find_sayings(connection: sqlite3.Connection, source: int, limit: int) -> tuple[Saying, ...]:
    """What ``source`` is the origin of, the newest article first."""
    rows = connection.execute(
        f"SELECT {SAYING_COLUMNS} FROM statements s JOIN articles a ON a.id = s.article "
        "WHERE s.source = ? ORDER BY a.published IS NULL, a.published DESC, a.id, s.start LIMIT ?",
        (source, limit),
    )
    return make_sayings(connection, rows)
