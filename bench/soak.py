"""A day of the world's news, read end to end: does memory stay flat, and does any kill matter?

``python -m bench.soak --pages 20000`` makes a day (``bench.day``), reads it with ``onrecord
archive`` and looks at the memory of the supervisor and of its workers all the while. The first
archives of the day are then read again by runs that are killed (SIGKILL, supervisor or worker) at
random moments, and their rows must be those of the undisturbed run. Each page must be accounted
for exactly once. Everything lies in ``--folder``: the same command goes on where it was stopped,
and ``--seconds`` stops it. ``--keep`` writes ``results/soak.csv``.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.day import kind_of, write_archive
from bench.memory import Sample, list_children, read_samples, sample_memory, write_samples
from bench.results import Figure, write_rows

SEED = 11
PER_ARCHIVE = 250
"""Pages of an archive: half a minute to a minute of reading, so that a kill falls anywhere."""
SECONDS_BETWEEN_SAMPLES = 5.0
SECONDS_BETWEEN_KILLS = (5.0, 40.0)
PART = 60
"""Records of a part in runs that are killed; what they write must not hang on it."""
WITH_ARTICLE = ("english", "foreign", "front")
KINDS = ("readings", "errors")
RUN = """
import sys
from pathlib import Path
from onrecord.archives import Limits, process_shards
if __name__ == "__main__":
    *warcs, out, workers, part = sys.argv[1:]
    limits = Limits(int(workers))
    for _, report in process_shards(list(map(Path, warcs)), Path(out), limits, part=int(part)):
        if isinstance(report, Exception):
            raise report
"""


def main() -> None:
    """Make, read, kill, compare and tell."""
    typed = argparse.ArgumentParser(description=__doc__)
    typed.add_argument("--folder", type=Path, default=Path("/tmp/soak"))
    typed.add_argument("--pages", type=int, default=300)
    typed.add_argument("--workers", type=int, default=2)
    typed.add_argument("--seconds", type=float, default=float("inf"), help="of undisturbed reading")
    typed.add_argument("--kills", type=int, default=10)
    typed.add_argument("--killed", type=int, default=2, help="archives that are read under kills")
    typed.add_argument("--keep", action="store_true")
    asked = typed.parse_args()
    day, calm, killed = (asked.folder / name for name in ("day", "calm", "killed"))
    archives = make_day(day, asked.pages)
    read_calmly(day, calm, asked.workers, asked.seconds)
    kills = kill_and_rerun(archives[: asked.killed], killed, asked.workers, asked.kills)
    figures = [
        Figure("pages of the day", asked.pages),
        *count_rows(archives, calm, asked.pages),
        *tell_memory(read_samples(asked.folder / "memory.csv"), len(archives)),
        Figure("kills", kills),
        *compare(archives[: asked.killed], calm, killed),
    ]
    for one in figures:
        print(f"{one.value:>12,.6g}  {one.name}")
    if asked.keep:
        write_rows("soak", figures)
    wrong = {"pages lost or doubled", "archives that differ after kills"}
    sys.exit(int(any(one.value for one in figures if one.name in wrong)))


def make_day(folder: Path, pages: int) -> list[Path]:
    """The archives of the day, those that are missing made anew."""
    folder.mkdir(parents=True, exist_ok=True)
    archives = []
    for first in range(0, pages, PER_ARCHIVE):
        archives.append(folder / f"day-{first // PER_ARCHIVE:04}.warc.gz")
        write_archive(archives[-1], SEED, first, min(PER_ARCHIVE, pages - first))
    return archives


def read_calmly(day: Path, out: Path, workers: int, seconds: float) -> None:
    """Reads the day for at most so long, and adds what memory it took to ``memory.csv``."""
    if len(list(out.glob("*.report.json"))) == len(list(day.glob("*.warc.gz"))):
        return
    command = [sys.executable, "-m", "onrecord", "archive", str(day), "--out", str(out)]
    began = time.monotonic()
    with subprocess.Popen([*command, "--workers", str(workers)]) as run:
        while time.monotonic() - began < seconds:
            try:
                run.wait(SECONDS_BETWEEN_SAMPLES)
                break
            except subprocess.TimeoutExpired:
                done = len(list(out.glob("*.report.json")))
                samples = sample_memory(run.pid, time.monotonic() - began, done)
                write_samples(out.parent / "memory.csv", samples)
        run.kill()


def kill_and_rerun(archives: list[Path], out: Path, workers: int, kills: int) -> int:
    """Reads the archives in runs that are killed so many times; how many kills fell before the end.

    One in two is of a worker, after which the run goes on; else the supervisor dies and a new run
    begins. A folder that is read already is left.
    """
    chance = random.Random(SEED)
    command = [sys.executable, "-c", RUN, *map(str, archives), str(out), str(workers), str(PART)]
    log = out.parent / "kills.txt"
    done = len(log.read_text().splitlines()) if log.exists() else 0
    run = subprocess.Popen(command)
    while done < kills:
        try:
            run.wait(chance.uniform(*SECONDS_BETWEEN_KILLS))
            break
        except subprocess.TimeoutExpired:
            crew = list_children(run.pid)
        victim = chance.choice(crew) if crew and chance.random() < 0.5 else run.pid
        try:
            os.kill(victim, signal.SIGKILL)
        except ProcessLookupError:
            continue
        done += 1
        with log.open("a") as stream:
            print("supervisor" if victim == run.pid else "worker", file=stream)
        if victim == run.pid:
            run.wait()
            run = subprocess.Popen(command)
    if run.wait():
        raise SystemExit(f"the run after the kills ended with status {run.returncode}")
    return done


def count_rows(archives: list[Path], out: Path, pages: int) -> Iterator[Figure]:
    """What was read, and how many of the ``pages`` of the day are not there exactly once."""
    done = [number for number, one in enumerate(archives) if _report(out, one).exists()]
    rows: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for number in done:
        report = json.loads(_report(out, archives[number]).read_text())
        for name in ("records", "broken", "pages", "articles", "unread"):
            counts[name] += report[name]
        counts["English articles"] += dict(report["languages"]).get("en", 0)
        counts.update({f"error rows: {code}": times for code, times in report["errors"]})
        for kind in KINDS:
            rows.update(map(_page_of, read_lines(out, archives[number], kind)))
    wrong = 0
    for number in done:
        for page in range(number * PER_ARCHIVE, min(pages, (number + 1) * PER_ARCHIVE)):
            if kind_of(SEED, page) in WITH_ARTICLE and rows[str(page)] != 1:
                wrong += 1
    yield Figure("archives read", len(done))
    for name, value in sorted(counts.items()):
        yield Figure(name, value)
    yield Figure("pages lost or doubled", wrong)


def tell_memory(samples: list[Sample], archives: int) -> Iterator[Figure]:
    """Memory in the quarters of the run, and its rate from the first archive done to the last."""
    for role in ("supervisor", "worker"):
        ours = [one for one in samples if one.role == role]
        if not ours:
            continue
        yield Figure(f"MB of a {role}, at most", max(one.megabytes for one in ours))
        quarter = -(-len(ours) // 4)
        for number in range(4):
            part = sorted(one.megabytes for one in ours[number * quarter : (number + 1) * quarter])
            if part:
                yield Figure(
                    f"MB of a {role}, median of quarter {number + 1}", part[len(part) // 2]
                )
    seconds = done = 0.0
    for run in sorted({one.run for one in samples}):
        ours = [one for one in samples if one.run == run]
        steps = [one for one in ours if one.done > ours[0].done and one.done < archives]
        if steps:
            last = next(one for one in ours if one.done == steps[-1].done)
            seconds += last.seconds - steps[0].seconds
            done += last.done - steps[0].done
    if done:
        yield Figure("seconds of it", seconds)
        yield Figure("pages a second", done * PER_ARCHIVE / seconds)


def compare(archives: list[Path], first: Path, second: Path) -> Iterator[Figure]:
    """How many archives were read both ways, and how many of them differ."""
    both = [one for one in archives if all(_report(out, one).exists() for out in (first, second))]
    differ = sum(digest_rows(first, one) != digest_rows(second, one) for one in both)
    yield Figure("archives read under kills", len(both))
    yield Figure("archives that differ after kills", differ)


def digest_rows(out: Path, archive: Path) -> str:
    """A digest of the sorted rows of an archive and of its report."""
    digest = hashlib.sha256(_report(out, archive).read_bytes())
    for kind in KINDS:
        for line in sorted(read_lines(out, archive, kind)):
            digest.update(line)
    return digest.hexdigest()


def read_lines(out: Path, archive: Path, kind: str) -> list[bytes]:
    """The rows of one kind that were written for an archive."""
    name = archive.name.removesuffix(".warc.gz")
    return gzip.decompress((out / f"{name}.{kind}.jsonl.gz").read_bytes()).splitlines(keepends=True)


def _report(out: Path, archive: Path) -> Path:
    return out / (archive.name.removesuffix(".warc.gz") + ".report.json")


def _page_of(line: bytes) -> str:
    """The number of the page, which is the end of its address."""
    row = json.loads(line)
    where = row["article"]["url"] if "article" in row else row["where"]
    return str(where).rpartition("/")[2]


if __name__ == "__main__":
    main()
