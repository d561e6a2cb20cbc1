"""Names that tables know where the encoder saw none."""

from __future__ import annotations

import time

import pytest

from onrecord.entities.labels import read_names
from tests.entities.made import LEXICON


def names_of(text: str, *, outlet: str = "") -> list[tuple[str, str]]:
    found = read_names(text, (), LEXICON, outlet=outlet)
    return [(name.span.cut(text), name.label) for name in found]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("the State Department said so", "State Department", "ORG"),
        ("he told the BBC that", "BBC", "ORG"),
        ("it rained in Portugal then", "Portugal", "LOC"),
        ("and Tehran denied it", "Tehran", "LOC"),
        ("told the Calanda Islander in May", "Calanda Islander", "ORG"),
    ],
)
def test_a_known_name_is_found(text: str, name: str, label: str) -> None:
    assert names_of(text) == [(name, label)]


@pytest.mark.parametrize(
    "text",
    [
        "Chad left early",
        "it snowed in Tehran",
        "the United Portugal Party met",
        "see en-US:official and a@BBC.example",
        "he told Ada that",
    ],
)
def test_what_may_be_another_word_is_left_alone(text: str) -> None:
    assert names_of(text) == []


def test_the_outlet_of_the_page_is_known_in_it() -> None:
    text = "The Evening Pilot rang. Few spoke to the Pilot; pilots were rare."
    assert names_of(text, outlet="Evening Pilot") == [("Evening Pilot", "ORG"), ("Pilot", "ORG")]


def test_a_long_text_is_searched_in_linear_time() -> None:
    began = time.process_time()
    assert names_of("the Old Tarn and so on " * 40_000)[:1] == []
    assert time.process_time() - began < 20
