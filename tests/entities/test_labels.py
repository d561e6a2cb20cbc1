"""Labels read as names, found again where the encoder saw none, with one label each."""

from __future__ import annotations

import time

import pytest

from evaluation.marked_text import read_marks
from onrecord.encoder import NameLabel
from onrecord.entities.labels import read_names
from onrecord.entities.names import Name
from onrecord.record import Span
from tests.entities.made import LEXICON


def names_of(marked: str) -> tuple[tuple[str, str], ...]:
    text, labels = read_marks(marked)
    return tuple(
        (name.span.cut(text), name.label) for name in read_names(text, labels.names, LEXICON)
    )


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("[The Northern Front/ORG] met.", "Northern Front"),
        ("[Mayor Mirela Danko/PER] met.", "Mirela Danko"),
        ("[Danko’s/PER] aide.", "Danko"),
        ("[the United States’/LOC] aide.", "United States"),
        ("[“Danko,/PER] she said.", "Danko"),
    ],
)
def test_titles_articles_and_possessives_stay_outside(marked: str, words: str) -> None:
    assert names_of(marked)[0][0] == words


def test_a_name_ends_with_its_paragraph() -> None:
    text = "Spoke to Mirela Danko\nYes"
    label = NameLabel(Span(9, len(text)), "PER", 0.9)
    assert [name.span.cut(text) for name in read_names(text, (label,), LEXICON)] == ["Mirela Danko"]


def test_words_written_like_a_name_are_one_too() -> None:
    found = names_of("[Northern Front/ORG] men. The Northern Front fell.")
    assert [words for words, _ in found] == ["Northern Front", "Northern Front"]


def test_a_word_that_only_begins_like_a_name_is_none() -> None:
    assert len(names_of("[Tarn/LOC] slept. Tarnish grew.")) == 1


def test_all_that_is_written_alike_has_one_label() -> None:
    found = names_of("[Onda/ORG] met. [Onda/ORG] left. [Onda/PROD] came.")
    assert {label for _, label in found} == {"ORG"}


def test_a_last_name_alone_is_a_person_whatever_its_label() -> None:
    found = names_of("[Mirela Danko/PER] met. [Danko/ORG] left.")
    assert found[1] == ("Danko", "PER")


def test_a_form_of_address_makes_a_person() -> None:
    assert names_of("[Mrs. Tarn/LOC] left.") == (("Tarn", "PER"),)


def test_a_form_of_address_tells_the_gender() -> None:
    text, labels = read_marks("[Mrs. Tarn/PER] left.")
    (name,) = read_names(text, labels.names, LEXICON)
    assert name.address == "she"


def test_two_labels_on_the_same_words_make_one_name() -> None:
    text = "Mirela Danko left."
    labels = (NameLabel(Span(0, 12), "PER", 0.9), NameLabel(Span(7, 12), "PER", 0.8))
    assert len(read_names(text, labels, LEXICON)) == 1


def test_a_long_text_without_a_full_stop_is_read_in_linear_time() -> None:
    text = "Mirela Danko and " * 60_000
    names = (NameLabel(Span(0, 12), "PER", 0.9),)
    began = time.process_time()
    found: tuple[Name, ...] = read_names(text, names, LEXICON)
    assert len(found) == 60_000
    assert time.process_time() - began < 20


def test_a_capital_is_nobody_unless_somebody_bears_its_name() -> None:
    assert names_of("[Washington/PER] denied it.") == (("Washington", "LOC"),)
    found = names_of("[Enno Washington/PER] left. [Washington/PER] denied it.")
    assert found[1] == ("Washington", "PER")


def test_a_doubtful_name_is_none_unless_capitals_show_it() -> None:
    text = "the old harbour and Tarn Harbour"
    doubtful = (NameLabel(Span(4, 15), "LOC", 0.3), NameLabel(Span(20, 32), "LOC", 0.3))
    found = read_names(text, doubtful, LEXICON)
    assert [name.span.cut(text) for name in found] == ["Tarn Harbour"]
