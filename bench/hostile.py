"""Hostile pages and records, read as an archive is: how does each end, and what does it cost?

``python -m bench.hostile`` writes all of them into an archive, a good page behind each, reads it
with ``process_shards`` and tells of each how it ended, its CPU seconds and its memory. Each must
end in a reading or in one error row, and every good page must be read: else the exit status is 1.
``--size 0.01`` makes them smaller; names read only these; ``--keep`` writes ``results/``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import sys
import tempfile
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.results import write_rows
from onrecord.archives import Limits, process_shards
from onrecord.archives.worker import Desk, open_desk
from onrecord.record import Issue, Page, Reading
from tests.archives.hostile_pages import (
    SENTENCE,
    WITHOUT_PAGE,
    address,
    article,
    make_lies,
    make_pages,
)
from tests.pages.conftest import warc_record

COSTS = "ONRECORD_BENCH_COSTS"
"""The variable that names the file to which workers write what a page has cost."""
GOOD = "http://good.example/"


@dataclass(frozen=True, slots=True)
class Ending:
    """How one record ended: in readings and error rows, of which there should be one in all.

    ``seconds`` of CPU and ``megabytes`` at most, in the worker; 0 where the record reached none or
    ended it.
    """

    archive: str
    name: str
    readings: int
    codes: str
    seconds: float
    megabytes: int

    @property
    def right(self) -> bool:
        """Whether it is accounted for once; what holds no page may be passed over."""
        endings = self.readings + len(self.codes.split())
        return endings == 1 or (endings == 0 and self.name in WITHOUT_PAGE)


def main() -> None:
    """Measure, print and, where asked, keep."""
    typed = argparse.ArgumentParser(description=__doc__)
    typed.add_argument("--size", type=float, default=1.0)
    typed.add_argument("--workers", type=int, default=1)
    typed.add_argument("--keep", action="store_true")
    typed.add_argument("names", nargs="*")
    asked = typed.parse_args()
    records = [*make_pages(asked.size), *make_lies(asked.size)]
    if asked.names:
        records = [one for one in records if one[0] in asked.names]
    lies = {name for name, _ in make_lies(0)}
    endings: list[Ending] = []
    lost = goods = 0
    for kind, chosen in (
        ("warc.gz", records),
        ("warc", [one for one in records if one[0] in lies]),
    ):
        if not chosen:
            continue
        found, read = read_hostile(chosen, kind, Limits(asked.workers))
        endings += found
        goods += len(chosen) + 1
        lost += len(chosen) + 1 - read
    for one in sorted(endings, key=lambda one: (one.right, one.seconds)):
        print(word_ending(one))
    wrong = sum(not one.right for one in endings)
    print(
        f"{len(endings)} hostile records, {wrong} not accounted for once; "
        f"{goods} good pages, {lost} lost"
    )
    if asked.keep:
        write_rows("hostile", endings)
    sys.exit(1 if wrong or lost else 0)


def read_hostile(
    records: list[tuple[str, bytes]], kind: str, limits: Limits
) -> tuple[list[Ending], int]:
    """How each record ended in an archive of this kind, and how many good pages were read."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        costs = folder / "costs"
        os.environ[COSTS] = str(costs)
        archive = folder / f"hostile.{kind}"
        starts = write_archive(archive, [record for _, record in records])
        ((_, report),) = process_shards([archive], folder, limits, desk=open_measuring_desk)
        if isinstance(report, Exception):
            raise report
        # An archive is named without its endings.
        rows = read_rows(folder / "hostile.errors.jsonl.gz")
        readings = Counter(
            one["article"]["url"] for one in read_rows(folder / "hostile.readings.jsonl.gz")
        )
        spent = dict(map(read_cost, costs.read_text().splitlines())) if costs.exists() else {}
    codes: dict[int, list[str]] = {}
    for row in rows:
        codes.setdefault(find_record(starts, row["position"]), []).append(row["code"])
    endings = [
        Ending(
            kind,
            name,
            readings[address(name)],
            " ".join(codes.get(2 * number + 1, ())),
            *spent.get(address(name), (0.0, 0)),
        )
        for number, (name, _) in enumerate(records)
    ]
    return endings, sum(url.startswith(GOOD) for url in readings)


def write_archive(path: Path, hostile: Iterable[bytes]) -> list[int]:
    """A good page before and behind each hostile one; the byte at which each record begins."""
    pack: Callable[[bytes], bytes] = gzip.compress if path.suffix == ".gz" else bytes
    starts = []
    with path.open("wb") as stream:
        for number, record in enumerate(hostile):
            for one in (make_good(number), record):
                starts.append(stream.tell())
                stream.write(pack(one))
        starts.append(stream.tell())
        stream.write(pack(make_good(len(starts) // 2)))
    return starts


def find_record(starts: list[int], position: int) -> int:
    """Which record a row is about; damage is told from the end of the whole record before it."""
    number = bisect_right(starts, position) - 1
    return number if position == starts[number] else number + 1


def make_good(number: int) -> bytes:
    """A record with a page that anybody can read."""
    page = article(SENTENCE * 3, f"Ship {number} was the first to sail, he said.")
    return warc_record(f"{GOOD}{number}", page.encode())


def read_rows(path: Path) -> list[dict[str, object]]:
    """The rows of a file of readings or errors."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def open_measuring_desk() -> Desk:
    """The usual desk, which also writes what each page has cost."""
    usual = open_desk()

    def read(page: Page) -> Reading | Issue:
        forget_peak()
        began = time.process_time()
        try:
            return usual.read(page)
        finally:
            with Path(os.environ[COSTS]).open("a") as stream:
                print(
                    f"{time.process_time() - began:.3f}\t{measure_peak()}\t{page.url}", file=stream
                )

    return Desk(read, usual.stamp)


def forget_peak() -> None:
    """From here on the kernel counts the process's peak of memory anew (Linux, proc(5))."""
    Path("/proc/self/clear_refs").write_text("5")


def measure_peak() -> int:
    """MB that the process held at most since ``forget_peak``."""
    found = re.search(r"VmHWM:\s+([0-9]+)", Path("/proc/self/status").read_text())
    return int(found[1]) // 1024 if found else 0


def read_cost(line: str) -> tuple[str, tuple[float, int]]:
    """What ``open_measuring_desk`` wrote: the address, seconds and megabytes."""
    seconds, megabytes, url = line.split("\t")
    return url, (float(seconds), int(megabytes))


def word_ending(one: Ending) -> str:
    """One line."""
    ending = one.codes or ("a reading" if one.readings else "nothing")
    mark = "" if one.right else "  NOT ONCE"
    return (
        f"{one.seconds:7.2f} s {one.megabytes:6} MB  {one.archive:8} {one.name:22} {ending}{mark}"
    )


if __name__ == "__main__":
    main()
