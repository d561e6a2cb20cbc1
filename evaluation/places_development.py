"""Places measured on the development data, one half of the articles held back.

Invariant: which half an article is of hangs on its id alone, and rules are tuned on the tuned half.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evaluation.language_development import Figure
from evaluation.predictions import predict_file
from evaluation.rows import Row, digest_of, read_gold, write_rows
from evaluation.tasks import TASKS
from evaluation.times_development import HALVES, find_half

LOCAL_NEWS = "lgl-dev"
LOCAL_NEWS_FILE = "places/lgl-dev.jsonl.gz"


def measure_places(shared: Path, folder: Path, *, workers: int = 1) -> Iterator[Figure]:
    """The figures of both halves, none where the file is not there; files go to ``folder``.

    ``found``, ``acc@161`` and ``acc@161_found`` are the scorer's; ``marked`` is the share of the
    predicted places that have part in a toponym of the gold, one without coordinates included.
    """
    gold = shared / "data" / LOCAL_NEWS_FILE
    if not gold.is_file():
        print(f"places {LOCAL_NEWS}: skipped, there is no {gold}", file=sys.stderr, flush=True)
        return
    target = folder / "places.jsonl"
    predict_file(TASKS["places"], gold, target, workers=workers)
    predicted = {row["id"]: row for row in read_gold(target)}
    digest = digest_of(gold)
    for half in HALVES:
        rows = [row for row in read_gold(gold) if find_half(row) == half]
        name = f"{LOCAL_NEWS}, {half}"
        figures = score_rows(rows, predicted, shared, folder)
        for metric, (value, cases) in figures.items():
            yield Figure("places", name, metric, value, cases, digest)


def score_rows(
    rows: Sequence[Row], predicted: Mapping[str, Row], shared: Path, folder: Path
) -> dict[str, tuple[float, int]]:
    """Metric to value and number of cases."""
    gold, answers = folder / "scored-gold.jsonl", folder / "scored-predictions.jsonl"
    write_rows(gold, rows)
    write_rows(answers, (predicted[row["id"]] for row in rows))
    command = [sys.executable, shared / "evaluation" / "score_places.py", gold, answers]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[1]} failed: {done.stderr.strip()[-500:]}")
    answer = json.loads(done.stdout)
    cases = int(answer.pop("toponyms"))
    figures = {metric: (float(value), cases) for metric, value in answer.items()}
    return figures | {"marked": _share_marked(rows, predicted)}


def _share_marked(rows: Sequence[Row], predicted: Mapping[str, Row]) -> tuple[float, int]:
    marked = total = 0
    for row in rows:
        places = predicted[row["id"]]["places"]
        total += len(places)
        marked += sum(
            any(
                one["start"] < gold["end"] and gold["start"] < one["end"]
                for gold in row["toponyms"]
            )
            for one in places
        )
    return (marked / total if total else 0.0), total
