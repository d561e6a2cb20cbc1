"""Stories measured on the development data, by the scorer that lies beside it.

Invariant: the scorer sees predictions and gold; what makes the predictions sees no gold.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from evaluation.language_development import Figure
from evaluation.predictions import predict_file
from evaluation.rows import digest_of, read_gold
from evaluation.tasks import TASKS

SET = "ecb-documents"
GOLD = "stories/ecb-documents-train-dev.jsonl.gz"
MEASURES = {"B3 P/R/F": "BCubed", "pair P/R/F": "pairs"}


def measure_stories(tasks: tuple[str, ...], shared: Path, folder: Path) -> Iterator[Figure]:
    """The figures of stories, where they are among ``tasks``; the predictions go to ``folder``."""
    gold = shared / "data" / GOLD
    if "stories" not in tasks:
        return
    if not gold.is_file():
        print(f"stories {SET}: skipped, there is no {gold}", file=sys.stderr, flush=True)
        return
    print(f"stories {SET}: reading", file=sys.stderr, flush=True)
    target = folder / f"stories-{SET}.jsonl"
    predict_file(TASKS["stories"], gold, target)
    cases = sum(1 for _ in read_gold(gold))
    for metric, value in flatten(_score(gold, target, shared)).items():
        yield Figure("stories", SET, metric, value, cases, digest_of(gold))


def flatten(line: str) -> dict[str, float]:
    """Metric to value (shares of 1), from the one line that the scorer prints."""
    figures: dict[str, float] = {}
    for part in line.strip().split(" | "):
        name, _, values = part.rpartition(" ")
        if name in MEASURES:
            for key, value in zip(("P", "R", "F1"), values.split("/"), strict=True):
                figures[f"{MEASURES[name]}.{key}"] = float(value)
        elif name == "ARI":
            figures[name] = float(values)
    return figures


def _score(gold: Path, predicted: Path, shared: Path) -> str:
    scorer = shared / "evaluation" / "score_stories.py"
    command = [sys.executable, str(scorer), "stories", str(gold), str(predicted)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{scorer} failed: {done.stderr.strip()[-500:]}")
    return done.stdout
