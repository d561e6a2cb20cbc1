"""Predictions of the task stories and its figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.stories import predict_stories
from evaluation.stories_development import flatten, measure_stories
from tests.stories.pages import REPORT


def test_every_row_gets_a_story_and_like_rows_the_same():
    rows = [{"id": "a", "text": REPORT}, {"id": "b", "text": "Eels."}, {"id": "c", "text": REPORT}]
    first, other, again = predict_stories(rows)
    assert (first["id"], first["story"]) == ("a", again["story"])
    assert other["story"] != first["story"]


def test_the_scorers_line_is_read_into_figures():
    line = "B3 P/R/F 0.9/0.8/0.85 | pair P/R/F 0.7/0.6/0.65 | ARI 0.640 | clusters 6 vs gold 5\n"
    figures = flatten(line)
    assert figures["BCubed.F1"] == pytest.approx(0.85)
    assert figures["pairs.R"] == pytest.approx(0.6)
    assert figures["ARI"] == pytest.approx(0.64)


def test_absent_data_is_said_and_skipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert list(measure_stories(("stories",), tmp_path, tmp_path)) == []
    assert "skipped" in capsys.readouterr().err
