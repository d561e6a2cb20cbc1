"""The files of a shard, written in parts so that a killed run loses little.

Invariant: a file is either whole under its own name or not there; a part counts once its counts
are written, and the same records make the same bytes.
"""

from __future__ import annotations

import fcntl
import gzip
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from onrecord.archives.failures import ArchiveError
from onrecord.archives.reports import Report, add_reports, read_report
from onrecord.record import RecordError
from onrecord.record.codec import pack_record, unpack_record

READINGS, ERRORS, REPORT = ".readings.jsonl.gz", ".errors.jsonl.gz", ".report.json"
PART_RECORDS = 2000
"""Records of the archive in one part: a minute or two of a CC-NEWS file on two cores."""
SQUEEZE = 6
"""The level of gzip: 9 makes readings 1 % smaller in twice the time."""
SECONDS_FOR_LOCK = 60.0
"""How long a second run waits: workers of a lost machine may need a moment to end."""

_UNFINISHED = ".new"
_EMPTY = gzip.compress(b"", SQUEEZE, mtime=0)


class ShardFiles:
    """The files of one shard in ``out``, written in parts of ``size`` records."""

    def __init__(self, out: Path, name: str, size: int) -> None:
        self._out = out
        self._name = name
        # Parts of another size begin at other records: they are never gone on with.
        self._work = out / f".{name}.{size}.parts"

    def read_report(self) -> Report | None:
        """The report of the shard where it is done already; ArchiveError where it is none."""
        path = self._out / (self._name + REPORT)
        try:
            return read_report(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (UnicodeDecodeError, RecordError) as error:
            raise ArchiveError(f"{path} is no report of a shard ({error}): remove it") from error

    def read_parts(self) -> tuple[Report, ...]:
        """The reports of the parts that are written so far, by whatever run."""
        reports: list[Report] = []
        while True:
            try:
                line = self._part(len(reports), REPORT).read_text(encoding="utf-8")
            except FileNotFoundError:
                return tuple(reports)
            reports.append(unpack_record(Report, line))

    def resume(self, stamp: str) -> tuple[Report, ...]:
        """The reports of the parts that an earlier run with the same ``stamp`` has written."""
        self._work.mkdir(parents=True, exist_ok=True)
        reports = self.read_parts()
        if all(one.stamp == stamp for one in reports):
            return reports
        shutil.rmtree(self._work)
        self._work.mkdir()
        return ()

    def write_part(self, number: int, readings: bytes, errors: bytes, report: Report) -> None:
        """Keeps one part; ``readings`` and ``errors`` are lines of JSON. Raises OSError."""
        _replace(self._part(number, READINGS), _squeeze(readings))
        _replace(self._part(number, ERRORS), _squeeze(errors))
        _replace(self._part(number, REPORT), pack_record(report).encode())

    def finish(self, reports: tuple[Report, ...]) -> Report:
        """Joins all parts to the files of the shard; what they hold together."""
        whole = add_reports(reports)
        for kind in (READINGS, ERRORS):
            with _replacing(self._out / (self._name + kind)) as joined:
                for number in range(len(reports)):
                    with self._part(number, kind).open("rb") as part:
                        shutil.copyfileobj(part, joined)
                if not joined.tell():
                    joined.write(_EMPTY)
        _replace(self._out / (self._name + REPORT), (pack_record(whole) + "\n").encode())
        self._sweep()
        return whole

    def _sweep(self) -> None:
        """Takes away the parts, and what runs that were killed as they joined them have left."""
        names = tuple(self._name + kind for kind in (READINGS, ERRORS, REPORT))
        parts = re.compile(rf"\.{re.escape(self._name)}\.[0-9]+\.parts")
        for path in self._out.iterdir():
            if parts.fullmatch(path.name):
                shutil.rmtree(path)
            elif path.name.startswith(names) and path.name.endswith(_UNFINISHED):
                path.unlink(missing_ok=True)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Within, no other run of this machine writes the shard. Raises ArchiveError."""
        self._out.mkdir(parents=True, exist_ok=True)
        with (self._out / f".{self._name}.lock").open("wb") as lock:
            until = time.monotonic() + SECONDS_FOR_LOCK
            while not _lock(lock):
                if time.monotonic() > until:
                    raise ArchiveError(f"{self._name} is being read by another run: wait for it")
                time.sleep(0.5)
            yield

    def _part(self, number: int, kind: str) -> Path:
        return self._work / f"{number:06}{kind}"


def _lock(stream: BinaryIO) -> bool:
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _squeeze(lines: bytes) -> bytes:
    # Without a time in its head gzip gives the same bytes for the same lines.
    return gzip.compress(lines, SQUEEZE, mtime=0) if lines else b""


def _replace(path: Path, body: bytes) -> None:
    with _replacing(path) as stream:
        stream.write(body)


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes stand under ``path`` once all of them are on the disk."""
    beside = path.with_name(f"{path.name}.{os.getpid()}{_UNFINISHED}")
    try:
        with beside.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
