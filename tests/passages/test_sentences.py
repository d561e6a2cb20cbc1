from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import languages
from onrecord.passages import find_sentences
from onrecord.record import Span

ABBREVIATIONS = frozenset(languages.load("en", "abbreviations")["abbreviations"])


def sentences_of(text: str) -> list[str]:
    whole = Span(0, len(text))
    return [span.cut(text) for span in find_sentences(text, whole, ABBREVIATIONS)]


def test_full_stops_question_and_exclamation_marks_end_sentences() -> None:
    assert sentences_of("It sank. Who knew? Nobody! So it is.") == [
        "It sank.",
        "Who knew?",
        "Nobody!",
        "So it is.",
    ]


def test_closing_marks_belong_to_the_sentence_before() -> None:
    assert sentences_of("“It sank.” She left. (Nobody knew.) He stayed.") == [
        "“It sank.”",
        "She left.",
        "(Nobody knew.)",
        "He stayed.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Bern said the port was safe.",
        "Gov. J. K. Danko was told at 3.30 p.m. on Monday.",
        "The U.S. Navy left.",
        "It cost 3.5 million.",
        "“Really?” asked the minister.",
        "Lt. Gen. Ada Bern agreed.",
    ],
)
def test_other_full_stops_end_nothing(text: str) -> None:
    assert sentences_of(text) == [text]


def test_only_the_given_paragraph_is_cut() -> None:
    text = "One. Two. Three. Four."
    assert [one.cut(text) for one in find_sentences(text, Span(5, 16), ABBREVIATIONS)] == [
        "Two.",
        "Three.",
    ]


@given(st.text(st.sampled_from("aB .!?…”\"\n'U1"), min_size=1, max_size=80))
def test_sentences_cover_all_but_the_space_between(text: str) -> None:
    end = 0
    for one in find_sentences(text, Span(0, len(text)), ABBREVIATIONS):
        assert not text[end : one.start].strip()
        assert one.start >= end
        end = one.end
    assert end == len(text) or not text[end:].strip()
