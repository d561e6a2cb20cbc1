"""How rare a word is: in news at large, and in the stream so far.

Invariant: a word never weighs less than nothing; what neither the table nor the stream has seen
weighs most.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from onrecord import languages


@dataclass(frozen=True, slots=True)
class Background:
    """In how many of ``articles`` news articles a word stands; ``proper`` words have capitals."""

    articles: int
    counts: Mapping[str, int]
    proper: frozenset[str]
    closed: frozenset[str]


@cache
def load_background(language: str) -> Background:
    """The table of ``language``; an empty one where there is none: the stream alone tells."""
    try:
        table = languages.load(language, "rarity")
        closed = frozenset(languages.load(language, "sources")["function_words"]["words"])
    except LookupError:
        return Background(0, {}, frozenset(), frozenset())
    counts: dict[str, int] = {}
    proper: set[str] = set()
    for one in table["class"]:
        capital = one["capital"].split()
        proper.update(capital)
        counts.update(dict.fromkeys((*one["small"].split(), *capital), one["articles"]))
    return Background(table["articles"], counts, frozenset(proper), closed)


@dataclass(slots=True)
class Stream:
    """How many pages of the stream have each word, counted as they come."""

    pages: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    def add(self, words: Iterable[str]) -> None:
        """Count one page with ``words``, each once."""
        self.pages += 1
        for word in words:
            self.counts[word] = self.counts.get(word, 0) + 1

    def rarity(self, word: str, background: Background) -> float:
        """The inverse document frequency over background and stream, in natural logarithms.

        Source: Spärck Jones (1972); half a page is added so that a new word has a finite weight.
        """
        articles = background.articles + self.pages
        having = background.counts.get(word, 0) + self.counts.get(word, 0)
        return max(0.0, math.log((articles + 1) / (having + 0.5)))
