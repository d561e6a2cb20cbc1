"""Places where somebody is spoken of."""

from __future__ import annotations

import pytest

from evaluation.entities import paragraphs_of
from evaluation.marked_text import read_marks
from onrecord.entities import find_chains
from onrecord.entities.points import kind_of_noun
from tests.entities.made import LEXICON


def points_of(marked: str) -> list[tuple[str, str, str]]:
    text, labels = read_marks(marked)
    found = find_chains(text, paragraphs_of(text), labels.names, labels.mentions, language="en")
    return [(one.span.cut(text), one.form, one.word) for one in found.points]


@pytest.mark.parametrize(
    ("word", "kind", "number"),
    [
        ("minister", "person", "one"),
        ("ministers", "group", "many"),
        ("police", "organisation", "one"),
        ("companies", "organisation", "many"),
        ("newspaper", "outlet", "one"),
        ("report", "document", ""),
        ("bridge", "facility", "one"),
        ("storm", "unknown", "one"),
        ("storms", "unknown", "many"),
    ],
)
def test_a_noun_tells_kind_and_number(word: str, kind: str, number: str) -> None:
    assert kind_of_noun(word, LEXICON) == (kind, number)


def test_a_mention_whose_head_is_a_name_is_the_name() -> None:
    assert points_of("{Mayor [Mirela Danko/PER]} left.") == [("Mirela Danko", "name", "")]


def test_pronouns_are_told_from_nouns() -> None:
    assert points_of("{He} saw {the captain}.") == [
        ("He", "pronoun", "he"),
        ("the captain", "nominal", "captain"),
    ]


def test_points_stand_in_the_order_of_the_text() -> None:
    found = points_of("{She} saw [Mirela Danko/PER] and {a captain}.")
    assert [words for words, _, _ in found] == ["She", "Mirela Danko", "a captain"]


def test_a_possessive_ending_is_no_part_of_a_mention() -> None:
    assert points_of("{The captain’s} dog") == [("The captain", "nominal", "captain")]
