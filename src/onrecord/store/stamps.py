"""Readings of one page by several versions: which there are, how they differ, and an end to them.

Invariant: nothing that is current is ever pruned.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from onrecord.record import Reading, RecordError, Span, Stamp
from onrecord.store.article_rows import fetch_articles
from onrecord.store.counts import count_stories
from onrecord.store.rows import ArticleRow, Change, ChangeKind, Difference, StampRow
from onrecord.store.values import unpack_reading
from onrecord.store.writing import JOINT

COMPARED: tuple[ChangeKind, ...] = ("statement", "entity", "event", "time")


def fetch_stamps(connection: sqlite3.Connection) -> tuple[StampRow, ...]:
    """All stamps that there are readings of, the oldest first."""
    rows = connection.execute(
        "SELECT s.id, s.onrecord, s.encoder, s.language, s.settings, count(r.id), sum(r.current) "
        "FROM stamps s JOIN readings r ON r.stamp = s.id GROUP BY s.id ORDER BY min(r.id)"
    )
    return tuple(
        StampRow(id_, Stamp(onrecord, encoder, language, settings), readings, current)
        for id_, onrecord, encoder, language, settings, readings, current in rows
    )


def compare_stamps(connection: sqlite3.Connection, first: str, second: str) -> Difference:
    """How the readings of two stamps (beginnings of their ids) differ, page by page."""
    one, other = (_find_stamp(connection, typed) for typed in (first, second))
    if one.id == other.id:
        raise RecordError(f"{first} and {second} are one stamp: name two")
    pairs = connection.execute(
        "SELECT DISTINCT a.reading, b.reading FROM page_readings a "
        "JOIN page_readings b ON b.digest = a.digest AND b.stamp = ? WHERE a.stamp = ? "
        "ORDER BY a.reading",
        (other.id, one.id),
    ).fetchall()
    changes: list[Change] = []
    same = 0
    for before, after in pairs:
        found = list(_compare(connection, before, after))
        changes += found
        same += not found
    only = [
        connection.execute(
            "SELECT count(*) FROM readings r WHERE r.stamp = ? AND r.id NOT IN "
            "(SELECT a.reading FROM page_readings a JOIN page_readings b ON b.digest = a.digest "
            " AND b.stamp = ? WHERE a.stamp = r.stamp)",
            (mine.id, theirs.id),
        ).fetchone()[0]
        for mine, theirs in ((one, other), (other, one))
    ]
    return Difference(one, other, len(pairs), only[0], only[1], same, tuple(changes))


def prune_readings(connection: sqlite3.Connection, stamp: str) -> int:
    """Removes readings that newer ones took the place of, of ``stamp`` only where it is given."""
    narrowed, values = "", []
    if stamp:
        narrowed, values = " AND stamp = ?", [_find_stamp(connection, stamp).id]
    gone = f"SELECT id FROM readings WHERE NOT current{narrowed}"
    connection.execute(f"DELETE FROM page_readings WHERE reading IN ({gone})", values)
    removed = connection.execute(f"DELETE FROM readings WHERE NOT current{narrowed}", values)
    connection.execute("DELETE FROM stamps WHERE id NOT IN (SELECT stamp FROM readings)")
    for table, column in (
        ("articles", "id"),
        ("authors", "article"),
        ("story_articles", "article"),
    ):
        connection.execute(
            f"DELETE FROM {table} WHERE {column} NOT IN (SELECT article FROM readings)"
        )
    count_stories(connection)
    return removed.rowcount


def _find_stamp(connection: sqlite3.Connection, typed: str) -> StampRow:
    known = fetch_stamps(connection)
    found = [one for one in known if typed and one.id.startswith(typed.lower())]
    if len(found) != 1:
        why = "there is no such stamp" if not found else "that is the beginning of several stamps"
        listed = ", ".join(one.id for one in known) or "none"
        raise RecordError(f"{typed}: {why}; those of this record are {listed}")
    return found[0]


def _compare(connection: sqlite3.Connection, before: int, after: int) -> Iterator[Change]:
    old, new = (_fetch(connection, one) for one in (before, after))
    article = fetch_articles(connection, [new.article.id])[new.article.id]
    if old.article.text != new.article.text:
        yield Change(
            article,
            "text",
            ((new.article.id, new.article.text),),
            ((old.article.id, old.article.text),),
        )
        return
    for kind in COMPARED:
        change = _compare_kind(article, kind, old, new)
        if change is not None:
            yield change


def _compare_kind(
    article: ArticleRow, kind: ChangeKind, old: Reading, new: Reading
) -> Change | None:
    mine, other = dict(_findings(old, kind)), dict(_findings(new, kind))
    added = tuple((one, words) for one, words in other.items() if one not in mine)
    removed = tuple((one, words) for one, words in mine.items() if one not in other)
    told = tuple(
        (one, f"{mine[one]} → {words}")
        for one, words in other.items()
        if one in mine and mine[one] != words
    )
    return Change(article, kind, added, removed, told) if added or removed or told else None


def _findings(reading: Reading, kind: ChangeKind) -> Iterator[tuple[str, str]]:
    """Ids with what a person would compare: the words, and what was understood of them."""
    text = reading.article.text
    if kind == "statement":
        for said in reading.statements:
            names = " → ".join(link.name for link in said.chain.links)
            yield said.id, f"{names}: {_cut(said.content, text)}"
    elif kind == "entity":
        for somebody in reading.entities:
            yield somebody.id, f"{somebody.name} ({somebody.kind})"
    elif kind == "event":
        for event in reading.events:
            words = _cut(event.triggers[:1], text)
            yield event.id, f"{words} ({event.type}, {event.factuality})"
    else:
        for time in reading.times:
            yield time.id, f"{time.span.cut(text)} ({time.value})"


def _cut(spans: tuple[Span, ...], text: str) -> str:
    return JOINT.join(one.cut(text) for one in spans)


def _fetch(connection: sqlite3.Connection, number: int) -> Reading:
    (packed,) = connection.execute("SELECT packed FROM readings WHERE id = ?", (number,)).fetchone()
    return unpack_reading(packed)
