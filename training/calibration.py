"""Slopes and shifts that make scores probabilities: ``python -m training.calibration FOLDER DATA``.

A head's slope and shift (Platt 1999) are set on its development part by the negative log-likelihood
of being right, and written into the metadata of FOLDER/encoder.onnx. The expected calibration error
(Guo et al. 2017, ten bins) is measured on each half with what the other half alone would set.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from onrecord.encoder import EVENT_TYPES, Encoder, MentionLabel
from onrecord.record import Span
from training.prepare import passages_of, read_rows

BINS = 10
STEPS = 60
Case = tuple[str, float, bool]
"""(document, score, whether what was scored is right)"""


def main() -> None:
    """Set slopes and shifts and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("data", type=Path)
    options = parser.parse_args()
    write_calibration(options.folder / "encoder.onnx", {})
    encoder = Encoder(options.folder)
    found = {name: list(cases(encoder, options.data)) for name, cases in CASES.items()}
    for name, cases in found.items():
        print(f"{name}: error {crossed_error(cases):.4f}, {len(cases)} cases, {fit(cases)}")
    write_calibration(
        options.folder / "encoder.onnx", {name: fit(cases) for name, cases in found.items()}
    )


def half(document: str) -> int:
    """Which half of the development part a document is in."""
    return zlib.crc32(document.encode()) % 2


def fit(cases: list[Case]) -> tuple[float, float]:
    """(slope, shift) with the least negative log-likelihood."""
    logits = torch.tensor(logits_of(cases))
    right = torch.tensor([float(one[2]) for one in cases], dtype=torch.float64)
    weights = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        value = binary_cross_entropy_with_logits(weights[0] * logits + weights[1], right)
        value.backward()
        return value

    optimizer.step(loss)
    return round(weights[0].item(), 4), round(weights[1].item(), 4)


def logits_of(cases: list[Case]) -> np.ndarray:
    """The logits of the scores."""
    score = np.clip([one[1] for one in cases], 1e-4, 1 - 1e-4)
    return np.log(score / (1 - score))


def crossed_error(cases: list[Case]) -> float:
    """The calibration error of both halves, each with the other's slope and shift."""
    scaled = []
    for number in range(2):
        own = [one for one in cases if half(one[0]) == number]
        slope, shift = fit([one for one in cases if half(one[0]) != number])
        scores = 1 / (1 + np.exp(-(slope * logits_of(own) + shift)))
        scaled += [(row[0], float(s), row[2]) for row, s in zip(own, scores, strict=True)]
    return calibration_error(scaled)


def calibration_error(cases: list[Case]) -> float:
    """The expected calibration error: mean distance of score and share right, bin by bin."""
    score, right = np.array([one[1] for one in cases]), np.array([one[2] for one in cases])
    place = np.minimum((score * BINS).astype(int), BINS - 1)
    return float(
        sum(
            (place == n).mean() * abs(score[place == n].mean() - right[place == n].mean())
            for n in range(BINS)
            if (place == n).any()
        )
    )


def measure_calibration(folder: Path, data: Path) -> dict[str, tuple[float, int]]:
    """Each head's crossed error, and the number of cases.

    What the file already sets is a slope and a shift too and makes no difference to the fit.
    """
    encoder = Encoder(folder)
    found = {name: list(cases(encoder, data)) for name, cases in CASES.items()}
    return {name: (crossed_error(cases), len(cases)) for name, cases in found.items()}


def write_calibration(path: Path, calibration: dict[str, tuple[float, float]]) -> None:
    """Put ``calibration`` into the file's metadata in place of that there."""
    model = onnx.load(str(path))
    kept = [one for one in model.metadata_props if one.key not in ("calibration", "temperatures")]
    del model.metadata_props[:]
    model.metadata_props.extend(kept)
    model.metadata_props.add(key="calibration", value=json.dumps(calibration))
    onnx.save(model, str(path))


def _cues(encoder: Encoder, data: Path) -> Iterator[Case]:
    """A cue is right where it stands in a cue of the gold."""
    for row in read_rows(data / "attribution" / "polnear-dev.jsonl.gz"):
        passages = passages_of(row["text"])
        gold = {c for one in row["attributions"] for s, e in one["cue"] for c in range(s, e)}
        skipped = {c for s, e in row.get("discard", []) for c in range(s, e)}
        for labels in encoder.read(row["text"], passages, threshold=0.05).cues:
            start = passages[labels.passage].words[labels.anchor].start
            if start not in skipped:
                yield row["id"], labels.score, start in gold


def _names(encoder: Encoder, data: Path) -> Iterator[Case]:
    """A name is right where the gold has its words and its class, states folded."""
    for row in read_rows(data / "names" / "uner-ewt-dev.jsonl.gz"):
        gold = {(s, e): label.rstrip("*") for s, e, label, *_ in row["ents"]}
        for one in encoder.read(row["text"], passages_of(row["text"])).names:
            if one.label in ("PER", "ORG", "LOC"):
                span = (one.span.start, one.span.end)
                yield row["id"], one.score, gold.get(span) == one.label


def _heads(encoder: Encoder, data: Path) -> Iterator[Case]:
    """A mention is right where the gold has its words."""
    for row in read_rows(data / "coref" / "gum-dev.jsonl.gz"):
        gold = {tuple(span) for cluster in row["clusters"] for span in cluster}
        for one in encoder.read(row["text"], passages_of(row["text"])).mentions:
            yield row["id"], one.score, (one.span.start, one.span.end) in gold


def _links(encoder: Encoder, data: Path) -> Iterator[Case]:
    """A link is right where the gold has both mentions in one cluster."""
    for row, cluster, mentions in _linked(encoder, data):
        for one in mentions:
            if one.antecedent is not None:
                other = mentions[one.antecedent].span
                mine = cluster.get((one.span.start, one.span.end), -1)
                yield row["id"], one.link, mine == cluster.get((other.start, other.end), -2)


def _firsts(encoder: Encoder, data: Path) -> Iterator[Case]:
    """A mention without antecedent is right where the gold has it first or alone."""
    for row, cluster, mentions in _linked(encoder, data):
        first = {min(map(tuple, one)) for one in row["clusters"]}
        for one in mentions:
            if one.antecedent is None:
                span = (one.span.start, one.span.end)
                yield row["id"], one.link, span not in cluster or span in first


def _linked(
    encoder: Encoder, data: Path
) -> Iterator[tuple[dict, dict[tuple[int, int], int], tuple[MentionLabel, ...]]]:
    """(row, span → number of its cluster, mentions) of each text of OntoGUM."""
    for row in read_rows(data / "coref" / "ontogum-dev.jsonl.gz"):
        cluster = {tuple(s): n for n, one in enumerate(row["clusters"]) for s in one}
        yield row, cluster, encoder.read(row["text"], passages_of(row["text"])).mentions


def _types(encoder: Encoder, data: Path) -> Iterator[Case]:
    """A type is right where the gold has it."""
    for row in read_rows(data / "events" / "plv-dev.jsonl.gz"):
        spans = [Span(*row[key]) if row[key] else None for key in ("source_span", "target_span")]
        chances = encoder.classify(row["text"], passages_of(row["text"]), spans[0], spans[1])
        best = max(range(len(chances)), key=chances.__getitem__)
        yield row["id"], chances[best], EVENT_TYPES[best] == row["type"]
    for row in read_rows(data / "events" / "ngec-synthetic-dev.jsonl.gz"):
        paragraph = row["text"].split("\n")[0]
        chances = encoder.classify(paragraph, passages_of(paragraph), None, None)
        best = max(range(len(chances)), key=chances.__getitem__)
        right = "YIELD" if row["type"] in ("CONCEDE", "RETREAT") else row["type"]
        yield row["id"], chances[best], EVENT_TYPES[best] == right


CASES: dict[str, Callable[[Encoder, Path], Iterator[Case]]] = {
    "cues": _cues,
    "names": _names,
    "mentions": _heads,
    "links": _links,
    "firsts": _firsts,
    "types": _types,
}

if __name__ == "__main__":
    main()
