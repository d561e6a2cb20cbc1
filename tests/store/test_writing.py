"""Paragraphs are cut into passages that a screen can show, and nothing is left out."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Span
from onrecord.store.writing import LONGEST_PASSAGE, cut_passage


@given(st.text(st.sampled_from("ab \n"), min_size=1, max_size=4_000), st.data())
def test_passages_cover_all_but_single_spaces(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    block = Span(start, len(text))
    pieces = list(cut_passage(text, block))
    assert all(len(one) <= LONGEST_PASSAGE for one in pieces)
    assert pieces[0].start == block.start
    assert pieces[-1].end == block.end or text[pieces[-1].end :].isspace()
    between = [text[one.end : two.start] for one, two in pairwise(pieces)]
    assert all(one in ("", " ", "\n") for one in between)


def test_a_paragraph_without_a_space_is_cut_all_the_same() -> None:
    text = "x" * (2 * LONGEST_PASSAGE + 5)
    assert [len(one) for one in cut_passage(text, Span(0, len(text)))] == [
        LONGEST_PASSAGE,
        LONGEST_PASSAGE,
        5,
    ]


def test_a_megabyte_in_one_paragraph_is_cut_in_linear_time() -> None:
    text = "word " * 200_000
    assert len(list(cut_passage(text, Span(0, len(text))))) < 1_000
