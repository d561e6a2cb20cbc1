import pytest

from onrecord.stories.assertions.claims import read_claim
from onrecord.stories.assertions.figures import find_rival_numbers
from tests.stories.sourced_pages import WORDS


def rivals(one, other, *, contested=False):
    return find_rival_numbers(read_claim(one), read_claim(other), WORDS, contested=contested)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("There were three cracks in the bridge.", "One crack was found in the bridge."),
        ("The draft provides for a truce of 60 days.", "They discussed a ceasefire of 90 days."),
        ("The flood claimed 23 lives.", "Fourteen people died in the flooded valley."),
    ],
)
def test_two_numbers_of_one_thing(one, other):
    assert rivals(one, other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("At least two cracks were found in the bridge.", "Three cracks were found in the bridge."),
        ("The club costs its buyers 38 million crowns.", "A deposit of 4 million crowns was paid."),
        ("The ferry carried 231 passengers.", "The hospital treated 17 people from the ferry."),
    ],
)
def test_numbers_that_both_can_be_right(one, other):
    assert rivals(one, other) is None


def test_a_denial_makes_rivals_of_two_numbers_of_one_unit():
    pair = "The ferry carried 231 passengers.", "212 passengers were on the Havtern."
    assert rivals(*pair, contested=True) is not None
