"""The table of factuality, compiled."""

from __future__ import annotations

import pytest

from onrecord.events.wordings import load_wordings
from tests.events.samples import WORDINGS


def test_the_longest_phrase_before_a_word_counts() -> None:
    assert WORDINGS.governors.ending_at(["we", "call", "off"], 3) == (1, "abandoned")
    assert WORDINGS.governors.ending_at(["we", "call"], 2) == (1, "hypothetical")


def test_the_longest_phrase_from_a_word_on_counts() -> None:
    assert WORDINGS.predicates.starting_at(["call", "off", "now"], 0) == (2, "abandoned")


def test_nothing_stands_before_the_first_word() -> None:
    assert WORDINGS.governors.ending_at(["plan"], 0) is None


def test_words_are_asked_for_by_name() -> None:
    assert WORDINGS.has("negations", "never")
    assert not WORDINGS.has("negations", "ever")


def test_a_language_without_a_table_is_refused() -> None:
    with pytest.raises(LookupError):
        load_wordings("xx")
