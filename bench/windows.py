"""What it costs to load a record and to judge it in windows, by pages of a window.

The pages are readings of the sample pages under other names and in other words (``bench.traces``),
``A_DAY`` of them a day. ``python -m bench.windows [PAGES]`` prints readings loaded a second, and
for each size of window seconds, peak memory of a process of its own, and how many stories, pairs
of copies and takings of one window over all pages are found.
"""

from __future__ import annotations

import gzip
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from bench.traces import PAGES, make_pages
from onrecord.archives import Report
from onrecord.archives.lines import PageFacts, join_line
from onrecord.archives.loading import ShardFound, find_shards, load_shard
from onrecord.cli.judging import judge_record
from onrecord.reading.walk import read_all
from onrecord.record import Judgements, Reading, pack_record, to_json
from onrecord.store import open_record

SIZE = 3_000
A_DAY = 190
PARTS = (6, 3, 1)
"""The windows are a sixth and a third of all pages, and all of them."""


def main() -> None:
    """Load a record, judge copies of it, and print; or judge one."""
    if sys.argv[1:2] == ["judge"]:
        judge(Path(sys.argv[2]), int(sys.argv[3]))
        return
    size = int(sys.argv[1]) if len(sys.argv) > 1 else SIZE
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(write_shard(folder / "out", size), flush=True)
        print(load(folder / "out", folder / "whole.db"), flush=True)
        found: list[Judgements] = []
        for part in reversed(PARTS):
            path = folder / f"{part}.db"
            path.write_bytes((folder / "whole.db").read_bytes())
            most = -(-size // part)
            subprocess.run(
                [sys.executable, "-m", "bench.windows", "judge", str(path), str(most)], check=True
            )
            with open_record(path) as record:
                found.append(Judgements.of(record.corpus()))
            print(f"  found again of all pages at once: {compare(found[0], found[-1])}", flush=True)


def write_shard(out: Path, size: int) -> str:
    """A shard of ``size`` readings in ``out``; bytes a page of it."""
    out.mkdir()
    sample = [one for _, one in read_all(str(PAGES)) if isinstance(one, Reading)]
    whole = 0
    with gzip.open(out / "day.readings.jsonl.gz", "wb", compresslevel=6) as lines:
        for number, one in enumerate(move_days(make_pages(sample, size))):
            line = to_json(one).encode()
            whole += len(line)
            lines.write(join_line(PageFacts(digest=f"{number}"), line))
    (out / "day.errors.jsonl.gz").write_bytes(gzip.compress(b""))
    (out / "day.report.json").write_text(pack_record(Report(articles=size, stamp="bench")))
    packed = (out / "day.readings.jsonl.gz").stat().st_size
    return f"{size:,} readings: {whole / size:,.0f} bytes a page, {packed / size:,.0f} packed"


def move_days(readings: Iterator[Reading]) -> Iterator[Reading]:
    """The same readings, those of each ``A_DAY`` a day later."""
    for number, one in enumerate(readings):
        days = timedelta(days=number // A_DAY)
        moved = tuple(
            replace(
                each,
                earliest=each.earliest + days,
                latest=each.latest + days,
                best=each.best + days,
            )
            for each in one.article.dates
        )
        yield replace(one, article=replace(one.article, dates=moved))


def load(out: Path, path: Path) -> str:
    """Loads the shard; how fast, and how large the record is."""
    began, work = time.perf_counter(), time.process_time()
    with open_record(path, write=True) as record:
        shards = [one for one in find_shards(out) if isinstance(one, ShardFound)]
        for one in shards:
            load_shard(one, record, tell=lambda _: None)
    articles = sum(one.report.articles for one in shards)
    seconds, work = time.perf_counter() - began, time.process_time() - work
    return (
        f"loaded {articles / seconds:,.0f} readings a second ({articles / work:,.0f} a second of "
        f"work); {path.stat().st_size / articles:,.0f} bytes a page in the record"
    )


def judge(path: Path, most: int) -> None:
    """Judges the record in windows of ``most`` pages, and prints."""
    began, work = time.perf_counter(), time.process_time()
    with open_record(path, write=True) as record:
        pages = len(record.articles())
        judge_record(record, most=most)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{pages:,} pages, {most:,} at once: {time.perf_counter() - began:.0f} s, "
        f"{1000 * (time.process_time() - work) / pages:.1f} ms of work a page, at most "
        f"{memory:,.0f} MB",
        flush=True,
    )


def compare(whole: Judgements, windows: Judgements) -> str:
    """How much of what one window over all pages found the smaller windows found too."""
    words = []
    for name, find in FOUND.items():
        first, second = find(whole), find(windows)
        words.append(f"{len(first & second):,} of {len(first):,} {name}")
    return ", ".join(words)


FOUND: dict[str, Callable[[Judgements], set[frozenset[str]]]] = {
    "stories": lambda corpus: {frozenset(one.articles) for one in corpus.stories},
    "pairs of copies": lambda corpus: {
        frozenset((one.first, one.second)) for group in corpus.copies for one in group.pairs
    },
    "takings": lambda corpus: {frozenset((one.article, one.parent)) for one in corpus.derivations},
}


if __name__ == "__main__":
    main()
