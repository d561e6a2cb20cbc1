"""Whether a file is whole: SQLite's own look at it, and the tables held against one another.

Invariant: nothing is mended here; what is wrong is said.
"""

from __future__ import annotations

import sqlite3

from onrecord.store.counts import find_miscounts

_MUST_BE_NONE = (
    (
        "readings in use whose passages are missing",
        "SELECT count(*) FROM readings r WHERE r.current AND NOT EXISTS "
        "(SELECT 1 FROM passages p WHERE p.reading = r.id) AND EXISTS "
        "(SELECT 1 FROM statements s WHERE s.reading = r.id)",
    ),
    (
        "statements of readings that are not in use",
        "SELECT count(*) FROM statements WHERE reading NOT IN "
        "(SELECT id FROM readings WHERE current)",
    ),
    (
        "statements without their source",
        "SELECT count(*) FROM statements s WHERE NOT EXISTS "
        "(SELECT 1 FROM hands h WHERE h.statement = s.id AND h.source = s.source)",
    ),
    (
        "passages that are not in the index of words",
        "SELECT (SELECT count(*) FROM passages) <> (SELECT count(*) FROM passage_words)",
    ),
    (
        "pages without a reading",
        "SELECT count(*) FROM pages WHERE current NOT IN (SELECT id FROM readings)",
    ),
    (
        "articles with two readings in use",
        "SELECT count(*) FROM (SELECT 1 FROM readings WHERE current "
        "GROUP BY article HAVING count(*) > 1)",
    ),
)


def check_tables(connection: sqlite3.Connection) -> tuple[str, ...]:
    """What is wrong, in words; () where nothing is."""
    faults = [one for (one,) in connection.execute("PRAGMA integrity_check") if one != "ok"]
    for words, query in _MUST_BE_NONE:
        (many,) = connection.execute(query).fetchone()
        if many:
            faults.append(f"{words}: {many}")
    return (*faults, *find_miscounts(connection))
