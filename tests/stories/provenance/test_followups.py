"""Articles that go on from their outlet's own."""

from __future__ import annotations

import pytest

from onrecord.stories.provenance.followups import find_followups
from tests.stories.taking_pages import ORIGINAL, read, shelf_of, shelved


def test_a_later_article_that_tells_more_of_the_same_goes_on_from_the_first() -> None:
    later = read("The Tarn Lantern", 5, "Divers saw the cracked weir of Ostrel, 14 metres long.")
    shelf = shelf_of(ORIGINAL, later)
    (found,) = find_followups(shelved(later, shelf), shelf)
    assert (found.parent, found.kind) == (ORIGINAL.article.id, "followup")


def test_an_article_that_shares_nothing_does_not() -> None:
    later = read("The Tarn Lantern", 5, "Bakers won the match against butchers by two goals.")
    shelf = shelf_of(ORIGINAL, later)
    assert find_followups(shelved(later, shelf), shelf) == ()


def test_the_first_article_goes_on_from_none() -> None:
    shelf = shelf_of(ORIGINAL)
    assert find_followups(shelved(ORIGINAL, shelf), shelf) == ()


@pytest.mark.parametrize(
    "words",
    [
        "As we reported on Monday, the weir is not what it was.",
        "What this newspaper revealed on Monday nobody denies any more.",
        "The Tarn Lantern reported the damage first.",
    ],
)
def test_who_says_what_it_told_before_goes_on_from_it_in_other_words(words: str) -> None:
    later = read("The Tarn Lantern", 5, f"{words}\nA goat was seen on it, and two boys with a rod.")
    shelf = shelf_of(ORIGINAL, later)
    (found,) = find_followups(shelved(later, shelf), shelf)
    assert found.parent == ORIGINAL.article.id
    assert found.spans
