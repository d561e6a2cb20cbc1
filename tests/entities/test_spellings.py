"""Which spellings may be one name's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.entities.spellings import consonants_of, same_spelling

WORDS = st.text(alphabet="abcdefghiklmnopqrstuvyz", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("qasem", "qassem"),
        ("soleimeh", "suleimeh"),
        ("muhammad", "mohammed"),
        ("hussein", "hussain"),
        ("zelenka", "zelenca"),
        ("osama", "usama"),
        ("organization", "organisation"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert same_spelling(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dara", "sara"),
        ("dana", "dina"),
        ("maria", "mario"),
        ("daniel", "daniela"),
        ("miller", "muller"),
        ("orlan", "orlov"),
        ("lee", "le"),
    ],
)
def test_other_names_are_others(one: str, other: str) -> None:
    assert not same_spelling(one, other)


@given(WORDS, WORDS)
def test_the_order_of_two_spellings_does_not_matter(one: str, other: str) -> None:
    assert same_spelling(one, other) == same_spelling(other, one)


@given(WORDS, WORDS)
def test_spellings_of_one_name_have_the_same_consonants(one: str, other: str) -> None:
    if same_spelling(one, other):
        assert consonants_of(one) == consonants_of(other)
