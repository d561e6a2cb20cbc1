"""A few articles out of a record, with the judgements about them, and what screens count.

Invariant: what is asked for costs as much as it holds, not as much as the record does.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import get_args

from onrecord.record import (
    ArticleKind,
    Circle,
    CopyGroup,
    Corpus,
    Derivation,
    Story,
)
from onrecord.store.audits import Audited, audit_sources
from onrecord.store.correction_rows import rejected
from onrecord.store.judgements import derivation_id
from onrecord.store.records import Record
from onrecord.store.rows import AuditRow, Filters, Saying
from onrecord.store.values import day_of, groups_of, marks, unpack_kept

KINDS: tuple[ArticleKind, ...] = get_args(ArticleKind)


PAIRS_WEIGHED = 400
"""Pairs with most events whose names are looked for: of 163 pages an eighth of the pairs has two
names, so that a screen is filled."""


def corpus_of(record: Record, articles: Iterable[str]) -> Corpus:
    """The readings of ``articles`` (ids; unknown ones are passed over), judged among themselves."""
    readings = tuple(one for id_ in articles if (one := record.reading(id_)) is not None)
    ids = [one.article.id for one in readings]
    known = set(ids)
    with record._reads() as connection:
        no = rejected(connection, "derivation")
        derivations = [
            unpack_kept(Derivation, packed)
            for (packed,) in _select(
                connection, "SELECT packed FROM derivations WHERE article", ids
            )
        ]
        kinds = _select(connection, "SELECT article, kind FROM article_kinds WHERE article", ids)
        copies = [
            unpack_kept(CopyGroup, packed)
            for (packed,) in dict.fromkeys(
                _select(
                    connection,
                    "SELECT c.packed FROM copy_articles t JOIN copies c ON c.id = t.copy "
                    "WHERE t.article",
                    ids,
                )
            )
        ]
        circles = [
            unpack_kept(Circle, packed)
            for (packed,) in connection.execute("SELECT packed FROM circles ORDER BY id")
        ]
    place = {one: number for number, one in enumerate(ids)}
    derivations = [one for one in derivations if {one.article, one.parent} <= known]
    derivations.sort(key=lambda one: place[one.article])
    return Corpus(
        readings,
        tuple(one for one in copies if known.issuperset(one.articles)),
        tuple(one for one in stories_of(record, ids) if known.issuperset(one.articles)),
        tuple(one for one in derivations if derivation_id(one) not in no),
        tuple(
            (one, kind)
            for one, found in kinds
            if (kind := next((each for each in KINDS if each == found), None)) is not None
        ),
        tuple(one for one in circles if known.issuperset(one.articles)),
    )


def stories_of(record: Record, articles: Iterable[str]) -> tuple[Story, ...]:
    """The stories that ``articles`` (ids) are in, each once, in the order of the articles."""
    with record._reads() as connection:
        found = _select(
            connection,
            "SELECT s.packed FROM story_articles t JOIN stories s ON s.id = t.story "
            "WHERE t.article",
            articles,
        )
        return tuple(unpack_kept(Story, packed) for (packed,) in dict.fromkeys(found))


def list_most_telling(
    record: Record, by: Audited, filters: Filters, limit: int | None
) -> tuple[tuple[AuditRow, ...], int]:
    """The audit of those with most statements, at most ``limit``, and of how many they are."""
    with record._reads() as connection:
        return audit_sources(connection, by, filters, limit)


def count_articles(record: Record) -> int:
    """How many articles have a current reading."""
    with record._reads() as connection:
        (many,) = connection.execute("SELECT count(*) FROM readings WHERE current").fetchone()
    return int(many)


def count_vectors(record: Record) -> tuple[tuple[str, int], ...]:
    """The encoders that gave current readings their vectors, each with how many, most first."""
    with record._reads() as connection:
        rows = connection.execute(
            "SELECT v.encoder, count(*) FROM vectors v JOIN readings r ON r.id = v.reading "
            "WHERE r.current GROUP BY v.encoder ORDER BY count(*) DESC, v.encoder"
        ).fetchall()
    return tuple((encoder, many) for encoder, many in rows)


def write_count(record: Record) -> int:
    """A number that is another one as soon as anybody else wrote to the record.

    For those who keep what they read of it; numbers of two openings do not compare.
    """
    with record._reads() as connection:
        return int(connection.execute("PRAGMA data_version").fetchone()[0])


def list_days(record: Record, *, limit: int) -> tuple[tuple[date, int], ...]:
    """The newest days on which articles were published, and how many articles each has."""
    with record._reads() as connection:
        rows = connection.execute(
            "SELECT a.published, count(*) FROM articles a "
            "JOIN readings r ON r.article = a.id AND r.current WHERE a.published IS NOT NULL "
            "GROUP BY a.published ORDER BY a.published DESC LIMIT ?",
            (limit,),
        ).fetchall()
        return tuple((day, many) for text, many in rows if (day := day_of(text)) is not None)


def title_stories(record: Record, stories: Iterable[str]) -> dict[str, str]:
    """The headline of the earliest page that has one, by the id of the story."""
    with record._reads() as connection:
        rows = _select(
            connection,
            "SELECT t.story, a.title FROM story_articles t JOIN articles a ON a.id = t.article "
            "WHERE a.id = (SELECT b.id FROM story_articles f JOIN articles b ON b.id = f.article "
            " WHERE f.story = t.story "
            " ORDER BY b.title = '', b.published IS NULL, b.published, f.position LIMIT 1) "
            "AND t.story",
            stories,
        )
    return {one[0]: one[1] for one in rows}


def list_pairs(record: Record, *, limit: int) -> tuple[tuple[str, str, int], ...]:
    """Actors and those whom they act on, with the most events of all stories.

    Those that pages name come first; "three workers" and "it" are on no two pages the same. Told by
    the name that is mentioned most, or by the key where there is none.
    """
    name = (
        "(SELECT e.name FROM entities e WHERE e.key = p.{} AND e.resolved AND e.kind IN "
        "('person', 'organisation', 'outlet', 'place') AND e.name <> lower(e.name) "
        "ORDER BY e.mentions DESC, e.name LIMIT 1)"
    )
    with record._reads() as connection:
        rows = connection.execute(
            "WITH p AS (SELECT min(a.key, b.key) AS first, max(a.key, b.key) AS second, "
            " count(DISTINCT a.story || ' ' || a.position) AS many "
            " FROM timeline_people a JOIN timeline_people b "
            " ON b.story = a.story AND b.position = a.position AND NOT b.acts "
            " WHERE a.acts AND a.key <> b.key GROUP BY 1, 2 ORDER BY many DESC, 1, 2 LIMIT ?), "
            f"named AS (SELECT {name.format('first')} AS one, {name.format('second')} AS other, "
            " first, second, many FROM p) "
            "SELECT ifnull(one, first), ifnull(other, second), many FROM named "
            "ORDER BY one IS NULL OR other IS NULL, many DESC, first, second LIMIT ?",
            (max(limit, PAIRS_WEIGHED), limit),
        ).fetchall()
    return tuple((first, second, many) for first, second, many in rows)


def passages_of(record: Record, sayings: Iterable[Saying]) -> tuple[tuple[int, str], ...]:
    """The passage in which each of ``sayings`` begins: where it starts in the text, its words.

    (0, "") for one that begins in none.
    """
    with record._reads() as connection:
        found = [
            connection.execute(
                "SELECT p.start, w.words FROM statements s "
                "JOIN passages p ON p.reading = s.reading AND p.start <= s.start "
                "AND p.stop > s.start JOIN passage_words w ON w.rowid = p.id "
                "WHERE s.finding = ? AND s.article = ?",
                (one.id, one.article.id),
            ).fetchone()
            for one in sayings
        ]
    return tuple((row[0], row[1]) if row else (0, "") for row in found)


def _select(
    connection: sqlite3.Connection, query: str, ids: Iterable[str]
) -> list[tuple[str, ...]]:
    """The rows of ``query`` whose last named column is one of ``ids``."""
    found: list[tuple[str, ...]] = []
    for group in groups_of(ids):
        found += connection.execute(f"{query} IN ({marks(group)})", group).fetchall()
    return found
