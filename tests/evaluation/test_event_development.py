"""Events scored by the scorers that lie beside the development data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.development import SHARED
from evaluation.event_development import COMMANDS, EVENT_SETS, score_events
from evaluation.tasks import TASKS

SCORER = SHARED / "evaluation" / "events" / "score.py"
needs_scorer = pytest.mark.skipif(not SCORER.is_file(), reason="the scorers are not here")


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_every_set_has_a_task_and_a_scorer() -> None:
    assert {task for task, _, _ in EVENT_SETS} == set(COMMANDS)
    assert set(COMMANDS) <= set(TASKS)


@needs_scorer
def test_factuality_is_scored(tmp_path: Path) -> None:
    rows = [{"id": str(number), "score": float(number)} for number in (-3, 0, 3)]
    gold = write(tmp_path / "gold.jsonl", *rows)
    predicted = write(tmp_path / "predicted.jsonl", *rows)
    figures = score_events("factuality", gold, predicted, SHARED)
    assert figures == {"r": (1.0, 3), "MAE": (0.0, 3), "three_way_F1": (1.0, 3)}


@needs_scorer
def test_types_are_scored(tmp_path: Path) -> None:
    row = {"id": "1", "type": "AID", "quad": 2}
    gold = write(tmp_path / "gold.jsonl", row)
    figures = score_events("event-types", gold, write(tmp_path / "p.jsonl", row), SHARED)
    assert figures["type.macro_F1"] == figures["quad.macro_F1"] == (1.0, 1)


@needs_scorer
def test_triggers_are_scored(tmp_path: Path) -> None:
    row = {"id": "1", "events": [{"trigger": [0, 4], "type": "x", "args": []}]}
    gold = write(tmp_path / "gold.jsonl", row)
    figures = score_events("event-spans", gold, write(tmp_path / "p.jsonl", row), SHARED)
    assert figures["trigger overlap.F1"] == (1.0, 1)


@needs_scorer
def test_clusters_are_scored(tmp_path: Path) -> None:
    pytest.importorskip("scipy")
    mentions = [{"kind": "event", "sent": 0, "tokens": [n], "chain": "c"} for n in (1, 2)]
    gold = write(tmp_path / "gold.jsonl", {"doc": "a", "mentions": mentions})
    found = [{"doc": "a", "sent": 0, "tokens": [n], "cluster": 0} for n in (1, 2)]
    figures = score_events("event-coref", gold, write(tmp_path / "p.jsonl", *found), SHARED)
    assert figures["CoNLL.F1"] == (1.0, 2)
