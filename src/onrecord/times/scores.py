"""How often the value that a rule gives was right on development data.

Invariant: the figures come from ``scores.toml``, which ``training.time_scores`` writes.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


def score_of(rule: str) -> float:
    """The share of right values of ``rule`` ("day/nearest-year"), or of its way of resolving."""
    table = _load_scores()
    known = table["rules"].get(rule)
    return float(known or table["ways"].get(rule.rpartition("/")[2]) or table["all"])


@cache
def _load_scores() -> Mapping[str, Any]:
    path = files(__package__) / "scores.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
