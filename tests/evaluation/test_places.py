import json

import pytest

from evaluation import places
from evaluation.__main__ import main
from evaluation.places import locate_names, predict_places
from onrecord.encoder import Labels, NameLabel
from onrecord.record import Span

TEXT = "A Texan left Paris, Texas. The Paris Police Department in Paris looked for her."


def test_every_name_of_a_place_is_located():
    found = [(span.cut(TEXT), place.region) for span, place in locate_names(TEXT, ())]
    assert found == [
        ("Texan", "Texas"),
        *[("Paris", "Texas"), ("Texas", "Texas")],
        *[("Paris", "Texas")] * 2,
    ]


def test_a_name_is_located_once():
    spans = [span for span, _ in locate_names(TEXT, (NameLabel(Span(13, 18), "LOC", 0.9),))]
    assert len(spans) == len(set(spans))


@pytest.fixture
def _no_names(monkeypatch):
    monkeypatch.setattr(places, "read_labels", lambda _text: Labels(()))


@pytest.mark.usefixtures("_no_names")
def test_a_prediction_has_offsets_and_degrees(tmp_path):
    (place,) = predict_places({"id": "a", "text": "It rained in Tehran."}, tmp_path)["places"]
    assert (place["start"], place["end"]) == (13, 19)
    assert (place["lat"], place["lon"]) == pytest.approx((35.69, 51.42), abs=0.1)


@pytest.mark.usefixtures("_no_names")
def test_places_are_predicted_from_the_command_line(tmp_path):
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(json.dumps({"id": "a", "text": TEXT, "toponyms": [1]}))
    assert main(["predict", "places", str(source), str(target)]) == 0
    (row,) = map(json.loads, target.read_text().splitlines())
    assert {frozenset(one) for one in row["places"]} == {frozenset(("start", "end", "lat", "lon"))}
