"""What an assistant asked for, checked, and what it is told where that makes no sense.

Invariant: a question that cannot be answered is refused in words that say what to ask instead.
"""

from __future__ import annotations

from onrecord.store import Record

LONGEST = 500
"""Characters of a query or a name; what is longer was pasted and is neither."""


class CannotAnswerError(Exception):
    """A question has no answer; says what was asked and what to do."""


def plain(typed: str) -> str:
    """What was typed without the space around it; half surrogates, which no file holds, as "?"."""
    return typed.encode("utf-8", "replace").decode().strip()


def words_of(typed: str, what: str) -> str:
    """The query or name ``what``; CannotAnswerError where it is empty, too long or has no word."""
    words = plain(typed)
    if not any(letter.isalnum() for letter in words):
        raise CannotAnswerError(f"{what}: there are no words in it to look for")
    if len(words) > LONGEST:
        raise CannotAnswerError(
            f"{what}: {len(words):,} characters; give at most {LONGEST}, the words that matter"
        )
    return words


def story_of(record: Record, typed: str) -> str:
    """The id of a story of ``record``, "" where none was asked for."""
    story = plain(typed)
    if story and record.story(story) is None:
        raise CannotAnswerError(
            f"there is no story with the id {story!r}: an article's answer names its story"
        )
    return story
