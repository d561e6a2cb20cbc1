"""Nouns and pronouns led back to those who were named."""

from __future__ import annotations

from tests.entities.made import entities_of, groups_of


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


def test_a_noun_beside_a_name_means_its_bearer() -> None:
    (danko,) = entities_of("{The mayor of Rivo}, [Mirela Danko/PER], left.")
    assert [(merge.rule, merge.score) for merge in danko.merges] == [("role", 0.9)]


def test_an_island_is_not_the_town_on_it() -> None:
    groups = groups_of("{[Coron/LOC]/a} slept. {[Coron Island/LOC]/a} did not.")
    assert set(groups) == {"Coron", "Coron Island"}
