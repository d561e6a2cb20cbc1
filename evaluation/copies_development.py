"""Copies measured on the development data, by the scorer that lies beside it.

Invariant: the scorer sees predictions and gold; what makes the predictions sees no gold.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.language_development import Figure
from evaluation.predictions import predict_file
from evaluation.rows import digest_of, read_text
from evaluation.tasks import TASKS

SET = "syndication-dev"
GOLD = "stories/syndication-dev.json.gz"


def measure_copies(tasks: tuple[str, ...], shared: Path, folder: Path) -> Iterator[Figure]:
    """The figures of copies, where they are among ``tasks``; the predictions go to ``folder``."""
    gold = shared / "data" / GOLD
    if "copies" not in tasks:
        return
    if not gold.is_file():
        print(f"copies {SET}: skipped, there is no {gold}", file=sys.stderr, flush=True)
        return
    print(f"copies {SET}: reading", file=sys.stderr, flush=True)
    target = folder / f"copies-{SET}.json"
    predict_file(TASKS["copies"], gold, target)
    digest = digest_of(gold)
    answer = _score(gold, target, shared)
    for metric, (value, cases) in flatten(answer, json.loads(read_text(gold))).items():
        yield Figure("copies", SET, metric, value, cases, digest)


def flatten(answer: dict[str, Any], gold: dict[str, Any]) -> dict[str, tuple[float, int]]:
    """Metric to value (shares of 1) and number of cases."""
    of_edit = Counter(edit for _, _, edit in gold["pairs"])
    figures = {name: (float(answer[name]), len(gold["pairs"])) for name in ("P", "R", "F1")}
    for edit, value in answer["recall_by_edit"].items():
        figures[f"recall {edit}"] = (float(value), of_edit[edit])
    wrong, cases = map(int, answer["quote_only_called_copies"].split(" of "))
    figures["quotation_called_copy"] = (wrong / cases if cases else 0.0, cases)
    return figures


def _score(gold: Path, predicted: Path, shared: Path) -> dict[str, Any]:
    scorer = shared / "evaluation" / "score_stories.py"
    command = [sys.executable, str(scorer), "copies", str(gold), str(predicted)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{scorer} failed: {done.stderr.strip()[-500:]}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
