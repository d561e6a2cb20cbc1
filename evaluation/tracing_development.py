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


@dataclass(frozen=True, slots=True)
class Traced:
    """A set of pages with the answers for its claims."""

    name: str
    pages: Path
    gold: Path


def tracing_sets(shared: Path) -> tuple[Traced, ...]:
    """All sets there are: the sample pages, the two written for tracing, the development data."""
    examples, data = ROOT / "examples", shared / "data" / "stories" / "tracing-dev"
    sets = [Traced("the sample pages", examples / "pages", examples / "truth.json")]
    for part in ("tuned", "unseen"):
        folder = examples / "tracing" / part
        sets.append(
            Traced(f"traced stories, {part}", folder / "articles", folder / "tracing-gold.json")
        )
    sets.append(Traced("tracing-dev", data / "articles", data / "tracing-gold.json"))
    return tuple(one for one in sets if one.gold.is_file())


def measure_tracing(tasks: tuple[str, ...], shared: Path) -> Iterator[Figure]:
    """The figures of tracing, where it is among ``tasks``."""
    if "tracing" not in tasks:
        return
    for one in tracing_sets(shared):
        print(f"tracing {one.name}: reading", file=sys.stderr, flush=True)
        gold = json.loads(read_text(one.gold))
        queries = [{"id": claim["query"], "text": claim["text"]} for claim in gold["claims"]]
        digest = digest_of(one.gold)
        for metric, (value, cases) in score_tracing(
            gold, answer_queries(one.pages, queries)
        ).items():
            yield Figure("tracing", one.name, metric, value, cases, digest)
