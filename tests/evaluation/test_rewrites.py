"""How rewrites are measured."""

from __future__ import annotations

from evaluation.rewrite_pairs import read_row
from evaluation.rewrites_development import FILE, score_rewrites
from evaluation.rows import read_gold
from onrecord.record import Derivation

ROWS = [
    {"id": "s", "role": "source", "of": None},
    {"id": "r", "role": "rewrite", "of": "s"},
    {"id": "i", "role": "independent", "of": None},
    {"id": "f", "role": "followup", "of": "s"},
]


def pair(first: str, second: str) -> Derivation:
    return Derivation(second, first, "rewrite", "none", "test", "because")


def test_a_rewrite_is_found_in_either_order_but_right_in_one() -> None:
    figures = score_rewrites(ROWS, [pair("r", "s")])
    assert figures["recall"] == (1.0, 1)
    assert figures["direction right"] == (0.0, 1)


def test_an_independent_report_in_any_pair_is_wrongly_taken() -> None:
    figures = score_rewrites(ROWS, [pair("s", "r"), pair("r", "i")])
    assert figures["independent_called_rewrite"] == (1.0, 1)
    assert figures["precision"] == (0.5, 2)


def test_a_followup_of_its_source_is_wrongly_taken_for_a_rewrite() -> None:
    figures = score_rewrites(ROWS, [pair("s", "f")])
    assert figures["followup_called_rewrite"] == (1.0, 1)
    assert figures["direction right"] == (0.0, 0)


def test_every_row_of_the_set_is_an_article_with_outlet_and_minute() -> None:
    articles = [read_row(row) for row in read_gold(FILE)]
    assert all(one.outlet and one.date("published") for one in articles)
