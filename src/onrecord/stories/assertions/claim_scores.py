"""How likely a sentence asserts or denies a claim: a logistic over the features, read from a table.

Invariant: the weights come from ``claim_scores.toml``, which ``training.claim_scores`` writes.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from onrecord.stories.assertions.denials import DENYING
from onrecord.stories.assertions.likeness import ASSERTING
from onrecord.stories.assertions.telling_index import Floats


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """Weights in the order of ASSERTING and DENYING, and from which score on a side is taken."""

    asserting: Floats
    denying: Floats
    asserting_from: float
    denying_from: float


@cache
def load_scores(*, with_meaning: bool) -> ScoreTable:
    """The weights for sentences with vectors or for those without."""
    table = tomllib.loads((files(__package__) / "claim_scores.toml").read_text(encoding="utf-8"))
    part = table["with meaning" if with_meaning else "words alone"]
    return ScoreTable(
        np.array([part["asserting"][name] for name in ASSERTING], np.float32),
        np.array([part["denying"][name] for name in DENYING], np.float32),
        part["asserting_from"],
        part["denying_from"],
    )


def score(features: Floats, weights: Floats) -> float:
    """The probability that the features give: 0 … 1."""
    return float(1 / (1 + np.exp(-float(features @ weights))))
