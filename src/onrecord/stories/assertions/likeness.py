"""What speaks for a sentence's telling of a claim, and what against, as a few numbers.

Invariant: each feature has a meaning that can be said in words; all lie in −1 … 1.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.stories.assertions.claims import ClaimWords
from onrecord.stories.assertions.coverage import Coverage
from onrecord.stories.assertions.numbers import agreement
from onrecord.stories.assertions.sentences import Sentence
from onrecord.stories.assertions.standing import Standing
from onrecord.stories.assertions.telling_index import Floats, TellingIndex

Chosen = NDArray[np.bool_]

ASSERTING = (
    "bias", "unit", "matter", "around", "page", "names", "names around", "names page", "days",
    "rarest", "number",
    "bare", "counted", "negated", "modal", "question", "meaning",
)  # fmt: skip
"""The features of a telling, in the order of the weights."""
UNIT = ASSERTING.index("unit")


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence held against a claim: ``at`` and ``page`` count those of the index.

    ``features`` are those of ASSERTING. ``agreed`` = how well the claim's numbers agree (1 where it
    has none); 0 says that it tells another value. ``matched`` = the tokens that stand for the
    claim's words by number, each with its weight, ``counted`` those that stand for its numbers.
    ``negated`` = share of the matched words that the sentence negates and the claim does not,
    ``affirmed`` = that of all of the claim's which it negates and the sentence does not,
    ``told`` = that of those of them which the sentence has without negating them,
    ``denied`` = the claim itself negates something, ``contrary`` = the share of just what it
    denies that the sentence does not, ``meant`` = the feature "meaning" is measured.
    """

    at: int
    page: int
    sentence: Sentence
    features: Floats
    agreed: float
    matched: dict[int, float]
    counted: tuple[int, ...]
    negated: float
    affirmed: float
    told: float
    denied: bool
    contrary: float = 0.0
    meant: bool = False

    @property
    def standing(self) -> Standing:
        """What the sentence negates and denies."""
        return self.sentence.standing


def match_sentence(
    claim: ClaimWords, index: TellingIndex, coverage: Coverage, at: int, meaning: float
) -> Match:
    """The features of sentence ``at``; ``meaning`` = cosine of the vectors, 0 without them."""
    page = index.page_of(at)
    sentence = index.divided(page).sentences[at - index.starts[page]]
    standing = sentence.standing
    agreed, counted = _agreement(claim, sentence)
    tokens, (negated, affirmed, told, contrary) = _matched(claim, coverage, sentence)
    modal = abs(_share(tokens, standing.modal) - float(claim.modal))
    held, near = coverage.held[:, at], coverage.near[:, at]
    names, days, weights = coverage.names, coverage.days, coverage.weights
    rarest = int(np.argmax(np.where(names, 0, weights))) if len(weights) else 0
    features = np.array(
        [
            1.0,
            coverage.unit[at],
            1 - _missing(held, ~names, weights),
            coverage.around[at] - coverage.unit[at],
            coverage.page[page] - coverage.around[at],
            _missing(held, names, weights),
            _missing(near, names, weights),
            _missing(coverage.anywhere[:, page], names, weights),
            _missing(near, days, weights),
            held[rarest] if len(weights) else 0.0,
            agreed * coverage.around[at] if claim.quantities else 0.0,
            (1 - agreed) * (1 - coverage.around[at]) if claim.quantities else 0.0,
            1.0 if claim.quantities else 0.0,
            negated + affirmed,
            modal,
            1.0 if sentence.question else 0.0,
            meaning,
        ],
        np.float32,
    )
    return Match(
        at,
        page,
        sentence,
        features,
        agreed,
        tokens,
        counted,
        negated,
        affirmed,
        told,
        any(one.negated for one in claim.terms),
        contrary,
    )


def _missing(held: Floats, chosen: Chosen, weights: Floats) -> float:
    """The weight of the chosen terms that are not there, over that of all of them."""
    whole = float(weights[chosen].sum())
    return float((weights[chosen] * (1 - held[chosen])).sum()) / whole if whole else 0.0


def _agreement(claim: ClaimWords, sentence: Sentence) -> tuple[float, tuple[int, ...]]:
    """How well the worst of the claim's numbers agrees, and the tokens of the told ones."""
    worst, tokens = 1.0, list[int]()
    for claimed in claim.quantities:
        best = max(
            (
                (agreement(claimed, told, claim.language), told.first, told.end)
                for told in sentence.quantities
            ),
            default=(0.0, 0, 0),
        )
        worst = min(worst, best[0])
        if best[0]:
            tokens += range(best[1], best[2])
    return worst, tuple(tokens)


def _matched(
    claim: ClaimWords, coverage: Coverage, sentence: Sentence
) -> tuple[dict[int, float], tuple[float, float, float, float]]:
    """The tokens that stand for terms of the claim, with the weight of the term times nearness.

    With the share of that weight which the sentence alone negates, the weight of the terms that the
    claim denies and the sentence does not, how much of it is told, and its share of what is denied.
    """
    tokens: dict[int, float] = {}
    whole = negated = affirmed = told = heads = 0.0
    for term, weight, relatives in zip(
        claim.terms, coverage.weights, coverage.relatives, strict=True
    ):
        best = max(
            (
                (relatives[word], -token)
                for word, token in sentence.said.items()
                if word in relatives
            ),
            default=None,
        )
        worth, at = (0.0, -1) if best is None else (best[0] * float(weight), -best[1])
        there = at in sentence.standing.negated
        whole += worth
        negated += worth * (there and not term.negated)
        denied = term.negated and not term.behind
        affirmed += (float(weight) - worth * there) * denied
        told += worth * (denied and not there)
        heads += float(weight) * denied
        if best is not None:
            tokens[at] = max(tokens.get(at, 0.0), worth)
    share = affirmed / heads if heads else 0.0
    return tokens, (negated / whole if whole else 0.0, affirmed, told, share)


def _share(tokens: dict[int, float], inside: frozenset[int]) -> float:
    whole = sum(tokens.values())
    return sum(weight for at, weight in tokens.items() if at in inside) / whole if whole else 0.0
