"""How long a record of 100,000 statements takes to answer, idle and while a writer fills it.

The pages are readings of the sample pages under other names and in other words (``bench.traces``);
vectors are drawn at random, since only their number counts. The writer keeps batches of further
pages one after the other, without the second that reading each page takes, in a process of its
own. ``python -m bench.record`` prints median and 95th percentile of each question: on the clock,
and of the answering process's own work, which other programs of the machine do not lengthen.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path

import numpy as np

from bench.traces import PAGES, make_pages
from onrecord.reading.walk import read_all
from onrecord.record import Reading, from_json, to_json
from onrecord.store import Filters, Record, open_record

STATEMENTS = 100_000
BATCH = 32
TIMES = 60
WIDTH = 384
ENCODER = "drawn at random"


@dataclass(frozen=True, slots=True)
class Question:
    """One kind of question, put in turn with each of its words."""

    name: str
    ask: Callable[[Record, str], object]
    words: tuple[str, ...]


def main() -> None:
    """Fill a record, ask it idle, ask it beside a writer, and print; or be the writer."""
    if sys.argv[1:2] == ["write"]:
        write(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    statements = int(sys.argv[1]) if len(sys.argv) > 1 else STATEMENTS
    sample = [one for _, one in read_all(str(PAGES)) if isinstance(one, Reading)]
    with tempfile.TemporaryDirectory() as folder:
        path, more = Path(folder) / "bench.db", Path(folder) / "more.jsonl"
        print(fill(path, more, sample, statements), flush=True)
        with open_record(path) as record:
            questions = make_questions(record, sample)
            idle = {one.name: measure(record, one) for one in questions}
            writer = subprocess.Popen(
                [sys.executable, "-m", "bench.record", "write", str(path), str(more)]
            )
            try:
                time.sleep(3)
                busy = {one.name: measure(record, one) for one in questions}
            finally:
                writer.kill()
                writer.wait()
    for name in idle:
        print(f"{name:24} idle {describe(idle[name])}; beside a writer {describe(busy[name])}")


def fill(path: Path, more: Path, sample: list[Reading], statements: int) -> str:
    """Fills the record; sets as many pages again as the writer may need aside. What it took."""
    average = sum(len(one.statements) for one in sample) / len(sample)
    number = int(statements / average) + 1
    chance = np.random.default_rng(6)
    seconds = 0.0
    with open_record(path, write=True) as record, more.open("w", encoding="utf-8") as aside:
        pages = make_pages(sample, number + number // 8)
        for batch in batches(islice(pages, number)):
            began = time.perf_counter()
            record.put(batch)
            seconds += time.perf_counter() - began
            for one in record.unembedded(ENCODER, limit=BATCH):
                drawn = chance.normal(size=(len(one.spans), WIDTH)).astype(np.float32)
                drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
                record.put_vectors([(one, drawn)], ENCODER)
        for page in pages:
            aside.write(to_json(page) + "\n")
    megabytes = path.stat().st_size / 1e6
    return (
        f"{number:,} pages, {statements:,} statements, {megabytes:,.0f} MB; kept in "
        f"{1000 * seconds / number:.1f} ms a page"
    )


def write(path: Path, more: Path) -> None:
    """Keeps the pages of ``more`` in batches, again and again under other stamps."""
    lines = more.read_text(encoding="utf-8").splitlines()
    with open_record(path, write=True) as record:
        for turn in cycle(range(1_000)):
            for batch in batches(map(from_json, lines)):
                record.put(_restamp(one, turn) for one in batch)


def batches(pages: Iterator[Reading]) -> Iterator[list[Reading]]:
    """Lists of BATCH pages."""
    while batch := list(islice(pages, BATCH)):
        yield batch


def make_questions(record: Record, sample: list[Reading]) -> tuple[Question, ...]:
    """What an analyst asks: common words, rare ones, phrases, names, narrowed and not."""
    names = tuple(one.name for one in record.sources(named=True, limit=20))
    vector = np.ones(WIDTH, np.float32) / np.sqrt(WIDTH)
    titles = tuple(one.article.title for one in sample)
    rare = tuple(words.split()[-1] for words in titles)
    record.search_meaning(vector, ENCODER)
    return (
        Question("a common word", lambda one, words: one.search(words), ("said", "who", "was")),
        Question("two common words", lambda one, words: one.search(words), ("said who",)),
        Question("a rare word", lambda one, words: one.search(words), rare),
        Question("a headline", lambda one, words: one.search(words), titles),
        Question(
            "narrowed by source",
            lambda one, words: one.search("said was who", Filters(source=words)),
            names,
        ),
        Question(
            "narrowed by standing",
            lambda one, words: one.search(words, Filters(factuality="denied")),
            ("said", "was"),
        ),
        Question("quoted, unnamed", lambda one, words: one.search(words, _UNNAMED), ("was", "who")),
        Question("by meaning", lambda one, _: one.search_meaning(vector, ENCODER), ("",)),
        Question("who", lambda one, words: one.who(words, sayings=20), names),
        Question("who, unnamed", lambda one, words: one.who(words, sayings=20), ("officials",)),
        Question("one article", lambda one, words: one.reading(words), _ids(sample)),
        Question("events of somebody", lambda one, words: one.events(words, limit=50), names),
        Question("audit by outlet", lambda one, _: one.audit("outlet"), ("",)),
    )


def measure(record: Record, question: Question) -> list[tuple[float, float]]:
    """Seconds of each answer, and seconds of this process's own work for it."""
    taken = []
    for words in islice(cycle(question.words), TIMES):
        began, worked = time.perf_counter(), time.process_time()
        question.ask(record, words)
        taken.append((time.perf_counter() - began, time.process_time() - worked))
    return taken


def describe(taken: list[tuple[float, float]]) -> str:
    """Median and 95th percentile of both."""
    waited, worked = (sorted(1000 * one[place] for one in taken) for place in (0, 1))
    middle, late = len(taken) // 2, int(len(taken) * 0.95)
    return (
        f"{waited[middle]:6.1f} ms (p95 {waited[late]:6.1f}), own work {worked[middle]:6.1f} "
        f"(p95 {worked[late]:6.1f})"
    )


_UNNAMED = Filters(mode="direct", named=False)


def _ids(sample: list[Reading]) -> tuple[str, ...]:
    return tuple(one.article.id for one in sample)


def _restamp(reading: Reading, turn: int) -> Reading:
    return replace(reading, stamp=replace(reading.stamp, settings=f"turn {turn}"))


if __name__ == "__main__":
    main()
