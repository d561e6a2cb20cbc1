"""``onrecord archive``: whole archives, read on many workers, and a report at the end.

Invariant: an archive that cannot be read is told and stops no other.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from onrecord.archives import (
    ArchiveError,
    Limits,
    Progress,
    Report,
    add_reports,
    find_archives,
    process_shards,
    take_share,
)
from onrecord.cli.archive_arguments import ArchiveArguments
from onrecord.cli.terminal import (
    clear_progress,
    complain,
    print_aside,
    show_progress,
    speak_unicode,
)
from onrecord.record import ModelError
from onrecord.record.codec import pack_record

SECONDS_BETWEEN_LINES = 60.0
"""Between two lines of progress where standard error is a log and no terminal."""


def run_archive(arguments: ArchiveArguments) -> int:
    """Reads all that was asked for; 0 = all of it, 1 = some could not be read."""
    speak_unicode(json=arguments.json)
    limits = Limits(arguments.workers, arguments.seconds, arguments.megabytes)
    reports: list[Report] = []
    failed = False
    try:
        archives = take_share(find_archives(arguments.where), arguments.shard)
        for archive, found in _process(archives, arguments, limits):
            clear_progress()
            if isinstance(found, Exception):
                failed = bool(complain(str(archive), _word_error(found)))
                continue
            reports.append(found)
            print_aside(f"{archive.name}: {word_counts(found)}")
            if not found.whole:
                failed = bool(complain(str(archive), word_damage(found)))
    except ModelError as error:
        return complain("the model", str(error))
    except ArchiveError as error:
        return complain("archive", str(error))
    whole = add_reports(reports)
    print(pack_record(whole) if arguments.json else "\n".join(word_report(whole, len(reports))))
    return int(failed)


def _process(
    archives: Sequence[Path], arguments: ArchiveArguments, limits: Limits
) -> Iterator[tuple[Path, Report | ArchiveError | OSError]]:
    teller = _Teller()
    if not arguments.ray:
        yield from process_shards(archives, arguments.out, limits, tell=teller.tell)
        return
    # As other commands' rooms: loaded only where it is asked for.
    from onrecord.archives.ray_shards import process_on_ray

    for found in process_on_ray(archives, arguments.out, limits, arguments.ray):
        if isinstance(found, Progress):
            teller.tell(found)
        else:
            yield found


def word_progress(progress: Progress) -> str:
    """How far a run is, in one line."""
    share = 100 * progress.done / progress.total if progress.total else 0
    words = f"{progress.archive}: {progress.pages:,} pages, {progress.rate:.1f} a second, "
    words += f"{progress.errors:,} errors, {share:.1f} % of all archives"
    return words if progress.left is None else f"{words}, {word_time(progress.left)} left"


def word_time(seconds: float) -> str:
    """A length of time as one would say it: "40 s", "12 min", "3 h 05 min"."""
    minutes = round(seconds / 60)
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60:02} min"


def word_counts(report: Report) -> str:
    """The counts of an archive in one line."""
    errors = sum(times for _, times in report.errors)
    return (
        f"{report.records:,} records, {report.pages:,} pages, {report.articles:,} articles, "
        f"{errors:,} error rows"
    )


def word_damage(report: Report) -> str:
    """What of an archive was not there to be read."""
    return (
        f"the archive is damaged: {report.broken:,} broken records, {report.skipped:,} bytes "
        f"passed over, {report.unread:,} records not met; fetch it again, and remove its report "
        "to read it once more"
    )


def word_report(report: Report, archives: int) -> Iterable[str]:
    """The report of a run, line by line."""
    yield f"{archives:,} archives: {word_counts(report)}"
    for title, counts in (
        ("records", report.kinds),
        ("languages", report.languages),
        ("errors", report.errors),
    ):
        listed = sorted(counts, key=lambda one: (-one[1], one[0]))
        if listed:
            yield f"{title}: " + ", ".join(f"{name} {times:,}" for name, times in listed)


class _Teller:
    """Shows progress: a line that is written over on a terminal, a line a minute in a log."""

    def __init__(self) -> None:
        self._told = time.monotonic()

    def tell(self, progress: Progress) -> None:
        if sys.stderr.isatty():
            show_progress(word_progress(progress))
        elif time.monotonic() - self._told >= SECONDS_BETWEEN_LINES:
            self._told = time.monotonic()
            print_aside(word_progress(progress))


def _word_error(error: ArchiveError | OSError) -> str:
    if isinstance(error, OSError):
        return f"{error.strerror or error}; check the file, its permissions and the disk"
    return str(error)
