"""Which names may be one body's."""

from __future__ import annotations

import pytest

from onrecord.entities.bodies import defined_acronym, initials_of, is_acronym, match_bodies
from onrecord.entities.names import fold_words
from tests.entities.made import LEXICON


def rule(one: str, other: str, *, article: bool = False) -> str:
    return match_bodies(fold_words(one), fold_words(other), LEXICON, article=article)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the Coastal Guard", "Coastal Guard", "same-name"),
        ("State Department", "US Department of State", "alias"),
        ("US Embassy Corps", "Embassy Corps", "country-dropped"),
        ("Iranian Coastal Guard", "Coastal Guard", "country-dropped"),
        ("Rescue Organisation", "Rescue Organization", "spelling"),
        ("Calanda", "Calanda Airways", "short-form"),
        ("Tarn Airport", "Tarn International Airport", "short-form"),
    ],
)
def test_names_of_one_body(one: str, other: str, expected: str) -> None:
    assert rule(one, other) == expected
    assert rule(other, one) == expected


def test_a_general_word_is_a_short_form_behind_an_article() -> None:
    assert rule("Front", "Northern Front", article=True) == "short-form"
    assert rule("Front", "Northern Front") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("United Nations", "Charter of the United Nations"),
        ("Iran", "Iran Airways"),
        ("Wall Street", "Wall Street Journal"),
        ("House", "White House"),
        ("Northern Front", "Southern Front"),
    ],
)
def test_names_of_two_bodies(one: str, other: str) -> None:
    assert rule(one, other, article=True) == ""


def test_an_acronym_is_made_of_first_letters() -> None:
    assert is_acronym("CGC", "Coastal Guard Corps")
    assert is_acronym("C.G.C.", "Coastal Guard of the Corps")
    assert not is_acronym("CGC", "Coastal Guard")
    assert not is_acronym("Cgc", "Coastal Guard Corps")
    assert initials_of("Corps") == frozenset()


@pytest.mark.parametrize("behind", [" (CGC) met", "' (CGC) met", '’s ("CGC") met'])
def test_an_acronym_in_brackets_is_defined(behind: str) -> None:
    text = "Coastal Guard Corps" + behind
    found = defined_acronym(text, len("Coastal Guard Corps"))
    assert found is not None
    assert found[1] == "CGC"


def test_a_word_in_brackets_is_no_acronym() -> None:
    text = "Coastal Guard Corps (Tarn)"
    assert defined_acronym(text, len("Coastal Guard Corps")) is None
