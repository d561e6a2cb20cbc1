import gzip
import json

import pytest

from evaluation.development import SHARED
from evaluation.times_development import (
    HALVES,
    METRICS,
    NEWS,
    NEWS_FILES,
    find_half,
    measure_development,
    missing_corpora,
)


def test_the_half_of_a_text_hangs_on_its_id_alone():
    assert find_half({"id": "wsj_0026"}) == find_half({"id": "wsj_0026", "text": "x"})
    assert {find_half({"id": str(number)}) for number in range(20)} == set(HALVES)


def test_corpora_that_are_not_there_are_named(tmp_path):
    assert len(missing_corpora(tmp_path)) == 3
    assert list(measure_development(tmp_path, tmp_path)) == []


def test_both_halves_and_the_policies_are_measured(tmp_path):
    if missing_corpora(SHARED):
        pytest.skip("the development data is not here")
    data = tmp_path / "data" / "time"
    data.mkdir(parents=True)
    (tmp_path / "evaluation").symlink_to(SHARED / "evaluation")
    text = "She left on Friday."
    time = {"start": 12, "end": 18, "type": "DATE", "value": "2020-01-03"}
    rows = [
        {"id": str(number), "text": text, "dct": "2020-01-06", "timexes": [time]}
        for number in range(20)
    ]
    for path, part in zip(NEWS_FILES, (rows[:10], rows[10:]), strict=True):
        lines = "\n".join(map(json.dumps, part))
        (tmp_path / "data" / path).write_bytes(gzip.compress(lines.encode()))
    figures = {(one.set, one.metric): one for one in measure_development(tmp_path, tmp_path)}
    for half in HALVES:
        assert {metric for name, metric in figures if name == f"{NEWS}, {half}"} >= set(METRICS)
        assert figures[f"{NEWS}, {half}", "value_F1"].value == 1.0
        assert figures[f"{NEWS}, {half}", "words_per_s"].value > 1
    assert figures[NEWS, "policy weekday"].cases == 20
