"""Short ways from a sentence to what was read in it."""

from __future__ import annotations

from datetime import date

from onrecord.reading import read_times
from onrecord.record import Span, TimeExpression
from onrecord.times.find import FoundTimes, find_times
from onrecord.times.rules import Grammar, load_grammar

PUBLISHED = date(2020, 1, 6)
"""A Monday."""

GRAMMAR: Grammar = load_grammar("en")


def values(text: str, published: date | None = PUBLISHED) -> dict[str, str]:
    """The words of each time and its value."""
    return {one.span.cut(text): one.value for one in read_times(text, published)}


def only(text: str, published: date | None = PUBLISHED) -> TimeExpression:
    """The one time of ``text``."""
    (one,) = read_times(text, published)
    return one


def found_words(text: str) -> list[str]:
    """The words of all times found, not yet resolved."""
    return [one.span.cut(text) for one in find_times(text).times]


def find(text: str) -> FoundTimes:
    """The times found in ``text``, not yet resolved."""
    return find_times(text)


def span_of(text: str, words: str) -> Span:
    """Where ``words`` stand in ``text``."""
    start = text.index(words)
    return Span(start, start + len(words))
