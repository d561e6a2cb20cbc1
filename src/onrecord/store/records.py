"""A record: the one file that everything read goes into.

Invariant: a call that returned has been kept; one that raised has changed nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from onrecord.record import Reading, RecordError, Stamp
from onrecord.store.failures import explain_failures
from onrecord.store.opening import PATIENCE, connect
from onrecord.store.reading_rows import fetch_articles, unpack_reading
from onrecord.store.rows import ArticleRow, Entry, Filters, Found, Hit, Kept
from onrecord.store.searching import search_words
from onrecord.store.sources import find_who
from onrecord.store.writing import put_entries

HITS_SHOWN = 20


@contextmanager
def open_record(
    path: Path | str, *, write: bool = False, patience: float = PATIENCE
) -> Iterator[Record]:
    """The record in the file ``path``, which ``write`` makes where it is not there yet.

    Raises RecordError where it is missing, damaged, of a newer version, or cannot be written;
    ``patience`` = seconds to wait for another writer. Open it once and use it from any thread.
    """
    where = Path(path)
    connection = connect(where, write=write, patience=patience)
    try:
        yield Record(where, connection, write=write)
    finally:
        connection.close()


class Record:
    """An open record; from several threads, calls take turns. Made by ``open_record``."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, write: bool) -> None:
        self.path = path
        self._connection = connection
        self._write = write
        self._turn = RLock()

    @contextmanager
    def _reads(self) -> Iterator[sqlite3.Connection]:
        """One view of the record for several questions, whatever a writer does meanwhile."""
        with self._turn, explain_failures(self.path):
            if self._connection.in_transaction:
                yield self._connection
                return
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                self._connection.execute("ROLLBACK")

    @contextmanager
    def _writes(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing."""
        if not self._write:
            raise RecordError(f"{self.path}: this record was opened to be read only")
        with self._turn, explain_failures(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def put(self, entries: Iterable[Entry | Reading]) -> Kept:
        """Keeps ``entries`` in one transaction; a page that has this stamp already is passed over.

        The reading that a page had before stays until it is pruned. A bare reading is kept without
        its page.
        """
        made = tuple(Entry(one) if isinstance(one, Reading) else one for one in entries)
        with self._writes() as connection:
            return put_entries(connection, made)

    def stamp_of_page(self, digest: str) -> Stamp | None:
        """The stamp of the newest reading of the page with ``digest``, None where it is new."""
        with self._reads() as connection:
            row = connection.execute(
                "SELECT s.onrecord, s.encoder, s.language, s.settings FROM pages p "
                "JOIN readings r ON r.id = p.current JOIN stamps s ON s.id = r.stamp "
                "WHERE p.digest = ?",
                (digest,),
            ).fetchone()
        return Stamp(*row) if row else None

    def articles(self, *, limit: int = -1, skip: int = 0) -> tuple[ArticleRow, ...]:
        """All articles with a current reading, newest first; those without a day last."""
        with self._reads() as connection:
            rows = connection.execute(
                "SELECT a.id FROM articles a JOIN readings r ON r.article = a.id AND r.current "
                "ORDER BY a.published IS NULL, a.published DESC, a.id LIMIT ? OFFSET ?",
                (limit, skip),
            ).fetchall()
            found = fetch_articles(connection, [one for (one,) in rows])
        return tuple(found[one] for (one,) in rows)

    def article(self, article: str) -> ArticleRow | None:
        """The row of ``article`` (its id), None where there is none."""
        with self._reads() as connection:
            return fetch_articles(connection, [article]).get(article)

    def versions(self, url: str) -> tuple[ArticleRow, ...]:
        """All articles that stood at ``url``, in the order in which they came."""
        with self._reads() as connection:
            rows = connection.execute(
                "SELECT id FROM articles WHERE url = ? AND url <> '' ORDER BY added, id", (url,)
            ).fetchall()
            found = fetch_articles(connection, [one for (one,) in rows])
        return tuple(found[one] for (one,) in rows)

    def readings(self) -> Iterator[Reading]:
        """The current readings of all articles, one by one, in the order in which they came."""
        with self._reads() as connection:
            numbers = connection.execute("SELECT id FROM readings WHERE current ORDER BY id")
            wanted = [one for (one,) in numbers]
        for number in wanted:
            with self._reads() as connection:
                row = connection.execute(
                    "SELECT packed FROM readings WHERE id = ?", (number,)
                ).fetchone()
            if row is not None:
                yield unpack_reading(row[0])

    def reading(self, article: str) -> Reading | None:
        """The current reading of ``article`` (its id), None where there is none."""
        with self._reads() as connection:
            row = connection.execute(
                "SELECT packed FROM readings WHERE article = ? ORDER BY current DESC, id DESC",
                (article,),
            ).fetchone()
        return unpack_reading(row[0]) if row else None

    def search(
        self,
        query: str,
        filters: Filters | None = None,
        *,
        limit: int = HITS_SHOWN,
        skip: int = 0,
    ) -> tuple[Hit, ...]:
        """What has the words of ``query``, best first; () for a query without words.

        All words must be there, in any form that English gives them; "a phrase", a beginning*,
        -unwanted.
        """
        with self._reads() as connection:
            return search_words(connection, query, filters or Filters(), limit, skip)

    def who(self, name: str, *, limit: int = HITS_SHOWN, sayings: int = 200) -> tuple[Found, ...]:
        """The sources that ``name`` leads to, the exact name first, with what they said."""
        with self._reads() as connection:
            return find_who(connection, name, limit, sayings)
