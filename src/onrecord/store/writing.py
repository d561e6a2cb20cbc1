"""Readings into the tables: one transaction a batch, nothing twice.

Invariant: only the newest reading of an article is in the tables of findings.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from onrecord.record import (
    Article,
    Event,
    Reading,
    SourceLink,
    Span,
    Stamp,
    Statement,
    hull,
    pack_record,
    to_json,
)
from onrecord.store.correction_rows import fetch_corrections
from onrecord.store.counts import count_reading, forget_reading
from onrecord.store.names import key_of
from onrecord.store.overlays import lay_over
from onrecord.store.rows import Entry, Kept

LONGEST_PASSAGE = 1_200
"""Characters of one passage of the index: about ten lines of a screen; a longer paragraph, such as
one of a text dump, is cut at a space."""
COMPRESSION = 6
JOINT = " … "
"""What stands between the parts of a statement's words where the page has others."""


def put_entries(connection: sqlite3.Connection, entries: Iterable[Entry]) -> Kept:
    """Writes what is new; the caller has begun a transaction and commits it."""
    new = known = 0
    for entry in entries:
        if _put(connection, entry):
            new += 1
        else:
            known += 1
    return Kept(new, known)


def stamp_id(stamp: Stamp) -> str:
    """A short id of ``stamp``, the same in every record."""
    parts = "\n".join((stamp.onrecord, stamp.encoder, stamp.language, stamp.settings))
    return hashlib.blake2b(parts.encode(errors="replace"), digest_size=6).hexdigest()


def now() -> str:
    """This moment in UTC, ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _put(connection: sqlite3.Connection, entry: Entry) -> bool:
    article, stamp = entry.reading.article, stamp_id(entry.reading.stamp)
    digest = entry.digest or article.id
    known = connection.execute(
        "SELECT 1 FROM page_readings WHERE digest = ? AND stamp = ?", (digest, stamp)
    ).fetchone()
    if known is not None:
        return False
    _put_article(connection, article, entry.where)
    row = connection.execute(
        "SELECT id FROM readings WHERE article = ? AND stamp = ?", (article.id, stamp)
    ).fetchone()
    number = row[0] if row is not None else _put_reading(connection, entry.reading, stamp)
    before = {
        one
        for (one,) in connection.execute(
            "SELECT current FROM pages WHERE digest = ? UNION "
            "SELECT id FROM readings WHERE article = ? AND current",
            (digest, article.id),
        )
    }
    fetched = entry.fetched.isoformat() if entry.fetched else None
    connection.execute(
        "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (digest) DO UPDATE SET current = excluded.current",
        (digest, article.url, entry.where, entry.media_type, fetched, now(), number),
    )
    connection.execute("INSERT INTO page_readings VALUES (?, ?, ?)", (digest, stamp, number))
    # Another page with the same article follows the newest reading of it.
    connection.execute(
        "UPDATE pages SET current = ? WHERE current IN (SELECT id FROM readings WHERE article = ?)",
        (number, article.id),
    )
    for old in before - {number}:
        if not _has_page(connection, old):
            retire_reading(connection, old)
    _make_current(connection, number, entry.reading)
    return row is None


def _has_page(connection: sqlite3.Connection, reading: int) -> bool:
    found = connection.execute("SELECT 1 FROM pages WHERE current = ?", (reading,)).fetchone()
    return found is not None


def _put_article(connection: sqlite3.Connection, article: Article, where: str) -> None:
    published = article.date("published")
    connection.execute(
        "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "outlet = excluded.outlet, title = excluded.title, language = excluded.language, "
        "published = excluded.published",
        (
            article.id,
            plain(article.url),
            plain(article.outlet),
            plain(article.title),
            plain(article.language),
            published.best.isoformat() if published else None,
            plain(where),
            now(),
        ),
    )
    connection.execute("DELETE FROM authors WHERE article = ?", (article.id,))
    connection.executemany(
        "INSERT OR IGNORE INTO authors VALUES (?, ?)",
        [(article.id, plain(one)) for one in article.authors],
    )


def _put_reading(connection: sqlite3.Connection, reading: Reading, stamp: str) -> int:
    parts = reading.stamp
    connection.execute(
        "INSERT OR IGNORE INTO stamps VALUES (?, ?, ?, ?, ?)",
        (stamp, parts.onrecord, parts.encoder, parts.language, parts.settings),
    )
    packed = zlib.compress(to_json(reading).encode(), COMPRESSION)
    made = connection.execute(
        "INSERT INTO readings (article, stamp, current, added, packed) VALUES (?, ?, 0, ?, ?)",
        (reading.article.id, stamp, now(), packed),
    )
    return _number(made)


def _make_current(connection: sqlite3.Connection, number: int, reading: Reading) -> None:
    row = connection.execute("SELECT current FROM readings WHERE id = ?", (number,)).fetchone()
    if row[0]:
        return
    connection.execute("UPDATE readings SET current = 1 WHERE id = ?", (number,))
    _put_passages(connection, number, reading.article)
    corrections = fetch_corrections(connection, article=reading.article.id)
    _put_findings(connection, number, lay_over(reading, corrections))


def retire_reading(connection: sqlite3.Connection, number: int) -> None:
    """Takes the findings of a reading out of the tables; the reading itself stays."""
    connection.execute("UPDATE readings SET current = 0 WHERE id = ?", (number,))
    _clear_findings(connection, number)
    connection.execute(
        "DELETE FROM passage_words WHERE rowid IN (SELECT id FROM passages WHERE reading = ?)",
        (number,),
    )
    connection.execute("DELETE FROM passages WHERE reading = ?", (number,))
    connection.execute("DELETE FROM vectors WHERE reading = ?", (number,))


def refresh_findings(connection: sqlite3.Connection, number: int, reading: Reading) -> None:
    """The findings of ``reading`` in place of those that the tables have of it."""
    _clear_findings(connection, number)
    _put_findings(connection, number, reading)


def _clear_findings(connection: sqlite3.Connection, number: int) -> None:
    forget_reading(connection, number)
    connection.execute(
        "INSERT INTO statement_words (statement_words, rowid, words) "
        "SELECT 'delete', id, words FROM statements WHERE reading = ?",
        (number,),
    )
    for words in (
        "DELETE FROM hands WHERE statement IN (SELECT id FROM statements WHERE reading = ?)",
        "DELETE FROM participants WHERE event IN (SELECT id FROM events WHERE reading = ?)",
        "DELETE FROM statements WHERE reading = ?",
        "DELETE FROM entities WHERE reading = ?",
        "DELETE FROM events WHERE reading = ?",
    ):
        connection.execute(words, (number,))


def _put_findings(connection: sqlite3.Connection, number: int, reading: Reading) -> None:
    for statement in reading.statements:
        _put_statement(connection, number, reading.article, statement)
    _put_entities(connection, number, reading)
    for event in reading.events:
        _put_event(connection, number, reading, event)
    count_reading(connection, number)


def _put_passages(connection: sqlite3.Connection, number: int, article: Article) -> None:
    places: list[Span | None] = [None] if article.title else []
    blocks = article.paragraphs or ((Span(0, len(article.text)),) if article.text else ())
    places += [piece for block in blocks for piece in cut_passage(article.text, block)]
    for place in places:
        ends = (place.start, place.end) if place else (None, None)
        made = connection.execute(
            "INSERT INTO passages (reading, start, stop) VALUES (?, ?, ?)", (number, *ends)
        )
        words = place.cut(article.text) if place else article.title
        connection.execute(
            "INSERT INTO passage_words (rowid, words) VALUES (?, ?)", (_number(made), plain(words))
        )


def cut_passage(text: str, block: Span) -> Iterator[Span]:
    """``block`` in pieces of at most LONGEST_PASSAGE characters, cut at spaces where there are."""
    start = block.start
    while block.end - start > LONGEST_PASSAGE:
        limit = start + LONGEST_PASSAGE
        space = max(text.rfind(" ", start + 1, limit), text.rfind("\n", start + 1, limit))
        end = space if space > start else limit
        yield Span(start, end)
        start = end + (space > start)
    if start < block.end:
        yield Span(start, block.end)


def _put_statement(
    connection: sqlite3.Connection, number: int, article: Article, statement: Statement
) -> None:
    links = statement.chain.links
    sources = [find_source(connection, link, article.language) for link in links]
    whole = hull(statement.content)
    words = plain(JOINT.join(span.cut(article.text) for span in statement.content))
    made = connection.execute(
        "INSERT INTO statements (reading, article, finding, mode, stance, source, unnamed, "
        "relayed, reasoned, start, stop, score, words, content, chain) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            article.id,
            statement.id,
            statement.mode,
            plain(statement.stance),
            sources[-1],
            links[-1].unnamed,
            len(links) > 2,
            any(link.justification is not None for link in links),
            whole.start,
            whole.end,
            statement.score,
            words,
            json.dumps([(span.start, span.end) for span in statement.content]),
            pack_record(statement.chain),
        ),
    )
    rowid = _number(made)
    connection.execute("INSERT INTO statement_words (rowid, words) VALUES (?, ?)", (rowid, words))
    connection.executemany(
        "INSERT INTO hands VALUES (?, ?, ?, ?, ?)",
        [
            (rowid, place, source, link.how, link.justification is not None)
            for place, (source, link) in enumerate(zip(sources, links, strict=True))
        ],
    )


def find_source(connection: sqlite3.Connection, link: SourceLink, language: str) -> int:
    """The number of the source that ``link`` names, a new one where it is the first time."""
    name = plain(link.name)
    key = key_of(name, language) or name
    row = connection.execute(
        "SELECT id FROM sources WHERE key = ? AND kind = ? AND unnamed = ?",
        (key, link.kind, link.unnamed),
    ).fetchone()
    if row is not None:
        return int(row[0])
    made = connection.execute(
        "INSERT INTO sources (key, kind, unnamed, name) VALUES (?, ?, ?, ?)",
        (key, link.kind, link.unnamed, name),
    )
    connection.execute("INSERT INTO source_words (rowid, name) VALUES (?, ?)", (_number(made), key))
    return _number(made)


def _put_entities(connection: sqlite3.Connection, number: int, reading: Reading) -> None:
    article = reading.article
    connection.executemany(
        "INSERT INTO entities (reading, article, finding, key, name, kind, mentions, resolved) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                number,
                article.id,
                one.id,
                key_of(one.name, article.language),
                plain(one.name),
                one.kind,
                len(one.mentions),
                one.resolved,
            )
            for one in reading.entities
        ],
    )


def _put_event(connection: sqlite3.Connection, number: int, reading: Reading, event: Event) -> None:
    article, when = reading.article, event.date
    days = [day.isoformat() for day in (when.earliest, when.latest, when.best)] if when else []
    first = event.triggers[0]
    made = connection.execute(
        "INSERT INTO events (reading, article, finding, type, quad, factuality, within, earliest, "
        "latest, best, edtf, place, start, stop, words, passage) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "(SELECT id FROM passages WHERE reading = ? AND start <= ? AND stop > ?))",
        (
            number,
            article.id,
            event.id,
            event.type,
            event.quad,
            event.factuality,
            event.within,
            *(days or (None, None, None)),
            when.edtf if when else "",
            plain(event.place.name) if event.place else "",
            first.start,
            first.end,
            plain(first.cut(article.text)),
            number,
            first.start,
            first.start,
        ),
    )
    names = {one.id: one.name for one in reading.entities}
    people = [(True, one) for one in event.actors] + [(False, one) for one in event.recipients]
    rows = []
    for place, (acts, one) in enumerate(people):
        name = plain(names.get(one.entity or "", one.name))
        rows.append((_number(made), place, acts, key_of(name, article.language), name))
    connection.executemany("INSERT INTO participants VALUES (?, ?, ?, ?, ?)", rows)


def _number(made: sqlite3.Cursor) -> int:
    assert made.lastrowid is not None
    return made.lastrowid


def plain(words: str) -> str:
    """Half surrogates are in no UTF-8, and a NUL ends a text for SQLite's functions."""
    return words.encode("utf-8", "replace").decode().replace("\x00", " ")
