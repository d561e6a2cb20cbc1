from itertools import pairwise

import pytest

from onrecord.encoder import NameLabel
from onrecord.entities.place_names import find_nested_place_names, find_place_names
from onrecord.record import Span


def names_of(text, **labels):
    """Labels of the encoder: PER="Orin Vale" is that name wherever it stands."""
    found = []
    for label, name in labels.items():
        starts = [at for at in range(len(text)) if text.startswith(name, at)]
        found += [NameLabel(Span(at, at + len(name)), label, 0.9) for at in starts]
    return tuple(sorted(found, key=lambda one: one.span))


def found(text, **labels):
    return [span.cut(text) for span in find_place_names(text, names_of(text, **labels))]


def nested(text, **labels):
    return [span.cut(text) for span in find_nested_place_names(text, names_of(text, **labels))]


def test_what_the_encoder_calls_a_place_is_one_though_no_gazetteer_has_it():
    assert found("They met in Upper Kestria.", LOC="Upper Kestria") == ["Upper Kestria"]


@pytest.mark.parametrize(
    "text",
    [
        "A barn burned in Ruston on Monday.",
        "A barn burned near Ruston on Monday.",
        "The mayor of Ruston, La., resigned.",
        "Two from northern Ruston were hurt.",
        "RUSTON, La. (KNA) — The mayor resigned.",
        "RUSTON — The mayor resigned.",
        "The Ruston area is under water.",
    ],
)
def test_a_small_town_is_found_where_the_words_beside_it_say_so(text):
    assert "ruston" in [name.casefold() for name in found(text)]


@pytest.mark.parametrize("text", ["Ruston resigned.", "He asked Ruston to go.", "A Ruston of old."])
def test_a_small_town_with_nothing_beside_it_is_not(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "name", ["Iran", "the United States", "U.S.", "Texas", "Calif.", "Middle East", "Chicago"]
)
def test_what_everybody_knows_needs_nothing_beside_it(name):
    assert found(f"They say {name} will answer.") == [name.removeprefix("the ")]


def test_a_county_is_found():
    assert found("He fled Madison County last week.") == ["Madison County"]


def test_a_name_that_was_sure_once_is_found_again():
    text = "Ruston mourns. A barn burned in Ruston."
    assert found(text) == ["Ruston", "Ruston"]


def test_names_in_one_list_are_of_one_kind():
    assert found("Crews came from Bonham, Honey Grove and Clarksville.") == [
        "Bonham",
        "Honey Grove",
        "Clarksville",
    ]


def test_people_are_no_places():
    assert found("Paris Hilton came.", PER="Paris Hilton") == []
    assert found("It was said of Lincoln.", PER="Lincoln") == []


@pytest.mark.parametrize(
    "text", ["Mr. Houston left.", "They met Orin Houston in March.", "Judge Jackson ruled in May."]
)
def test_people_are_no_places_though_the_encoder_missed_them(text):
    assert found(text) == []


def test_a_surname_is_not_taken_for_a_town_later():
    assert found("They met Orin Houston. The talk turned to Houston again.") == []
    assert found("They met Orin Houston. Then they saw Houston laugh.") == []


def test_what_something_lies_in_is_a_place_though_somebody_is_called_so():
    assert found("They met Orin Houston. He lives in Houston.") == ["Houston"]


def test_a_place_in_the_name_of_a_body_is_nested():
    text = "The Oxford City Council sat with the University of Kent."
    assert "Oxford" not in found(text, ORG="Oxford City Council")
    assert nested(text) == ["Oxford", "Kent"]


def test_a_team_or_government_under_its_town_s_name_is_nested():
    assert nested("Then Boston won.", ORG="Boston") == ["Boston"]


def test_a_place_in_the_name_of_one_that_nobody_lists_is_nested():
    assert nested("They came to Kestrel Boston.", LOC="Kestrel Boston") == ["Boston"]


def test_a_word_for_people_is_nested_and_no_place():
    assert found("Two Iranian boats and a Texan came.") == []
    assert nested("Two Iranian boats and a Texan came.") == ["Iranian", "Texan"]


@pytest.mark.parametrize("text", ["in March", "from Congress", "at Christmas", "in University"])
def test_words_that_some_village_is_called_are_no_places(text):
    assert found(f"It was {text} that he went.") == []


def test_what_is_found_does_not_overlap_and_is_in_order():
    text = "Paris, Texas, lies in Lamar County, Texas. Paris is near Bonham and Honey Grove."
    spans = find_place_names(text, names_of(text, LOC="Paris"))
    assert list(spans) == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_a_state_beside_it_outweighs_a_doubtful_label():
    text = "A fire in Ruston, La., was put out."
    doubtful = (NameLabel(Span(10, 16), "PER", 0.5),)
    assert find_place_names(text, doubtful)[0] == Span(10, 16)


def test_a_label_stands_where_somebody_of_the_text_has_the_name():
    text = "Orin Ruston came. They found in Ruston a friend."
    assert found(text, PER="Orin Ruston") == ["Ruston"]
    both = (*names_of(text, PER="Orin Ruston"), NameLabel(Span(32, 38), "PER", 0.9))
    assert find_place_names(text, both) == ()


@pytest.mark.parametrize("text", ["A Ruston man was held.", "They asked Ruston police to come."])
def test_local_news_calls_people_and_police_by_their_town(text):
    assert found(text) == ["Ruston"]


def test_a_country_behind_it_in_a_list_makes_no_town():
    assert found("They asked Ruston and Iran to go.") == ["Iran"]
