"""Rewrites measured on the set beside this file: how many are found, and what is wrongly taken.

Invariant: the rules are set on the events of odd numbers; those of even numbers are only measured.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.language_development import Figure
from evaluation.results import ROOT
from evaluation.rewrite_pairs import find_pairs
from evaluation.rows import Row, digest_of, read_gold
from onrecord.record import Derivation

FILE = ROOT / "evaluation" / "rewrites" / "rewrites.jsonl"
PARTS = ("tuned", "unseen")
WAYS = (("", {}), (", outlets unknown", {"outlets": False}))
"""Suffix of the metric's name, and what the finder is not told."""


def measure_rewrites(tasks: tuple[str, ...], path: Path = FILE) -> Iterator[Figure]:
    """The figures of rewrites, where they are among ``tasks``, part by part."""
    if "rewrites" not in tasks:
        return
    rows, digest = list(read_gold(path)), digest_of(path)
    for part in PARTS:
        inside = [row for row in rows if row["part"] == part]
        print(f"rewrites {part}: reading", file=sys.stderr, flush=True)
        for suffix, options in WAYS:
            found = find_pairs(inside, **options)
            for metric, (value, cases) in score_rewrites(inside, found).items():
                yield Figure("rewrites", part, f"{metric}{suffix}", value, cases, digest)


def score_rewrites(
    rows: Sequence[Row], found: Sequence[Derivation]
) -> dict[str, tuple[float, int]]:
    """Metric to value (shares of 1) and number of cases.

    An independent report or a follow-up is wrongly taken where it is in any pair. ``precision``
    is that of pairs.
    """
    by_id = {row["id"]: row for row in rows}
    gold = {frozenset((row["id"], row["of"])) for row in rows if row["role"] == "rewrite"}
    pairs = {frozenset((one.article, one.parent)) for one in found}
    paired = {name for pair in pairs for name in pair}
    right = [
        one
        for one in found
        if by_id[one.article]["role"] == "rewrite" and by_id[one.article]["of"] == one.parent
    ]
    figures = {
        "recall": (_share(len(gold & pairs), len(gold)), len(gold)),
        "precision": (_share(len(gold & pairs), len(pairs)), len(pairs)),
        "direction right": (_share(len(right), len(gold & pairs)), len(gold & pairs)),
    }
    for role in ("independent", "followup"):
        of_role = [row["id"] for row in rows if row["role"] == role]
        taken = sum(name in paired for name in of_role)
        figures[f"{role}_called_rewrite"] = (_share(taken, len(of_role)), len(of_role))
    return figures


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
