"""How a record of an earlier version becomes one of this version: named steps in a table.

Invariant: a step is never changed after a release; a new version is a new step at the end.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from onrecord.store import schema

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


def _make(connection: sqlite3.Connection, part: str) -> None:
    for statement in part.split(";\n"):
        if statement.strip():
            connection.execute(statement)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (found_record, add_shards)
"""Step n makes version n + 1 of version n."""

VERSION = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Takes a record of ``version`` to this one; the caller has begun a transaction."""
    for number, step in enumerate(MIGRATIONS[version:], start=version + 1):
        step(connection)
        connection.execute(f"PRAGMA user_version = {number}")
