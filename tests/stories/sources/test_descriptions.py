import pytest

from onrecord.stories.sources.descriptions import (
    head_noun,
    is_common,
    is_medium,
    is_medium_name,
    kind_of,
)
from tests.stories.sourced_pages import WORDS


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("a draft of an agreement", "draft"),
        ("two officials who spoke", "officials"),
        ("head of the Board", "head"),
    ],
)
def test_the_noun_of_a_phrase(phrase, noun):
    assert head_noun(phrase) == noun


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("the roads agency", "organisation"),
        ("an internal report", "document"),
        ("two officials", "group"),
        ("a farmer", "person"),
        ("Ada Wick", None),
    ],
)
def test_the_kind_that_a_noun_tells(phrase, kind):
    assert kind_of(phrase, WORDS) == kind


def test_a_description_is_no_name():
    assert is_common("head of the Food Board")
    assert not is_common("Food Board")


def test_media_are_known_by_description_and_by_name():
    assert is_medium("second news organisation", WORDS)
    assert not is_medium("roads organisation", WORDS)
    assert is_medium_name("Radio Skerry")
    assert not is_medium_name("Ada Wick")
