"""What an entity is called."""

from __future__ import annotations

from onrecord.entities.naming import choose_name, match_names, may_be_one, trim_description
from tests.entities.made import LEXICON


def test_the_fullest_name_wins() -> None:
    assert choose_name(["Danko", "Mirela Danko", "Danko"], "person") == "Mirela Danko"
    assert choose_name(["CGC", "Coastal Guard Corps"], "organisation") == "Coastal Guard Corps"


def test_of_two_full_names_the_one_used_most_wins() -> None:
    names = ["Enno Brandt", "Enno A. Brandt", "Enno Brandt"]
    assert choose_name(names, "person") == "Enno Brandt"


def test_a_government_is_called_what_the_page_calls_it_most() -> None:
    names = ["United States", "Washington", "Washington"]
    assert choose_name(names, "organisation", country=True) == "Washington"


def test_brackets_of_the_page_are_no_part_of_a_name() -> None:
    assert choose_name(["Jim] Orlan"], "person") == "Jim Orlan"


def test_kinds_that_readers_may_confuse() -> None:
    assert may_be_one("outlet", "organisation")
    assert not may_be_one("person", "place")


def test_a_last_name_counts_only_near_by() -> None:
    assert match_names("Mirela Danko", "Danko", "person", LEXICON, near=True)
    assert not match_names("Mirela Danko", "Danko", "person", LEXICON)


def test_a_description_loses_its_article() -> None:
    assert trim_description("the senior docker", LEXICON) == "senior docker"
    assert trim_description("Docker", LEXICON) == "Docker"
