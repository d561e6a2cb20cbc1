"""How long a record of 100,000 statements takes to answer, idle and while a writer fills it.

The pages are readings of the sample pages under other names and in other words (``bench.traces``),
their stories, claims and events likewise (``bench.judged``); vectors are drawn at random, since
only their number counts. The writer keeps batches of further pages one after the other, without
the second that reading each page takes, in a process of its own. ``python -m bench.record`` prints
for each call of the store and each screen of ``onrecord serve`` median and 95th percentile: on the
clock, and of the answering process's own work, which other programs of the machine do not lengthen.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import numpy as np

from bench.judged import join_judged, judge_sample, rename_judged
from bench.results import write_rows
from bench.screens import ask_screen, list_screens, open_site
from bench.traces import PAGES, make_pages
from onrecord.reading.walk import read_all
from onrecord.record import Reading, from_json, to_json
from onrecord.store import Filters, Record, open_record

STATEMENTS = 100_000
BATCH = 32
TIMES = 40
WIDTH = 384
ENCODER = "drawn at random"
LIMITS = (100.0, 300.0)
"""Milliseconds that the median and the 95th percentile may take: what an analyst does not notice,
and what does not break her off."""

Taken = list[tuple[float, float]]
"""Seconds of each answer, and seconds of this process's own work for it."""


@dataclass(frozen=True, slots=True)
class Question:
    """One kind of question, put in turn with each of its words."""

    name: str
    ask: Callable[[str], object]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """Milliseconds on the clock that a question took: median and 95th percentile."""

    name: str
    idle: float
    idle_p95: float
    beside_a_writer: float
    beside_a_writer_p95: float


def main() -> None:
    """Fill a record, ask it idle, ask it beside a writer, and print; or be the writer."""
    if sys.argv[1:2] == ["write"]:
        write(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    statements = int(sys.argv[1]) if len(sys.argv) > 1 else STATEMENTS
    sample = tuple(one for _, one in read_all(str(PAGES)) if isinstance(one, Reading))
    for line in measure_new_record(sample, statements, write_down=statements >= STATEMENTS):
        print(line, flush=True)


def measure_new_record(
    sample: tuple[Reading, ...], statements: int, *, write_down: bool = False
) -> Iterator[str]:
    """Lines about a record made of ``sample`` again and again, until it has ``statements``."""
    with tempfile.TemporaryDirectory() as folder:
        path, more = Path(folder) / "bench.db", Path(folder) / "more.jsonl"
        yield fill(path, more, sample, statements)
        yield from measure_record(path, more, write_down=write_down)


def measure_record(path: Path, more: Path, *, write_down: bool = False) -> Iterator[str]:
    """Lines: each question idle and beside a writer, and which of them are too slow."""
    with open_record(path) as record, open_site(record) as client:
        questions = [*make_questions(record)]
        for name, addresses in list_screens(record).items():
            questions.append(Question(f"screen: {name}", partial(ask_screen, client), addresses))
        yield f"idle, load of the machine {os.getloadavg()[0]:.1f}"
        idle = {one.name: measure(one) for one in questions}
        command = [sys.executable, "-m", "bench.record", "write", str(path), str(more)]
        writer = subprocess.Popen(command)
        try:
            time.sleep(3)
            busy = {one.name: measure(one) for one in questions}
            yield f"beside a writer, load of the machine {os.getloadavg()[0]:.1f}"
            if writer.poll() is not None:
                yield f"the writer ended early with {writer.returncode}: nothing wrote meanwhile"
        finally:
            writer.kill()
            writer.wait()
    if write_down:
        write_rows(
            "record", [Answered(name, *_clock(idle[name]), *_clock(busy[name])) for name in idle]
        )
    for name in idle:
        yield f"{name:30} idle {describe(idle[name])}; beside a writer {describe(busy[name])}"
    for when, answers in (("idle", idle), ("beside a writer", busy)):
        slow = [name for name, taken in answers.items() if is_slow(taken)]
        yield f"{when}: {len(answers) - len(slow)} of {len(answers)} in time; not {slow or 'none'}"


def fill(path: Path, more: Path, sample: tuple[Reading, ...], statements: int) -> str:
    """Fills the record; sets as many pages again as the writer may need aside. What it took."""
    average = sum(len(one.statements) for one in sample) / len(sample)
    # Whole turns: each has all pages of its stories.
    turns = int(statements / average / len(sample)) + 1
    number = turns * len(sample)
    pages = make_pages(sample, number + number // 8)
    kept: list[Reading] = []
    seconds = 0.0
    with open_record(path, write=True) as record:
        chance = np.random.default_rng(6)
        for batch in batches(islice(pages, number)):
            began = time.perf_counter()
            record.put(batch)
            seconds += time.perf_counter() - began
            kept += [Reading(one.article, one.stamp) for one in batch]
            for one in record.unembedded(ENCODER, limit=BATCH):
                drawn = chance.normal(size=(len(one.spans), WIDTH)).astype(np.float32)
                drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
                record.put_vectors([(one, drawn)], ENCODER)
        judge(record, kept, sample, turns)
        said = sum(one.statements for one in record.audit("outlet"))
    with more.open("w", encoding="utf-8") as aside:
        aside.writelines(to_json(page) + "\n" for page in pages)
    return (
        f"{number:,} pages, {said:,} statements, {path.stat().st_size / 1e6:,.0f} MB; kept in "
        f"{1000 * seconds / number:.1f} ms a page"
    )


def judge(record: Record, kept: list[Reading], sample: tuple[Reading, ...], turns: int) -> None:
    """Puts the pages into stories with claims and events."""
    first = judge_sample(sample)
    corpus, told = join_judged(kept, (rename_judged(first, turn) for turn in range(turns)))
    record.put_corpus(corpus)
    for one in told:
        record.put_story(one.story.id, one.traces, one.timeline)


def write(path: Path, more: Path) -> None:
    """Keeps the pages of ``more`` in batches, again and again under other stamps."""
    lines = more.read_text(encoding="utf-8").splitlines()
    with open_record(path, write=True) as record:
        for turn in cycle(range(1_000)):
            for batch in batches(map(from_json, lines)):
                record.put(_restamp(one, turn) for one in batch)


def batches(pages: Iterable[Reading]) -> Iterator[list[Reading]]:
    """Lists of BATCH pages."""
    left = iter(pages)
    while batch := list(islice(left, BATCH)):
        yield batch


def make_questions(record: Record) -> Iterator[Question]:
    """What an analyst asks: common words, rare ones, phrases, names, narrowed and not."""
    names = tuple(one.name for one in record.sources(named=True, limit=20))
    articles = record.articles(limit=20)
    titles = tuple(one.title for one in articles)
    rare = tuple(words.split()[-1] for words in titles)
    ids = tuple(one.id for one in articles)
    vector = np.ones(WIDTH, np.float32) / np.float32(np.sqrt(WIDTH))
    record.search_meaning(vector, ENCODER)
    yield Question("a common word", record.search, ("said", "who", "was"))
    yield Question("two common words", record.search, ("said who",))
    yield Question("a rare word", record.search, rare)
    yield Question("a headline", record.search, titles)
    yield Question(
        "narrowed by source",
        lambda words: record.search("said was who", Filters(source=words)),
        names,
    )
    yield Question(
        "narrowed by standing",
        lambda words: record.search(words, Filters(factuality="denied")),
        ("said", "was"),
    )
    yield Question("quoted, unnamed", lambda words: record.search(words, _UNNAMED), ("was", "who"))
    yield Question("by meaning", lambda _: record.search_meaning(vector, ENCODER), ("",))
    yield Question("who", lambda words: record.who(words, sayings=20), names)
    yield Question("who, unnamed", lambda words: record.who(words, sayings=20), ("officials",))
    yield Question("one article", record.reading, ids)
    yield Question("events of somebody", lambda words: record.events(words, limit=50), names)


def measure(question: Question) -> Taken:
    """What TIMES answers took, after a first that fills memory."""
    taken = []
    for words in islice(cycle(question.words), TIMES + 1):
        began, worked = time.perf_counter(), time.process_time()
        question.ask(words)
        taken.append((time.perf_counter() - began, time.process_time() - worked))
    return taken[1:]


def is_slow(taken: Taken) -> bool:
    """Whether median or 95th percentile are above LIMITS, on the clock."""
    return any(found > limit for found, limit in zip(_clock(taken), LIMITS, strict=True))


def describe(taken: Taken) -> str:
    """Median and 95th percentile of both."""
    middle, late = _clock(taken)
    own, own_late = _middle_and_late(sorted(1000 * one for _, one in taken))
    return f"{middle:6.1f} ms (p95 {late:6.1f}), own work {own:6.1f} (p95 {own_late:6.1f})"


def _clock(taken: Taken) -> tuple[float, float]:
    middle, late = _middle_and_late(sorted(1000 * one for one, _ in taken))
    return round(middle, 1), round(late, 1)


def _middle_and_late(values: list[float]) -> tuple[float, float]:
    return values[len(values) // 2], values[int(len(values) * 0.95)]


_UNNAMED = Filters(mode="direct", named=False)


def _restamp(reading: Reading, turn: int) -> Reading:
    return replace(reading, stamp=replace(reading.stamp, settings=f"turn {turn}"))


if __name__ == "__main__":
    main()
