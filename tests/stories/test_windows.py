"""Pages that are too many to be held at once are judged in windows, and what goes on is joined."""

from __future__ import annotations

from datetime import timedelta

import pytest

from onrecord.record import Judgements, Reading
from onrecord.stories.clustering.grouping import undo_merge
from onrecord.stories.trace import read_corpus
from onrecord.stories.windows import Window, judge_windows, plan_windows
from tests.stories.pages import REPORT
from tests.stories.weeks import DAYS, FIRST, PAGES, reading


def judge(windows: tuple[Window, ...]) -> tuple[Judgements, int]:
    """What was judged, and how many pages were held at most."""
    by_id = {one.article.id: one for one in PAGES}
    held = [0]

    def fetch(articles: tuple[str, ...]) -> tuple[Reading, ...]:
        held.append(len(articles))
        return tuple(by_id[one] for one in articles)

    return judge_windows(windows, fetch), max(held)


def told(judged: Judgements) -> set[frozenset[str]]:
    return {frozenset(one.articles) for one in judged.stories}


def test_pages_that_fit_one_window_are_judged_as_without_any() -> None:
    windows = plan_windows(DAYS, most=len(PAGES))
    assert len(windows) == 1
    assert judge(windows)[0] == Judgements.of(read_corpus(PAGES))


def test_windows_hold_every_page_once_and_never_more_than_they_may() -> None:
    for most in (2, 3, 4, 5, 6):
        windows = plan_windows(DAYS, most=most, overlap=14)
        assert sorted(one for each in windows for one in each.own) == sorted(dict(DAYS))
        assert judge(windows)[1] <= most


@pytest.mark.parametrize("most", [4, 6])
def test_a_story_goes_on_from_window_to_window(most: int) -> None:
    judged, _ = judge(plan_windows(DAYS, most=most))
    whole = Judgements.of(read_corpus(PAGES))
    assert told(judged) == told(whole)
    assert {one.id for one in judged.stories} == {one.id for one in whole.stories}


def test_a_copy_is_found_across_the_overlap() -> None:
    judged, _ = judge(plan_windows(DAYS[:4], most=3))
    (group,) = judged.copies
    assert set(group.articles) == {DAYS[0][0], DAYS[1][0]}
    assert (DAYS[1][0], DAYS[0][0]) in {(one.article, one.parent) for one in judged.derivations}


def test_what_lies_before_the_overlap_is_not_seen() -> None:
    windows = plan_windows(DAYS, most=6, overlap=2)
    held = [set(one.before) for one in windows]
    assert DAYS[0][0] not in held[-1]
    judged, _ = judge(windows)
    ferry = [one for one in judged.stories if DAYS[0][0] in one.articles]
    assert DAYS[5][0] not in ferry[0].articles


def test_copies_of_several_windows_are_one_group() -> None:
    pages = tuple(reading(REPORT, day, f"Paper {day}") for day in range(6))
    by_id = {one.article.id: one for one in pages}
    days = tuple((one.article.id, FIRST + timedelta(days=n)) for n, one in enumerate(pages))
    judged = judge_windows(plan_windows(days, most=4), lambda ids: tuple(by_id[one] for one in ids))
    (group,) = judged.copies
    assert group.articles == tuple(by_id)
    assert len(judged.stories) == 1


def test_a_join_of_windows_says_why_and_can_be_undone() -> None:
    judged, _ = judge(plan_windows(DAYS, most=4))
    story = next(one for one in judged.stories if len(one.articles) > 3)
    for merge in story.merges:
        assert {merge.first, merge.second} <= set(story.articles)
        assert len(undo_merge(story, merge)) >= 2


def test_each_page_has_one_kind_and_its_takings_once() -> None:
    judged, _ = judge(plan_windows(DAYS, most=4))
    assert sorted(one for one, _ in judged.kinds) == sorted(judged.articles) == sorted(dict(DAYS))
    edges = [(one.article, one.parent) for one in judged.derivations]
    assert len(edges) == len(set(edges))


def test_a_window_ends_with_a_day_unless_one_day_is_too_long_for_it() -> None:
    days = [(f"p{n}", FIRST + timedelta(days=n // 3)) for n in range(12)]
    assert [len(one.own) for one in plan_windows(days, most=8)] == [3, 3, 3, 3]
    assert [len(one.own) for one in plan_windows(days, most=4)][:2] == [2, 1]
