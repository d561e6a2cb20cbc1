"""Capitalised words of a text that are in the gazetteer, before anybody asks what they mean there.

Invariant: hits do not overlap, stand in the order of the text, and each is read in a few words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.entities.place_candidates import Candidate, find_candidates
from onrecord.entities.place_words import PlaceWords, load_place_words
from onrecord.record import Span

MAX_RUN = 4
"""Capitalised words of a name that is looked up; "St. John the Baptist Parish" is cut short."""
REACH = 24
"""Characters before a name in which the word before it is read."""

KNOWN = 10.0
"""Weight of a name from which readers take it for a place: a country, a city of ten million."""

_TOKEN = re.compile(
    r"(?<!\w)[^\W\d_a-z](?:\w|['’](?!s\b)(?=\w)|\.(?=[A-Z]))*"
    r"(?:(?<=\b[A-Z])\.|(?<=\.[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{2})\.)?"
)
_JOINED = re.compile(r" (?:of |de |del |la |los |las |on |upon |le |les |du |da |do |the )?|-")
_BEFORE = re.compile(r"([\w.’'-]{1,20})([ ,]{1,2})$")
_JOINS = re.compile(r"-[^\W\d_a-z]")
_ENDS = ".!?:;—–|\n"
_OPENING = "\"“‘'( "


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that the gazetteer has, with what stands beside them.

    ``best`` is the likeliest bearer by itself; ``before`` the word before, after a space, "" where
    a comma or nothing is; ``before_starts`` tells that this word begins a sentence; ``after`` the
    capitalised word behind, after a space; ``joined`` tells of a hyphen to another capitalised
    word ("Wal-Mart").
    """

    span: Span
    name: str
    best: Candidate
    before: str
    before_starts: bool
    after: str
    starts: bool
    joined: bool


def find_hits(text: str, language: str) -> tuple[Hit, ...]:
    """The longest names of places among the capitalised words, from left to right."""
    tokens = _tokenise(text)
    return tuple(_walk(text, tokens, load_place_words(language), language))


def find_surnames(text: str, words: PlaceWords, language: str) -> frozenset[str]:
    """Words that somewhere follow a title or a capitalised word that is no place."""
    found = set()
    tokens = _tokenise(text)
    for (start, end), (after, last) in pairwise(tokens):
        first = text[start:end]
        beside = first.casefold() in words.directions or first in words.generic
        if beside or text[end:after] != " ":
            continue
        known = any(one.weight > KNOWN for one in find_candidates(first, language))
        title = first in words.before_people
        if title or not (known or _starts_sentence(text, start)):
            found.add(text[after:last])
    return frozenset(found)


def _tokenise(text: str) -> list[tuple[int, int]]:
    found = _TOKEN.finditer(text)
    return [(one.start(), one.end()) for one in found if text[one.start()].isupper()]


def _walk(
    text: str, tokens: Sequence[tuple[int, int]], words: PlaceWords, language: str
) -> Iterator[Hit]:
    at = 0
    while at < len(tokens):
        end = _run_end(text, tokens, at)
        if text[slice(*tokens[at])].casefold() in words.articles:
            end = at
        for last in range(end, at, -1):
            span = _without_stop(text, Span(tokens[at][0], tokens[last - 1][1]), words)
            found = [one for one in find_candidates(span.cut(text), language) if one.whole]
            if found:
                after = text[slice(*tokens[last])] if last < len(tokens) else ""
                follows = last < len(tokens) and text[span.end : tokens[last][0]] == " "
                yield _hit(text, span, found[0], after if follows else "")
                at = last
                break
        else:
            at += 1


def _without_stop(text: str, span: Span, words: PlaceWords) -> Span:
    """The span with the full stop that belongs to a short name, and without any other."""
    bare = Span(span.start, span.end - 1) if text[span.end - 1] == "." else span
    short = text[bare.start : bare.end + 1]
    return Span(bare.start, bare.end + 1) if short in words.written else bare


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
        _JOINS.match(text, span.end) is not None or text[max(0, span.start - 1)] == "-",
    )


def _starts_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(_OPENING)
    return start == 0 or not before or before[-1] in _ENDS
