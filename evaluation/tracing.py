"""Predictions of the task tracing: who stands behind each claim of a list, on a folder of pages.

Invariant: the pages and the claims are all that is read; there is no list of stories or outlets.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.rows import Row
from onrecord.encoder import load_encoder
from onrecord.reading.walk import read_all
from onrecord.record import (
    Claim,
    Contradiction,
    CopyGroup,
    Derivation,
    Reading,
    Story,
    UltimateSource,
)
from onrecord.stories.article_kinds import name_kinds
from onrecord.stories.circles import find_circles
from onrecord.stories.contradictions import find_contradictions
from onrecord.stories.copies import find_copies
from onrecord.stories.derivations import find_derivations
from onrecord.stories.firsts import date_pages, find_first
from onrecord.stories.grouping import group_stories
from onrecord.stories.independence import describe_source, is_shown
from onrecord.stories.origin_pages import gather_pages
from onrecord.stories.sourcing import find_sources
from onrecord.stories.stream import page_of_reading
from onrecord.stories.telling_index import TellingIndex
from onrecord.stories.tellings import find_in

PAGES, QUERIES = "articles", "tracing-queries.json"
NEAR = 0.5
"""Containment of words from which a copy counts as a near duplicate of its original."""


def predict_tracing(folder: Path) -> Row:
    """The one answer for ``folder``: pages in ``articles``, claims in ``tracing-queries.json``."""
    queries = json.loads((folder / QUERIES).read_text(encoding="utf-8"))
    return answer_queries(folder / PAGES, queries)


def answer_queries(pages: Path, queries: Sequence[Mapping[str, str]]) -> Row:
    """Articles, claims, near duplicates and circles; an article's id is its file's name alone."""
    read = {
        Path(place).name.split(".")[0]: one
        for place, one in read_all(str(pages))
        if isinstance(one, Reading)
    }
    names = {one.article.id: name for name, one in read.items()}
    readings = tuple(read.values())
    copies = find_copies(one.article for one in readings)
    stories = group_stories(page_of_reading(one) for one in readings)
    derivations = find_derivations(readings, copies, stories)
    claims = _trace(queries, readings, derivations, stories)
    contradictions = find_contradictions(claims, readings, derivations)
    circles = find_circles(readings, derivations)
    return {
        "articles": _articles(readings, derivations, stories, names),
        "claims": [_claim(one, contradictions, names) for one in claims],
        "near_duplicates": _near(copies, names),
        "circles": [[names[article] for article in one.articles] for one in circles],
    }


def _trace(
    queries: Iterable[Mapping[str, str]],
    readings: tuple[Reading, ...],
    derivations: tuple[Derivation, ...],
    stories: tuple[Story, ...],
) -> tuple[Claim, ...]:
    pages, index = gather_pages(readings, derivations), TellingIndex(readings)
    dates = date_pages(readings, derivations)
    story_of = {article: one.id for one in stories for article in one.articles}
    claims = []
    for query in queries:
        tellings = find_in(query["text"], index, embed=load_encoder().embed)
        asserted = find_sources(query["text"], tellings, pages)
        denied = find_sources(query["text"], tellings, pages, side="denies")
        first = find_first(tellings, dates)
        claims.append(
            Claim(
                query["id"],
                query["text"],
                tellings,
                asserted.sources,
                denied.sources,
                asserted.independence,
                first,
                next((story_of[one.article] for one in tellings if one.article in story_of), None),
            )
        )
    return tuple(claims)


def _articles(
    readings: tuple[Reading, ...],
    derivations: tuple[Derivation, ...],
    stories: tuple[Story, ...],
    names: Mapping[str, str],
) -> list[dict[str, Any]]:
    kinds = dict(name_kinds(readings, derivations))
    story_of = {article: one.id for one in stories for article in one.articles}
    return [
        {
            "id": name,
            "group": story_of.get(article, article),
            "kind": kinds.get(article),
            "derives_from": [
                {"source": names[one.parent], "kind": one.kind}
                for one in derivations
                if one.article == article
            ],
        }
        for article, name in names.items()
    ]


def _claim(
    claim: Claim, contradictions: tuple[Contradiction, ...], names: Mapping[str, str]
) -> dict[str, Any]:
    rivals = [one for one in contradictions if not one.superseded]
    return {
        "query": claim.id,
        "asserting": [names[one] for one in claim.articles("asserts")],
        "denying": [names[one] for one in claim.articles("denies")],
        "first": None if claim.first is None else names[claim.first],
        "sources": [_source(one, names) for one in claim.sources if is_shown(one, claim.sources)],
        "independent": {"min": claim.independence.min, "max": claim.independence.max},
        "conflicts_with": [
            *(one.second for one in rivals if one.first == claim.id),
            *(one.first for one in rivals if one.second == claim.id),
        ],
        "supersedes": next(
            (one.first for one in contradictions if one.superseded and one.second == claim.id), None
        ),
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
