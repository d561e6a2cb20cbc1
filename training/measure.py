"""Measure each head alone, without any rule: ``python -m training.measure FOLDER DATA EVALUATION``.

FOLDER holds the graphs and the vocabulary, DATA the sets, EVALUATION the scorers.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from onrecord.encoder import CONTENT, CUE, EVENT_TYPES, SOURCE, Encoder, Labels
from onrecord.record import Span
from training.events import QUADS
from training.prepare import passages_of, read_rows

ROLES = {"source": SOURCE, "cue": CUE, "content": CONTENT}
SURE = 0.45
Row = dict[str, Any]


def main() -> None:
    """Print all figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("evaluation", type=Path)
    options = parser.parse_args()
    print(json.dumps(measure(options.folder, options.data, options.evaluation), indent=1))


def measure(folder: Path, data: Path, evaluation: Path) -> dict[str, float]:
    """Name of a figure → its value in per cent (r: times 100)."""
    encoder = Encoder(folder)
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as place:
        for name, head in HEADS.items():
            for figure, value in head(encoder, data, evaluation, Path(place)).items():
                figures[f"{name} {figure}".strip()] = round(value, 2)
    return figures


def read(encoder: Encoder, text: str) -> Labels:
    """The labels of a plain text whose paragraphs are its lines."""
    return encoder.read(text, passages_of(text))


def score(
    script: Path, kind: str, gold: list[Row], predicted: Iterator[Row], folder: Path
) -> dict[str, Any]:
    """What a scorer prints, as JSON."""
    paths = folder / "gold.jsonl", folder / "predicted.jsonl"
    for path, rows in zip(paths, (gold, predicted), strict=True):
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    command = [sys.executable, str(script), *kind.split(), *map(str, paths)]
    if kind == "":
        command.append("--json")
    answer: dict[str, Any] = json.loads(subprocess.check_output(command, text=True))
    return answer


def _attribution(encoder: Encoder, data: Path, scorers: Path, folder: Path) -> dict[str, float]:
    gold = read_rows(data / "attribution" / "polnear-dev.jsonl.gz")

    def predict(row: Row) -> Row:
        passages = passages_of(row["text"])
        attributions = []
        for labels in encoder.read(row["text"], passages, threshold=SURE).cues:
            words = passages[labels.passage].words
            attributions.append(
                {
                    head: [
                        [words[n].start, words[n].end]
                        for n, value in enumerate(labels.roles)
                        if value == role
                    ]
                    for head, role in ROLES.items()
                }
            )
        return {"id": row["id"], "attributions": attributions}

    script = scorers / "attribution" / "score_attribution.py"
    figures = score(script, "", gold, map(predict, gold), folder)["figures"]
    return {head: 100 * figures[f"{head}.token"][2] for head in ROLES}


def _names(encoder: Encoder, data: Path, scorers: Path, folder: Path) -> dict[str, float]:
    found = {}
    for name in ("uner-ewt-dev", "politics-dev"):
        gold = read_rows(data / "names" / f"{name}.jsonl.gz")
        rows = (
            {
                "id": row["id"],
                "ents": [
                    [one.span.start, one.span.end, one.label]
                    for one in read(encoder, row["text"]).names
                ],
            }
            for row in gold
        )
        answer = score(scorers / "language" / "score_language.py", "names", gold, rows, folder)
        found[name] = _first_f(answer)
    return found


def _first_f(answer: dict[str, Any]) -> float:
    value = answer.get("micro", answer)
    number = next(value[key] for key in ("f1", "F1", "f", "F") if key in value)
    return 100 * number if number <= 1 else number


def _mentions(encoder: Encoder, data: Path, scorers: Path, folder: Path) -> dict[str, float]:
    gold = read_rows(data / "coref" / "ontogum-dev.jsonl.gz")
    singles = {row["id"]: row for row in read_rows(data / "coref" / "gum-dev.jsonl.gz")}
    rows, right, said, true, starts = [], 0, 0, 0, [0, 0, 0]
    for row in gold:
        labels = read(encoder, row["text"])
        spans = {(one.span.start, one.span.end) for one in labels.mentions}
        whole = {tuple(span) for cluster in singles[row["id"]]["clusters"] for span in cluster}
        right, said, true = right + len(spans & whole), said + len(spans), true + len(whole)
        begun = {start for start, _ in row["sents"]}
        starts[0] += len(begun & set(labels.sentences))
        starts[1] += len(labels.sentences)
        starts[2] += len(begun)
        rows.append({"id": row["id"], "clusters": clusters_of(labels)})
    answer = score(scorers / "language" / "score_language.py", "coref", gold, iter(rows), folder)
    number = float(answer.get("CoNLL", answer.get("conll", 0.0)))
    return {
        "found": 200 * right / (said + true),
        "links CoNLL": 100 * number if number <= 1 else number,
        "sentences": 200 * starts[0] / (starts[1] + starts[2]),
    }


def clusters_of(labels: Labels) -> list[list[list[int]]]:
    """The chains of mentions by their antecedents, those of one left out."""
    chain: list[int] = []
    for number, mention in enumerate(labels.mentions):
        chain.append(number if mention.antecedent is None else chain[mention.antecedent])
    found: dict[int, list[list[int]]] = {}
    for mention, first in zip(labels.mentions, chain, strict=True):
        found.setdefault(first, []).append([mention.span.start, mention.span.end])
    return [cluster for cluster in found.values() if len(cluster) > 1]


def _types(encoder: Encoder, data: Path, scorers: Path, folder: Path) -> dict[str, float]:
    gold = read_rows(data / "events" / "plv-dev.jsonl.gz")
    quads = {name: quad for quad, names in QUADS.items() for name in names}

    def predict(row: Row) -> Row:
        spans = [Span(*row[key]) if row[key] else None for key in ("source_span", "target_span")]
        chances = encoder.classify(row["text"], passages_of(row["text"]), spans[0], spans[1])
        best = EVENT_TYPES[max(range(len(chances)), key=chances.__getitem__)]
        sums = {q: sum(chances[EVENT_TYPES.index(n)] for n in names) for q, names in QUADS.items()}
        return {
            "id": row["id"],
            "type": best,
            "quad": max(sums, key=sums.__getitem__) or quads[best],
        }

    answer = score(scorers / "events" / "score.py", "types", gold, map(predict, gold), folder)
    return {"type": answer["type"]["macroF"], "quad": answer["quad"]["macroF"]}


def _relations(encoder: Encoder, data: Path, scorers: Path, folder: Path) -> dict[str, float]:
    gold = read_rows(data / "events" / "re3d-dev.jsonl.gz")
    rows = (
        {
            "id": row["id"],
            "events": [
                {"trigger": [one.start, one.end], "type": "", "args": []}
                for one in encoder.relations(row["text"], passages_of(row["text"]))
            ],
        }
        for row in gold
    )
    answer = score(scorers / "events" / "score.py", "spans", gold, rows, folder)
    return {"overlap": answer["overlap"]["Tri-I"]["F"]}


def _factuality(encoder: Encoder, data: Path, scorers: Path, folder: Path) -> dict[str, float]:
    found = {}
    for name in ("uds", "meantime"):
        gold = read_rows(data / "events" / f"factuality-{name}-dev.jsonl.gz")
        rows = (
            {
                "id": row["id"],
                "score": encoder.judge(row["text"], passages_of(row["text"]), Span(*row["span"])),
            }
            for row in gold
        )
        answer = score(scorers / "events" / "score.py", "fact", gold, rows, folder)
        found[f"{name} r"] = 100 * answer["r"]
        found[f"{name} three-way"] = answer["three_way"]["macroF"]
    return found


HEADS: dict[str, Callable[[Encoder, Path, Path, Path], dict[str, float]]] = {
    "attribution": _attribution,
    "names": _names,
    "mentions": _mentions,
    "types": _types,
    "relations": _relations,
    "factuality": _factuality,
}

if __name__ == "__main__":
    main()
