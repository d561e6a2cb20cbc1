"""Parts are laid into rows whole, each once, with little between them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.encoder.packing import PAIRS_A_BATCH, PIECES_A_BATCH, pack


@given(st.lists(st.integers(1, 510), max_size=60))
def test_each_piece_of_each_part_has_a_slot_of_its_own(lengths: list[int]) -> None:
    found: list[tuple[int, int]] = []
    for rows in pack(np.array(lengths, np.int64)):
        found += zip(rows.parts.tolist(), rows.within.tolist(), strict=True)
        assert len(np.unique(rows.slots)) == len(rows.slots)
        assert rows.slots.max() < rows.shape[0] * rows.shape[1]
    wanted = [(part, at) for part, length in enumerate(lengths) for at in range(length)]
    assert sorted(found) == wanted


@given(st.lists(st.integers(1, 510), min_size=1, max_size=60))
def test_a_part_stands_in_one_row_in_one_stretch(lengths: list[int]) -> None:
    for rows in pack(np.array(lengths, np.int64)):
        starts = rows.slots - rows.within
        for part in np.unique(rows.parts):
            slots = rows.slots[rows.parts == part]
            assert len(np.unique(starts[rows.parts == part])) == 1
            assert slots[0] // rows.shape[1] == slots[-1] // rows.shape[1]


def test_short_parts_fill_the_rows_of_long_ones() -> None:
    (rows,) = pack(np.array([100, 90, 30, 30, 30, 10, 10], np.int64))
    assert rows.shape[0] * rows.shape[1] < 1.15 * 300


@pytest.mark.parametrize("length", [10, 100, 256, 510])
def test_a_batch_holds_no_more_than_memory_allows(length: int) -> None:
    for rows in pack(np.full(40_000 // length, length, np.int64)):
        assert len(rows.slots) <= PIECES_A_BATCH
        assert len(rows.slots) * rows.shape[1] <= 1.6 * PAIRS_A_BATCH


def test_nothing_makes_no_rows() -> None:
    assert list(pack(np.zeros(0, np.int64))) == []


def test_values_are_laid_where_their_pieces_stand() -> None:
    (rows,) = pack(np.array([2, 3], np.int64))
    laid = rows.lay(10 * (rows.parts + 1) + rows.within)
    assert sorted(laid[laid > 0].tolist()) == [10, 11, 20, 21, 22]
