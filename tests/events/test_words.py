"""The words of a sentence with their base forms and places."""

from __future__ import annotations

from onrecord.record import Span
from tests.events.samples import sentence_of


def test_a_negation_is_a_word_of_its_own() -> None:
    assert sentence_of("They didn’t strike.").words == ("they", "did", "n’t", "strike", ".")


def test_a_name_and_its_case_are_two_words() -> None:
    assert sentence_of("Vell's guards").words == ("vell", "'s", "guards")


def test_a_hyphen_between_spaces_is_a_dash() -> None:
    assert sentence_of("a raid - a fact").words[2] == "–"
    assert sentence_of("air-raid").words[1] == "-"


def test_a_span_is_located_by_the_words_that_it_touches() -> None:
    sentence = sentence_of("Gunmen shot two men.")
    assert sentence.locate(Span(7, 15)) == (1, 3)
    assert sentence.locate(Span(0, 1)) == (0, 1)
    assert sentence.locate(Span(19, 20)) == (4, 5)


def test_a_span_in_white_space_is_nowhere() -> None:
    assert sentence_of("a  b").locate(Span(1, 3)) is None


def test_the_hull_of_words_is_their_span() -> None:
    assert sentence_of("Gunmen shot two men.").hull(1, 3) == Span(7, 15)
