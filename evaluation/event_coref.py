"""Predictions of the task event-coref: which event mentions of many documents mean one event.

Documents are clustered first by their words; within a cluster of documents the mentions are
clustered by how likely two of them mean one event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from evaluation.event_clusters import cluster
from evaluation.rows import Row
from onrecord.stories.chronology.event_mentions import (
    Corpus,
    EventMention,
    MarkedDocument,
    mark_corpus,
)
from onrecord.stories.chronology.event_pairs import (
    PairModel,
    dot,
    load_pair_model,
    measure_pair,
    probability,
)


def predict_event_coref(rows: Sequence[Row]) -> Iterator[Row]:
    """One row a mention of ``rows`` with its cluster's number."""
    model = load_pair_model()
    corpus = read_corpus(rows)
    number = 0
    for group in group_mentions(corpus, model.documents):
        for members in cluster(score_pairs(corpus, group, model), model.events):
            for member in members:
                mention = group[member]
                yield {
                    "doc": mention.doc,
                    "sent": mention.sent,
                    "tokens": list(mention.tokens),
                    "cluster": number,
                }
            number += 1


def read_corpus(rows: Sequence[Row]) -> Corpus:
    """The event mentions of ``rows``; chains, topics and types of the gold are not looked at."""
    return mark_corpus(
        [
            MarkedDocument(
                row["doc"],
                tuple((one["sent"], tuple(one["tokens"])) for one in row["sentences"]),
                tuple(
                    (one["sent"], tuple(one["tokens"]))
                    for one in row["mentions"]
                    if one["kind"] == "event"
                ),
            )
            for row in rows
        ]
    )


def group_mentions(corpus: Corpus, threshold: float) -> list[list[EventMention]]:
    """The mentions by clusters of documents that tell of the same."""
    count = len(corpus.documents)
    similarity: NDArray[np.float64] = np.zeros((count, count))
    for one in range(count):
        for other in range(one):
            alike = dot(corpus.documents[one], corpus.documents[other])
            similarity[one, other] = similarity[other, one] = alike
    groups = []
    for documents in cluster(similarity, threshold):
        inside = set(documents)
        groups.append([one for one in corpus.mentions if one.document in inside])
    return groups


def score_pairs(
    corpus: Corpus, mentions: Sequence[EventMention], model: PairModel
) -> NDArray[np.float64]:
    """The probability, for each two of ``mentions``, that they mean one event."""
    count = len(mentions)
    scores: NDArray[np.float64] = np.zeros((count, count))
    for one in range(count):
        for other in range(one):
            features = measure_pair(corpus, mentions[one], mentions[other], model.counts)
            scores[one, other] = scores[other, one] = probability(features, model.weights)
    return scores
