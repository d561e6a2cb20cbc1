"""One archive in, three files out: readings, error rows and a report.

Invariant: a shard that is done is left as it is; one that is begun is gone on with.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from onrecord.archives.choosing import name_shard
from onrecord.archives.crew import Crew
from onrecord.archives.failures import ArchiveError, ErrorRow
from onrecord.archives.limits import Limits
from onrecord.archives.lines import PageFacts, facts_of, join_line
from onrecord.archives.messages import Line
from onrecord.archives.progress import Progress
from onrecord.archives.reports import Report, add_reports, refuse_other_stamp
from onrecord.archives.worker import Desk, open_desk
from onrecord.archives.writing import PART_RECORDS, ShardFiles
from onrecord.pages.contents import look_inside
from onrecord.pages.documents import Origin
from onrecord.pages.limits import HEAD_BYTES
from onrecord.pages.warc_counting import count_records
from onrecord.pages.warcs import ArchiveRecord, walk_records
from onrecord.record import Issue, Page
from onrecord.record.codec import pack_record

AHEAD = 256
"""Records that may be read before one that takes long has ended: 30 times what a second worker
reads of usual pages while the first sits at its deadline would cost memory without gain."""
DAMAGE = ("broken", "damage")
"""The kinds of what is no whole record."""
SECONDS_BETWEEN_WORDS = 1.0

Tell = Callable[[Progress], None]


def process_shard(warc: Path, out: Path, limits: Limits = Limits()) -> Report:  # noqa: B008
    """Reads the archive ``warc`` into files in ``out``, unless that is done; what they hold.

    Raises ArchiveError where it is no archive, ModelError where no page can be read, OSError
    where a file cannot be read or written.
    """
    ((_, report),) = process_shards([warc], out, limits)
    if isinstance(report, Exception):
        raise report
    return report


def process_shards(
    warcs: Sequence[Path],
    out: Path,
    limits: Limits,
    *,
    tell: Tell | None = None,
    desk: Callable[[], Desk] = open_desk,
    part: int = PART_RECORDS,
) -> Iterator[tuple[Path, Report | ArchiveError | OSError]]:
    """Yields each archive with its report, or what stopped it; one crew serves them all.

    A shard that was read with another stamp is left as it is, and ArchiveError says so. ``part`` =
    records of a part, the most that a kill can cost. Raises ModelError.
    """
    clock = _Clock(tell, sum(map(_measure, warcs)))
    with ExitStack() as stack:
        crew: Crew | None = None
        for warc in warcs:
            files = ShardFiles(out, name_shard(warc), part)
            try:
                with files.locked():
                    report = files.read_report()
                    if report is None:
                        _check(warc)
                    crew = crew or stack.enter_context(Crew(limits, desk=desk))
                    if report is None:
                        report = _read(_Shard(warc, files, crew, clock, part), crew)
                    else:
                        clock.pass_over(_measure(warc))
                        refuse_other_stamp(report, crew.stamp)
                found: Report | ArchiveError | OSError = report
            except (ArchiveError, OSError) as error:
                found = error
            clock.close(_measure(warc))
            yield warc, found


def _read(shard: _Shard, crew: Crew) -> Report:
    try:
        return shard.read()
    except BaseException:
        crew.drop_pages()
        raise


@dataclass(slots=True)
class _Clock:
    """Counts what one run has read, and tells it now and then."""

    tell: Tell | None
    total: int
    began: float = field(default_factory=time.monotonic)
    told: float = 0.0
    closed: int = 0
    begun: int = 0
    pages: int = 0
    articles: int = 0
    errors: int = 0

    def pass_over(self, size: int) -> None:
        self.begun += size

    def close(self, size: int) -> None:
        self.closed += size

    def show(self, archive: str, position: int) -> None:
        now = time.monotonic()
        if self.tell is None or now - self.told < SECONDS_BETWEEN_WORDS:
            return
        self.told = now
        done = self.closed + position
        self.tell(
            Progress(archive, self.pages, self.articles, self.errors, done, self.total,
                     self.begun, now - self.began)
        )  # fmt: skip


class _Shard:
    """One archive being read: what was answered is put into the order of its records."""

    def __init__(self, warc: Path, files: ShardFiles, crew: Crew, clock: _Clock, part: int) -> None:
        self._warc = warc
        self._files = files
        self._crew = crew
        self._clock = clock
        self._size = part
        self._reports = list(files.resume(crew.stamp))
        self._next = part * len(self._reports)
        self._waiting: dict[int, ArchiveRecord] = {}
        self._facts: dict[int, PageFacts] = {}
        self._answered: dict[int, Line | Issue | None] = {}
        self._readings: list[bytes] = []
        self._errors: list[bytes] = []
        self._counts: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()
        self._languages: Counter[str] = Counter()
        self._codes: Counter[str] = Counter()

    def read(self) -> Report:
        """The whole archive, from where an earlier run got to."""
        resumed = self._next
        met = number = 0
        with self._warc.open("rb") as stream:
            for record in walk_records(stream, Origin(self._warc.name)):
                met += record.kind not in DAMAGE
                if number >= resumed:
                    self._take(number, record)
                elif number == resumed - 1:
                    self._clock.pass_over(record.position)
                number += 1
            while self._crew.busy:
                self._collect()
            # An earlier run that got behind the end has written all parts, the last one not full.
            if number >= resumed:
                self._close(max(0, count_records(stream) - met - self._broken()))
        return self._files.finish(tuple(self._reports))

    def _close(self, unread: int) -> None:
        if unread:
            words = f"{unread} records of the file were not met in reading it: fetch it again"
            issue = Issue("archives", "unread-records", words, where=self._warc.name)
            self._counts["unread"] = unread
            self._add_error(self._next, self._warc.stat().st_size, issue)
        if self._next % self._size or unread or not self._reports:
            self._close_part()

    def _take(self, number: int, record: ArchiveRecord) -> None:
        page = record.found
        self._waiting[number] = replace(record, found=None)
        if not isinstance(page, Page):
            self._settle(number, page)
            return
        while not self._crew.free or number - self._next >= AHEAD:
            self._collect()
        self._facts[number] = facts_of(page)
        self._crew.give(number, page)

    def _collect(self) -> None:
        for number, answer in self._crew.collect():
            self._settle(number, answer)

    def _settle(self, number: int, answer: Line | Issue | None) -> None:
        self._answered[number] = answer
        while self._next in self._answered:
            self._write(self._waiting.pop(self._next), self._answered.pop(self._next))
            self._next += 1
            if self._next % self._size == 0:
                self._close_part()

    def _write(self, record: ArchiveRecord, answer: Line | Issue | None) -> None:
        self._kinds[record.kind] += 1
        self._counts["skipped"] += record.skipped
        facts = self._facts.pop(self._next, None)
        if isinstance(answer, Line):
            assert facts is not None
            self._readings.append(join_line(facts, answer.json))
            self._languages[answer.language or "unknown"] += 1
            self._clock.articles += 1
        elif isinstance(answer, Issue):
            self._add_error(self._next, record.position, answer)
            self._clock.errors += 1
        if record.kind not in DAMAGE and answer is not None:
            self._counts["pages"] += 1
            self._clock.pages += 1
        self._clock.show(self._warc.name, record.position)

    def _add_error(self, number: int, position: int, issue: Issue) -> None:
        row = ErrorRow(
            self._warc.name, number, position, issue.where, issue.stage, issue.code, issue.message
        )
        self._errors.append(pack_record(row).encode() + b"\n")
        self._codes[issue.code] += 1

    def _broken(self) -> int:
        return add_reports([*self._reports, self._count()]).broken

    def _count(self) -> Report:
        kinds = dict(self._kinds)
        return Report(
            records=sum(times for kind, times in kinds.items() if kind not in DAMAGE),
            broken=kinds.get("broken", 0),
            pages=self._counts["pages"],
            articles=len(self._readings),
            skipped=self._counts["skipped"],
            unread=self._counts["unread"],
            kinds=tuple(sorted(kinds.items())),
            languages=tuple(sorted(self._languages.items())),
            errors=tuple(sorted(self._codes.items())),
            stamp=self._crew.stamp,
        )

    def _close_part(self) -> None:
        report = self._count()
        number = len(self._reports)
        self._files.write_part(number, b"".join(self._readings), b"".join(self._errors), report)
        self._reports.append(report)
        for lines in (self._readings, self._errors):
            lines.clear()
        for counts in (self._counts, self._kinds, self._languages, self._codes):
            counts.clear()


def _check(warc: Path) -> None:
    with warc.open("rb") as stream:
        kind = look_inside(stream.read(HEAD_BYTES), Origin(warc.name))
    if kind != "warc":
        raise ArchiveError(f"this is no web archive (WARC) but {kind}: read it with onrecord read")


def _measure(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
