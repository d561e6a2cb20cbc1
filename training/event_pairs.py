"""Learns when two event mentions mean one event: weights, thresholds and pairs of lemmas.

``python -m training.event_pairs SHARED`` reads the training part of ECB+ (Cybulska and Vossen
2014, CC BY 3.0) and writes ``event_pairs.toml`` among the tables of English. Thresholds are chosen
on held-out topics of the training part; the development part is never looked at.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.event_clusters import cluster
from evaluation.event_coref import group_mentions, read_corpus, score_pairs
from evaluation.rows import Row, digest_of, read_gold
from onrecord.stories.chronology.event_mentions import Corpus, EventMention
from onrecord.stories.chronology.event_pairs import (
    FEATURES,
    Counts,
    PairModel,
    measure_pair,
    pair_of,
)

FILE = Path(__file__).parents[1] / "src/onrecord/languages/en/event_pairs.toml"

SET = Path("data/events/ecb-train.jsonl.gz")
FOLDS = 5
DOCUMENTS = (0.1, 0.13, 0.16, 0.2)
EVENTS = (0.3, 0.4, 0.5, 0.6, 0.7)
RIDGE = 1.0
STEPS = 25
NEGATIVES = 0.25
"""Share of the pairs of two events that are trained on; the pairs of one event are all used."""
KEPT = 3
"""Pairs of lemmas that are seen less often are not written."""

Chains = dict[EventMention, str]


def main(shared: Path) -> None:
    """Trains on all topics after choosing thresholds on those held out."""
    rows = list(read_gold(shared / SET))
    topics = sorted({row["topic"] for row in rows})
    random.Random(0).shuffle(topics)
    scores: Counter[tuple[float, float]] = Counter()
    for fold in range(FOLDS):
        held = set(topics[fold::FOLDS])
        kept = [row for row in rows if row["topic"] not in held]
        tested = [row for row in rows if row["topic"] in held]
        weights, counts = fit(kept)
        corpus = read_corpus(tested)
        chains = _chains(corpus, tested)
        model = PairModel(weights, 0.0, 0.0, counts)
        for documents, groups in _score_groups(corpus, model):
            for events in EVENTS:
                found = [
                    [group[member] for member in members]
                    for group, matrix in groups
                    for members in cluster(matrix, events)
                ]
                scores[documents, events] += score(found, chains)
        print(
            {key: round(value / (fold + 1), 2) for key, value in scores.most_common(4)}, flush=True
        )
    (documents, events), best = scores.most_common(1)[0]
    weights, counts = fit(rows)
    write(PairModel(weights, documents, events, counts), digest_of(shared / SET), best / FOLDS)


def _score_groups(
    corpus: Corpus, model: PairModel
) -> Iterator[tuple[float, list[tuple[list[EventMention], NDArray[np.float64]]]]]:
    """For each threshold of documents their groups of mentions with the scores of the pairs.

    The groups of a higher threshold lie within those of a lower one, whose scores they share.
    """
    wide = [
        (group, score_pairs(corpus, group, model))
        for group in group_mentions(corpus, min(DOCUMENTS))
    ]
    place = {
        one: (number, at) for number, (group, _) in enumerate(wide) for at, one in enumerate(group)
    }
    for documents in DOCUMENTS:
        groups = []
        for group in group_mentions(corpus, documents):
            rows = [place[one][1] for one in group]
            groups.append(
                (
                    group,
                    wide[place[group[0]][0]][1][np.ix_(rows, rows)] if group else np.zeros((0, 0)),
                )
            )
        yield documents, groups


def fit(rows: Sequence[Row]) -> tuple[tuple[float, ...], Counts]:
    """Weights by ridge-penalised logistic regression, and the counts of lemma pairs.

    A pair is measured with the counts of the other folds' topics: it must not see itself.
    """
    topics = sorted({row["topic"] for row in rows})
    random.Random(1).shuffle(topics)
    corpus = read_corpus(rows)
    chains = _chains(corpus, rows)
    fold_of = {topic: number % FOLDS for number, topic in enumerate(topics)}
    fold = {one: fold_of[rows[one.document]["topic"]] for one in corpus.mentions}
    counts = [
        count_pairs([one for one in corpus.mentions if fold[one] != number], rows, chains)
        for number in range(FOLDS)
    ]
    chance = random.Random(2)
    values, labels = [], []
    for group in group_mentions(corpus, min(DOCUMENTS)):
        for one, other in combinations(group, 2):
            together = chains[one] == chains[other]
            if together or chance.random() < NEGATIVES:
                values.append(measure_pair(corpus, one, other, counts[fold[one]]))
                labels.append(together)
    weights = regress(np.array(values), np.array(labels, dtype=float))
    return weights, count_pairs(corpus.mentions, rows, chains)


def _chains(corpus: Corpus, rows: Sequence[Row]) -> Chains:
    gold = {
        (number, mention["sent"], tuple(mention["tokens"])): mention["chain"]
        for number, row in enumerate(rows)
        for mention in row["mentions"]
        if mention["kind"] == "event"
    }
    return {one: gold[one.document, one.sent, one.tokens] for one in corpus.mentions}


def count_pairs(
    mentions: Sequence[EventMention], rows: Sequence[Row], chains: Chains
) -> dict[tuple[str, str], tuple[float, float]]:
    """For two lemmas, the pairs within a topic that mean one event and those that do not."""
    by_topic: dict[str, list[EventMention]] = {}
    for one in mentions:
        by_topic.setdefault(rows[one.document]["topic"], []).append(one)
    counts: dict[tuple[str, str], tuple[float, float]] = {}
    for group in by_topic.values():
        for one, other in combinations(group, 2):
            yes, no = counts.get(pair_of(one, other), (0.0, 0.0))
            together = chains[one] == chains[other]
            counts[pair_of(one, other)] = (yes + together, no + (not together))
    return counts


def regress(values: NDArray[np.float64], labels: NDArray[np.float64]) -> tuple[float, ...]:
    """Newton's method for logistic regression with a ridge on all weights but the bias."""
    spread = values.std(axis=0)
    spread[spread == 0] = 1.0
    scaled = values / spread
    weights = np.zeros(values.shape[1])
    ridge = np.full(values.shape[1], RIDGE)
    ridge[0] = 1e-6
    for _ in range(STEPS):
        guess = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        slope = scaled.T @ (labels - guess) - ridge * weights
        curve = (scaled * (guess * (1 - guess))[:, None]).T @ scaled + np.diag(ridge)
        weights += np.linalg.solve(curve, slope)
    return tuple(float(one) for one in weights / spread)


def score(found: list[list[EventMention]], chains: Chains) -> float:
    """BCubed F1 of the clusters, singletons included, in per cent (Bagga and Baldwin 1998)."""
    sizes = Counter(chains.values())
    precision = recall = 0.0
    for members in found:
        inside = Counter(chains[one] for one in members)
        for one in members:
            precision += inside[chains[one]] / len(members)
            recall += inside[chains[one]] / sizes[chains[one]]
    total = len(chains)
    return 100 * 2 * precision * recall / (precision + recall) / total


def write(model: PairModel, digest: str, held_out: float) -> None:
    """Writes the model as TOML."""
    FILE.write_text("\n".join(_lines(model, digest, held_out)) + "\n", encoding="utf-8")


def _lines(model: PairModel, digest: str, held_out: float) -> Iterator[str]:
    yield "# When two event mentions mean one event. Written by `python -m training.event_pairs`."
    yield "# Learned from the training part of ECB+ (Cybulska and Vossen 2014), CC BY 3.0,"
    yield f"# SHA-256 {digest}."
    yield f"# BCubed F1 on held-out topics of that part: {held_out:.1f}."
    yield ""
    yield "# Two lemmas, how many pairs of their mentions meant one event, and how many did not."
    yield "lemma_pairs = ["
    for (first, second), (yes, no) in sorted(model.counts.items()):
        if yes + no >= KEPT and yes and first.isalnum() and second.isalnum():
            yield f'  ["{first}", "{second}", {yes:.0f}, {no:.0f}],'
    yield "]"
    yield ""
    yield "[thresholds]"
    yield f"documents = {model.documents}"
    yield f"events = {model.events}"
    yield ""
    yield "[weights]"
    for name, weight in zip(FEATURES, model.weights, strict=True):
        yield f'"{name}" = {weight:.4f}'


if __name__ == "__main__":
    main(Path(sys.argv[1]))
