"""What SQLite complains of, in words that say what to do.

Invariant: no error of SQLite leaves the room; a RecordError names the file and its cure.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from json import JSONDecodeError
from pathlib import Path

from onrecord.record import RecordError

_MESSAGES = (
    (
        ("database is locked", "database table is locked", "database schema is locked"),
        "another program is writing to this record; wait until it is done, then try again",
    ),
    (
        ("database or disk is full", "disk i/o error"),
        "the disk is full or failing; nothing of this batch was kept, all before it was: make room "
        "and run the same command again",
    ),
    (
        ("readonly database", "unable to open database file"),
        "the file cannot be opened or written there; check that the folder exists and that you may "
        "write to it, or name another file with --record",
    ),
    (
        (
            "malformed", "not a database", "corrupt", "vtable constructor failed",
            "could not decode to utf-8",
        ),
        "this file is no record, or is damaged; restore it from a copy or name another file",
    ),
)  # fmt: skip


@contextmanager
def explain_failures(path: Path) -> Iterator[None]:
    """Turns an error of SQLite, or text of a damaged file, into a RecordError about ``path``."""
    try:
        yield
    except sqlite3.Error as error:
        raise RecordError(f"{path}: {_explain(str(error))}") from error
    except (UnicodeDecodeError, JSONDecodeError) as error:
        raise RecordError(f"{path}: {_explain('malformed text')}") from error


def _explain(message: str) -> str:
    lowered = message.lower()
    for marks, words in _MESSAGES:
        if any(mark in lowered for mark in marks):
            return words
    return f"the record cannot be used: {message}"
