"""Who "he" or "she" is where the encoder leads to nobody."""

from __future__ import annotations

from tests.entities.made import entities_of, groups_of


def test_a_pronoun_without_a_link_is_the_person_near_by() -> None:
    groups = groups_of("[Mirela Danko/PER] left. {She} sang.")
    assert groups == {"Mirela Danko": ("Mirela Danko", "She")}


def test_a_link_to_the_wrong_gender_gives_way_to_one_that_fits() -> None:
    groups = groups_of("{[Piotr Danko/PER]/a} met [Maria Okabe/PER]. {She/a} sang.")
    assert groups["Maria Okabe"] == ("Maria Okabe", "She")


def test_the_person_spoken_of_most_is_meant() -> None:
    groups = groups_of(
        "[Maria Okabe/PER] left. [Okabe/PER] wept. [Okabe/PER] saw [Olga Brandt/PER]. {She} sang."
    )
    assert groups["Maria Okabe"][-1] == "She"


def test_nobody_is_meant_from_far_away() -> None:
    groups = groups_of("[Maria Okabe/PER] left. " + "It rained. " * 9 + "{She} sang.")
    assert groups == {"Maria Okabe": ("Maria Okabe",)}


def test_such_a_merge_says_that_it_is_a_guess_of_nearness() -> None:
    (okabe,) = entities_of("[Maria Okabe/PER] left. {She} sang.")
    (merge,) = okabe.merges
    assert (merge.rule, merge.score) == ("salience", 0.8)


def test_they_are_the_group_near_by() -> None:
    groups = groups_of("[Republicans/NORP] met [Maria Okabe/PER]. {They} sang.")
    assert groups["Republicans"] == ("Republicans", "They")


def test_it_is_left_to_the_encoder() -> None:
    assert groups_of("[Onda Tarn/ORG] grew. {It} rained.") == {"Onda Tarn": ("Onda Tarn",)}
