"""Capitalised words of a text that are in the gazetteer, before anybody asks what they mean there.

Invariant: hits do not overlap, stand in the order of the text, and each is read in a few words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.entities.place_candidates import Candidate, find_candidates
from onrecord.entities.place_words import PlaceWords
from onrecord.record import Span

MAX_RUN = 4
"""Capitalised words of a name that is looked up; "St. John the Baptist Parish" is cut short."""
REACH = 24
"""Characters before a name in which the word before it is read."""

_TOKEN = re.compile(
    r"(?<!\w)[^\W\d_a-z](?:\w|['’](?!s\b)(?=\w)|\.(?=[A-Z]))*"
    r"(?:(?<=\b[A-Z])\.|(?<=\.[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{2})\.)?"
)
_JOINED = re.compile(r" (?:of |de |del |la |los |las |on |upon |le |les |du |da |do |the )?|-")
_BEFORE = re.compile(r"([\w.’'-]{1,20})([ ,]{1,2})$")
_ENDS = ".!?:;—–|\n"
_OPENING = "\"“‘'( "


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that the gazetteer has, with what stands beside them.

    ``best`` is the likeliest bearer by itself; ``before`` the word before, after a space, "" where
    a comma or nothing is; ``before_starts`` tells that this word begins a sentence; ``after`` the
    capitalised word behind, after a space.
    """

    span: Span
    name: str
    best: Candidate
    before: str
    before_starts: bool
    after: str
    starts: bool


def find_hits(text: str, language: str) -> tuple[Hit, ...]:
    """The longest names of places among the capitalised words, from left to right."""
    tokens = _tokenise(text)
    return tuple(_walk(text, tokens, language))


def find_surnames(text: str, words: PlaceWords, language: str) -> frozenset[str]:
    """Words that somewhere follow a title or a capitalised word that is no place."""
    found = set()
    tokens = _tokenise(text)
    for (start, end), (after, last) in pairwise(tokens):
        first = text[start:end]
        beside = first.casefold() in words.directions or first in words.generic
        if beside or text[end:after] != " ":
            continue
        title = first in words.before_people
        if title or (not find_candidates(first, language) and not _starts_sentence(text, start)):
            found.add(text[after:last])
    return frozenset(found)


def _tokenise(text: str) -> list[tuple[int, int]]:
    found = _TOKEN.finditer(text)
    return [(one.start(), one.end()) for one in found if text[one.start()].isupper()]


def _walk(text: str, tokens: Sequence[tuple[int, int]], language: str) -> Iterator[Hit]:
    at = 0
    while at < len(tokens):
        end = _run_end(text, tokens, at)
        for last in range(end, at, -1):
            span = Span(tokens[at][0], tokens[last - 1][1])
            found = [one for one in find_candidates(span.cut(text), language) if one.whole]
            if found:
                after = text[slice(*tokens[last])] if last < len(tokens) else ""
                follows = last < len(tokens) and text[span.end : tokens[last][0]] == " "
                yield _hit(text, span, found[0], after if follows else "")
                at = last
                break
        else:
            at += 1


def _run_end(text: str, tokens: Sequence[tuple[int, int]], at: int) -> int:
    end = at + 1
    limit = min(len(tokens), at + MAX_RUN)
    while end < limit and _JOINED.fullmatch(text, tokens[end - 1][1], tokens[end][0]):
        end += 1
    return end


def _hit(text: str, span: Span, best: Candidate, after: str) -> Hit:
    found = _BEFORE.search(text, max(0, span.start - REACH), span.start)
    near = found is not None and found.group(2) == " "
    return Hit(
        span,
        span.cut(text),
        best,
        found.group(1) if found is not None and near else "",
        found is not None and near and _starts_sentence(text, found.start(1)),
        after,
        _starts_sentence(text, span.start),
    )


def _starts_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(_OPENING)
    return start == 0 or not before or before[-1] in _ENDS
