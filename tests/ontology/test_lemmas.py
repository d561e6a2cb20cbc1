"""Base forms: irregular ones from the table, the others by the rules of spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ontology import load_lemmatiser

LEMMATISER = load_lemmatiser("en")


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("struck", "strike"),
        ("Strikes", "strike"),
        ("killings", "kill"),
        ("killed", "kill"),
        ("accusing", "accuse"),
        ("banned", "ban"),
        ("supplies", "supply"),
        ("supplied", "supply"),
        ("clashes", "clash"),
        ("met", "meet"),
        ("dying", "die"),
        ("withheld", "withhold"),
        ("freed", "free"),
    ],
)
def test_a_form_leads_to_its_base_form(word: str, lemma: str) -> None:
    assert LEMMATISER.lemma(word) == lemma


@pytest.mark.parametrize("word", ["news", "king", "this", "talks", "building", "witness", "red"])
def test_a_word_that_only_looks_like_a_form_stays(word: str) -> None:
    assert LEMMATISER.lemma(word) == word


@given(st.text(max_size=40))
def test_any_word_has_a_base_form_no_longer_than_itself_and_an_e(word: str) -> None:
    assert len(LEMMATISER.lemma(word)) <= max(len(word.lower()) + 1, len("withdraw") + 4)


def test_a_language_without_a_table_is_refused() -> None:
    with pytest.raises(LookupError):
        load_lemmatiser("xx")
