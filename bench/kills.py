"""A writer is killed at any moment, again and again: is what it acknowledged still there?

A process keeps readings in a record, a few at a time, and says of each batch that it is kept only
after ``put`` returned. It is killed (SIGKILL) after a random part of a second; the next round goes
on in the same file. After each round its pages, and at the end all, must come out whole, every
table must agree with the others, and SQLite must find no fault. ``python -m bench.kills`` runs
fifty rounds, prints what was lost and torn and writes it to ``bench/results/kills.csv``.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from bench.results import Figure, write_rows
from onrecord.record import Article, Block, Reading, SourceChain, SourceLink, Span, Stamp, Statement
from onrecord.store import Record, open_record

ROUNDS = 50
BATCH = 3
LONGEST = 0.6
"""Seconds that a writer lives at most after it began to write: some dozens of batches."""
SEED = 6
STAMP = Stamp("0.1.0", "made for this", "en")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Pages acknowledged over all rounds, those of them that are gone, and faults found."""

    rounds: int
    acknowledged: int
    lost: int
    faults: tuple[str, ...]


def main() -> None:
    """Fifty rounds, or as many as are named; with a file and a start, be the writer."""
    if sys.argv[1:2] == ["write"]:
        write(Path(sys.argv[2]), int(sys.argv[3]))
        return
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        outcome = kill_in_rounds(Path(folder) / "killed.db", rounds)
    print(
        f"{outcome.rounds} rounds, {outcome.acknowledged:,} pages acknowledged, {outcome.lost} "
        f"lost, {len(outcome.faults)} faults"
    )
    for fault in outcome.faults:
        print(f"  {fault}")
    if rounds == ROUNDS:
        write_rows(
            "kills",
            [
                Figure("rounds", outcome.rounds),
                Figure("pages acknowledged", outcome.acknowledged),
                Figure("pages lost", outcome.lost),
                Figure("faults", len(outcome.faults)),
            ],
        )
    sys.exit(1 if outcome.lost or outcome.faults else 0)


def kill_in_rounds(path: Path, rounds: int, *, seed: int = SEED) -> Outcome:
    """Kills a writer of ``path`` in each of ``rounds`` and looks at what it left."""
    chance = random.Random(seed)
    acknowledged: list[int] = []
    lost: set[int] = set()
    faults: list[str] = []
    for turn in range(1, rounds + 1):
        fresh = _write_and_kill(path, len(acknowledged), chance.random() * LONGEST)
        acknowledged += fresh
        with open_record(path) as record:
            faults += record.check()
            lost |= find_lost(record, fresh if turn < rounds else acknowledged)
    return Outcome(rounds, len(acknowledged), len(lost), tuple(faults))


def find_lost(record: Record, numbers: list[int]) -> set[int]:
    """Those of the pages that do not come out as they went in."""
    pages = ((number, make_page(number)) for number in numbers)
    return {number for number, page in pages if record.reading(page.article.id) != page}


def write(path: Path, start: int) -> None:
    """Keeps pages from ``start`` on until it is killed; prints the numbers of each batch kept."""
    with open_record(path, write=True) as record:
        print("ready", flush=True)
        for first in count(start, BATCH):
            numbers = range(first, first + BATCH)
            record.put(map(make_page, numbers))
            print(*numbers, flush=True)


def make_page(number: int) -> Reading:
    """A page with paragraphs of its own and two statements in each."""
    chance = random.Random(number)
    sentences = [
        " ".join("".join(chance.choices("abcdefgh", k=6)) for _ in range(12)) + "."
        for _ in range(20)
    ]
    text = "\n\n".join(sentences)
    starts = [text.index(one) for one in sentences]
    spans = [Span(at, at + len(one)) for at, one in zip(starts, sentences, strict=True)]
    article = Article(
        id=f"a{number:08d}",
        url=f"https://paper{number % 7}.example/{number}",
        outlet=f"Paper {number % 7}",
        title=sentences[0][:40],
        authors=(),
        language="en",
        text=text,
        blocks=tuple(Block("paragraph", span) for span in spans),
    )
    chain = SourceChain(
        (SourceLink(article.outlet, "outlet"), SourceLink(f"Speaker {number % 50}", "person"))
    )
    statements = tuple(
        Statement(f"s{number:08d}{place}", "direct", (span,), None, None, chain, "states")
        for place, span in enumerate(spans)
    )
    return Reading(article, STAMP, statements=statements)


def _write_and_kill(path: Path, start: int, seconds: float) -> list[int]:
    command = [sys.executable, "-m", "bench.kills", "write", str(path), str(start)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(seconds)
        writer.kill()
        lines = writer.stdout.read().splitlines(keepends=True)
    # A line that the kill cut off was not said.
    return [int(one) for line in lines if line.endswith("\n") for one in line.split()]


if __name__ == "__main__":
    main()
