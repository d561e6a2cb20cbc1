"""The words that stand beside a page's dates and say what they are.

Invariant: what a date is called by its own line is stronger than where the line stands.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.articles.dates import find_dates
from onrecord.articles.vocabulary import alternatives, load_words
from onrecord.languages import load

# The longest line that is only about the page's own dates, on the development dumps.
MAX_DATE_LINE = 120


def find_said(text: str) -> list[str]:
    """The words of ``text`` that say what a date is, in their order and in lower case."""
    return _said().findall(text.casefold())


def opens_with_said(text: str) -> bool:
    """Whether a line begins with such a word."""
    return bool(_said().match(text.casefold()))


@cache
def modified_words() -> frozenset[str]:
    """Those that say that it is the day of a change."""
    more = load_words("dates")["changes"]["words"]
    return frozenset([*load_words("lines")["dates"]["modified"], *more])


def is_date_line(text: str) -> bool:
    """Whether a line is a date with the words that say what it is, and nothing else.

    A date without such words may be a heading of the article's own.
    """
    found = find_dates(text) if len(text) <= MAX_DATE_LINE else ()
    if not found:
        return False
    start, rest = 0, []
    for one in found:
        rest.append(text[start : one.span.start])
        start = one.span.end
    words = re.findall(r"[^\W_]+", " ".join([*rest, text[start:]]).casefold())
    said = [word for word in words if word not in weekday_names()]
    return bool(said) and all(word in beside_dates() for word in words)


@cache
def beside_dates() -> frozenset[str]:
    """All single words that may stand beside a date without making it a sentence."""
    lines, own = load_words("lines")["dates"], load_words("dates")
    phrases = [
        *lines["published"],
        *lines["modified"],
        *own["publication"]["words"],
        *own["publication"]["joints"],
        *own["changes"]["words"],
        *load("mul", "calendar")["clock"]["joiners"],
        *load("mul", "calendar")["clock"]["zones"],
    ]
    return weekday_names() | {word for phrase in phrases for word in phrase.split()}


@cache
def weekday_names() -> frozenset[str]:
    """The weekdays of all languages, in full and short."""
    table = load("mul", "calendar")
    return frozenset(
        day for name, words in table.items() if name != "clock" for day in words["weekdays"]
    )


@cache
def _said() -> re.Pattern[str]:
    listed = alternatives([*load_words("lines")["dates"]["published"], *modified_words()])
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)")
