"""Whether a page found something out itself: somebody told it, or its reporter was there.

Invariant: what is told to others, or said in public, is nobody's own.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord import languages
from onrecord.record import Reading, Span, Statement
from onrecord.stories.media.outlet_index import Names
from onrecord.stories.media.outlet_names import OTHER, likeness
from onrecord.stories.media.outlets import Outlet
from onrecord.stories.provenance.citations import find_named
from onrecord.stories.provenance.citing_words import alternatives

_QUOTED = re.compile(r"[“\"«][^“”\"«»\n]{0,2000}[”\"»]")


def has_own_sources(reading: Reading, outlet: Outlet) -> bool:
    """Whether somebody told ``outlet`` something on this page, or its reporter saw it."""
    return is_told_here(reading, outlet, (Span(0, len(reading.article.text)),))


def is_told_here(reading: Reading, outlet: Outlet, spans: tuple[Span, ...]) -> bool:
    """The same for some ``spans`` of the page."""
    if any(finds_out(one.cut(reading.article.text)) for one in spans):
        return True
    if any(
        is_told_to(reading, one, outlet)
        for one in reading.statements
        if any(span.overlaps(part) for span in spans for part in one.content)
    ):
        return True
    return any(
        one.rule in ("told", "phrase") and any(span.covers(one.span) for span in spans)
        for one in find_named(reading, Names((outlet,)))
    )


def is_told_to(reading: Reading, statement: Statement, outlet: Outlet) -> bool:
    """Whether ``statement`` was made to ``outlet``: "told the Lantern"."""
    if statement.addressee is None:
        return False
    words = statement.addressee.cut(reading.article.text)
    return any(likeness(words, name) != OTHER for name in outlet.names)


def finds_out(words: str) -> bool:
    """Whether a page speaks of its own finding out in ``words``: "told us", "I rang".

    What somebody says in quotation marks is not the page's.
    """
    return _own_words().search(_QUOTED.sub(" ", words)) is not None


@cache
def _own_words() -> re.Pattern[str]:
    first_person = rf"(?:{alternatives_of('finders')})\s+(?:{alternatives_of('finding')})"
    return re.compile(rf"(?<!\w)(?:{alternatives_of('own')}|{first_person})(?!\w)", re.I)


@cache
def self_citing_words() -> re.Pattern[str]:
    """Phrases by which a page says that its outlet told something before: "as we reported"."""
    verbs = alternatives_of("before")
    return re.compile(
        rf"(?<!\w)(?:{alternatives_of('selves')})\s+(?:\w+\s+)?(?:{verbs})(?!\w)", re.I
    )


@cache
def public_words() -> re.Pattern[str]:
    """Those to whom one speaks in public: "a news conference", "reporters"."""
    return phrases_of("public")


def phrases_of(name: str) -> re.Pattern[str]:
    """Any of the words in the table ``saying`` under ``name``."""
    return re.compile(rf"(?<!\w)(?:{alternatives_of(name)})(?!\w)", re.I)


def alternatives_of(name: str) -> str:
    """The words under ``name`` as alternatives of a pattern, the longest first."""
    return alternatives(languages.load("en", "derivations")["saying"][name])
