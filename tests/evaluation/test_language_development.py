"""Names and clusters scored by the scorers that lie beside the development data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.development import SHARED
from evaluation.language_development import score_language
from evaluation.rows import Row

TEXT = "Mirela Danko met Ada Bern. She laughed."
SCORER = SHARED / "evaluation" / "language" / "score_language.py"
needs_scorer = pytest.mark.skipif(not SCORER.is_file(), reason="the scorers are not here")


def write(path: Path, row: Row) -> Path:
    path.write_text(json.dumps(row) + "\n")
    return path


@needs_scorer
def test_names_are_scored_by_label(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", {"id": "d", "text": TEXT, "ents": [[0, 12, "PER"]]})
    predicted = write(tmp_path / "predicted.jsonl", {"id": "d", "ents": [[0, 12, "PER"]]})
    figures = score_language("names", "some", gold, predicted, SHARED)
    assert figures["names.F1"] == figures["PER.F1"] == (1.0, 1)


@needs_scorer
def test_clusters_are_scored_with_their_pronouns(tmp_path: Path) -> None:
    clusters = [[[0, 12], [27, 30]]]
    row = {"id": "d", "text": TEXT, "genre": "news", "clusters": clusters}
    gold = write(tmp_path / "gold.jsonl", row)
    predicted = write(tmp_path / "predicted.jsonl", {"id": "d", "clusters": clusters})
    figures = score_language("coref", "some", gold, predicted, SHARED)
    assert figures["CoNLL.F1"] == (1.0, 2)
    assert figures["pronouns right"] == (1.0, 1)
