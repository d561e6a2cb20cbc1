"""Names, coreference, pronouns and outlets measured on the development data.

Invariant: a scorer sees predictions and gold; what makes the predictions sees no gold.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.casebook_entities import read_entity_cases
from evaluation.casebook_entities_scores import read_cases, score_entities
from evaluation.outlets import LIST, measure_outlets
from evaluation.predictions import predict_file
from evaluation.pronouns import score_gap, score_pronouns
from evaluation.results import ROOT
from evaluation.rows import digest_of, read_gold
from evaluation.tasks import TASKS

LANGUAGE_SETS: tuple[tuple[str, str, str], ...] = (
    ("names", "uner-ewt-dev", "names/uner-ewt-dev.jsonl.gz"),
    ("names", "gum-dev", "names/gum-dev.jsonl.gz"),
    ("names", "politics-dev", "names/politics-dev.jsonl.gz"),
    ("coref", "ontogum-dev", "coref/ontogum-dev.jsonl.gz"),
    ("coref", "gap-dev", "coref/gap-dev.jsonl.gz"),
)
"""Task, name of the set, and its gold file seen from the folder of the data."""
PAGES = "outlets of the sample pages"
CASEBOOK = "casebook of entities, tuned"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value of a task on a set, whose gold file has the SHA-256 ``digest``."""

    task: str
    set: str
    metric: str
    value: float
    cases: int
    digest: str


def measure_language(
    tasks: tuple[str, ...], shared: Path, folder: Path, *, workers: int = 1
) -> Iterator[Figure]:
    """The figures of ``tasks`` on all data that there is; files in between go to ``folder``."""
    for task, name, path in LANGUAGE_SETS:
        gold = shared / "data" / path
        if task not in tasks:
            continue
        if not gold.is_file():
            print(f"{task} {name}: skipped, there is no {gold}", file=sys.stderr, flush=True)
            continue
        print(f"{task} {name}: reading", file=sys.stderr, flush=True)
        target = folder / f"{task}-{name}.jsonl"
        predict_file(TASKS[task], gold, target, workers=workers)
        digest = digest_of(gold)
        for metric, (value, cases) in score_language(task, name, gold, target, shared).items():
            yield Figure(task, name, metric, value, cases, digest)
    if "names" in tasks and (shared / "data").is_dir():
        for metric, (value, cases) in measure_outlets().items():
            yield Figure("names", PAGES, metric, value, cases, digest_of(LIST))
        folder = ROOT / "tests" / "casebook-entities" / "tuned"
        digest = digest_of(*sorted(folder.glob("*.md")))
        figures = score_entities(read_cases(read_entity_cases(folder)))
        for metric, (value, cases) in figures.items():
            yield Figure("names", CASEBOOK, metric, value, cases, digest)


def score_language(
    task: str, name: str, gold: Path, predicted: Path, shared: Path
) -> dict[str, tuple[float, int]]:
    """Metric to value and number of cases."""
    rows = list(read_gold(gold))
    found = {row["id"]: row for row in read_gold(predicted)}
    if name.startswith("gap"):
        return score_gap(rows, found)
    command = [shared / "evaluation" / "language" / "score_language.py", task, gold, predicted]
    done = subprocess.run(
        [sys.executable, *map(str, command)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr.strip()[-500:]}")
    answer = json.loads(done.stdout)
    if task == "names":
        return _flatten_names(answer)
    return _flatten_coref(answer) | score_pronouns(rows, found)


def _flatten_names(answer: Mapping[str, Any]) -> dict[str, tuple[float, int]]:
    parts = {"names": answer["micro"], "boundaries": answer["boundaries"]} | answer["labels"]
    return {
        f"{name}.{metric}": (float(part[key]), int(part["gold"]))
        for name, part in parts.items()
        for key, metric in (("p", "P"), ("r", "R"), ("f", "F1"))
    }


def _flatten_coref(answer: Mapping[str, Any]) -> dict[str, tuple[float, int]]:
    cases = int(answer["mentions"]["gold"])
    figures = {f"{name}.F1": (float(answer[name]["f"]), cases) for name in ("muc", "b3", "ceafe")}
    return {
        "CoNLL.F1": (float(answer["conll"]), cases),
        "LEA.F1": (float(answer["lea"]["f"]), cases),
        "mentions.F1": (float(answer["mentions"]["f"]), cases),
    } | figures
