"""What people said of findings, in a table of its own.

Invariant: a correction never changes what was read; withdrawn, it is as if it had not been made.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from onrecord.record import Entity, Event, RecordError, Statement, pack_record
from onrecord.store.correction_rows import current_reading, fetch_corrections
from onrecord.store.overlays import correct_reading, lay_over
from onrecord.store.rows import Correction
from onrecord.store.values import unpack_reading
from onrecord.store.writing import now, refresh_findings

OF_READINGS = ("statement", "entity", "event")


def put_correction(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """Keeps ``correction`` and shows what it changes; RecordError where it fits nothing."""
    number = None
    if correction.target in OF_READINGS:
        correction, number = _check(connection, correction)
    elif correction.target == "source":
        _check_sources(connection, correction)
    kept = replace(correction, when=correction.when or now())
    made = connection.execute(
        "INSERT INTO corrections (kind, target, finding, who, article, original, corrected, made, "
        "note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            kept.kind,
            kept.target,
            kept.finding,
            kept.who,
            kept.article,
            kept.original,
            kept.corrected,
            kept.when,
            kept.note,
        ),
    )
    if number is not None:
        _refresh(connection, kept.article, number)
    assert made.lastrowid is not None
    return replace(kept, id=made.lastrowid)


def withdraw_correction(connection: sqlite3.Connection, number: int) -> None:
    """Takes a correction back; its row stays, with the moment of it. RecordError for none."""
    row = connection.execute(
        "SELECT article, target FROM corrections WHERE id = ? AND withdrawn IS NULL", (number,)
    ).fetchone()
    if row is None:
        raise RecordError(f"there is no correction {number} to take back")
    connection.execute("UPDATE corrections SET withdrawn = ? WHERE id = ?", (now(), number))
    reading = current_reading(connection, row[0]) if row[1] in OF_READINGS else None
    if reading is not None:
        _refresh(connection, row[0], reading[0])


def _check(connection: sqlite3.Connection, correction: Correction) -> tuple[Correction, int]:
    """The correction with the finding as it was; refused where it does not fit the article."""
    found = current_reading(connection, correction.article)
    if found is None:
        raise RecordError(f"there is no article {correction.article!r} to correct")
    number, reading = found
    reading = lay_over(reading, fetch_corrections(connection, article=correction.article))
    correct_reading(reading, correction)
    findings: list[Statement | Entity | Event] = [*reading.statements]
    findings += [*reading.entities, *reading.events]
    whole = next((one for one in findings if one.id == correction.finding), None)
    if whole is None:
        raise RecordError(f"there is no {correction.target} {correction.finding!r} there")
    return replace(correction, original=pack_record(whole)), number


def _check_sources(connection: sqlite3.Connection, correction: Correction) -> None:
    named = [correction.finding] + ([correction.corrected] if correction.kind == "merge" else [])
    for one in named:
        known = (
            one.isdecimal()
            and connection.execute("SELECT 1 FROM sources WHERE id = ?", (int(one),)).fetchone()
        )
        if not known:
            raise RecordError(f"there is no source {one!r}")
    if correction.kind == "merge" and correction.finding == correction.corrected:
        raise RecordError("a source cannot be merged into itself")


def _refresh(connection: sqlite3.Connection, article: str, number: int) -> None:
    (packed,) = connection.execute("SELECT packed FROM readings WHERE id = ?", (number,)).fetchone()
    corrections = fetch_corrections(connection, article=article)
    refresh_findings(connection, number, lay_over(unpack_reading(packed), corrections))
