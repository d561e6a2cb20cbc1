"""Trains the line model of text dumps: ``python -m training.lines DATA OUT``.

DATA is ``text-dumps-dev.jsonl.gz``; OUT the folder for ``lines.npz`` and its card ``lines.toml``.
Cross-validated by domain first (no domain, and no style of a page, on both sides), then trained on
all domains; the card and ``evaluation/results/dumps-crossvalidated.csv`` hold the cross-validated
figures alone. Needs lightgbm, scikit-learn and scipy, none of which is needed to run the model.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from onrecord.articles.line_choice import choose_lines
from onrecord.articles.line_context import context_features
from onrecord.articles.line_features import (
    BUCKETS,
    count_words,
    function_words_of,
    lexical_buckets,
    own_features,
)
from onrecord.articles.line_kinds import label_lines
from onrecord.articles.line_model import FORESTS, MODEL, LineScores, language_of
from onrecord.articles.line_units import Line, divide_lines
from training.line_scores import results, score_page, write_card, write_results

SEED = 0
FOLDS = 5
INNER_FOLDS = 4
SHARED = {
    "objective": "binary",
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "num_threads": 2,
    "verbose": -1,
    "seed": SEED,
    "deterministic": True,
    "force_row_wise": True,
}
# Chosen by cross-validation on the development dumps.
SETTINGS: dict[str, tuple[int, dict[str, Any]]] = {
    "words": (
        250,
        {
            "learning_rate": 0.06,
            "num_leaves": 31,
            "min_data_in_leaf": 60,
            "feature_fraction": 0.4,
            "lambda_l2": 5,
            "max_bin": 127,
        },
    ),
    "lines": (
        350,
        {
            "learning_rate": 0.04,
            "num_leaves": 24,
            "min_data_in_leaf": 60,
            "feature_fraction": 0.2,
            "lambda_l2": 10,
            "max_bin": 63,
        },
    ),
    "captions": (
        120,
        {
            "learning_rate": 0.05,
            "num_leaves": 8,
            "min_data_in_leaf": 20,
            "feature_fraction": 0.2,
            "lambda_l2": 5,
            "max_bin": 63,
        },
    ),
}
Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Dumps:
    """All dumps, their lines laid end to end; ``first`` = the first line of each dump."""

    rows: list[dict[str, Any]]
    lines: list[tuple[Line, ...]]
    first: NDArray[np.int64]
    page: NDArray[np.int64]
    label: NDArray[np.int64]
    kind: NDArray[np.str_]
    words: NDArray[np.float64]
    buckets: csr_matrix
    own: list[Floats]


def load(path: Path) -> Dumps:
    """The dumps of DATA with all that does not depend on a fold."""
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        rows = [json.loads(row) for row in handle]
    lines = [divide_lines(row["dump"]) for row in rows]
    counts = [len(one) for one in lines]
    pairs = [(row, line) for row, one in zip(rows, lines, strict=True) for line in one]
    indices: list[int] = []
    weights: list[float] = []
    starts = [0]
    for _, line in pairs:
        found = lexical_buckets(line.text)
        indices += found
        weights += [len(found) ** -0.5] * len(found)
        starts.append(len(indices))
    return Dumps(
        rows=rows,
        lines=lines,
        first=np.concatenate([[0], np.cumsum(counts)]),
        page=np.repeat(np.arange(len(rows)), counts),
        label=np.array([row["labels"][line.number] for row, line in pairs]),
        kind=np.array([row["kinds"][line.number] for row, line in pairs]),
        words=np.array([count_words(line.text) for _, line in pairs]),
        buckets=csr_matrix((weights, indices, starts), shape=(len(pairs), BUCKETS)),
        own=[own_features(one, function_words_of(language_of(one))) for one in lines],
    )


def folds_of(dumps: Dumps, count: int, seed: int) -> NDArray[np.int64]:
    """For each line the number of its fold; all pages of a domain are in one fold."""
    domains = sorted({row["domain"] for row in dumps.rows})
    order = np.random.default_rng(seed).permutation(len(domains))
    fold = {domains[domain]: place % count for place, domain in enumerate(order)}
    return np.array([fold[row["domain"]] for row in dumps.rows])[dumps.page]


def weigh(dumps: Dumps) -> dict[str, NDArray[np.float64]]:
    """The weight of each line for each forest; lines that may go either way weigh nothing."""
    pictured = np.isin(dumps.kind, ("caption", "credit"))
    size = np.minimum(dumps.words, 60) + 3
    body = np.bincount(dumps.page, weights=size * (dumps.label == 1))
    by_word = size / np.maximum(body, 50)[dumps.page]
    by_word = np.clip(by_word / by_word.mean(), 0.02, 20)
    told = np.array([row["captions"] is not None for row in dumps.rows])[dumps.page]
    clear = dumps.label >= 0
    return {
        "words": np.where(clear, by_word * np.where(pictured, 4, 1), 0),
        "lines": np.where(clear, np.sqrt(by_word) * np.where(pictured, 4, 1), 0),
        "captions": np.where(clear & told, np.where(dumps.kind == "caption", 3.0, 1.0), 0),
    }


def fit_lexical(dumps: Dumps, rows: Mask, weight: NDArray[np.float64]) -> Floats:
    """A linear model of hashed words; one weight a bucket."""
    model = SGDClassifier(
        loss="log_loss", alpha=3e-6, max_iter=12, tol=None, random_state=SEED, average=True
    )
    rows = rows & (dumps.label >= 0)
    model.fit(dumps.buckets[rows], dumps.label[rows], sample_weight=np.sqrt(weight[rows]))
    return np.asarray(model.coef_[0], dtype=np.float32)


def quantise(weights: Floats) -> tuple[NDArray[np.int8], np.float32]:
    """The weights as signed bytes, and the size of one step."""
    scale = np.float32(np.quantile(np.abs(weights), 0.9995) / 127)
    return np.clip(np.round(weights / scale), -127, 127).astype(np.int8), scale


def featurise(dumps: Dumps, rows: Mask, weight: NDArray[np.float64]) -> tuple[Floats, Floats]:
    """Features of all lines, and the lexical weights learnt from ``rows``.

    The lexical scores of ``rows`` themselves come from models that did not see their domain.
    """
    step, scale = quantise(fit_lexical(dumps, rows, weight))
    weights = step.astype(np.float32) * scale
    lexical = np.asarray(dumps.buckets @ weights, dtype=np.float32)
    inner = folds_of(dumps, INNER_FOLDS, SEED + 1)
    for fold in range(INNER_FOLDS):
        held = rows & (inner == fold)
        model = fit_lexical(dumps, rows & (inner != fold), weight)
        lexical[held] = dumps.buckets[held] @ model
    features = [
        context_features(one, own, lexical[dumps.first[at] : dumps.first[at + 1]])
        for at, (one, own) in enumerate(zip(dumps.lines, dumps.own, strict=True))
    ]
    return np.vstack(features), weights


def fit_forests(
    dumps: Dumps, features: Floats, rows: Mask, weights: dict[str, NDArray[np.float64]]
) -> dict[str, lightgbm.Booster]:
    """The three forests, trained on ``rows``."""
    pictured = np.isin(dumps.kind, ("caption", "credit")).astype(int)
    forests = {}
    for name in FORESTS:
        used = rows & (weights[name] > 0)
        target = pictured if name == "captions" else dumps.label
        rounds, settings = SETTINGS[name]
        data = lightgbm.Dataset(features[used], target[used], weight=weights[name][used])
        forests[name] = lightgbm.train({**SHARED, **settings}, data, num_boost_round=rounds)
    return forests


def cross_validate(dumps: Dumps, say: Callable[[str], None]) -> dict[str, Floats]:
    """The probabilities of every line from models that saw no page of its domain."""
    fold = folds_of(dumps, FOLDS, SEED)
    weights = weigh(dumps)
    out = {name: np.zeros(len(fold), dtype=np.float32) for name in FORESTS}
    for number in range(FOLDS):
        rows, held = fold != number, fold == number
        features, _ = featurise(dumps, rows, weights["words"])
        for name, forest in fit_forests(dumps, features, rows, weights).items():
            out[name][held] = forest.predict(features[held])
        say(f"fold {number + 1} of {FOLDS} done")
    return out


def arrays_of(name: str, forest: lightgbm.Booster) -> dict[str, NDArray[Any]]:
    """A forest as flat arrays; thresholds rounded down, so that float32 decides as float64 did."""
    nodes: list[tuple[int, float, int, int, float]] = []
    roots = []
    depth = 0

    def add(node: dict[str, Any], level: int) -> int:
        nonlocal depth
        at = len(nodes)
        depth = max(depth, level)
        if "leaf_value" in node:
            nodes.append((0, 0.0, at, at, node["leaf_value"]))
            return at
        nodes.append((0, 0.0, 0, 0, 0.0))
        left = add(node["left_child"], level + 1)
        right = add(node["right_child"], level + 1)
        nodes[at] = (node["split_feature"], node["threshold"], left, right, 0.0)
        return at

    for tree in forest.dump_model()["tree_info"]:
        roots.append(add(tree["tree_structure"], 0))
    column, threshold, left, right, value = zip(*nodes, strict=True)
    exact = np.array(threshold)
    rounded = exact.astype(np.float32)
    rounded = np.where(rounded > exact, np.nextafter(rounded, np.float32(-np.inf)), rounded)
    return {
        f"{name}_column": np.array(column, dtype=np.int16),
        f"{name}_threshold": rounded.astype(np.float32),
        f"{name}_left": np.array(left, dtype=np.int32),
        f"{name}_right": np.array(right, dtype=np.int32),
        f"{name}_value": np.array(value, dtype=np.float16),
        f"{name}_roots": np.array(roots, dtype=np.int32),
        f"{name}_depth": np.array(depth),
    }


def main(data: str, out: str) -> None:
    """Cross-validates, writes the figures, trains on everything, writes model and card."""
    dumps = load(Path(data))
    print(f"{len(dumps.rows)} dumps, {len(dumps.page)} lines", flush=True)
    held = cross_validate(dumps, lambda words: print(words, flush=True))
    pages = []
    for at, row in enumerate(dumps.rows):
        part = slice(dumps.first[at], dumps.first[at + 1])
        article = (held["words"][part] + held["lines"][part]) / 2
        scores = LineScores(article, held["captions"][part])
        labels = label_lines(dumps.lines[at], choose_lines(dumps.lines[at], scores))
        keep = np.array([label == "body" for label in labels])
        pages.append(score_page(row, dumps.lines[at], keep))
    figures = results(pages)
    print(figures, flush=True)
    for page in sorted(pages, key=lambda one: one.f1)[:20]:
        print(f"worst: {page.f1:.2f} {page.id}")
    weights = weigh(dumps)
    everything = np.ones(len(dumps.page), dtype=np.bool_)
    features, lexical = featurise(dumps, everything, weights["words"])
    step, scale = quantise(lexical)
    arrays: dict[str, NDArray[Any]] = {"lexical": step, "scale": np.array(scale)}
    for name, forest in fit_forests(dumps, features, everything, weights).items():
        arrays.update(arrays_of(name, forest))
    target = Path(out)
    target.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(target / MODEL, **arrays)  # type: ignore[arg-type]
    digest = hashlib.sha256((target / MODEL).read_bytes()).hexdigest()
    source = hashlib.sha256(Path(data).read_bytes()).hexdigest()
    write_card(target / "lines.toml", figures, digest, source, SETTINGS)
    write_results(Path("evaluation/results/dumps-crossvalidated.csv"), pages)


if __name__ == "__main__":
    main(*sys.argv[1:3])
