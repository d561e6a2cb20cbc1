"""Predictions of the task copies."""

from __future__ import annotations

import json
from pathlib import Path

from evaluation.copies import find_pairs, make_article, predict_copies
from evaluation.copies_development import flatten

TEXT = (
    "The ferry Halcyon ran aground off Port Ennis on Sunday with ninety on board.\nNobody was hurt."
)


def test_two_rows_with_one_text_are_a_pair() -> None:
    rows = [{"id": name, "text": TEXT, "date": "2024-03-01"} for name in ("b", "a")]
    other = {"id": "c", "text": "Farmers drove sheep through the market of Vell on Friday at noon."}
    assert find_pairs([*rows, other]) == [["a", "b"]]


def test_gold_in_the_file_is_not_looked_at(tmp_path: Path) -> None:
    source = tmp_path / "docs.json"
    source.write_text(json.dumps({"docs": [], "pairs": [["a", "b", "cut"]]}))
    assert predict_copies(source) == {"pairs": []}


def test_each_line_of_a_row_is_a_paragraph() -> None:
    assert len(make_article({"id": "a", "text": TEXT}).blocks) == 2


def test_quotations_called_copies_are_a_share_of_their_number() -> None:
    answer = {"P": 1, "R": 0.5, "F1": 0.6667, "recall_by_edit": {"cut": 0.5},
              "quote_only_called_copies": "1 of 4"}  # fmt: skip
    gold = {"pairs": [["a", "b", "cut"], ["a", "c", "cut"]]}
    figures = flatten(answer, gold)
    assert figures["quotation_called_copy"] == (0.25, 4)
    assert figures["recall cut"] == (0.5, 2)
