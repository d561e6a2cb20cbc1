"""A question that has no answer is refused in words that say what to ask instead."""

from __future__ import annotations

import pytest

from onrecord.assistant.questions import LONGEST, CannotAnswerError, plain, story_of, words_of
from onrecord.store import Record
from tests.web.records import STORY


@pytest.mark.parametrize("typed", ["", "   ", "*", '""', "–", "\x00"])
def test_a_query_without_words_is_refused(typed: str) -> None:
    with pytest.raises(CannotAnswerError, match="query: there are no words"):
        words_of(typed, "query")


def test_a_pasted_page_is_no_query() -> None:
    assert words_of("a" * LONGEST, "query") == "a" * LONGEST
    with pytest.raises(CannotAnswerError, match="501 characters"):
        words_of("a" * (LONGEST + 1), "query")


def test_half_surrogates_become_question_marks() -> None:
    assert plain(" wall \ud800 ") == "wall ?"


def test_a_story_is_named_by_its_id(record: Record) -> None:
    assert story_of(record, "") == ""
    assert story_of(record, f" {STORY} ") == STORY
    with pytest.raises(CannotAnswerError, match="no story with the id 'wall'"):
        story_of(record, "wall")
