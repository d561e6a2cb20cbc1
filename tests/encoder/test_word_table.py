"""Each word has the vector of the passage that answers for it."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.encoder.layout import PLACES, WHOLE
from onrecord.encoder.word_table import make_table, runs, scale, sigmoid, softmax
from onrecord.passages import divide, find_quotations
from tests.passages.test_quotations import paragraphs_of


def test_windows_of_one_paragraph_give_one_row_a_word() -> None:
    text = "word " * 300 + "\nNext line."
    passages = divide(text, paragraphs_of(text), find_quotations(text, paragraphs_of(text)))
    numbers = np.repeat(np.arange(len(passages)), [len(one.core) for one in passages])
    table = make_table(text, passages, np.tile(numbers[:, None], WHOLE).astype(np.float32))
    assert len(passages) > 2
    assert len(table.spans) == 303 == len(table.forms) == len(table.quoted)
    assert [len(one) for one in table.paragraphs] == [300, 3]
    assert len(set(table.spans)) == 303
    assert table.vectors[0, 0] == 0
    assert table.vectors[-1, 0] == len(passages) - 1


def test_no_passages_make_an_empty_table() -> None:
    table = make_table("", (), np.zeros((0, WHOLE), np.float32))
    assert table.spans == ()
    assert table.part("tags").shape == (0, PLACES["tags"].stop)


def test_runs_are_half_open() -> None:
    assert runs(np.array([True, True, False, True])) == [(0, 2), (3, 4)]
    assert runs(np.zeros(0, bool)) == []


def test_a_slope_below_one_takes_certainty_away() -> None:
    assert scale(0.9, 1.0) == pytest.approx(0.9)
    assert 0.5 < scale(0.9, 0.5) < 0.9
    assert 0.1 < scale(0.1, 0.5) < 0.5
    assert scale(0.0, 0.5) == 0.0
    assert scale(1.0, 0.5) == 1.0


def test_a_shift_moves_all_scores_one_way() -> None:
    assert scale(0.5, 1.0, -1.0) == pytest.approx(1 - scale(0.5, 1.0, 1.0))
    assert scale(0.5, 1.0, -1.0) < 0.3


def test_chances_stay_finite_for_any_logits() -> None:
    logits = np.array([-1e9, 0.0, 1e9], np.float32)
    assert np.isfinite(sigmoid(logits)).all()
    assert softmax(logits).sum() == pytest.approx(1.0)
