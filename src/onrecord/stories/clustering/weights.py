"""What a page is about: its words, weighed by rarity, by being names, and by standing in front.

Invariant: a page's vector has length 1, or is empty; it is made once, when the page comes in.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from onrecord.ontology import load_lemmatiser
from onrecord.stories.clustering.rarity import Background, Stream, load_background
from onrecord.stories.clustering.stream import StreamPage

Vector = Mapping[str, float]

LEAD = 60
"""Words of title and first paragraph: what happened stands there. Set by hand."""
LEAD_GAIN = 1.0
"""What a word counts for more there."""
PROPER = 2.0
"""How much more a name or a number weighs than another word of the same rarity: two events of one
kind differ in people, places and amounts. Chosen for coreference of events, among 1, 1.5, 2, 3."""
YEAR = 3.0
"""The same for a year in digits: what is dated by another year is another event. Set by hand."""
TERMS = 250
"""The heaviest terms of a page that are kept; bounds time and memory for very long pages."""
LONGEST = 20_000
"""Characters of a page that are looked at: the story is told by then."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class _Term:
    count: float = 0.0
    capital: int = 0
    small: int = 0
    named: bool = False


def weigh(page: StreamPage, stream: Stream) -> Vector:
    """The terms of ``page`` with their weights; counts the page into ``stream``."""
    background = load_background(page.language)
    terms = _count(page, background)
    stream.add(terms)
    rarity = {word: stream.rarity(word, background) for word in terms}
    named = frozenset(word for word, term in terms.items() if _is_proper(word, term, background))
    weights = {
        word: (1 + math.log(term.count)) * rarity[word] * _gain(word, named)
        for word, term in terms.items()
    }
    heaviest = sorted(weights.items(), key=lambda one: (-one[1], one[0]))[:TERMS]
    length = math.sqrt(sum(weight * weight for _, weight in heaviest))
    return {word: weight / length for word, weight in heaviest} if length else {}


def _count(page: StreamPage, background: Background) -> dict[str, _Term]:
    named = {word.lower() for name in page.names or () for word in _WORD.findall(name)}
    terms: dict[str, _Term] = {}
    for at, found in enumerate(_WORD.finditer(page.text, 0, LONGEST)):
        form = found.group()
        small = form.lower()
        if small in background.closed or (len(small) < 2 and not small.isdigit()):
            continue
        word = _base(small, page.language)
        term = terms.setdefault(word, _Term())
        term.count += 1 + (LEAD_GAIN if at < LEAD else 0.0)
        if form[0].isupper():
            term.capital += 1
        else:
            term.small += 1
        term.named = term.named or (form[0].isupper() and small in named)
    return terms


def _gain(word: str, named: frozenset[str]) -> float:
    if word.isdigit() and len(word) == len("2000") and word[:2] in {"19", "20"}:
        return YEAR
    return PROPER if word in named or word[0].isdigit() else 1.0


def _is_proper(word: str, term: _Term, background: Background) -> bool:
    """Whether ``word`` is of a name here; in a headline anything has a capital."""
    if word[0].isdigit():
        return False
    if term.named:
        return True
    if term.capital <= term.small:
        return False
    return word in background.proper or word not in background.counts


@lru_cache(maxsize=100_000)
def _base(word: str, language: str) -> str:
    try:
        return load_lemmatiser(language).lemma(word)
    except LookupError:
        return word


def likeness(one: Vector, other: Vector) -> float:
    """The dot product of two vectors."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)
