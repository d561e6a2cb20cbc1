"""How likely two event mentions of different or the same documents mean one event.

Invariant: a pair is measured the same way in both orders, and the weights come from
``event_pairs.toml`` of the language, which ``training.event_pairs`` writes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord import languages
from onrecord.stories.chronology.event_mentions import Corpus, EventMention, Vector

FEATURES = (
    "bias", "same lemma", "same words", "shared lemma", "same family", "same group",
    "pair seen", "lemma seen", "pair unseen", "documents", "sentences", "near words", "names",
    "no names", "numbers", "words before", "words behind", "same document", "same sentence",
    "documents, same lemma", "sentences, same lemma", "like beginnings", "crossed words",
    "rare lemma",
)  # fmt: skip
ALIKE_LETTERS = 5
"""Letters that two lemmas of one derivation share at least ("announce", "announcement")."""

Counts = Mapping[tuple[str, str], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class PairModel:
    """Weights of FEATURES, thresholds of documents and events, and how often lemmas corefer.

    ``counts`` = for two lemmas in order, how many pairs of the training corpus meant one event
    and how many did not.
    """

    weights: tuple[float, ...]
    documents: float
    events: float
    counts: Counts


@cache
def load_pair_model(language: str = "en") -> PairModel:
    """The model of ``language``; LookupError where there is none."""
    table = languages.load(language, "event_pairs")
    weights = tuple(table["weights"][name] for name in FEATURES)
    counts = {
        (first, second): (float(yes), float(no)) for first, second, yes, no in table["lemma_pairs"]
    }
    return PairModel(
        weights, table["thresholds"]["documents"], table["thresholds"]["events"], counts
    )


def pair_of(one: EventMention, other: EventMention) -> tuple[str, str]:
    """The two lemmas in alphabetical order."""
    return (one.lemma, other.lemma) if one.lemma <= other.lemma else (other.lemma, one.lemma)


def measure_pair(
    corpus: Corpus, one: EventMention, other: EventMention, counts: Counts
) -> tuple[float, ...]:
    """The values of FEATURES for a pair."""
    same = float(one.lemma == other.lemma)
    yes, no = counts.get(pair_of(one, other), (0.0, 0.0))
    together = one.document == other.document
    documents = (
        1.0 if together else dot(corpus.documents[one.document], corpus.documents[other.document])
    )
    sentences = dot(one.sentence, other.sentence)
    weights = corpus.weights
    crossed = _overlap(one.before, other.after, weights) + _overlap(
        one.after, other.before, weights
    )
    begins = one.lemma[:ALIKE_LETTERS] == other.lemma[:ALIKE_LETTERS]
    return (
        1.0,
        same,
        float(one.text == other.text),
        float(bool(one.lemmas & other.lemmas)) * (1 - same),
        float(bool(one.families & other.families)) * (1 - same),
        float(bool(one.groups & other.groups)) * (1 - same),
        math.log((yes + 0.3) / (no + 1.5)) * (1 - same),
        math.log((yes + 0.5) / (no + 0.5)) * same,
        float(yes + no == 0) * (1 - same),
        documents,
        sentences,
        _overlap(one.near, other.near, weights),
        _overlap(one.names, other.names, weights),
        float(not (one.names and other.names)),
        _share(one.numbers, other.numbers),
        _overlap(one.before, other.before, weights),
        _overlap(one.after, other.after, weights),
        float(together),
        float(together and one.sent == other.sent),
        documents * same,
        sentences * same,
        float(begins and len(one.lemma) >= ALIKE_LETTERS) * (1 - same),
        crossed,
        weights.get(one.lemma, RARE) * same,
    )


RARE = 6.0
"""The weight of a lemma that the corpus's documents have not: that of a word in one of 400."""


def probability(features: tuple[float, ...], weights: tuple[float, ...]) -> float:
    """The logistic of the weighted sum."""
    total = sum(value * weight for value, weight in zip(features, weights, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def dot(one: Vector, other: Vector) -> float:
    """The dot product of two sparse vectors."""
    if len(one) > len(other):
        one, other = other, one
    return sum(value * other[word] for word, value in one.items() if word in other)


def _overlap(ones: frozenset[str], others: frozenset[str], weights: Vector) -> float:
    """The weight of the words in both, by the geometric mean of each side's weight."""
    both = ones & others
    if not both:
        return 0.0
    sides = _weight(ones, weights) * _weight(others, weights)
    return _weight(both, weights) / math.sqrt(max(sides, 1e-9))


def _weight(words: frozenset[str], weights: Vector) -> float:
    return sum(weights.get(word, 0.0) for word in words)


def _share(ones: frozenset[str], others: frozenset[str]) -> float:
    return len(ones & others) / len(ones | others) if ones and others else 0.0
