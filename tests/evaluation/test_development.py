import gzip

import pytest

from evaluation import __main__ as commands
from evaluation.development import SETS, SHARED, TASK_NAMES, measure, score_predictions
from evaluation.event_development import EVENT_SETS
from evaluation.language_development import LANGUAGE_SETS
from evaluation.tasks import TASKS


def test_every_set_belongs_to_a_task():
    # The dumps are not here: their lines are measured where the classifier is trained. The times
    # have halves and a module of their own, and so have names, coreference, places,
    # events, copies and stories.
    apart = {"dumps", "times", "places", "copies", "rewrites", "stories", "tracing"}
    apart |= {task for task, _, _ in (*LANGUAGE_SETS, *EVENT_SETS)}
    assert {one.task for one in SETS} == set(TASKS) - apart
    assert {"casebook", "times-casebook"} <= set(TASK_NAMES)


def test_data_that_is_not_there_is_skipped_with_a_word(tmp_path, capsys):
    elsewhere = tuple(task for task in TASKS if task != "rewrites")  # their texts are our own
    assert list(measure(elsewhere, tmp_path, shared=tmp_path)) == []
    assert "skipped" in capsys.readouterr().err


def test_a_run_without_data_ends_well(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(commands, "SHARED", tmp_path)
    monkeypatch.setattr(commands, "measure", lambda *_arguments, **_options: iter(()))
    assert commands.main(["run"]) == 0
    assert "there is no development data" in capsys.readouterr().out


def test_the_scorers_understand_the_predictions(tmp_path):
    gold = SHARED / "data" / "pages" / "aeb-gold.jsonl.gz"
    if not gold.is_file():
        pytest.skip("the development data is not here")
    few = tmp_path / "gold.jsonl.gz"
    with gzip.open(gold, "rt") as lines:
        few.write_bytes(gzip.compress("".join(next(lines) for _ in range(3)).encode()))
    (tmp_path / "predicted.jsonl").write_text("")
    figures = score_predictions(SETS[1], few, tmp_path / "predicted.jsonl", SHARED)
    assert figures["F1"] == (0.0, 3)


def test_days_are_scored_against_checked_gold_as_well(tmp_path):
    gold = SHARED / "data" / "pages" / "naeb-gold.jsonl.gz"
    if not gold.is_file():
        pytest.skip("the development data is not here")
    naeb = next(one for one in SETS if one.name == "naeb")
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("")
    figures = score_predictions(naeb, gold, predicted, SHARED)
    assert figures["date_checked_F1"] == (0.0, 237)
    assert figures["date_checked_acc"] == (0.0, 237)
