"""Counts that screens ask for, kept beside what they count.

Invariant: a count changes in the transaction that changes what it counts, by counting anew what one
reading or one story holds; nothing is ever added to a count or taken from it, so that none drifts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

COUNTS = """
CREATE TABLE sourcing (
  article TEXT NOT NULL, reading INTEGER NOT NULL, kind TEXT NOT NULL, unnamed INTEGER NOT NULL,
  statements INTEGER NOT NULL, relayed INTEGER NOT NULL, reasoned INTEGER NOT NULL,
  PRIMARY KEY (article, reading, kind, unnamed)
) WITHOUT ROWID;
CREATE TABLE source_articles (
  source INTEGER NOT NULL, article TEXT NOT NULL, reading INTEGER NOT NULL,
  statements INTEGER NOT NULL, relayed INTEGER NOT NULL,
  PRIMARY KEY (source, article, reading)
) WITHOUT ROWID;
CREATE TABLE copy_articles (
  article TEXT NOT NULL, copy TEXT NOT NULL, PRIMARY KEY (article, copy)
) WITHOUT ROWID;
CREATE INDEX sourcing_by_reading ON sourcing (reading);
CREATE INDEX source_articles_by_reading ON source_articles (reading);
ALTER TABLE stories ADD COLUMN pages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stories ADD COLUMN claims INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stories ADD COLUMN least INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stories ADD COLUMN most INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stories ADD COLUMN denied INTEGER NOT NULL DEFAULT 0;
CREATE INDEX stories_by_weight ON stories (least DESC, most DESC, pages DESC, latest DESC, number);
CREATE INDEX claims_by_weight ON claims (least DESC, most DESC, asserting DESC, id);
CREATE INDEX readings_in_use ON readings (article) WHERE current;
CREATE INDEX vectors_by_encoder ON vectors (encoder, count);
DROP INDEX entities_by_key;
CREATE INDEX entities_by_key ON entities (key, mentions DESC, name, kind, resolved);
DROP INDEX claims_by_story;
CREATE INDEX claims_by_story ON claims (story, least, most, denying);
"""
"""Version 3 of the format: the counts, which group of copies an article is in, and indexes for what
is asked in the order of counts."""

_SOURCING = (
    "SELECT s.article, s.reading, o.kind, s.unnamed, count(*), sum(s.relayed), "
    "sum(s.unnamed AND s.reasoned) FROM statements s JOIN sources o ON o.id = s.source "
    "WHERE {of} GROUP BY s.article, s.reading, o.kind, s.unnamed"
)
_SOURCES = (
    "SELECT source, article, reading, sum(said), sum(passed_on) FROM ("
    "SELECT s.source, s.article, s.reading, 1 AS said, 0 AS passed_on FROM statements s WHERE {of} "
    "UNION ALL SELECT h.source, s.article, s.reading, 0, 1 FROM statements s "
    "JOIN hands h ON h.statement = s.id AND h.position > 0 AND h.source <> s.source WHERE {of}"
    ") GROUP BY source, article, reading"
)
_OF_READINGS = {"sourcing": _SOURCING, "source_articles": _SOURCES}

_COPIES = "SELECT DISTINCT j.value, c.id FROM copies c, json_each(c.packed, '$.articles') j"
_OF_STORIES = {
    "pages": "SELECT count(*) FROM story_articles t WHERE t.story = stories.id",
    "claims": "SELECT count(*) FROM claims c WHERE c.story = stories.id",
    "least": "SELECT coalesce(max(c.least), 0) FROM claims c WHERE c.story = stories.id",
    "most": "SELECT coalesce(max(c.most), 0) FROM claims c WHERE c.story = stories.id",
    "denied": "SELECT count(*) FROM claims c WHERE c.story = stories.id AND c.denying > 0",
}


def count_all(connection: sqlite3.Connection) -> None:
    """Counts all readings and stories of a record whose tables of counts are empty."""
    for table, counted in _OF_READINGS.items():
        connection.execute(f"INSERT INTO {table} {counted.format(of='1')}")
    list_copies(connection)
    count_stories(connection)


def count_reading(connection: sqlite3.Connection, reading: int) -> None:
    """Counts what stands in the tables of findings of ``reading``, which has no counts yet."""
    for table, counted in _OF_READINGS.items():
        connection.execute(
            f"INSERT INTO {table} {counted.format(of='s.reading = :reading')}",
            {"reading": reading},
        )


def forget_reading(connection: sqlite3.Connection, reading: int) -> None:
    """Takes the counts of ``reading`` away."""
    for table in _OF_READINGS:
        connection.execute(f"DELETE FROM {table} WHERE reading = ?", (reading,))


def count_stories(connection: sqlite3.Connection, story: str | None = None) -> None:
    """Counts the pages and the claims of ``story``, or of all stories."""
    counted = ", ".join(f"{column} = ({query})" for column, query in _OF_STORIES.items())
    narrowed, values = ("", ()) if story is None else (" WHERE id = ?", (story,))
    connection.execute(f"UPDATE stories SET {counted}{narrowed}", values)


def list_copies(connection: sqlite3.Connection) -> None:
    """Says of each article in which groups of copies it is; the table for that is empty."""
    connection.execute(f"INSERT INTO copy_articles {_COPIES}")


def find_miscounts(connection: sqlite3.Connection) -> Iterator[str]:
    """The counts that are not what counting anew gives, in words."""
    for table, counted in (*_OF_READINGS.items(), ("copy_articles", _COPIES)):
        kept, anew = f"SELECT * FROM {table}", counted.format(of="1")
        (many,) = connection.execute(
            f"SELECT (SELECT count(*) FROM (SELECT * FROM ({kept}) EXCEPT SELECT * FROM ({anew}))) "
            f"+ (SELECT count(*) FROM (SELECT * FROM ({anew}) EXCEPT SELECT * FROM ({kept})))"
        ).fetchone()
        if many:
            yield f"counts of {table} that are wrong: {many}"
    wrong = " OR ".join(f"{column} <> ({query})" for column, query in _OF_STORIES.items())
    (many,) = connection.execute(f"SELECT count(*) FROM stories WHERE {wrong}").fetchone()
    if many:
        yield f"counts of stories that are wrong: {many}"
