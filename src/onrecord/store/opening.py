"""Opens the file of a record: makes it, brings it to this version, or says why it cannot.

Invariant: a file that is no record, or is of a newer version, is never written to.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from onrecord.record import RecordError
from onrecord.store.failures import explain_failures
from onrecord.store.migrations import APPLICATION, VERSION, find_missing, migrate

PATIENCE = 5.0
"""Seconds that a writer waits for another's batch; one of ``onrecord add`` takes less than one."""

CACHE = 65_536
"""Kilobytes of the file that are held in memory: the indexes of a record of 100,000 statements."""


def connect(path: Path, *, write: bool, patience: float = PATIENCE) -> sqlite3.Connection:
    """A connection in autocommit mode; RecordError where the file is missing or cannot be used."""
    if not write and not path.is_file():
        raise RecordError(f"{path}: there is no such record; make one with onrecord add")
    with explain_failures(path):
        connection = _open(path, write=write, patience=patience)
        try:
            connection.execute(f"PRAGMA cache_size = -{CACHE}")
            version = _check(connection, path)
            if version < VERSION:
                _bring_up(connection, path, write=write)
            if write:
                # Kept even where the power fails after a batch was acknowledged.
                connection.execute("PRAGMA synchronous = FULL")
        except BaseException:
            connection.close()
            raise
    return connection


def _open(path: Path, *, write: bool, patience: float) -> sqlite3.Connection:
    if write:
        return sqlite3.connect(
            path, timeout=patience, isolation_level=None, check_same_thread=False
        )
    address = path.absolute().as_uri()
    try:
        return _try(f"{address}?mode=ro", patience)
    except sqlite3.OperationalError as error:
        # A reader of a WAL file needs to write beside it; in a read-only folder nobody else does.
        if "locked" in str(error) or path.with_name(path.name + "-wal").exists():
            raise
        return _try(f"{address}?mode=ro&immutable=1", patience)


def _try(address: str, patience: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address, uri=True, timeout=patience, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the file, 0 for an empty one."""
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if tables and application != APPLICATION:
        raise RecordError(
            f"{path}: this is a database of another program, not a record; name another file"
        )
    if version > VERSION:
        raise RecordError(
            f"{path}: this record was made by a newer onrecord (version {version} of the format, "
            f"this one reads up to {VERSION}); install that onrecord to open it"
        )
    return int(version)


def _bring_up(connection: sqlite3.Connection, path: Path, *, write: bool) -> None:
    if not write:
        raise RecordError(
            f"{path}: this record is empty or of an earlier version; run onrecord add or onrecord "
            "serve on it once"
        )
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _check(connection, path)
        missing = find_missing(connection, version)
        if missing:
            raise RecordError(
                f"{path}: this record was made by an onrecord that was never released (version "
                f"{version} of the format, but {'; '.join(missing)}); add its pages to a new record"
            )
        migrate(connection, version)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has ended it already
            connection.execute("ROLLBACK")
        raise
