"""A record: the one file that everything read goes into.

Invariant: a call that returned has been kept; one that raised has changed nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

import numpy as np
from numpy.typing import NDArray

from onrecord.record import (
    Corpus,
    Judgements,
    Reading,
    RecordError,
    Stamp,
    Story,
    TimelineEntry,
    Trace,
)
from onrecord.store.article_rows import fetch_articles, list_articles, list_versions
from onrecord.store.audits import Audited, audit_sources
from onrecord.store.checking import check_tables
from onrecord.store.correction_rows import (
    current_reading,
    fetch_corrections,
    training_lines,
)
from onrecord.store.corrections import put_correction, withdraw_correction
from onrecord.store.event_rows import find_events
from onrecord.store.failures import explain_failures
from onrecord.store.judgements import (
    fetch_corpus,
    fetch_stories,
    fetch_timeline,
    fetch_traces,
    find_untraced,
    is_judged,
    put_corpus,
    put_story,
    put_timeline,
    put_traces,
)
from onrecord.store.meaning import find_unembedded, put_vectors, search_vectors
from onrecord.store.opening import PATIENCE, connect
from onrecord.store.overlays import lay_over
from onrecord.store.rows import (
    ArticleRow,
    AuditRow,
    Correction,
    Difference,
    Entry,
    EventRow,
    Filters,
    Found,
    Hit,
    Kept,
    SourceRow,
    StampRow,
    StoryRow,
    Unembedded,
)
from onrecord.store.searching import search_words
from onrecord.store.sources import find_source_by_id, find_who, list_sources
from onrecord.store.stamps import compare_stamps, fetch_stamps, prune_readings
from onrecord.store.values import unpack_kept
from onrecord.store.vectors import Vectors, load_vectors
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
        self._vectors: Vectors | None = None

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
                if self._connection.in_transaction:
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

    def articles(
        self, filters: Filters | None = None, *, limit: int = -1, skip: int = 0
    ) -> tuple[ArticleRow, ...]:
        """Articles with a current reading, newest first; those without a day last.

        Of the filters those of statements and events are passed over.
        """
        with self._reads() as connection:
            return list_articles(connection, filters or Filters(), limit, skip)

    def outlets(self, *, limit: int = -1) -> tuple[tuple[str, int], ...]:
        """The outlets of all articles and how many articles each has, most first."""
        with self._reads() as connection:
            rows = connection.execute(
                "SELECT a.outlet, count(*) FROM articles a "
                "JOIN readings r ON r.article = a.id AND r.current "
                "GROUP BY a.outlet ORDER BY count(*) DESC, a.outlet LIMIT ?",
                (limit,),
            )
            return tuple((name, many) for name, many in rows)

    def article(self, article: str) -> ArticleRow | None:
        """The row of ``article`` (its id), None where there is none."""
        with self._reads() as connection:
            return fetch_articles(connection, [article]).get(article)

    def versions(self, url: str) -> tuple[ArticleRow, ...]:
        """All articles that stood at ``url``, in the order in which they came."""
        with self._reads() as connection:
            return list_versions(connection, url)

    def readings(self, *, corrected: bool = True) -> Iterator[Reading]:
        """The current readings of all articles, one by one, in the order in which they came.

        With what people corrected laid over them, or as they were read.
        """
        with self._reads() as connection:
            rows = connection.execute("SELECT article FROM readings WHERE current ORDER BY id")
            wanted = [one for (one,) in rows]
        for article in wanted:
            found = self.reading(article, corrected=corrected)
            if found is not None:
                yield found

    def reading(self, article: str, *, corrected: bool = True) -> Reading | None:
        """The newest reading of ``article`` (its id), None where there is none."""
        with self._reads() as connection:
            found = current_reading(connection, article)
            if found is None or not corrected:
                return found[1] if found else None
            return lay_over(found[1], fetch_corrections(connection, article=article))

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
        -unwanted. Where nothing has them all, what has some (``Hit.whole`` is False).
        """
        with self._reads() as connection:
            return search_words(connection, query, filters or Filters(), limit, skip)

    def search_meaning(
        self,
        vector: NDArray[np.float32],
        encoder: str,
        filters: Filters | None = None,
        *,
        limit: int = HITS_SHOWN,
    ) -> tuple[Hit, ...]:
        """Sentences and statements nearest to ``vector`` ([384], unit length), best first.

        ``encoder`` names who made it: only vectors of the same encoder are compared. They are kept
        in memory from the first search on, one byte a number, so that likeness is right to 0.002.
        """
        with self._turn, self._reads() as connection:
            self._vectors = load_vectors(connection, encoder, self._vectors)
            return search_vectors(connection, self._vectors, vector, filters or Filters(), limit)

    def unembedded(self, encoder: str, *, limit: int = 32) -> tuple[Unembedded, ...]:
        """Readings that have no vectors by ``encoder`` yet, with the words that want them."""
        with self._reads() as connection:
            return find_unembedded(connection, encoder, limit)

    def put_vectors(
        self, made: Iterable[tuple[Unembedded, NDArray[np.float32]]], encoder: str
    ) -> None:
        """Keeps vectors ([texts, 384], unit length, float16 on disk) in one transaction."""
        with self._writes() as connection:
            for unembedded, vectors in made:
                put_vectors(connection, unembedded, vectors, encoder)

    def who(self, name: str, *, limit: int = HITS_SHOWN, sayings: int = 200) -> tuple[Found, ...]:
        """The sources that ``name`` leads to, the exact name first, with what they said."""
        with self._reads() as connection:
            return find_who(connection, name, limit, sayings)

    def source(self, source: int, *, sayings: int = 200) -> Found | None:
        """The source with this id, with what people merged into it; None where there is none."""
        with self._reads() as connection:
            return find_source_by_id(connection, source, sayings)

    def sources(
        self, *, named: bool | None = None, limit: int = 100, skip: int = 0
    ) -> tuple[SourceRow, ...]:
        """The sources with most statements first, named ones or unnamed ones only where asked."""
        with self._reads() as connection:
            return list_sources(connection, named=named, limit=limit, skip=skip)

    def audit(self, by: Audited, filters: Filters | None = None) -> tuple[AuditRow, ...]:
        """How each outlet, author or story sources what it tells, most statements first."""
        with self._reads() as connection:
            return audit_sources(connection, by, filters or Filters())[0]

    def events(
        self, *people: str, filters: Filters | None = None, limit: int = 1_000
    ) -> tuple[EventRow, ...]:
        """Events in which all of ``people`` take part, as single articles tell them, by day."""
        with self._reads() as connection:
            return find_events(connection, people, filters or Filters(), limit)

    def timeline(self, *people: str, story: str = "") -> tuple[TimelineEntry, ...]:
        """The events of ``story``, or of all of ``people``, across pages, by day."""
        with self._reads() as connection:
            return fetch_timeline(connection, story=story, people=people)

    def corpus(self) -> Corpus:
        """All current readings with the judgements that are kept about them.

        ``is_judged`` tells whether these are about all of them.
        """
        with self._reads() as connection:
            return fetch_corpus(connection, tuple(self.readings()))

    def is_judged(self) -> bool:
        """Whether the judgements kept are about the readings that are current, all of them."""
        with self._reads() as connection:
            return is_judged(connection)

    def put_corpus(self, corpus: Corpus | Judgements) -> None:
        """Keeps the judgements of ``corpus`` in place of all earlier ones.

        What ``put_story`` kept stays where neither the pages of the story nor their readings are
        others now.
        """
        with self._writes() as connection:
            put_corpus(connection, corpus)

    def put_story(
        self, story: str, traces: Iterable[Trace], timeline: tuple[TimelineEntry, ...]
    ) -> None:
        """Keeps the claims and the events of ``story`` (its id)."""
        with self._writes() as connection:
            put_story(connection, story, traces, timeline)

    def put_timeline(self, story: str, timeline: tuple[TimelineEntry, ...]) -> None:
        """Keeps the events of ``story`` (its id) alone; its claims are still wanting."""
        with self._writes() as connection:
            put_timeline(connection, story, timeline)

    def untraced(self) -> tuple[Story, ...]:
        """Stories without ``put_story`` since their pages changed, those of most pages first."""
        with self._reads() as connection:
            return find_untraced(connection)

    def put_traces(self, traces: Iterable[Trace]) -> None:
        """Keeps what stands behind claims, beside those that are there."""
        with self._writes() as connection:
            put_traces(connection, traces)

    def stories(self, *, day: str = "", limit: int = -1, skip: int = 0) -> tuple[StoryRow, ...]:
        """Stories with a page of ``day`` (ISO 8601, "" = any): most independent sources first."""
        with self._reads() as connection:
            return fetch_stories(connection, day=day, limit=limit, skip=skip)

    def story(self, story: str) -> Story | None:
        """The story with this id, None where there is none."""
        with self._reads() as connection:
            row = connection.execute("SELECT packed FROM stories WHERE id = ?", (story,)).fetchone()
            return unpack_kept(Story, row[0]) if row else None

    def traces(self, *, story: str = "", limit: int = -1, skip: int = 0) -> tuple[Trace, ...]:
        """The claims of ``story`` ("" = of all), those with most independent sources first."""
        with self._reads() as connection:
            return fetch_traces(connection, story=story, limit=limit, skip=skip)

    def trace(self, claim: str) -> Trace | None:
        """The claim with this id, None where there is none."""
        with self._reads() as connection:
            found = fetch_traces(connection, claim=claim, limit=1) if claim else ()
            return next(iter(found), None)

    def correct(self, correction: Correction) -> Correction:
        """Keeps what a person said of a finding; RecordError where it fits nothing."""
        with self._writes() as connection:
            return put_correction(connection, correction)

    def withdraw(self, correction: int) -> None:
        """Takes back the correction with this id; RecordError where there is none."""
        with self._writes() as connection:
            withdraw_correction(connection, correction)

    def corrections(self, *, article: str = "", finding: str = "") -> tuple[Correction, ...]:
        """The corrections that stand, in the order in which they were made."""
        with self._reads() as connection:
            return fetch_corrections(connection, article=article, finding=finding)

    def training_lines(self) -> tuple[str, ...]:
        """One line of JSON for each correction, with the text that it is about, to train on."""
        with self._reads() as connection:
            return tuple(training_lines(connection))

    def check(self) -> tuple[str, ...]:
        """What is wrong with the file, in SQLite's words; () where all tables agree."""
        with self._reads() as connection:
            return check_tables(connection)

    def stamps(self) -> tuple[StampRow, ...]:
        """All stamps that there are readings of, the oldest first."""
        with self._reads() as connection:
            return fetch_stamps(connection)

    def diff(self, first: str, second: str) -> Difference:
        """How the readings of two stamps (beginnings of their ids) differ."""
        with self._reads() as connection:
            return compare_stamps(connection, first, second)

    def prune(self, stamp: str = "") -> int:
        """Removes readings that newer ones took the place of; how many. ``stamp`` = only its."""
        with self._writes() as connection:
            return prune_readings(connection, stamp)
