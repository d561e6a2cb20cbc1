"""A writer that is killed loses nothing that it acknowledged."""

from __future__ import annotations

from pathlib import Path

from bench.kills import kill_in_rounds

ROUNDS = 4


def test_a_kill_at_any_moment_loses_and_tears_nothing(tmp_path: Path) -> None:
    outcome = kill_in_rounds(tmp_path / "killed.db", ROUNDS)
    assert (outcome.lost, outcome.faults) == (0, ())
    assert outcome.acknowledged > 0
