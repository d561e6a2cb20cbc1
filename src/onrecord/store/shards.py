"""What came into the record from whole archives, and which of their pages have no reading.

Invariant: how far a shard is loaded is kept in one transaction with what was loaded, so that after
any kill nothing is loaded twice and nothing is left out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.store.records import Record
from onrecord.store.rows import Entry, Kept
from onrecord.store.writing import now, plain, put_entries


@dataclass(frozen=True, slots=True)
class Shard:
    """How far the shard called ``name`` is loaded: ``lines`` of its readings, ``done`` = all of it.

    ``digest`` tells one writing of the shard from another, as by a newer model.
    """

    name: str
    digest: str
    lines: int = 0
    done: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """A page of an archive that has no reading: its record's number there, and why."""

    shard: str
    number: int
    where: str
    stage: str
    code: str
    message: str


def find_shard(record: Record, name: str) -> Shard | None:
    """How far the shard ``name`` is loaded, None where it is not begun."""
    with record._reads() as connection:
        return _fetch(connection, name)


def put_shard(
    record: Record, shard: Shard, entries: Iterable[Entry] = (), unread: Iterable[Unread] = ()
) -> Kept:
    """Keeps ``entries`` and ``unread`` with how far ``shard`` is now, in one transaction.

    Pages without a reading that an earlier writing of the shard named are forgotten.
    """
    made = tuple(entries)
    with record._writes() as connection:
        before = _fetch(connection, shard.name)
        if before is not None and before.digest != shard.digest:
            connection.execute("DELETE FROM unread WHERE shard = ?", (shard.name,))
        kept = put_entries(connection, made)
        connection.executemany(
            "INSERT OR REPLACE INTO unread VALUES (?, ?, ?, ?, ?, ?)",
            [
                (one.shard, one.number, *map(plain, (one.where, one.stage, one.code, one.message)))
                for one in unread
            ],
        )
        connection.execute(
            "INSERT OR REPLACE INTO shards VALUES (?, ?, ?, ?, ?)",
            (shard.name, shard.digest, shard.lines, shard.done, now()),
        )
        return kept


def list_unread(record: Record, *, limit: int = -1, skip: int = 0) -> tuple[Unread, ...]:
    """The pages of archives that have no reading, by shard and number."""
    with record._reads() as connection:
        rows = connection.execute(
            "SELECT * FROM unread ORDER BY shard, number LIMIT ? OFFSET ?", (limit, skip)
        )
        return tuple(Unread(*row) for row in rows)


def count_unread(record: Record) -> tuple[tuple[str, int], ...]:
    """How many pages of archives have no reading, by code, most first."""
    with record._reads() as connection:
        rows = connection.execute(
            "SELECT code, count(*) FROM unread GROUP BY code ORDER BY count(*) DESC, code"
        )
        return tuple((code, many) for code, many in rows)


def _fetch(connection: sqlite3.Connection, name: str) -> Shard | None:
    row = connection.execute(
        "SELECT name, digest, lines, done FROM shards WHERE name = ?", (name,)
    ).fetchone()
    return Shard(row[0], row[1], row[2], bool(row[3])) if row else None
