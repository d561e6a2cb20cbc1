"""What a text tells in particular."""

from __future__ import annotations

import pytest

from onrecord.record import Span
from onrecord.stories.provenance.particulars import (
    coverage,
    find_stems,
    numbers,
    page_stems,
    stems_in,
    weigh_stems,
)
from tests.stories.taking_pages import AGENCY, ORIGINAL


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sixty days", "60 day"),
        ("1,200 jobs", "1200 job"),
        ("investigators", "investigation"),
        ("the museum's door", "museum doors"),
        ("closed", "closing"),
    ],
)
def test_two_forms_of_a_word_are_one_stem(one: str, other: str) -> None:
    assert find_stems(one) == find_stems(other)


def test_words_of_every_report_are_no_particulars() -> None:
    assert (
        find_stems("It was said on Monday that they had been there, he told them.") == frozenset()
    )


def test_a_stem_of_one_page_weighs_more_than_one_of_all() -> None:
    weights = weigh_stems((ORIGINAL, AGENCY))
    assert weights.of("weir") > weights.of("new") or weights.of("weir") > 0
    assert weights.of("nowhere") > weights.of("weir") > 0


def test_coverage_is_the_share_of_the_weight() -> None:
    weights = weigh_stems((ORIGINAL, AGENCY))
    part = find_stems("The weir had cracked")
    assert coverage(part, page_stems(ORIGINAL), weights) == pytest.approx(1.0)
    assert coverage(part, page_stems(AGENCY), weights) == pytest.approx(0.0)
    assert coverage(frozenset(), page_stems(AGENCY), weights) == 0.0


def test_stems_are_cut_from_spans() -> None:
    assert stems_in("weir and seed", (Span(0, 4),)) == find_stems("weir")
    assert "14" in numbers()
