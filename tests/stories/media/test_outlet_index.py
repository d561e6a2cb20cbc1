"""Looking outlets up by what they are called."""

from __future__ import annotations

from onrecord.record import Span
from onrecord.stories.media.outlet_index import Names
from onrecord.stories.media.outlet_names import INITIALS, OTHER, SAME, SHORTENED
from onrecord.stories.media.outlets import find_outlets
from tests.stories.taking_pages import AGENCY, ORIGINAL, read

OUTLETS = find_outlets((ORIGINAL, AGENCY))
LANTERN, BNA = OUTLETS
NAMES = Names(OUTLETS)


def test_a_name_finds_its_outlet_and_says_how_surely() -> None:
    assert NAMES.called("the Tarn Lantern") == ((LANTERN,), SAME)
    assert NAMES.called("Lantern") == ((LANTERN,), SHORTENED)
    assert NAMES.called("BNA") == ((BNA,), INITIALS)
    assert NAMES.called("Tarn") == ((), OTHER)


def test_a_short_name_of_two_outlets_finds_both() -> None:
    other = read("Weir Lantern", 4, "It rained.")
    names = Names(find_outlets((ORIGINAL, AGENCY, other)))
    assert len(names.called("Lantern")[0]) == 2
    assert len(names.called("Weir Lantern")[0]) == 1


def test_hosts_find_whose_they_are() -> None:
    assert NAMES.at("tarnlantern.example") == (LANTERN,)
    assert NAMES.at("elsewhere.example") == ()


def test_what_is_left_of_a_name_without_its_medium_is_not_clear() -> None:
    names = Names(find_outlets((read("Pennick Radio", 1, "Rain."),)))
    assert names.called("Pennick")[1] == SHORTENED
    assert not names.is_clear("Pennick", Span(0, 7))
    assert names.is_clear("Pennick Radio", Span(0, 13))
