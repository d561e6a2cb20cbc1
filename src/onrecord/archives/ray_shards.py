"""The same shards on a Ray cluster: one task an archive, each with its own watched workers.

Invariant: a task that is lost with its node is begun again elsewhere and goes on with the parts
that are written, so that ``out`` must be a folder that all nodes see.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from onrecord.archives.choosing import name_shard
from onrecord.archives.failures import ArchiveError
from onrecord.archives.limits import Limits
from onrecord.archives.progress import Progress
from onrecord.archives.reports import Report, add_reports
from onrecord.archives.shards import process_shards
from onrecord.archives.worker import Desk, open_desk
from onrecord.archives.writing import PART_RECORDS, ShardFiles
from onrecord.record import ModelError
from onrecord.record.codec import pack_record, unpack_record

SECONDS_BETWEEN_LOOKS = 10.0
"""Between two looks at the parts, which on a shared disk are thousands of small files."""
RETRIES = 10
"""Nodes that one archive may lose: on cheap machines that are taken away at any time, several."""


def process_on_ray(
    warcs: Sequence[Path],
    out: Path,
    limits: Limits,
    address: str,
    *,
    desk: Callable[[], Desk] = open_desk,
    part: int = PART_RECORDS,
) -> Iterator[tuple[Path, Report | ArchiveError | OSError] | Progress]:
    """Yields each archive with its report, or what stopped it, as they are done.

    Between them how far all are, as the parts in ``out`` tell.

    Raises ArchiveError where Ray is not installed or not there, ModelError.
    """
    # Read by Ray as it is imported: nothing is told to its makers.
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    try:
        import ray
    except ImportError as error:
        raise ArchiveError("Ray is not installed: install onrecord[ray]") from error
    try:
        ray.init(address=address, ignore_reinit_error=True, log_to_driver=False)
    except (ConnectionError, ValueError, RuntimeError) as error:
        raise ArchiveError(f"no Ray cluster answers at {address}: {error}") from error
    task = ray.remote(num_cpus=limits.workers, max_retries=RETRIES)(_process)
    where = out.resolve()
    watch = Watch(warcs, where, part)
    waiting = {task.remote(warc.resolve(), where, limits, desk, part): warc for warc in warcs}
    while waiting:
        ready, _ = ray.wait(list(waiting), num_returns=1, timeout=SECONDS_BETWEEN_LOOKS)
        if not ready:
            yield watch.look()
            continue
        done = ready[0]
        warc = waiting.pop(done)
        try:
            kind, words = ray.get(done)
        except ray.exceptions.RayError as error:
            kind, words = "lost", str(error).splitlines()[0]
        if kind == "model":
            raise ModelError(words)
        yield warc, unpack_record(Report, words) if kind == "report" else ArchiveError(words)


class Watch:
    """How far the archives are, by what stands in ``out``; what stood there before counts for none.

    An archive that is being read counts by the pages of its parts, and by its bytes once it is
    done.
    """

    def __init__(self, warcs: Sequence[Path], out: Path, part: int) -> None:
        self._sizes = {ShardFiles(out, name_shard(one), part): one.stat().st_size for one in warcs}
        self._done: list[Report] = []
        self._open = dict(self._sizes)
        self._began = time.monotonic()
        self._begun = 0
        self._before = self._count()
        self._begun = self._read

    @property
    def _read(self) -> int:
        return sum(self._sizes.values()) - sum(self._open.values())

    def look(self) -> Progress:
        """Counts of this run, as far as what is written tells."""
        now, before = self._count(), self._before
        return Progress(
            f"{len(self._done):,} of {len(self._sizes):,} archives",
            now.pages - before.pages,
            now.articles - before.articles,
            _errors(now) - _errors(before),
            self._read,
            sum(self._sizes.values()),
            self._begun,
            time.monotonic() - self._began,
        )

    def _count(self) -> Report:
        parts: list[Report] = []
        for files in tuple(self._open):
            report = None
            with suppress(ArchiveError):  # the task that meets it tells of it
                report = files.read_report()
            if report is None:
                parts += files.read_parts()
            else:
                self._done.append(report)
                del self._open[files]
        return add_reports([*self._done, *parts])


def _errors(report: Report) -> int:
    return sum(times for _, times in report.errors)


def _process(
    warc: Path, out: Path, limits: Limits, desk: Callable[[], Desk], part: int
) -> tuple[str, str]:
    """What became of the archive: "report" and its JSON, or "model" or "stopped" and why."""
    try:
        ((_, found),) = process_shards([warc], out, limits, desk=desk, part=part)
    except ModelError as error:
        return "model", str(error)
    if isinstance(found, Report):
        return "report", pack_record(found)
    return "stopped", str(found)
