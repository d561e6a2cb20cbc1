"""People, bodies and places found with all their variants, from labels made by hand."""

from __future__ import annotations

from tests.entities.made import entities_of, groups_of


def test_a_last_name_means_the_person_named_in_full() -> None:
    groups = groups_of(
        "[Mirela Danko/PER] spoke. Later [Danko/PER] left, and [Danko/PER]’s aide too."
    )
    assert groups == {"Mirela Danko": ("Mirela Danko", "Danko", "Danko")}


def test_two_people_with_one_last_name_stay_two() -> None:
    groups = groups_of("[Dara Quill/PER] met [Sara Quill/PER] at noon.")
    assert set(groups) == {"Dara Quill", "Sara Quill"}


def test_a_title_is_a_role_and_no_part_of_the_name() -> None:
    (danko,) = entities_of("Former Ports Minister [Mirela Danko/PER] and Gov. [Danko/PER] are one.")
    assert (danko.name, danko.roles) == ("Mirela Danko", ("Former Ports Minister", "Gov."))


def test_a_government_that_acts_is_another_entity_than_its_country() -> None:
    found = entities_of(
        "[Tehran/LOC] denied it. Rain fell on [Tehran/LOC], far from [Iran/LOC]’s coast."
    )
    assert sorted((one.kind, one.name) for one in found) == [
        ("organisation", "Tehran"),
        ("place", "Iran"),
        ("place", "Tehran"),
    ]


def test_a_government_is_one_under_all_its_names() -> None:
    groups = groups_of("[Washington/LOC] denied it. The [United States/LOC] has agreed to wait.")
    assert list(groups.values()) == [("Washington", "United States")]


def test_a_pronoun_joins_whom_the_encoder_says_it_means() -> None:
    groups = groups_of("{[Mirela Danko/PER]/a} said {she/a} would go.")
    assert groups == {"Mirela Danko": ("Mirela Danko", "she")}


def test_a_pronoun_of_another_gender_is_not_taken() -> None:
    groups = groups_of("{Ports Minister [Mirela Danko/PER]/a} said {he/a} would go.")
    assert groups == {"Mirela Danko": ("Mirela Danko",)}


def test_a_chain_that_nobody_names_is_called_by_its_first_noun() -> None:
    (found,) = entities_of("{A senior docker/a} laughed. {The docker/a} left, and {he/a} sang.")
    assert (found.name, found.kind, found.resolved) == ("senior docker", "person", True)


def test_a_pronoun_of_nobody_is_no_entity() -> None:
    assert entities_of("{It/a} rained, and {it/a} was cold.") == ()


def test_reading_twice_gives_the_same_ids() -> None:
    text = "[Mirela Danko/PER] met the [Northern Front/ORG]."
    assert entities_of(text) == entities_of(text)
