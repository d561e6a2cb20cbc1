"""Links between names, each with its rule and its reason."""

from __future__ import annotations

from tests.entities.made import entities_of, groups_of, text_of


def test_a_merge_says_its_rule_and_its_reason() -> None:
    (danko,) = entities_of("[Mirela Danko/PER] spoke. [Danko/PER] left.")
    (merge,) = danko.merges
    assert (merge.rule, merge.reason) == (
        "last-name",
        "'Danko' is the last name of 'Mirela Danko'",
    )


def test_merges_of_an_entity_make_a_tree() -> None:
    text = "[Mirela Danko/PER] spoke. [Danko/PER] left. [M. Danko/PER] came. [Danko/PER] slept."
    (danko,) = entities_of(text)
    assert len(danko.merges) == len(danko.mentions) - 1
    assert len({one.second for one in danko.merges}) == len(danko.merges)


def test_what_is_written_alike_hangs_on_its_first_mention() -> None:
    marked = "[Mirela Danko/PER] spoke. [Danko/PER] left. [Danko/PER] slept."
    (danko,) = entities_of(marked)
    alike = next(one for one in danko.merges if one.rule == "same-name")
    assert (alike.first, alike.second) == (danko.mentions[1], danko.mentions[2])


def test_a_country_and_its_capital_are_two_places() -> None:
    groups = groups_of("It rained in [Iran/LOC] and in [Tehran/LOC].")
    assert set(groups) == {"Iran", "Tehran"}


def test_names_of_one_country_are_one_place() -> None:
    groups = groups_of("It rained in the [UK/LOC] and across [Britain/LOC].")
    assert list(groups.values()) == [("UK", "Britain")]


def test_nothing_is_merged_across_kinds() -> None:
    found = entities_of("[Jordan Quill/PER] left [Jordan/LOC].")
    assert [one.kind for one in found] == ["person", "place"]


def test_the_words_of_a_merge_stand_in_the_text() -> None:
    marked = "The [Coastal Guard Corps/ORG] (CGC) met. The [CGC/ORG] left."
    text = text_of(marked)
    (corps,) = entities_of(marked)
    assert {span.cut(text) for one in corps.merges for span in (one.first, one.second)} == {
        "Coastal Guard Corps",
        "CGC",
    }
