import json

import pytest

from evaluation.__main__ import main
from evaluation.times import predict_times

TEXT = "The ferry ran aground on Friday. It had been built in 1987."


def values(row, folder):
    return {
        TEXT[one["start"] : one["end"]]: one["value"]
        for one in predict_times(row, folder)["timexes"]
    }


@pytest.mark.parametrize("dct", ["1990-08-14", "1990-08-14T20:41", "1990-08-14T20:41:07"])
def test_a_day_of_publication_may_have_a_clock(dct, tmp_path):
    found = values({"id": "a", "text": TEXT, "dct": dct}, tmp_path)
    assert found == {"Friday": "1990-08-10", "1987": "1987"}


@pytest.mark.parametrize("row", [{}, {"dct": None}, {"dct": ""}])
def test_without_a_day_of_publication_nothing_is_counted_from_it(row, tmp_path):
    found = values({"id": "a", "text": TEXT, **row}, tmp_path)
    assert found["1987"] == "1987"
    assert found["Friday"].startswith("XXXX")


def test_the_seconds_of_reading_go_with_each_row(tmp_path):
    assert predict_times({"id": "a", "text": TEXT * 50}, tmp_path)["seconds"] > 0


def test_times_are_predicted_from_the_command_line(tmp_path):
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(json.dumps({"id": "a", "text": TEXT, "dct": "1990-08-16", "timexes": [1]}))
    assert main(["predict", "times", str(source), str(target)]) == 0
    (row,) = map(json.loads, target.read_text().splitlines())
    assert [set(one) for one in row["timexes"]] == [{"start", "end", "type", "value"}] * 2
