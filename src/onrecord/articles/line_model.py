"""The trained trees that tell an article's lines from a page's furniture, evaluated with numpy.

Invariant: the model file holds arrays alone, and a line's probability depends on its dump alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from onrecord.articles.language import detect_language
from onrecord.articles.line_context import context_features
from onrecord.articles.line_features import (
    Floats,
    function_words_of,
    lexical_scores,
    own_features,
)
from onrecord.articles.line_units import Line
from onrecord.record import ModelError

MODEL = "lines.npz"
FORESTS = ("words", "lines", "captions")
# Characters of long lines from which the language is told, and what makes a line long.
LANGUAGE_SAMPLE = 5000
LONG_LINE = 60
# Lines whose trees are walked at once; bounds the memory.
_CHUNK = 4096


@dataclass(frozen=True, slots=True)
class Forest:
    """Boosted trees as arrays: node → column, threshold, left and right node, value.

    A leaf is its own left and right node; ``roots`` are the first nodes; ``depth`` bounds the walk.
    """

    column: NDArray[np.int16]
    threshold: NDArray[np.float32]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float32]
    roots: NDArray[np.int32]
    depth: int


@dataclass(frozen=True, slots=True)
class LineModel:
    """The forests that read a dump and the weights of the lexical score.

    ``words`` was trained with every word of a page weighing the same, ``lines`` with lines weighing
    more alike; their mean is the probability that a line is the article's. ``captions`` gives the
    probability that a line is a caption or a credit.
    """

    lexical: NDArray[np.float32]
    words: Forest
    lines: Forest
    captions: Forest


@dataclass(frozen=True, slots=True)
class LineScores:
    """For each line the probabilities that it is the article's and that it is a caption."""

    article: Floats
    caption: Floats


@cache
def load_model() -> LineModel:
    """The model that is shipped; ModelError where it is missing or damaged."""
    try:
        with (
            as_file(files("onrecord.articles") / "model" / MODEL) as path,
            np.load(path, allow_pickle=False) as arrays,
        ):
            return read_model({name: arrays[name] for name in arrays.files})
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise ModelError(
            f"the line model {MODEL} cannot be read ({error}): install onrecord again"
        ) from error


def read_model(arrays: Mapping[str, NDArray[Any]]) -> LineModel:
    """A model from the arrays of its file."""
    lexical = arrays["lexical"].astype(np.float32) * np.float32(arrays["scale"])
    words, lines, captions = (
        Forest(
            column=arrays[f"{name}_column"],
            threshold=arrays[f"{name}_threshold"],
            left=arrays[f"{name}_left"].astype(np.int32),
            right=arrays[f"{name}_right"].astype(np.int32),
            value=arrays[f"{name}_value"].astype(np.float32),
            roots=arrays[f"{name}_roots"].astype(np.int32),
            depth=int(arrays[f"{name}_depth"]),
        )
        for name in FORESTS
    )
    return LineModel(lexical, words, lines, captions)


def score_lines(lines: tuple[Line, ...], model: LineModel) -> LineScores:
    """The probabilities of every line."""
    if not lines:
        nothing = np.zeros(0, dtype=np.float32)
        return LineScores(nothing, nothing)
    features = line_features(lines, lexical_scores(lines, model.lexical))
    article = (walk(model.words, features) + walk(model.lines, features)) / 2
    return LineScores(article.astype(np.float32), walk(model.captions, features))


def line_features(lines: tuple[Line, ...], lexical: Floats) -> Floats:
    """One row a line: all numbers that the forests look at."""
    own = own_features(lines, function_words_of(language_of(lines)))
    return context_features(lines, own, lexical)


def language_of(lines: tuple[Line, ...]) -> str:
    """The language of the long lines; "" where they do not tell."""
    sample: list[str] = []
    size = 0
    for long in (True, False):
        for line in lines:
            if (len(line.text) >= LONG_LINE) is long and size < LANGUAGE_SAMPLE:
                sample.append(line.text[:1000])
                size += len(sample[-1])
        if size >= LANGUAGE_SAMPLE // 5:
            break
    return detect_language("\n".join(sample)[:LANGUAGE_SAMPLE])


def walk(forest: Forest, features: Floats) -> Floats:
    """The probability of each row: the logistic function of the sum of its leaves."""
    scores = np.empty(len(features), dtype=np.float32)
    for start in range(0, len(features), _CHUNK):
        rows = features[start : start + _CHUNK]
        node = np.broadcast_to(forest.roots, (len(rows), len(forest.roots))).copy()
        at = np.arange(len(rows))[:, None]
        for _ in range(forest.depth):
            goes_left = rows[at, forest.column[node]] <= forest.threshold[node]
            node = np.where(goes_left, forest.left[node], forest.right[node])
        scores[start : start + _CHUNK] = forest.value[node].sum(axis=1)
    return (1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30)))).astype(np.float32)
