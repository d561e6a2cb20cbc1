"""The pages side by side: what may have fed what."""

from __future__ import annotations

from dataclasses import replace

from onrecord.record import CopyGroup, CopyPair, Reading, Story
from onrecord.stories.provenance.shelf import dates_known, is_undated, may_feed, shelve
from tests.stories.pages import page
from tests.stories.taking_pages import ORIGINAL, STAMP, read, shelf_of, shelved

LATER = read("Morning Kite", 5, "The weir was cracked, it was told.")
UNDATED = Reading(article=page("The weir is cracked.", outlet="Dull Daily"), stamp=STAMP)


def test_a_page_may_take_from_what_came_before_it() -> None:
    shelf = shelf_of(ORIGINAL, LATER)
    first, second = shelved(ORIGINAL, shelf), shelved(LATER, shelf)
    assert may_feed(first, second)
    assert dates_known(first, second)
    assert shelf.earlier(second) == (first,)
    assert shelf.earlier(first) == ()


def test_a_page_without_a_date_may_have_been_there_first_but_nobody_knows() -> None:
    shelf = shelf_of(ORIGINAL, UNDATED)
    first, second = shelved(ORIGINAL, shelf), shelved(UNDATED, shelf)
    assert may_feed(first, second)
    assert may_feed(second, first)
    assert is_undated(first, second)
    assert not dates_known(first, second)


def test_pages_of_two_stories_feed_nobody() -> None:
    stories = (Story("a", (ORIGINAL.article.id,)), Story("b", (LATER.article.id,)))
    shelf = shelve((ORIGINAL, LATER), stories)
    assert shelf.earlier(shelved(LATER, shelf)) == ()


def test_a_later_version_is_out_only_from_its_change_on() -> None:
    url = "https://lantern.example/weir"
    old = page("The weir is cracked.", url=url, outlet="Lantern", published="2031-03-03T08:00Z")
    new = page(
        "The weir is cracked twice.",
        url=url,
        outlet="Lantern",
        published="2031-03-03T08:00:00+00:00",
        modified="2031-03-03T18:00:00+00:00",
    )
    noon = page("A report.", outlet="Kite", published="2031-03-03T12:00:00+00:00")
    readings = tuple(Reading(article=one, stamp=STAMP) for one in (old, new, noon))
    shelf = shelf_of(*readings)
    assert [one.id for one in shelf.earlier(shelf.page(noon.id))] == [old.id]
    assert shelf.holds(new.id)
    assert not shelf.holds("a0")


def test_an_article_in_no_story_stands_alone() -> None:
    shelf = shelve((ORIGINAL, replace(LATER)), ())
    assert shelf.earlier(shelved(LATER, shelf)) == ()


def test_a_copy_of_a_page_is_none_that_it_took_from() -> None:
    ids = (ORIGINAL.article.id, LATER.article.id)
    group = CopyGroup("c", ids, (CopyPair(*ids, "copy", 0.9, "the same words"),))
    shelf = shelve((ORIGINAL, LATER), (Story("s", ids),), (group,))
    assert shelf.earlier(shelved(LATER, shelf)) == ()
    assert shelf.same_story(*shelf.pages)
