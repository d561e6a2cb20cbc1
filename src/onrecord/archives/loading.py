"""Shards that are done, taken into a record without reading a page again.

Invariant: nothing of a shard is passed over silently: what is torn or foreign is told, the rest is
loaded, and the shard counts as loaded only once all of it is.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from onrecord.archives.failures import ErrorRow
from onrecord.archives.lines import split_line
from onrecord.archives.reports import Report, read_report
from onrecord.archives.writing import ERRORS, READINGS, REPORT
from onrecord.record import Issue, RecordError
from onrecord.record.codec import unpack_record
from onrecord.store import Entry, Kept, Record
from onrecord.store.shards import Shard, Unread, find_shard, put_shard

BATCH = 256
"""Readings that are kept in one transaction: a few seconds' work, what a kill can cost."""
_TORN = (EOFError, OSError, zlib.error, UnicodeDecodeError)
"""What Python says of a gzip file that breaks off, or is none."""

_NAME = re.compile(
    rf"(.+)(?:{re.escape(READINGS)}|{re.escape(REPORT)})|\.(.+)\.[0-9]+\.parts", re.DOTALL
)
"""The file of a shard that is done, or the folder of one that is not."""

Tell = Callable[[Kept], None]
"""Hears what each batch has brought."""


@dataclass(frozen=True, slots=True)
class ShardFound:
    """A shard on disk; ``digest`` is that of its report, which names the model it was read with."""

    folder: Path
    name: str
    report: Report
    digest: str


@dataclass(slots=True)
class Loaded:
    """What came of a shard beside what ``Tell`` heard of: readings that an earlier run had loaded.

    ``unread`` = its pages without a reading, ``issues`` = what of it could not be loaded.
    """

    known: int = 0
    unread: int = 0
    issues: list[Issue] = field(default_factory=list)


def holds_shards(folder: Path) -> bool:
    """Whether ``onrecord archive`` has written into ``folder``."""
    return folder.is_dir() and bool(_name_shards(folder))


def find_shards(folder: Path) -> Iterator[ShardFound | Issue]:
    """The shards in ``folder`` by name, and what stands there and is none, or not done."""
    for name in _name_shards(folder):
        path = folder / (name + REPORT)
        try:
            words = path.read_bytes()
            report = read_report(words.decode())
        except FileNotFoundError:
            yield _issue(path, "unfinished-shard", "there is no report: run onrecord archive again")
        except (OSError, UnicodeDecodeError, RecordError) as error:
            yield _issue(path, "foreign-shard", f"this is no report of a shard: {error}")
        else:
            digest = hashlib.blake2b(words, digest_size=16).hexdigest()
            yield ShardFound(folder, name, report, digest)


def _name_shards(folder: Path) -> tuple[str, ...]:
    names = (one.name for one in folder.iterdir())
    found = {match[1] or match[2] for name in names if (match := _NAME.fullmatch(name))}
    return tuple(sorted(found))


def load_shard(found: ShardFound, record: Record, *, tell: Tell) -> Loaded:
    """Puts the shard's readings and error rows into ``record``, from where an earlier run got to.

    ``tell`` hears of each batch. Raises RecordError where the record cannot be written to.
    """
    before = find_shard(record, found.name)
    if before is None or before.digest != found.digest:
        before = Shard(found.name, found.digest)
    if before.done:
        return Loaded(found.report.articles, sum(many for _, many in found.report.errors))
    loaded = Loaded()
    unread = []
    for row in read_errors(found):
        if isinstance(row, Issue):
            loaded.issues.append(row)
        else:
            unread.append(row)
    put_shard(record, before, (), unread)
    loaded.unread = len(unread)
    loaded.known = before.lines
    place = _load_readings(found, record, before, loaded, tell)
    put_shard(record, replace(before, lines=place, done=not loaded.issues))
    return loaded


def _load_readings(
    found: ShardFound, record: Record, shard: Shard, loaded: Loaded, tell: Tell
) -> int:
    """Up to which line all was well."""
    well = at = shard.lines
    lines = read_readings(found, shard.lines)
    while batch := list(islice(lines, BATCH)):
        issues = [one for one in batch if isinstance(one, Issue)]
        entries = [one for one in batch if isinstance(one, Entry)]
        if not loaded.issues:
            first = next((n for n, one in enumerate(batch) if isinstance(one, Issue)), len(batch))
            well = at + first
        at += len(batch)
        loaded.issues += issues
        tell(put_shard(record, replace(shard, lines=well), entries))
    return well


def read_readings(found: ShardFound, start: int = 0) -> Iterator[Entry | Issue]:
    """The readings of a shard from line ``start`` on; an issue for each line that is none.

    One more at the end where the file breaks off or has not as many as its report says.
    """
    path = found.folder / (found.name + READINGS)
    number = 0
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if number > start:
                    yield _entry(found, path, number, line)
    except _TORN as error:
        yield _issue(path, "torn-shard", f"it breaks off behind line {number} ({error})")
        return
    if number != found.report.articles:
        words = f"it has {number:,} readings, and its report says {found.report.articles:,}"
        yield _issue(path, "torn-shard", words)


def read_errors(found: ShardFound) -> Iterator[Unread | Issue]:
    """The error rows of a shard, with an issue for what is none, as for the readings."""
    path = found.folder / (found.name + ERRORS)
    number, said = 0, sum(many for _, many in found.report.errors)
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    row = unpack_record(ErrorRow, line)
                except RecordError as error:
                    yield _issue(path, "foreign-line", f"line {number}: {error}")
                else:
                    where = row.where or row.archive
                    yield Unread(found.name, row.number, where, row.stage, row.code, row.message)
    except _TORN as error:
        yield _issue(path, "torn-shard", f"it breaks off behind line {number} ({error})")
        return
    if number != said:
        words = f"it has {number:,} error rows, and its report says {said:,}"
        yield _issue(path, "torn-shard", words)


def _entry(found: ShardFound, path: Path, number: int, line: str) -> Entry | Issue:
    try:
        facts, reading = split_line(line)
    except RecordError as error:
        return _issue(path, "foreign-line", f"line {number}: {error}")
    where = facts.where or f"{found.name} {reading.article.url}".strip()
    return Entry(reading, where, facts.digest, facts.fetched, facts.media_type)


def _issue(path: Path, code: str, message: str) -> Issue:
    return Issue("archives", code, message, where=str(path))
