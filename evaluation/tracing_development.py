"""Tracing measured on the stories of our own writing and on the development data.

Invariant: what is traced is the pages and the claims; the answers are opened for scoring alone.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.language_development import Figure
from evaluation.results import ROOT
from evaluation.rows import digest_of, read_text
from evaluation.tracing import answer_queries
from evaluation.tracing_scores import score_tracing

OWN, DEVELOPMENT = "traced-stories", "tracing"
"""The stories of our own writing are a task by themselves: they are there without any data."""


@dataclass(frozen=True, slots=True)
class TracingSet:
    """A set of pages with the answers for its claims."""

    task: str
    name: str
    pages: Path
    gold: Path


def tracing_sets(shared: Path) -> tuple[TracingSet, ...]:
    """The sample pages, the stories written for tracing and the development data."""
    examples, data = ROOT / "examples", shared / "data" / "stories" / "tracing-dev"
    written = [
        TracingSet(OWN, part, folder / "articles", folder / "tracing-gold.json")
        for part in ("tuned", "second", "third")
        for folder in (examples / "tracing" / part,)
    ]
    return (
        TracingSet(OWN, "sample pages", examples / "pages", examples / "truth.json"),
        *written,
        TracingSet(DEVELOPMENT, "tracing-dev", data / "articles", data / "tracing-gold.json"),
    )


def measure_tracing(tasks: tuple[str, ...], shared: Path) -> Iterator[Figure]:
    """The figures of tracing on the sets whose task is among ``tasks``."""
    for one in tracing_sets(shared):
        if one.task not in tasks:
            continue
        if not one.gold.is_file():
            print(f"{one.task} {one.name}: skipped, there is no {one.gold}", file=sys.stderr)
            continue
        print(f"{one.task} {one.name}: reading", file=sys.stderr, flush=True)
        gold = json.loads(read_text(one.gold))
        queries = [{"id": claim["query"], "text": claim["text"]} for claim in gold["claims"]]
        scores = score_tracing(gold, answer_queries(one.pages, queries))
        digest = digest_of(one.gold)
        for metric, (value, cases) in scores.items():
            yield Figure(one.task, one.name, metric, value, cases, digest)
