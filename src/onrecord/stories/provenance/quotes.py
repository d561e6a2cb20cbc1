"""The quotations of a page, and whether they were said to it, to others, or to everybody.

Invariant: a quotation is long enough that the same words elsewhere are no accident.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.record import Reading, Span
from onrecord.stories.media.outlets import Outlet
from onrecord.stories.provenance.own_sources import finds_out, is_told_to, public_words
from onrecord.stories.provenance.particulars import find_stems

QUOTED = 3
"""Stems from which the same quoted words are no accident."""
QUOTED_LETTERS = 24
"""Letters from which they are none either, be the words ever so common: five or six words."""
_QUOTE = re.compile(r"[“\"‘«]([^“”\"«»\n]{8,600}?)[”\"’»](?!\w)")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks, and what the page says of how they were said.

    ``letters`` = the words without all else; ``public`` = they were said to everybody, ``told`` =
    to this outlet, ``unnamed`` = by somebody without a name.
    """

    span: Span
    letters: str
    public: bool
    told: bool
    unnamed: bool


def find_quotes(reading: Reading, outlet: Outlet) -> tuple[Quote, ...]:
    """The quotations of the page that can be told from others, in order."""
    found = []
    for match in _QUOTE.finditer(reading.article.text):
        span = Span(*match.span(1))
        letters = "".join(re.findall(r"[^\W_]+", match[1])).casefold()
        if len(find_stems(match[1])) < QUOTED and len(letters) < QUOTED_LETTERS:
            continue
        found.append(Quote(span, letters, *_how_said(reading, outlet, span)))
    return tuple(found)


def is_public(words: str) -> bool:
    """Whether ``words`` say that something was said to everybody."""
    return public_words().search(words) is not None


def same_words(one: Quote, other: Quote) -> bool:
    """Whether one of the quotations holds the other."""
    short, long = sorted((one.letters, other.letters), key=len)
    return short in long


def _how_said(reading: Reading, outlet: Outlet, span: Span) -> tuple[bool, bool, bool]:
    """(in public, to this outlet, by somebody unnamed)."""
    article = reading.article
    around = next((one for one in article.paragraphs if one.covers(span)), span).cut(article.text)
    saying = [one for one in reading.statements if any(part.overlaps(span) for part in one.content)]
    told = any(is_told_to(reading, one, outlet) for one in saying)
    return (
        is_public(around),
        told or finds_out(around),
        any(one.chain.origin.unnamed for one in saying),
    )
