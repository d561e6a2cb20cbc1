"""What the encoder says of a passage: its cues, and the role of each word for each cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Role = Literal["none", "source", "cue", "content"]
ROLES: tuple[Role, ...] = ("none", "source", "cue", "content")
NONE, SOURCE, CUE, CONTENT = range(4)

STEP = np.log(
    np.array(
        [
            # none source cue content (to); rows: from
            [0.965, 0.017, 0.005, 0.013],
            [0.068, 0.714, 0.216, 0.002],
            [0.133, 0.041, 0.484, 0.342],
            [0.049, 0.008, 0.005, 0.938],
        ]
    )
)
"""Log-probability of the next word's role given this one's; counted on PolNeAR's training part."""
STEP_WEIGHT = 0.35
"""How much the step counts beside the encoder's own word; chosen by hand, never tuned."""


@dataclass(frozen=True, slots=True)
class CueLabels:
    """One cue of one passage.

    ``passage`` is its number in the call, ``anchor`` a word's number in it, ``score`` the
    probability that the word anchors a cue. ``roles`` holds the number of a role in ``ROLES`` for
    each word, ``certainty`` the mean probability of the roles chosen for the words that have one.
    """

    passage: int
    anchor: int
    score: float
    roles: tuple[int, ...]
    certainty: float


def decode_cues(
    probabilities: Sequence[NDArray[np.float32]], anchors: Sequence[int]
) -> list[tuple[tuple[int, ...], float]]:
    """The likeliest roles of the words of each cue, its anchor being cue, and how sure they are.

    ``probabilities[n]`` is [words, 4]. A cue is one stretch (the anchor's), a source one stretch
    (the likeliest).
    """
    found = []
    scores = [np.log(one.astype(np.float64) + 1e-6) for one in probabilities]
    for score, anchor in zip(scores, anchors, strict=True):
        score[anchor] = (-50.0, -50.0, 0.0, -50.0)
    for roles, given, anchor in zip(_best_paths(scores), probabilities, anchors, strict=True):
        _keep_stretch(roles, CUE, anchor)
        _keep_likeliest(roles, SOURCE, given)
        held = np.flatnonzero(roles)
        found.append((tuple(roles.tolist()), float(np.mean(given[held, roles[held]]))))
    return found


def _best_paths(scores: list[NDArray[np.float64]]) -> list[NDArray[np.int64]]:
    """The best path through each of ``scores`` [words, 4] (Viterbi 1967), all at once."""
    if not scores:
        return []
    step = STEP * STEP_WEIGHT
    lengths = np.array([len(one) for one in scores])
    padded = np.zeros((lengths.max(), len(scores), len(ROLES)))
    for number, one in enumerate(scores):
        padded[: len(one), number] = one
    back = np.zeros(padded.shape, dtype=np.int64)
    total = padded  # row by row: the best that a path can have up to there
    for word in range(1, len(total)):
        ways = total[word - 1][:, :, None] + step
        back[word] = ways.argmax(1)
        total[word] += ways.max(1)
    every = np.arange(len(scores))
    paths = np.zeros(padded.shape[:2], dtype=np.int64)
    for word in range(len(total) - 1, -1, -1):
        ends = total[word].argmax(1)
        if word + 1 < len(total):
            ends = np.where(word == lengths - 1, ends, back[word + 1, every, paths[word + 1]])
        paths[word] = ends
    return [paths[:length, number].copy() for number, length in enumerate(lengths.tolist())]


def _stretches(roles: NDArray[np.int64], role: int) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], roles == role, [0])).astype(np.int8)))
    return [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _keep_stretch(roles: NDArray[np.int64], role: int, word: int) -> None:
    for start, end in _stretches(roles, role):
        if not start <= word < end:
            roles[start:end] = NONE


def _keep_likeliest(
    roles: NDArray[np.int64], role: int, probabilities: NDArray[np.float32]
) -> None:
    stretches = _stretches(roles, role)
    if len(stretches) < 2:
        return
    best = max(stretches, key=lambda pair: float(probabilities[pair[0] : pair[1], role].sum()))
    for start, end in stretches:
        if (start, end) != best:
            roles[start:end] = NONE
