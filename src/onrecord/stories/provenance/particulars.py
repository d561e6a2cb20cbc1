"""What a stretch of text tells in particular: its words by their stems, and its numbers.

Invariant: words that any report has ("said", "the", a weekday) are no particulars.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord import languages
from onrecord.record import Reading, Span

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)?")
_THOUSANDS = re.compile(r"[.,](?=\d{3}\b)")
_ENDING = re.compile(r"[’'].*$")
_STEM = 6
"""Letters by which two forms of a word are taken for one: "investigators", "investigation"."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How rare each stem is in the pages at hand; ``pages`` = how many pages there are."""

    pages: int
    counts: Mapping[str, int]

    def of(self, stem: str) -> float:
        """The weight of ``stem``: inverse document frequency, more than 0."""
        return math.log((self.pages + 1) / (self.counts.get(stem, 0) + 0.5)) + _FLOOR

    def total(self, stems: Iterable[str]) -> float:
        """The weight of all ``stems`` together."""
        return sum(self.of(stem) for stem in stems)


_FLOOR = 0.1
"""Weight of a stem that stands on every page, so that a set of two pages has weights at all."""


def weigh_stems(readings: tuple[Reading, ...]) -> Weights:
    """The weights of all stems by the pages that they stand on."""
    counts: Counter[str] = Counter()
    for one in readings:
        counts.update(page_stems(one))
    return Weights(len(readings), counts)


def page_stems(reading: Reading) -> frozenset[str]:
    """The stems of the headline and the text."""
    return find_stems(f"{reading.article.title}\n{reading.article.text}")


def stems_in(text: str, spans: Iterable[Span]) -> frozenset[str]:
    """The stems of the words in ``spans``."""
    return frozenset(stem for span in spans for stem in find_stems(span.cut(text)))


def find_stems(text: str) -> frozenset[str]:
    """The stems of the words of ``text`` without function words; numbers in digits.

    "Sixty days" and "60 days" are the same; "1,200" is 1200.
    """
    words = {_stem_of(match[0]) for match in _WORD.finditer(text)}
    words.discard("")
    return frozenset(words)


@lru_cache(maxsize=1 << 17)
def _stem_of(word: str) -> str:
    """The stem of ``word`` as written, a number in digits, "" where it tells nothing."""
    word = word.casefold()
    if word[0].isdigit():
        return _THOUSANDS.sub("", word)
    word = _ENDING.sub("", word)
    if word in _numbers():
        return str(_numbers()[word])
    return _stem(word) if word not in _common() and len(word) > 1 else ""


def coverage(part: frozenset[str], whole: frozenset[str], weights: Weights) -> float:
    """The share of the weight of ``part`` that stands in ``whole``: 0 … 1."""
    total = weights.total(part)
    return weights.total(part & whole) / total if total else 0.0


def numbers() -> frozenset[str]:
    """The numbers that the language has words for, in digits."""
    return frozenset(str(one) for one in _numbers().values())


def _stem(word: str) -> str:
    for ending in ("ings", "ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    return word.rstrip("e")[:_STEM] if len(word) > 3 else word


@cache
def _numbers() -> Mapping[str, int]:
    table: Mapping[str, int] = languages.load("en", "derivations")["numbers"]
    return table


@cache
def _common() -> frozenset[str]:
    sources = languages.load("en", "sources")
    words = set(sources["function_words"]["words"]) | set(sources["relays"]["saying"])
    words |= set(languages.load("en", "derivations")["common"]["words"])
    return frozenset(words - set(_numbers()))
