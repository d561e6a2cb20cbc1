"""Everything measured on the development data, by the scorers that lie beside it.

Invariant: a scorer sees predictions and gold; what makes the predictions sees no gold.
"""

from __future__ import annotations

import csv
import importlib.metadata
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from evaluation.captions import caption_recall
from evaluation.casebook_report import PARTS, measure_part, part_files
from evaluation.checked_dates import read_checked, score_checked
from evaluation.copies_development import measure_copies
from evaluation.event_development import measure_events
from evaluation.language_development import measure_language
from evaluation.page_reading import predict_trafilatura
from evaluation.places_development import measure_places
from evaluation.predictions import predict_file
from evaluation.results import FOLDER, ROOT, Result
from evaluation.rewrites_development import measure_rewrites
from evaluation.rows import digest_of, read_gold, unpack
from evaluation.stories_development import measure_stories
from evaluation.tasks import TASKS, Task
from evaluation.times_development import measure_development, missing_corpora
from evaluation.times_report import dates_files, measure_dates, measure_times, times_files
from evaluation.tracing_development import measure_tracing
from onrecord.encoder import load_encoder

SHARED = ROOT.parent / "shared"
CROSS_VALIDATED = FOLDER / "dumps-crossvalidated.csv"

_TRAFILATURA = Task(("id", "path", "url"), predict_trafilatura, {"text": ""})


@dataclass(frozen=True, slots=True)
class DataSet:
    """A gold file of a task, seen from the folder of the data."""

    task: str
    name: str
    path: str


SETS: tuple[DataSet, ...] = (
    DataSet("attribution", "polnear-dev", "attribution/polnear-dev.jsonl.gz"),
    DataSet("pages", "aeb", "pages/aeb-gold.jsonl.gz"),
    DataSet("pages", "naeb", "pages/naeb-gold.jsonl.gz"),
    DataSet("pages", "fundustests", "pages/fundustests-gold.jsonl.gz"),
)
TASK_NAMES = (*TASKS, "casebook", "times-casebook", "traced-stories")


def measure(
    tasks: tuple[str, ...], folder: Path, *, shared: Path = SHARED, workers: int = 1
) -> Iterator[Result]:
    """The results of ``tasks`` on all data that there is; files in between go to ``folder``."""
    if "casebook" in tasks:
        yield from _measure_casebook()
    if "times-casebook" in tasks:
        yield from _measure_times_casebook()
    if "dumps" in tasks:
        yield from _read_cross_validated(shared)
    if "times" in tasks:
        yield from _measure_development_times(shared, folder, workers)
    places = measure_places(shared, folder, workers=workers) if "places" in tasks else ()
    language = measure_language(tasks, shared, folder, workers=workers)
    events = measure_events(tasks, shared, folder, workers=workers)
    copies = chain(measure_copies(tasks, shared, folder), measure_rewrites(tasks))
    stories = measure_stories(tasks, shared, folder)
    tracing = measure_tracing(tasks, shared)
    for figure in chain(places, language, events, copies, stories, tracing):
        yield make_result(
            figure.task, figure.set, figure.metric, figure.value, figure.cases, figure.digest
        )
    for one in SETS:
        gold = shared / "data" / one.path
        if one.task not in tasks:
            continue
        if not gold.is_file():
            _say(f"{one.task} {one.name}: skipped, there is no {gold}")
            continue
        _say(f"{one.task} {one.name}: reading")
        target = folder / f"{one.task}-{one.name}.jsonl"
        predict_file(TASKS[one.task], gold, target, workers=workers)
        figures = score_predictions(one, gold, target, shared)
        if one.task == "pages":
            figures |= _score_bodies(one, gold, folder, shared, workers)
            figures["F1_gain"] = (
                figures["F1"][0] - figures["trafilatura F1"][0],
                figures["F1"][1],
            )
        digest = digest_of(gold)
        for metric, (value, cases) in figures.items():
            yield make_result(one.task, one.name, metric, value, cases, digest)


def make_result(task: str, name: str, metric: str, value: float, cases: int, digest: str) -> Result:
    """A result stamped with this version and its encoder."""
    version = importlib.metadata.version("onrecord")
    return Result(task, name, metric, value, cases, digest, version, load_encoder().digest)


def _measure_casebook() -> Iterator[Result]:
    for part in PARTS:
        _say(f"casebook {part}: reading")
        digest = digest_of(*part_files(part))
        for one in measure_part(part)[0]:
            yield make_result("casebook", part, one.metric, one.value, one.cases, digest)


def _measure_times_casebook() -> Iterator[Result]:
    for part in PARTS:
        _say(f"times-casebook {part}: reading")
        for name, files, figures in (
            (f"times, {part}", times_files(part), measure_times(part).figures),
            (f"dates of record, {part}", dates_files(part), measure_dates(part)[0]),
        ):
            digest = digest_of(*files)
            for one in figures:
                if one.cases:
                    yield make_result(
                        "times-casebook", name, one.metric, one.value, one.cases, digest
                    )


def _measure_development_times(shared: Path, folder: Path, workers: int) -> Iterator[Result]:
    for path in missing_corpora(shared):
        _say(f"times: skipped, there is no {path}")
    for one in measure_development(shared, folder, workers=workers):
        yield make_result("times", one.set, one.metric, one.value, one.cases, one.digest)


def _read_cross_validated(shared: Path) -> Iterator[Result]:
    """Line figures on domains not trained on, as the training of the line classifier wrote them.

    Predicting the development dumps themselves would measure pages that the classifier has seen.
    """
    gold = shared / "data" / "pages" / "text-dumps-dev.jsonl.gz"
    if not gold.is_file():
        _say(f"dumps: skipped, there is no {gold}")
        return
    digest = digest_of(gold)
    with CROSS_VALIDATED.open(encoding="utf-8", newline="") as stream:
        row = next(row for row in csv.DictReader(stream) if row["style"] == "all")
    for metric, column, cases in (
        ("line_F1", "line_f1", "dumps"),
        ("page_perfect", "page_perfect", "dumps"),
        ("caption_lines_kept", "caption_lines_kept", "caption_lines"),
    ):
        name = "text-dumps-dev, cross-validated by domain"
        yield make_result("dumps", name, metric, float(row[column]), int(row[cases]), digest)


def score_predictions(
    one: DataSet, gold: Path, predicted: Path, shared: Path
) -> dict[str, tuple[float, int]]:
    """Metric to value and number of cases, as the scorer of the task prints them."""
    scorers = shared / "evaluation"
    if one.task == "attribution":
        plain = unpack(gold, predicted.with_suffix(".gold"))
        command = [scorers / "attribution" / "score_attribution.py", plain, predicted, "--json"]
        return _flatten_attribution(_call(command))
    command = [scorers / "pages" / "score_pages.py", one.task, gold, predicted]
    answer = _call(command)
    cases = int(answer.pop("n"))
    figures = {metric: (float(value), cases) for metric, value in answer.items()}
    return _count_fields(figures, one, gold, predicted) if one.task == "pages" else figures


def _count_fields(
    figures: dict[str, tuple[float, int]], one: DataSet, gold: Path, predicted: Path
) -> dict[str, tuple[float, int]]:
    """The figures with the number of pages whose gold has the field; without those with none."""
    rows = list(read_gold(gold))
    counts = {
        "title": sum(bool(row.get("title")) for row in rows),
        "auth": sum(bool(row.get("authors")) for row in rows),
        "date": sum(bool(row.get("date")) for row in rows),
        "caption": sum(len(row.get("captions") or ()) for row in rows),
    }
    counted = {
        metric: (value, counts.get(metric.partition("_")[0], cases))
        for metric, (value, cases) in figures.items()
    }
    recall = caption_recall(rows, read_gold(predicted))
    counted["caption_recall"] = (recall, counts["caption"])
    days = score_checked(rows, read_gold(predicted), read_checked(one.name))
    counted["date_checked_F1"] = (days.f1, days.cases)
    counted["date_checked_acc"] = (days.accuracy, days.cases)
    return {metric: figure for metric, figure in counted.items() if figure[1]}


def _score_bodies(
    one: DataSet, gold: Path, folder: Path, shared: Path, workers: int
) -> dict[str, tuple[float, int]]:
    """What trafilatura by itself reaches on the bodies of the same pages."""
    target = folder / f"trafilatura-{one.name}.jsonl"
    predict_file(_TRAFILATURA, gold, target, workers=workers)
    figures = score_predictions(one, gold, target, shared)
    return {f"trafilatura {name}": figures[name] for name in ("F1", "P", "R")}


def _flatten_attribution(answer: dict[str, Any]) -> dict[str, tuple[float, int]]:
    cases = int(answer["gold"])
    figures = {
        f"{name}.{part}": (float(value), cases)
        for name, values in answer["figures"].items()
        for part, value in zip(("P", "R", "F1"), values, strict=True)
    }
    for name, (value, count) in answer["types"].items():
        figures[name] = (float(value), int(count))
    return figures


def _call(command: list[Any]) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, *map(str, command)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr.strip()[-500:]}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
