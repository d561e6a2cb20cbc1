"""What the words give to the tasks of events."""

from __future__ import annotations

from evaluation.events import find_senses
from onrecord.record import Span


def types(text: str, source: str, target: str) -> set[str]:
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (source, target)]
    return {one.family.type for one in find_senses(text, *spans)}


def test_the_word_behind_the_source_tells_the_type() -> None:
    assert types("Ostia praised the envoys of Verda.", "Ostia", "Verda") == {"SUPPORT"}


def test_a_word_within_the_source_tells_nothing() -> None:
    assert types("The strike committee praised Verda.", "The strike committee", "Verda") == {
        "SUPPORT"
    }


def test_a_strong_word_comes_before_a_weak_one() -> None:
    assert types("Ostia moved to praise Verda.", "Ostia", "Verda") == {"SUPPORT"}


def test_without_words_there_are_no_senses() -> None:
    assert types("Ostia is near Verda.", "Ostia", "Verda") == set()
