"""What the encoder says of a passage: its cues, and the role of each word for each cue."""

from __future__ import annotations

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


def decode_roles(probabilities: NDArray[np.float32], anchor: int) -> tuple[tuple[int, ...], float]:
    """The likeliest roles of the words, the anchor being cue; shape [words, 4] → words.

    A cue is one stretch (the anchor's), a source one stretch (the likeliest).
    """
    scores = np.log(probabilities.astype(np.float64) + 1e-6)
    scores[anchor] = (-50.0, -50.0, 0.0, -50.0)
    roles = _best_path(scores)
    _keep_stretch(roles, CUE, anchor)
    _keep_likeliest(roles, SOURCE, probabilities)
    held = [probabilities[word, role] for word, role in enumerate(roles) if role != NONE]
    return tuple(int(role) for role in roles), float(np.mean(held))


def _best_path(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    step = STEP * STEP_WEIGHT
    words = len(scores)
    back = np.zeros((words, len(ROLES)), dtype=np.int64)
    total = scores[0]
    for word in range(1, words):
        ways = total[:, None] + step
        back[word] = ways.argmax(0)
        total = ways.max(0) + scores[word]
    path = np.zeros(words, dtype=np.int64)
    path[-1] = int(total.argmax())
    for word in range(words - 1, 0, -1):
        path[word - 1] = back[word, path[word]]
    return path


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
