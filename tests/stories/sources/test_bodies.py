import pytest

from onrecord.stories.sources.bodies import same_body
from tests.stories.sourced_pages import WORDS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("agency", "roads agency"),
        ("hospital", "hospital in Nordvik"),
        ("fire brigade", "Rivo fire brigade"),
        ("Ministry of Defence", "defence ministry"),
        ("SHF", "players' union SHF"),
        ("Brann", "Brann Dairies"),
    ],
)
def test_names_of_one_body(one, other):
    assert same_body(one, other, WORDS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("city council", "county council"),
        ("roads agency", "water agency"),
        ("hospital", "police"),
        ("Varn Line", "Brann Line"),
    ],
)
def test_names_of_two_bodies(one, other):
    assert not same_body(one, other, WORDS)
