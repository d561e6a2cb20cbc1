"""Average-link clustering."""

from __future__ import annotations

import numpy as np

from evaluation.event_clusters import cluster


def test_what_is_most_alike_is_joined_first() -> None:
    similarity = np.array([[1.0, 0.9, 0.5], [0.9, 1.0, 0.7], [0.5, 0.7, 1.0]])
    assert cluster(similarity, 0.8) == [[0, 1], [2]]


def test_a_third_joins_by_the_mean_of_both() -> None:
    similarity = np.array([[1.0, 0.9, 0.5], [0.9, 1.0, 0.7], [0.5, 0.7, 1.0]])
    assert cluster(similarity, 0.6) == [[0, 1, 2]]
    assert cluster(similarity, 0.61) == [[0, 1], [2]]


def test_nothing_alike_stays_apart() -> None:
    assert cluster(np.zeros((3, 3)), 0.1) == [[0], [1], [2]]


def test_nothing_gives_nothing() -> None:
    assert cluster(np.zeros((0, 0)), 0.5) == []
