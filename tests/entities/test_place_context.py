import pytest

from onrecord.entities.gazetteer import find_by_code, find_by_name
from onrecord.entities.place_context import find_clues, find_containers, is_inside
from onrecord.record import Span


def containers(text, name):
    start = text.index(name)
    return {
        place.region or place.country
        for place in find_containers(text, Span(start, start + len(name)))
    }


@pytest.mark.parametrize(
    "text",
    [
        "in Paris, Texas, on Monday",
        "in Paris, Tex., on Monday",
        "in Paris, TX 75460",
        "in Paris (Texas)",
        "Paris in Texas",
    ],
)
def test_the_state_behind_a_name_holds_it(text):
    assert containers(text, "Paris") == {"US.TX"}


def test_the_longest_name_of_a_state_holds():
    assert containers("in Charleston, West Virginia, today", "Charleston") == {"US.WV"}
    assert containers("in Charleston, W.Va., today", "Charleston") == {"US.WV"}


def test_a_country_holds_as_well():
    assert containers("in Tripoli, Lebanon, today", "Tripoli") == {"LB"}


@pytest.mark.parametrize("text", ["Paris, Monday", "Paris and Texas", "Paris", "Paris, Bonham"])
def test_other_words_hold_nothing(text):
    assert containers(text, "Paris") == set()


def test_a_city_lies_in_its_state_and_country_and_a_state_not_in_itself():
    texas, france = find_by_code("US.TX"), find_by_code("FR")
    dallas = next(place for place in find_by_name("Dallas") if place.region == "US.TX")
    assert texas is not None
    assert france is not None
    assert is_inside(dallas, texas)
    assert not is_inside(dallas, france)
    assert not is_inside(texas, texas)


def clues(text, *mentions):
    spans = tuple((Span(text.index(one), text.index(one) + len(one)),) for one in mentions)
    return {place.region or place.country for place in find_clues(text, spans)}


def test_states_and_countries_in_other_names_are_clues():
    assert clues("The Texas Rangers met the Kenya Red Cross.") == {"US.TX", "KE"}


def test_a_mention_is_no_clue_to_itself():
    assert clues("Texas won.", "Texas") == set()


@pytest.mark.parametrize("number", ["(318) 555-0199", "318-555-0199", "318/ 555-0199"])
def test_an_area_code_is_a_clue(number):
    assert clues(f"Call {number} for tickets.") == {"US.LA"}


@pytest.mark.parametrize("text", ["IN OR ME", "Room 318-5550", "99318-555-0199"])
def test_other_capitals_and_numbers_are_none(text):
    assert clues(text) == set()
