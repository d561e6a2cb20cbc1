"""Predictions of the task tracing: who stands behind each claim of a list, on a folder of pages.

Invariant: the pages and the claims are all that is read; there is no list of stories or outlets.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.rows import Row
from onrecord.reading.walk import read_all
from onrecord.record import CopyGroup, Corpus, Reading, Trace, UltimateSource
from onrecord.stories.sources.independence import describe_source, is_shown
from onrecord.stories.trace import read_corpus, trace_claims

PAGES, QUERIES = "articles", "tracing-queries.json"
NEAR = 0.5
"""Containment of words from which a copy counts as a near duplicate of its original."""


def predict_tracing(folder: Path) -> Row:
    """The one answer for ``folder``: pages in ``articles``, claims in ``tracing-queries.json``."""
    queries = json.loads((folder / QUERIES).read_text(encoding="utf-8"))
    return answer_queries(folder / PAGES, queries)


def answer_queries(pages: Path, queries: Sequence[Mapping[str, str]]) -> Row:
    """Articles, claims, near duplicates and circles; an article's id is its file's name alone."""
    names = {}
    for place, one in read_all(str(pages)):
        if isinstance(one, Reading):
            names[one] = Path(place).name.split(".")[0]
    corpus = read_corpus(tuple(names))
    traces = trace_claims(tuple(one["text"] for one in queries), corpus)
    return answer_of(
        corpus,
        dict(zip((one["id"] for one in queries), traces, strict=True)),
        {reading.article.id: name for reading, name in names.items()},
    )


def answer_of(corpus: Corpus, traces: Mapping[str, Trace], names: Mapping[str, str]) -> Row:
    """The answer in the form of the task; ``traces`` by query, ``names`` by id of article."""
    query_of = {trace.claim.id: query for query, trace in traces.items()}
    return {
        "articles": _articles(corpus, names),
        "claims": [_claim(query, trace, query_of, names) for query, trace in traces.items()],
        "near_duplicates": _near(corpus.copies, names),
        "circles": [[names[article] for article in one.articles] for one in corpus.circles],
    }


def _articles(corpus: Corpus, names: Mapping[str, str]) -> list[dict[str, Any]]:
    found = []
    for one in corpus.readings:
        article = one.article.id
        story = corpus.story(article)
        edges = [edge for edge in corpus.derivations if edge.article == article]
        found.append(
            {
                "id": names[article],
                "group": story.id if story is not None else article,
                "kind": corpus.kind(article),
                "derives_from": [
                    {"source": names[edge.parent], "kind": edge.kind} for edge in edges
                ],
            }
        )
    return found


def _claim(
    query: str, trace: Trace, query_of: Mapping[str, str], names: Mapping[str, str]
) -> dict[str, Any]:
    claim = trace.claim
    rivals = [one for one in trace.contradictions if not one.superseded]
    replaced = [
        one.first for one in trace.contradictions if one.superseded and one.second == claim.id
    ]
    return {
        "query": query,
        "asserting": [names[one] for one in claim.articles("asserts")],
        "denying": [names[one] for one in claim.articles("denies")],
        "first": None if claim.first is None else names[claim.first],
        "sources": [_source(one, names) for one in claim.sources if is_shown(one, claim.sources)],
        "independent": {"min": claim.independence.min, "max": claim.independence.max},
        "conflicts_with": [
            query_of[two] for one in rivals for two in (one.first, one.second) if two != claim.id
        ],
        "supersedes": query_of[replaced[0]] if replaced else None,
    }


def _source(source: UltimateSource, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "label": describe_source(source),
        "articles": [names[one] for one in source.articles],
    }


def _near(copies: tuple[CopyGroup, ...], names: Mapping[str, str]) -> list[list[str]]:
    """The pairs with largely the same text, copies and updates."""
    return [
        [names[pair.first], names[pair.second]]
        for one in copies
        for pair in one.pairs
        if pair.kind != "rewrite" and pair.containment >= NEAR
    ]
