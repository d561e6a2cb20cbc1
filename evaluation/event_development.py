"""Types, spans, factuality and coreference of events measured on the development data.

Invariant: a scorer sees predictions and gold; what makes the predictions sees no gold.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from evaluation.language_development import Figure
from evaluation.predictions import predict_file
from evaluation.rows import digest_of, unpack
from evaluation.tasks import TASKS

EVENT_SETS: tuple[tuple[str, str, str], ...] = (
    ("event-types", "plv-dev", "events/plv-dev.jsonl.gz"),
    ("event-spans", "re3d-dev", "events/re3d-dev.jsonl.gz"),
    ("factuality", "uds-dev", "events/factuality-uds-dev.jsonl.gz"),
    ("factuality", "meantime-dev", "events/factuality-meantime-dev.jsonl.gz"),
    ("event-coref", "ecb-dev", "events/ecb-dev.jsonl.gz"),
)
"""Task, name of the set, and its gold file seen from the folder of the data."""
COMMANDS = {
    "event-types": "types", "event-spans": "spans", "factuality": "fact", "event-coref": "coref",
}  # fmt: skip
PERCENT = 100.0


def measure_events(
    tasks: tuple[str, ...], shared: Path, folder: Path, *, workers: int = 1
) -> Iterator[Figure]:
    """The figures of ``tasks`` on all data that there is; files in between go to ``folder``."""
    for task, name, path in EVENT_SETS:
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
        for metric, (value, cases) in score_events(task, gold, target, shared).items():
            yield Figure(task, name, metric, value, cases, digest)


def score_events(
    task: str, gold: Path, predicted: Path, shared: Path
) -> dict[str, tuple[float, int]]:
    """Metric to value (shares of 1) and number of cases."""
    plain = unpack(gold, predicted.with_suffix(".gold"))
    scorer = shared / "evaluation" / "events" / "score.py"
    command = [sys.executable, str(scorer), COMMANDS[task], str(plain), str(predicted)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{scorer} failed: {done.stderr.strip()[-500:]}")
    answer = json.loads(done.stdout)
    cases = len(plain.read_text(encoding="utf-8").splitlines())
    return _FLATTEN[task](answer, cases)


def _flatten_types(answer: Mapping[str, Any], _cases: int) -> dict[str, tuple[float, int]]:
    return {
        f"{part}.{metric}": (float(answer[part][key]) / PERCENT, int(answer[part]["n"]))
        for part in ("type", "quad", "side")
        for key, metric in (("macroF", "macro_F1"), ("acc", "accuracy"))
    }


def _flatten_spans(answer: Mapping[str, Any], cases: int) -> dict[str, tuple[float, int]]:
    return {
        f"trigger {mode}.{metric}": (float(answer[mode]["Tri-I"][key]) / PERCENT, cases)
        for mode in ("exact", "overlap")
        for key, metric in (("P", "P"), ("R", "R"), ("F", "F1"))
    }


def _flatten_factuality(answer: Mapping[str, Any], cases: int) -> dict[str, tuple[float, int]]:
    return {
        "r": (float(answer["r"]), cases),
        "MAE": (float(answer["MAE"]), cases),
        "three_way_F1": (float(answer["three_way"]["macroF"]) / PERCENT, cases),
    }


def _flatten_coref(answer: Mapping[str, Any], _cases: int) -> dict[str, tuple[float, int]]:
    cases = int(answer["key_mentions"])
    figures = {}
    for key, words in (("with_singletons", ""), ("without", ", no singletons")):
        figures[f"CoNLL.F1{words}"] = (float(answer[key]["CoNLL"]) / PERCENT, cases)
        for name in ("MUC", "B3", "CEAFe", "LEA"):
            figures[f"{name}.F1{words}"] = (float(answer[key][name]["F"]) / PERCENT, cases)
    return figures


_FLATTEN = {
    "event-types": _flatten_types,
    "event-spans": _flatten_spans,
    "factuality": _flatten_factuality,
    "event-coref": _flatten_coref,
}
