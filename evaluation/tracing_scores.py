"""How well claims are traced: the measure of the task tracing, in shares of 1.

Invariant: every figure says on how many cases it stands; a part that is not there scores nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean
from typing import Any

Answer = Mapping[str, Any]
Scores = dict[str, tuple[float, int]]
"""Name of the figure to its value and the number of cases that it stands on."""

PARTS = ("count, balanced", "sources F1", "derivations F1", "asserting F1", "denying F1")
"""The headline is their mean."""
_SMALL = frozenset(
    [
        "the", "a", "an", "of", "to", "in", "who", "not", "and", "or",
        "by", "at", "for", "with", "anonymous", "spokesman", "spokeswoman", "director", "head",
    ]
)  # fmt: skip
"""Words of a label that tell no two sources apart."""
_ENOUGH = 0.5
"""Share of the shorter label's words that two labels of one source have in common."""


def score_tracing(gold: Answer, answer: Answer) -> Scores:
    """The figures of ``answer`` against ``gold``, both in the form that the task writes."""
    told = {one["query"]: one for one in answer.get("claims", ())}
    pairs = [(one, told.get(one["query"], {})) for one in gold["claims"]]
    scores = _score_articles(gold, answer)
    for side in ("asserting", "denying"):
        known = {(one["query"], page) for one, _ in pairs for page in one[side]}
        given = {(one["query"], page) for one, mine in pairs for page in mine.get(side, ())}
        scores[f"{side} F1"] = (_f1(len(known & given), len(given), len(known)), len(known))
    scores |= _score_sources(pairs) | _score_counts(pairs) | _score_order(pairs)
    scores["headline"] = (fmean(scores[part][0] for part in PARTS), len(pairs))
    return scores


def _score_articles(gold: Answer, answer: Answer) -> Scores:
    edges = [
        {
            (one["id"], edge["source"])
            for one in side.get("articles", ())
            for edge in one["derives_from"]
        }
        for side in (gold, answer)
    ]
    kinds = {one["id"]: one.get("kind") for one in answer.get("articles", ())}
    right = sum(kinds.get(one["id"]) == one["kind"] for one in gold["articles"])
    ignored = _pairs(gold.get("near_duplicates_ignore", ()))
    near = _pairs(gold["near_duplicates"]), _pairs(answer.get("near_duplicates", ())) - ignored
    circles = [set(one) for one in answer.get("circles", ())]
    found = sum(any(set(one) <= mine for mine in circles) for one in gold["circles"])
    scores = {
        "derivations F1": (
            _f1(len(edges[0] & edges[1]), len(edges[1]), len(edges[0])),
            len(edges[0]),
        ),
        "kinds of articles": (right / len(gold["articles"]), len(gold["articles"])),
    }
    if near[0]:
        hits = len(near[0] & near[1])
        scores["near duplicates F1"] = (_f1(hits, len(near[1]), len(near[0])), len(near[0]))
    if gold["circles"]:
        scores["circles found"] = (found / len(gold["circles"]), len(gold["circles"]))
    return scores


def _score_sources(pairs: Sequence[tuple[Answer, Answer]]) -> Scores:
    hits = 0
    for known, told in pairs:
        left = list(told.get("sources", ()))
        for one in known["sources"]:
            match = next((mine for mine in left if is_same_source(one, mine)), None)
            if match is not None:
                left.remove(match)
                hits += 1
    given = sum(len(told.get("sources", ())) for _, told in pairs)
    wanted = sum(len(known["sources"]) for known, _ in pairs)
    return {"sources F1": (_f1(hits, given, wanted), wanted)}


def is_same_source(one: Answer, other: Answer) -> bool:
    """Whether two labels are of one source: a common page, and half the words of the shorter."""
    if not set(one["articles"]) & set(other["articles"]):
        return False
    words = [
        {word for word in re.findall(r"\w+", side["label"].lower()) if word not in _SMALL}
        for side in (one, other)
    ]
    fewest = min(map(len, words))
    return fewest > 0 and len(words[0] & words[1]) >= _ENOUGH * fewest


def _score_counts(pairs: Sequence[tuple[Answer, Answer]]) -> Scores:
    """Balanced = the mean of claims with one source and claims with several: one is no guess."""
    single: list[bool] = []
    several: list[bool] = []
    exact = over = 0
    for known, told in pairs:
        range_, mine = known["independent"], told.get("independent", {})
        right = mine.get("min") == range_["min"]
        (single if range_["min"] == 1 else several).append(right)
        exact += right and mine.get("max") == range_["max"]
        over += mine.get("min", 0) > range_["min"]
    halves = [fmean(one) if one else 1.0 for one in (single, several)]
    return {
        "count, balanced": (fmean(halves), len(pairs)),
        "count of one source": (halves[0], len(single)),
        "count of several sources": (halves[1], len(several)),
        "count, exact": (exact / len(pairs), len(pairs)),
        "counted too many": (over / len(pairs), len(pairs)),
    }


def _score_order(pairs: Sequence[tuple[Answer, Answer]]) -> Scores:
    first = sum(told.get("first") == known["first"] for known, told in pairs)
    replaced = sum(told.get("supersedes") == known["supersedes"] for known, told in pairs)
    known = _pairs((one["query"], rival) for one, _ in pairs for rival in one["conflicts_with"])
    given = _pairs(
        (one["query"], rival) for one, told in pairs for rival in told.get("conflicts_with", ())
    )
    scores = {
        "first publisher": (first / len(pairs), len(pairs)),
        "superseded figures": (replaced / len(pairs), len(pairs)),
    }
    if known:
        scores["contradictions F1"] = (_f1(len(known & given), len(given), len(known)), len(known))
    return scores


def _pairs(rows: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    return {frozenset(one) for one in rows}


def _f1(hits: int, given: int, wanted: int) -> float:
    """2·hits / (given + wanted): the harmonic mean of precision and recall."""
    return 2 * hits / (given + wanted) if given + wanted else 1.0
