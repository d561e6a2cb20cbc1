"""Nouns and pronouns led back to those who were named."""

from __future__ import annotations

import pytest

from onrecord.entities.linking import kind_of_noun
from tests.entities.made import LEXICON, entities_of, groups_of


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


def test_it_is_no_person() -> None:
    groups = groups_of("{[Mirela Danko/PER]/a} left. {It/a} rained.")
    assert groups == {"Mirela Danko": ("Mirela Danko",)}


def test_she_is_no_place() -> None:
    assert groups_of("{[Tarn/LOC]/a} slept. {She/a} left.") == {"Tarn": ("Tarn",)}


def test_a_link_from_the_encoder_is_a_merge_that_says_so() -> None:
    (danko,) = entities_of("{[Mirela Danko/PER]/a} left. {She/a} sang.")
    (merge,) = danko.merges
    assert (merge.rule, merge.reason) == ("encoder", "'She' means 'Mirela Danko'")


def test_a_noun_phrase_that_holds_the_name_is_no_mention_of_its_own() -> None:
    groups = groups_of("{The mayor, {[Mirela Danko/PER]/a}, /a} left.")
    assert groups == {"Mirela Danko": ("Mirela Danko",)}


def test_the_holder_of_an_office_is_not_one_of_another_country() -> None:
    groups = groups_of(
        "[Iranian/NORP] President [Hasan Roham/PER] met [US/LOC] President [Dara Quill/PER]. "
        "{The [Iranian/NORP] president} left."
    )
    assert groups["Hasan Roham"] == ("Hasan Roham", "The Iranian president")


def test_a_former_holder_is_not_the_holder() -> None:
    groups = groups_of("Former President [Dara Quill/PER] left. {The president} stayed.")
    assert groups == {"Dara Quill": ("Dara Quill",)}
