"""Pages, and what was read of whole archives, into a record, in batches, each page once.

Invariant: what was read is kept in the order in which it was done; a page that this version read
already is not read again.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from onrecord import languages
from onrecord.archives.loading import find_shards, holds_shards, load_shard
from onrecord.cli.page_readers import read_pages
from onrecord.cli.terminal import clear_progress, complain, show_progress
from onrecord.pages import open_pages
from onrecord.painting.wording import count, phrase
from onrecord.reading import stamp_for
from onrecord.record import Issue, Page
from onrecord.store import Entry, Kept, Record

BATCH = 32
"""Pages that are kept at once: some 30 seconds of reading on one core, a tenth of one to keep."""
SECONDS = 5.0
"""After which a smaller batch is kept: what a kill can cost in reading done again."""


class Adder:
    """Keeps what is read or loaded, the last batch even of a run that is broken off.

    ``new`` counts the pages that it read, ``loaded`` the readings of archives, ``known`` what was
    there already, ``failed`` what could not be read, ``unread`` an archive's pages without reading.
    """

    def __init__(self, record: Record) -> None:
        self._record = record
        self._batch: list[Entry] = []
        self._kept = time.monotonic()
        self._began = time.monotonic()
        stamps = [stamp_for(one) for one in ("", *languages.known_languages())]
        self._stamps = frozenset(stamps)
        self._seen: set[str] = set()
        self.new = self.loaded = self.known = self.failed = self.unread = 0

    def add(self, where: str, *, workers: int = 0) -> None:
        """Reads what stands at ``where`` and is not there yet. Raises ModelError, RecordError.

        What ``onrecord archive`` has read is loaded instead.
        """
        if holds_shards(Path(where)):
            self._load(Path(where))
            return
        before = (self.new, self.known, self.failed)
        try:
            for page, found in read_pages(self._unread(where), workers=workers):
                if isinstance(found, Issue):
                    self._complain(page.where or where, found.message)
                else:
                    self.new += 1
                    self._batch.append(Entry.of(page, found))
                self._show(page.where or where, "progress", self.new)
                if len(self._batch) >= BATCH or time.monotonic() - self._kept > SECONDS:
                    self.keep()
        finally:
            self.keep()
            clear_progress()
        if before == (self.new, self.known, self.failed):
            self._complain(where, phrase("errors", "nothing"))

    def _load(self, folder: Path) -> None:
        for found in find_shards(folder):
            if isinstance(found, Issue):
                self._complain(found.where, found.message)
                continue

            def tell(kept: Kept, place: str = found.name) -> None:
                self.loaded += kept.new
                self.known += kept.known
                self._show(place, "loading", self.loaded)

            loaded = load_shard(found, self._record, tell=tell)
            self.known += loaded.known
            self.unread += loaded.unread
            for issue in loaded.issues:
                self._complain(issue.where, issue.message)
        clear_progress()

    def keep(self) -> None:
        """Puts the batch into the record, in one transaction."""
        batch, self._batch = self._batch, []
        self._kept = time.monotonic()
        if batch:
            self._record.put(batch)

    def _unread(self, where: str) -> Iterator[Page]:
        """The pages at ``where`` that this version has not read."""
        for page in open_pages(where):
            if isinstance(page, Issue):
                self._complain(page.where or where, page.message)
                continue
            digest = page.digest
            if digest in self._seen or self._record.stamp_of_page(digest) in self._stamps:
                self.known += 1
                self._show(page.where or where, "progress", self.new)
                continue
            self._seen.add(digest)
            yield page

    def _complain(self, where: str, why: str) -> None:
        self.failed += 1
        complain(where, why)

    def _show(self, place: str, how: str, done: int) -> None:
        rate = done / max(time.monotonic() - self._began, 1.0)
        show_progress(
            phrase(
                "adding",
                how,
                pages=count(done, "page"),
                known=self.known,
                failed=self.failed,
                rate=f"{rate:.1f}",
                place=place,
            )
        )
