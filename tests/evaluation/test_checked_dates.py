import csv
from datetime import date

import pytest

from evaluation.checked_dates import FILE, CheckedDate, read_checked, score_checked

GOLD = (
    {"id": "right", "date": "2020-01-05"},
    {"id": "corrected", "date": "2023-01-05"},
    {"id": "none", "date": "2020-01-05T10:00:00"},
    {"id": "missed", "date": "2020-01-07"},
    {"id": "without", "date": None},
)
CHECKED = {
    "corrected": CheckedDate("2023-01-05", "2020-01-05", "year wrong"),
    "none": CheckedDate("2020-01-05", "", "the day of a fair"),
}


def test_a_correction_takes_the_place_of_the_gold():
    predicted = [{"id": "right", "date": "2020-01-05"}, {"id": "corrected", "date": "2020-01-05"}]
    scores = score_checked(GOLD[:2], predicted, CHECKED)
    assert (scores.accuracy, scores.f1, scores.cases) == (1.0, 1.0, 2)


def test_a_page_that_names_no_day_does_not_count():
    scores = score_checked(GOLD[2:3], [{"id": "none", "date": "2020-01-05"}], CHECKED)
    assert scores.cases == 0


def test_a_missing_answer_costs_recall_alone():
    predicted = [{"id": "right", "date": "2020-01-05"}, {"id": "missed", "date": None}]
    scores = score_checked((GOLD[0], GOLD[3], GOLD[4]), predicted, {})
    assert scores.accuracy == 0.5
    assert scores.f1 == pytest.approx(2 / 3)


def test_a_correction_of_another_gold_is_refused():
    changed = [{"id": "corrected", "date": "2024-01-05"}]
    with pytest.raises(ValueError, match="look at the page again"):
        score_checked(changed, [], CHECKED)


def test_every_checked_day_is_a_day_with_its_reason():
    with FILE.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len({(row["set"], row["id"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["why"]
        for day in (row["gold"], row["checked"]):
            assert not day or date.fromisoformat(day)


def test_corrections_are_kept_apart_by_their_set():
    assert read_checked("naeb")
    assert read_checked("no such set") == {}
