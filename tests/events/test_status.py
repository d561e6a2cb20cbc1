"""The status of any word."""

from __future__ import annotations

import pytest

from onrecord.events import read_status, weigh_factuality
from onrecord.events.standing import standing_of
from onrecord.record import Span
from tests.events.samples import place_of, sentences_of


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The baker closed her shop.", "closed", "actual"),
        ("The baker will close her shop.", "close", "planned"),
        ("The baker did not close her shop.", "close", "negated"),
        ("The baker may close her shop.", "close", "hypothetical"),
        ("The baker called off the sale.", "sale", "abandoned"),
    ],
)
def test_any_word_has_a_status(text: str, word: str, status: str) -> None:
    found = read_status(text, place_of(text, word), sentences_of(text))
    assert found is not None
    assert found.status == status


def test_a_word_outside_of_all_sentences_has_none() -> None:
    text = "The baker slept. She rose."
    assert read_status(text, place_of(text, "rose"), (Span(0, 16),)) is None


def test_what_is_negated_counts_for_no_more_than_that() -> None:
    assert weigh_factuality(2.5, standing_of("negated", "verb")) == -1.0
    assert weigh_factuality(-2.5, standing_of("negated", "verb")) == -2.5


def test_what_is_planned_is_not_negated() -> None:
    assert weigh_factuality(-2.5, standing_of("planned", "modal")) == -0.99


def test_what_no_word_marks_keeps_the_encoders_value() -> None:
    assert weigh_factuality(1.5, None) == weigh_factuality(1.5, standing_of("", "")) == 1.5
