from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Evidence, Span, hull

spans = st.tuples(st.integers(0, 500), st.integers(1, 100)).map(lambda p: Span(p[0], p[0] + p[1]))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3), (0, 0)])
def test_a_span_is_never_empty_backwards_or_in_front_of_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="a span cannot"):
        Span(start, end)


def test_a_span_cuts_code_points_not_bytes() -> None:
    assert Span(2, 7).cut("🚢 Größe 1") == "Größe"


@given(spans, spans)
def test_overlapping_is_mutual_and_what_covers_overlaps(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) or not one.covers(other)
    assert one.overlaps(other) == bool(
        set(range(one.start, one.end)) & set(range(other.start, other.end))
    )


def test_spans_that_touch_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))


@given(st.lists(spans, min_size=1))
def test_a_hull_is_the_smallest_span_that_covers_all(parts: list[Span]) -> None:
    around = hull(tuple(parts))
    assert all(around.covers(part) for part in parts)
    assert any(part.start == around.start for part in parts)
    assert any(part.end == around.end for part in parts)


def test_there_is_no_hull_of_nothing() -> None:
    with pytest.raises(ValueError, match="empty"):
        hull(())


@given(spans, st.integers(0, 50))
def test_a_shifted_span_keeps_its_length(span: Span, by: int) -> None:
    assert len(span.shift(by)) == len(span)
    assert span.shift(by).start == span.start + by


def test_evidence_rests_on_words() -> None:
    with pytest.raises(ValueError, match="without a span"):
        Evidence((), "rule:signed")


@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan")])
def test_a_score_is_a_probability(score: float) -> None:
    with pytest.raises(ValueError, match="probability"):
        Evidence((Span(0, 1),), "rule:signed", score)
