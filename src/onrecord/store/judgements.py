"""What holds across pages, as it was judged: kept whole, and beside it what is asked for often.

Invariant: a judgement about an article that is no longer current is not given out.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from typing import get_args

from onrecord.record import (
    ArticleKind,
    Circle,
    CopyGroup,
    Corpus,
    Derivation,
    Judgements,
    Reading,
    Story,
    TimelineEntry,
    Trace,
    pack_record,
)
from onrecord.store.correction_rows import rejected
from onrecord.store.counts import count_stories, list_copies
from onrecord.store.names import key_of
from onrecord.store.rows import StoryRow
from onrecord.store.values import day_of, unpack_kept


def derivation_id(one: Derivation) -> str:
    """What a correction calls a derivation."""
    return f"{one.article}<{one.parent}"


def put_corpus(connection: sqlite3.Connection, corpus: Corpus | Judgements) -> None:
    """Keeps the judgements of ``corpus`` in place of all earlier ones; its readings are not put.

    The claims and the timeline of a story stay where neither its pages nor their readings changed.
    """
    traced = set(connection.execute("SELECT id, basis FROM stories WHERE traced"))
    for table in (
        "copies", "copy_articles", "stories", "story_articles", "derivations", "article_kinds",
        "circles", "judged",
    ):  # fmt: skip
        connection.execute(f"DELETE FROM {table}")
    connection.executemany(
        "INSERT OR REPLACE INTO copies VALUES (?, ?)",
        [(one.id, pack_record(one)) for one in corpus.copies],
    )
    list_copies(connection)
    days = dict(connection.execute("SELECT id, published FROM articles WHERE published NOTNULL"))
    for number, story in enumerate(corpus.stories):
        known = sorted(days[one] for one in story.articles if one in days)
        basis = _basis_of(connection, story)
        connection.execute(
            "INSERT INTO stories (id, number, earliest, latest, basis, traced, packed) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                story.id,
                number,
                known[0] if known else None,
                known[-1] if known else None,
                basis,
                (story.id, basis) in traced,
                pack_record(story),
            ),
        )
        connection.executemany(
            "INSERT OR REPLACE INTO story_articles VALUES (?, ?, ?)",
            [(one, story.id, place) for place, one in enumerate(story.articles)],
        )
    connection.executemany(
        "INSERT INTO derivations (article, parent, kind, credited, packed) VALUES (?, ?, ?, ?, ?)",
        [
            (one.article, one.parent, one.kind, one.credited, pack_record(one))
            for one in corpus.derivations
        ],
    )
    connection.executemany("INSERT INTO article_kinds VALUES (?, ?)", corpus.kinds)
    connection.executemany(
        "INSERT INTO circles (packed) VALUES (?)", [(pack_record(one),) for one in corpus.circles]
    )
    connection.executemany(
        "INSERT OR IGNORE INTO judged SELECT id FROM readings WHERE article = ? AND current",
        [(one,) for one in corpus.articles],
    )
    for table in ("claims", "timelines", "timeline_people"):
        connection.execute(
            f"DELETE FROM {table} WHERE story NOT IN (SELECT id FROM stories WHERE traced)"
        )
    count_stories(connection)


def put_story(
    connection: sqlite3.Connection,
    story: str,
    traces: Iterable[Trace],
    entries: tuple[TimelineEntry, ...],
) -> None:
    """Keeps the claims and the events of ``story`` in place of earlier ones."""
    connection.execute("DELETE FROM claims WHERE story = ?", (story,))
    put_traces(connection, traces, story=story)
    put_timeline(connection, story, entries)
    connection.execute("UPDATE stories SET traced = 1 WHERE id = ?", (story,))


def find_untraced(connection: sqlite3.Connection) -> tuple[Story, ...]:
    """Stories whose claims and events nobody has kept yet, those of most pages first."""
    rows = connection.execute(
        "SELECT s.packed FROM stories s WHERE NOT s.traced ORDER BY "
        "(SELECT count(*) FROM story_articles t WHERE t.story = s.id) DESC, s.number"
    )
    return tuple(unpack_kept(Story, packed) for (packed,) in rows)


def _basis_of(connection: sqlite3.Connection, story: Story) -> str:
    """What the claims of a story rest on: the readings of its pages."""
    lines = []
    for one in story.articles:
        row = connection.execute(
            "SELECT id FROM readings WHERE article = ? AND current", (one,)
        ).fetchone()
        lines.append(f"{one} {row[0] if row else 0}")
    words = "\n".join(lines)
    return hashlib.blake2b(words.encode(errors="replace"), digest_size=8).hexdigest()


def is_judged(connection: sqlite3.Connection) -> bool:
    """Whether the judgements are about all current readings and no others."""
    row = connection.execute(
        "SELECT 1 FROM readings WHERE current AND id NOT IN (SELECT reading FROM judged) UNION ALL "
        "SELECT 1 FROM judged WHERE reading NOT IN (SELECT id FROM readings WHERE current) LIMIT 1"
    ).fetchone()
    return row is None


def fetch_corpus(connection: sqlite3.Connection, readings: tuple[Reading, ...]) -> Corpus:
    """The corpus of ``readings`` with the judgements that are about them alone."""
    known = {one.article.id for one in readings}
    no = rejected(connection, "derivation")
    groups = [unpack_kept(CopyGroup, one) for one in _packed(connection, "copies")]
    stories = [unpack_kept(Story, one) for one in _packed(connection, "stories", "number")]
    derivations = [unpack_kept(Derivation, one) for one in _packed(connection, "derivations")]
    circles = [unpack_kept(Circle, one) for one in _packed(connection, "circles")]
    kinds = connection.execute("SELECT article, kind FROM article_kinds ORDER BY rowid")
    return Corpus(
        readings,
        tuple(one for one in groups if known.issuperset(one.articles)),
        tuple(one for one in stories if known.issuperset(one.articles)),
        tuple(
            one
            for one in derivations
            if {one.article, one.parent} <= known and derivation_id(one) not in no
        ),
        tuple((one, kind) for one, kind in kinds if one in known and kind in get_args(ArticleKind)),
        tuple(one for one in circles if known.issuperset(one.articles)),
    )


def put_traces(
    connection: sqlite3.Connection, traces: Iterable[Trace], *, story: str | None = None
) -> None:
    """Keeps what stands behind claims, those of ``story`` or each with the story that it names.

    The same claim of the same story is replaced.
    """
    rows = [
        (
            one.claim.id,
            one.claim.story or "" if story is None else story,
            one.claim.text,
            one.claim.independence.min,
            one.claim.independence.max,
            len(one.claim.articles("asserts")),
            len(one.claim.articles("denies")),
            pack_record(one),
        )
        for one in traces
    ]
    connection.executemany("INSERT OR REPLACE INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    for counted in {row[1] for row in rows} if story is None else {story}:
        count_stories(connection, str(counted))


def fetch_traces(
    connection: sqlite3.Connection,
    *,
    story: str = "",
    claim: str = "",
    limit: int = -1,
    skip: int = 0,
) -> tuple[Trace, ...]:
    """The claims of ``story``, or the one with the id ``claim``; by sources, then by pages."""
    asked = [(f"{name} = ?", one) for name, one in (("story", story), ("id", claim)) if one]
    no = json.dumps(sorted(rejected(connection, "claim")))
    asked.append(("id NOT IN (SELECT value FROM json_each(?))", no))
    narrowed = " AND ".join(words for words, _ in asked)
    rows = connection.execute(
        f"SELECT packed FROM claims WHERE {narrowed} "
        "ORDER BY least DESC, most DESC, asserting DESC, id LIMIT ? OFFSET ?",
        (*[one for _, one in asked], limit, skip),
    )
    return tuple(unpack_kept(Trace, packed) for (packed,) in rows)


def put_timeline(
    connection: sqlite3.Connection, story: str, entries: tuple[TimelineEntry, ...]
) -> None:
    """Keeps the events of ``story`` in place of earlier ones."""
    connection.execute("DELETE FROM timelines WHERE story = ?", (story,))
    connection.execute("DELETE FROM timeline_people WHERE story = ?", (story,))
    for place, one in enumerate(entries):
        day = one.date.best.isoformat() if one.date else None
        connection.execute(
            "INSERT INTO timelines VALUES (?, ?, ?, ?)", (story, place, day, pack_record(one))
        )
        people = {(key_of(name), True) for name in one.actors}
        people |= {(key_of(name), False) for name in one.recipients}
        connection.executemany(
            "INSERT INTO timeline_people VALUES (?, ?, ?, ?)",
            [(key, story, place, acts) for key, acts in sorted(people)],
        )


def fetch_timeline(
    connection: sqlite3.Connection, *, story: str = "", people: tuple[str, ...] = ()
) -> tuple[TimelineEntry, ...]:
    """The events of ``story`` and of all of ``people``, by their day; undated ones last.

    A name leads to those who bear all its words: "Quill" to Dara Quill.
    """
    conditions = ["t.story = ?"] if story else []
    values: list[str] = [story] if story else []
    for name in people:
        keys = _keys_with(connection, name)
        conditions.append(
            "EXISTS (SELECT 1 FROM timeline_people p WHERE p.story = t.story "
            f"AND p.position = t.position AND p.key IN ({', '.join('?' for _ in keys)}))"
        )
        values += keys
    rows = connection.execute(
        f"SELECT packed FROM timelines t WHERE {' AND '.join(conditions) or '1'} "
        "ORDER BY best IS NULL, best, story, position",
        values,
    )
    return tuple(unpack_kept(TimelineEntry, packed) for (packed,) in rows)


def fetch_stories(
    connection: sqlite3.Connection, *, day: str = "", limit: int = -1, skip: int = 0
) -> tuple[StoryRow, ...]:
    """Stories with pages of ``day`` ("" = any), by independent sources, then pages, then newest."""
    no = rejected(connection, "story")
    narrowed, values = "WHERE pages", []
    if day:
        narrowed += (
            " AND id IN (SELECT d.story FROM articles x "
            "JOIN story_articles d ON d.article = x.id WHERE x.published = ?)"
        )
        values = [day]
    order = "ORDER BY least DESC, most DESC, pages DESC, latest DESC, number"
    # The title and the outlets only of those that are given out.
    rows = connection.execute(
        "WITH shown AS MATERIALIZED (SELECT id, number, earliest, latest, pages, claims, least, "
        f" most, denied FROM stories {narrowed} {order} LIMIT ? OFFSET ?) "
        "SELECT id, (SELECT b.title FROM story_articles f JOIN articles b ON b.id = f.article "
        " WHERE f.story = shown.id "
        " ORDER BY b.title = '', b.published IS NULL, b.published, f.position LIMIT 1), "
        "pages, (SELECT count(DISTINCT a.outlet) FROM story_articles t "
        " JOIN articles a ON a.id = t.article WHERE t.story = shown.id), "
        f"earliest, latest, claims, least, most, denied FROM shown {order}",
        (*values, limit, skip),
    )
    return tuple(
        StoryRow(id_, title or "", pages, outlets, day_of(first), day_of(last), *counts)
        for id_, title, pages, outlets, first, last, *counts in rows
        if id_ not in no
    )


def _keys_with(connection: sqlite3.Connection, name: str) -> list[str]:
    words = set(key_of(name).split())
    if not words:
        return []
    rows = connection.execute("SELECT DISTINCT key FROM timeline_people")
    return [key for (key,) in rows if words <= set(key.split())]


def _packed(connection: sqlite3.Connection, table: str, order: str = "rowid") -> list[str]:
    known = {"copies": "id", "stories": "number"}
    rows = connection.execute(f"SELECT packed FROM {table} ORDER BY {known.get(table, order)}")
    return [one for (one,) in rows]
