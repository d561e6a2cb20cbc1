"""Time expressions measured on the development corpora, one half of the news texts held back.

Invariant: which half a text is of depends on its id alone, and rules are tuned on the tuned half.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.predictions import predict_file
from evaluation.rows import Row, digest_of, read_gold, write_rows
from evaluation.tasks import TASKS
from evaluation.time_policies import PolicyScore, score_policies

METRICS = ("strict_F1", "relaxed_F1", "value_F1", "type_F1", "words_per_s")
NEWS = "timebank+aquaint"
NEWS_FILES = ("time/timebank.jsonl.gz", "time/aquaint.jsonl.gz")
HISTORY = "wikiwars-dev"
HISTORY_FILES = ("time/wikiwars-dev.jsonl.gz",)
HALVES = ("reported half", "tuned half")


@dataclass(frozen=True, slots=True)
class TimeFigure:
    """One measured value on one set, whose files have the SHA-256 ``digest``."""

    set: str
    metric: str
    value: float
    cases: int
    digest: str


def measure_development(shared: Path, folder: Path, *, workers: int = 1) -> Iterator[TimeFigure]:
    """The figures of all corpora that are there; the files in between go to ``folder``."""
    gold = tuple(shared / "data" / path for path in NEWS_FILES)
    if all(path.is_file() for path in gold):
        yield from _measure_news(gold, shared, folder, workers)
    gold = tuple(shared / "data" / path for path in HISTORY_FILES)
    if all(path.is_file() for path in gold):
        rows = read_corpora(gold)
        predicted = _predict(rows, folder / HISTORY, workers)
        yield from _figures(HISTORY, rows, predicted, shared, folder, digest_of(*gold))


def missing_corpora(shared: Path) -> tuple[Path, ...]:
    """The files of the corpora that are not there."""
    paths = (shared / "data" / path for path in (*NEWS_FILES, *HISTORY_FILES))
    return tuple(path for path in paths if not path.is_file())


def read_corpora(paths: Sequence[Path]) -> list[Row]:
    """The rows of several gold files, one after the other."""
    return [row for path in paths for row in read_gold(path)]


def find_half(row: Row) -> str:
    """The half that a text is of."""
    digest = hashlib.md5(row["id"].encode(), usedforsecurity=False).hexdigest()
    return HALVES[int(digest, 16) % 2 == 0]


def _measure_news(
    gold: tuple[Path, ...], shared: Path, folder: Path, workers: int
) -> Iterator[TimeFigure]:
    rows = read_corpora(gold)
    predicted = _predict(rows, folder / NEWS, workers)
    digest = digest_of(*gold)
    for half in HALVES:
        part = [row for row in rows if find_half(row) == half]
        name = f"{NEWS}, {half}"
        yield from _figures(name, part, predicted, shared, folder, digest)
        yield from _policy_figures(name, score_policies(part, predicted), digest)
    yield from _policy_figures(NEWS, score_policies(rows, predicted), digest)


def _predict(rows: list[Row], stem: Path, workers: int) -> dict[str, Row]:
    source, target = stem.with_suffix(".in.jsonl"), stem.with_suffix(".out.jsonl")
    write_rows(source, rows)
    predict_file(TASKS["times"], source, target, workers=workers)
    return {row["id"]: row for row in read_gold(target)}


def _figures(
    name: str,
    rows: list[Row],
    predicted: Mapping[str, Row],
    shared: Path,
    folder: Path,
    digest: str,
) -> Iterator[TimeFigure]:
    answer = score_rows(rows, predicted, shared, folder)
    for metric in METRICS:
        cases = answer["words" if metric == "words_per_s" else "gold"]
        yield TimeFigure(name, metric, answer[metric], int(cases), digest)


def score_rows(
    rows: list[Row], predicted: Mapping[str, Row], shared: Path, folder: Path
) -> dict[str, float]:
    """What the scorer prints: shares between 0 and 1, and counts."""
    gold, answers = folder / "scored-gold.jsonl", folder / "scored-predictions.jsonl"
    write_rows(gold, rows)
    write_rows(answers, (predicted[row["id"]] for row in rows))
    command = [shared / "evaluation" / "time" / "score.py", gold, answers]
    done = subprocess.run(
        [sys.executable, *map(str, command)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr.strip()[-500:]}")
    return dict(_parse_lines(done.stdout))


def _parse_lines(printed: str) -> Iterator[tuple[str, float]]:
    """Shares are printed in per cent with a point, counts without one, tables in brackets."""
    for line in printed.splitlines():
        name, _, value = line.partition(" ")
        value = value.strip()
        if value.isdigit():
            yield name, int(value)
        elif value.replace(".", "", 1).isdigit():
            yield name, float(value) / 100


def _policy_figures(
    name: str, scores: tuple[PolicyScore, ...], digest: str
) -> Iterator[TimeFigure]:
    for one in scores:
        yield TimeFigure(name, f"policy {one.policy}", one.share, one.found, digest)
        found = one.found / one.gold if one.gold else 0.0
        yield TimeFigure(name, f"policy {one.policy}, found exactly", found, one.gold, digest)
