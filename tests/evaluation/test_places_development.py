import gzip
import json

import pytest

from evaluation import places
from evaluation.development import SHARED
from evaluation.places_development import HALVES, LOCAL_NEWS_FILE, measure_places
from onrecord.encoder import Labels

TEXT = "It rained in Tehran, and Qwertyville was dry."
TEHRAN = {"start": 13, "end": 19, "lat": 35.7, "lon": 51.4}
QWERTYVILLE = {"start": 25, "end": 36, "lat": 1.0, "lon": 1.0}


def test_data_that_is_not_there_is_skipped_with_a_word(tmp_path, capsys):
    assert list(measure_places(tmp_path, tmp_path)) == []
    assert "skipped" in capsys.readouterr().err


def test_both_halves_are_measured(tmp_path, monkeypatch):
    if not (SHARED / "evaluation" / "score_places.py").is_file():
        pytest.skip("the scorers are not here")
    monkeypatch.setattr(places, "read_labels", lambda _text: Labels(()))
    (tmp_path / "evaluation").symlink_to(SHARED / "evaluation")
    gold = tmp_path / "data" / LOCAL_NEWS_FILE
    gold.parent.mkdir(parents=True)
    rows = [
        {"id": str(number), "text": TEXT, "toponyms": [TEHRAN, QWERTYVILLE]} for number in range(20)
    ]
    gold.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    figures = {(one.set, one.metric): one for one in measure_places(tmp_path, tmp_path)}
    for half in HALVES:
        assert figures[f"lgl-dev, {half}", "found"].value == 0.5
        assert figures[f"lgl-dev, {half}", "acc@161_found"].value == 1.0
        assert figures[f"lgl-dev, {half}", "marked"].value == 1.0
    assert sum(one.cases for one in figures.values() if one.metric == "found") == 40
