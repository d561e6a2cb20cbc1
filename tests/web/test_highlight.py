"""Words that were looked for, marked in a text of any length."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Span
from onrecord.web.highlight import Piece, cut_around, cut_pieces

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda one: Span(one[0], sum(one))),
    max_size=12,
)


def test_every_word_that_was_found_is_marked() -> None:
    pieces = cut_pieces("the hull and the letter", (Span(17, 23), Span(4, 8)))
    assert [one.words for one in pieces if one.marked] == ["hull", "letter"]


def test_marks_that_overlap_become_one() -> None:
    assert cut_pieces("harbour", (Span(0, 4), Span(2, 6))) == (
        Piece("harbou", True),
        Piece("r", False),
    )


@given(st.text(max_size=50), SPANS)
def test_the_pieces_put_together_are_the_text(text: str, spans: list[Span]) -> None:
    pieces = cut_pieces(text, spans)
    assert "".join(one.words for one in pieces) == text
    covered = {at for one in spans for at in range(one.start, min(one.end, len(text)))}
    assert sum(len(one.words) for one in pieces if one.marked) == len(covered)


def test_what_stands_around_is_cut_at_words() -> None:
    text = "The hull was cracked and nobody had seen the letter at all."
    pieces = cut_around(text, (Span(25, 31),), 10)
    assert "".join(one.words for one in pieces) == "…and nobody had seen …"
    assert [one.words for one in pieces if one.marked] == ["nobody"]
