"""How a record of an earlier version becomes one of this version: named steps in a table.

Invariant: a step is never changed after a release; a new version is a new step at the end.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from onrecord.store import counts, schema

APPLICATION = 0x6F6E7265
"""``onre`` in ASCII: what SQLite's header says of a file that is a record."""


def found_record(connection: sqlite3.Connection) -> None:
    """All tables of the first version."""
    for part in (
        schema.PAGES,
        schema.FINDINGS,
        schema.WORDS,
        schema.JUDGEMENTS,
        schema.CORRECTIONS,
    ):
        _make(connection, part)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")


def add_shards(connection: sqlite3.Connection) -> None:
    """What was loaded from whole archives."""
    _make(connection, schema.SHARDS)


def keep_counts(connection: sqlite3.Connection) -> None:
    """Counts of what screens ask for, made from what is there."""
    _make(connection, counts.COUNTS)
    counts.count_all(connection)


def index_modes(connection: sqlite3.Connection) -> None:
    """An audit of direct or indirect statements reads an index, not each statement's words."""
    _make(connection, schema.MODES)


def _make(connection: sqlite3.Connection, part: str) -> None:
    for statement in part.split(";\n"):
        if statement.strip():
            connection.execute(statement)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    found_record,
    add_shards,
    keep_counts,
    index_modes,
)
"""Step n makes version n + 1 of version n."""

VERSION = len(MIGRATIONS)


def find_missing(connection: sqlite3.Connection, version: int) -> tuple[str, ...]:
    """What tables of a record of ``version`` have to have and these lack, in words."""
    model = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for step in MIGRATIONS[:version]:
            step(model)
        missing = sorted(_columns(model) - _columns(connection))
    finally:
        model.close()
    return tuple(f"{table} has no {column}" for table, column in missing)


def _columns(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    return set(
        connection.execute(
            "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c "
            "WHERE t.type = 'table'"
        )
    )


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Takes a record of ``version`` to this one; the caller has begun a transaction."""
    for number, step in enumerate(MIGRATIONS[version:], start=version + 1):
        step(connection)
        connection.execute(f"PRAGMA user_version = {number}")
