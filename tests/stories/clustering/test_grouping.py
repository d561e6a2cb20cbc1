"""Which pages tell of one real event."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from onrecord.stories.clustering.grouping import group_stories, undo_merge
from onrecord.stories.clustering.stream import StreamPage, page_of_text
from tests.stories.pages import REPORT

AGROUND = """Ferry Halcyon stuck off Port Ennis
Tugs failed on Monday to free the ferry Halcyon, which ran aground off Port Ennis with ninety people
on board. Brann Lines said its captain had left the channel. The coastguard saw no leak of oil."""
SEIZED = """Customs seize 3 tonnes of eels in Marrin harbour
Officers at Marrin opened two containers from Dorvale on Friday and found live eels worth 4 million.
Two men, Pavo Lindt and Erno Sahl, were held. Export of eels is forbidden, the ministry said."""
TRIAL = """Eel smugglers Lindt and Sahl charged in Marrin
Prosecutors in Marrin charged Pavo Lindt and Erno Sahl with smuggling eels worth 4 million, found by
customs in two containers from Dorvale in the harbour."""


def stories(*texts: str) -> list[tuple[str, ...]]:
    pages = [page_of_text(f"p{number}", text) for number, text in enumerate(texts)]
    return [story.articles for story in group_stories(pages)]


def test_pages_of_one_event_are_one_story_and_others_are_not():
    assert stories(REPORT, SEIZED, AGROUND, TRIAL) == [("p0", "p2"), ("p1", "p3")]


def test_pages_that_come_in_later_rename_no_story():
    first = [page_of_text("a", REPORT), page_of_text("b", SEIZED)]
    before = [story.id for story in group_stories(first)]
    more = [*first, page_of_text("c", AGROUND), page_of_text("d", TRIAL)]
    assert [story.id for story in group_stories(more)] == before


def test_a_merge_says_what_both_tell_of():
    (story,) = group_stories([page_of_text("a", REPORT), page_of_text("b", AGROUND)])
    (merge,) = story.merges
    assert (merge.first, merge.second) == ("a", "b")
    assert "halcyon" in merge.reason


def test_a_merge_can_be_undone():
    (story,) = group_stories([page_of_text("a", REPORT), page_of_text("b", AGROUND)])
    one, other = undo_merge(story, story.merges[0])
    assert (one.articles, other.articles) == (("a",), ("b",))
    assert one.id == story.id
    with pytest.raises(ValueError, match="no such merge"):
        undo_merge(one, story.merges[0])


def test_every_page_but_the_first_was_joined_by_one_merge():
    pages = [page_of_text(f"p{n}", text) for n, text in enumerate((REPORT, AGROUND, REPORT))]
    (story,) = group_stories(pages)
    assert len(story.merges) == len(story.articles) - 1


def test_the_same_page_a_thousand_times_is_one_story():
    (story,) = group_stories(page_of_text(f"p{number}", REPORT) for number in range(1000))
    assert len(story.articles) == 1000


def test_a_page_that_comes_twice_under_one_id_is_counted_once():
    (story,) = group_stories([page_of_text("a", REPORT)] * 2)
    assert story.articles == ("a",)


def test_no_pages_are_no_stories_and_an_empty_page_is_its_own():
    assert group_stories([]) == ()
    assert stories("", REPORT, "") == [("p0",), ("p1",), ("p2",)]


def test_a_page_without_a_day_joins_one_that_has_a_day():
    dated = page_of_text("a", REPORT, date(2024, 3, 1))
    assert len(group_stories([dated, page_of_text("b", AGROUND)])) == 1


def test_like_pages_of_different_years_are_two_stories():
    pages = [
        page_of_text("a", REPORT, date(2019, 3, 1)),
        page_of_text("b", AGROUND, date(2024, 3, 1)),
    ]
    assert len(group_stories(pages)) == 2


def test_a_page_from_the_future_drags_no_other_along():
    pages = [
        page_of_text("a", REPORT, date(2024, 3, 1)),
        page_of_text("b", REPORT, date(2099, 3, 1)),
        page_of_text("c", AGROUND, date(2024, 3, 2)),
    ]
    assert [story.articles for story in group_stories(pages)] == [("a", "c"), ("b",)]


def test_a_story_does_not_wander_from_what_it_began_with():
    words = [f"w{number}" for number in range(400)]
    start = date(2024, 1, 1)
    pages = [
        StreamPage(
            f"p{day}", " ".join(words[4 * day : 4 * day + 40]), *(start + timedelta(day),) * 2
        )
        for day in range(90)
    ]
    assert len(group_stories(pages)) > 1
