"""Contested claims, both sides quoted."""

from __future__ import annotations

from dataclasses import replace

from onrecord.painting.contest_words import (
    describe_against,
    describe_claim,
    order_contests,
    quote_span,
)
from onrecord.painting.event_words import register
from onrecord.record import Span
from tests.event_readings import TEXT, make_event_reading

READING = make_event_reading()
KNOWN = register(READING)


def test_all_that_stands_against_one_claim_stands_with_it() -> None:
    (claim,) = order_contests(READING)
    assert [one.kind for one in claim.against] == ["doubt", "denial"]


def test_two_claims_are_two() -> None:
    other = replace(READING.contests[0], id="c-other", claim=Span(0, 7), claim_statement=None)
    contested = order_contests(replace(READING, contests=(*READING.contests, other)))
    assert [len(one.against) for one in contested] == [1, 2]


def test_both_sides_say_whose_word_they_are() -> None:
    (claim,) = order_contests(READING)
    assert describe_claim(claim, KNOWN, TEXT).endswith("in December” — told by Kestria")
    assert [describe_against(one, KNOWN, TEXT) for one in claim.against] == [
        "doubted by this page: “No proof was provided”",
        "denied by Mila Daron: “We never attacked the embassy”",
    ]


def test_words_are_quoted_in_one_pair_of_marks() -> None:
    text = "He said: “It is not so,” twice."
    assert quote_span(Span(9, 24), text) == "“It is not so”"
    assert quote_span(Span(10, 15), text) == "“It is”"
