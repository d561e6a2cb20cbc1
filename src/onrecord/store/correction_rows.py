"""The corrections that stand, and what follows from them.

Invariant: the order is that in which people made them; what was withdrawn is not among them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from onrecord.record import Reading, pack_record
from onrecord.store.rows import Correction
from onrecord.store.values import unpack_reading

_COLUMNS = "kind, target, finding, who, article, original, corrected, made, note, id"


def fetch_corrections(
    connection: sqlite3.Connection, *, article: str = "", finding: str = "", target: str = ""
) -> tuple[Correction, ...]:
    """The corrections that stand, in the order in which they were made; "" = of any."""
    asked = [
        (f"{name} = ?", value)
        for name, value in (("article", article), ("finding", finding), ("target", target))
        if value
    ]
    narrowed = "".join(f" AND {words}" for words, _ in asked)
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM corrections WHERE withdrawn IS NULL{narrowed} ORDER BY id",
        [value for _, value in asked],
    )
    return tuple(Correction(*row) for row in rows)


def merged_sources(connection: sqlite3.Connection) -> dict[int, int]:
    """For each source that a person merged into another, the one that it went into at last."""
    into: dict[int, int] = {}
    for one in fetch_corrections(connection, target="source"):
        if one.kind == "merge":
            into[int(one.finding)] = int(one.corrected)
        elif one.kind == "split":
            into.pop(int(one.finding), None)
    return {source: _follow(source, into) for source in into}


def rejected(connection: sqlite3.Connection, target: str) -> set[str]:
    """Ids of findings of ``target`` that a person said no to last."""
    last = {one.finding: one.kind for one in fetch_corrections(connection, target=target)}
    return {finding for finding, kind in last.items() if kind == "reject"}


def training_lines(connection: sqlite3.Connection) -> Iterator[str]:
    """One line of JSON for each correction, with the text of its article, to train on."""
    for one in fetch_corrections(connection):
        reading = current_reading(connection, one.article) if one.article else None
        article = reading[1].article if reading else None
        yield json.dumps(
            {
                **json.loads(pack_record(one)),
                "original": json.loads(one.original) if one.original else None,
                "corrected": _corrected_json(one),
                "url": article.url if article else "",
                "language": article.language if article else "",
                "text": article.text if article else "",
            },
            ensure_ascii=False,
        )


def current_reading(connection: sqlite3.Connection, article: str) -> tuple[int, Reading] | None:
    """The number and the reading of ``article`` as it was read last, None where there is none."""
    row = connection.execute(
        "SELECT id, packed FROM readings WHERE article = ? ORDER BY current DESC, id DESC",
        (article,),
    ).fetchone()
    return (row[0], unpack_reading(row[1])) if row else None


def _follow(source: int, into: dict[int, int]) -> int:
    seen = {source}
    while source in into and into[source] not in seen:
        source = into[source]
        seen.add(source)
    return source


def _corrected_json(one: Correction) -> object:
    try:
        return json.loads(one.corrected) if one.corrected else None
    except ValueError:
        return one.corrected
