"""The same shards on a Ray cluster: one task an archive, each with its own watched workers.

Invariant: a task that is lost with its node is begun again elsewhere and goes on with the parts
that are written, so that ``out`` must be a folder that all nodes see.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from onrecord.archives.failures import ArchiveError
from onrecord.archives.limits import Limits
from onrecord.archives.reports import Report
from onrecord.archives.shards import process_shards
from onrecord.archives.worker import Desk, open_desk
from onrecord.archives.writing import PART_RECORDS
from onrecord.record import ModelError
from onrecord.record.codec import pack_record, unpack_record

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
) -> Iterator[tuple[Path, Report | ArchiveError | OSError]]:
    """Yields each archive with its report, or what stopped it, as they are done.

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
    waiting = {task.remote(warc.resolve(), where, limits, desk, part): warc for warc in warcs}
    while waiting:
        (done, *_), _ = ray.wait(list(waiting), num_returns=1)
        warc = waiting.pop(done)
        try:
            kind, words = ray.get(done)
        except ray.exceptions.RayError as error:
            kind, words = "lost", str(error).splitlines()[0]
        if kind == "model":
            raise ModelError(words)
        yield warc, unpack_record(Report, words) if kind == "report" else ArchiveError(words)


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
