"""A sentence as the words that carry its matter, and how near two words are.

Invariant: a word is compared by its base form, its stem and the groups of words that news puts for
one another, never by the page that it stands on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord import languages
from onrecord.ontology import Lemmatiser, load_lemmatiser

SAME_STEM = 0.85
"""How near "insure" and "insurance" are, where one word is 1."""
SAME_GROUP = 0.7
"""How near two words of one group are; both set by hand, the weights of the score are fitted."""
_WORD = re.compile(r"\d+(?:[.,]\d+)*+[^\W\d_]*+|[^\W\d_]++(?:['’][^\W\d_]++)?+|[^\w\s]")
_CASES = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark: where it stands, in small letters, its base form, and what it is.

    ``small`` = it carries no matter of its own; ``capital`` = it is written with a capital.
    """

    start: int
    end: int
    word: str
    lemma: str
    small: bool
    capital: bool

    @property
    def is_word(self) -> bool:
        """Whether it is a word, no mark and no number."""
        return self.word[0].isalpha()


@dataclass(frozen=True, slots=True)
class WordTable:
    """What a language tells of words: small ones, endings, and the groups each base form is in."""

    lemmatiser: Lemmatiser
    forms: Mapping[str, str]
    small: frozenset[str]
    endings: tuple[str, ...]
    shortest_stem: int
    people: tuple[int, int]
    groups: Mapping[str, frozenset[int]]


@cache
def load_words(language: str) -> WordTable:
    """The table of ``language``; LookupError where it has none of claims."""
    table = languages.load(language, "claims")
    lemmatiser = load_lemmatiser(language)
    groups: dict[str, set[int]] = {}
    for number, words in enumerate(table["alike"]["groups"]):
        for word in words:
            groups.setdefault(lemmatiser.lemma(word), set()).add(number)
    stems, small = table["stems"], table["small"]["words"]
    return WordTable(
        lemmatiser,
        {form: base for base, forms in table["forms"].items() for form in forms},
        frozenset(small),
        tuple(sorted(stems["endings"], key=len, reverse=True)),
        stems["shortest"],
        (stems["people_shortest"], stems["people_longest_rest"]),
        {word: frozenset(numbers) for word, numbers in groups.items()},
    )


def tokenise(text: str, start: int, end: int, language: str) -> tuple[Token, ...]:
    """The words and marks of ``text[start:end]``, in order; a genitive's ending is left out."""
    tokens = []
    for found in _WORD.finditer(text, start, end):
        word = found[0]
        if word.endswith(_CASES) and len(word) > len(_CASES[0]):
            word = word[:-2]
        lower = word.lower()
        lemma, small = _look_up(lower, language)
        tokens.append(
            Token(found.start(), found.start() + len(word), lower, lemma, small, word[0].isupper())
        )
    return tuple(tokens)


@lru_cache(maxsize=100_000)
def _look_up(word: str, language: str) -> tuple[str, bool]:
    table = load_words(language)
    lemma = table.lemmatiser.lemma(word) if word[0].isalpha() else word
    lemma = table.forms.get(word, lemma)
    return lemma, word in table.small or lemma in table.small or not word[0].isalnum()


@lru_cache(maxsize=100_000)
def stem_of(lemma: str, language: str) -> str:
    """The base form without the endings that make one word of another."""
    table = load_words(language)
    for ending in table.endings:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= table.shortest_stem:
            return lemma[: -len(ending)]
    return lemma


@lru_cache(maxsize=200_000)
def nearness(one: str, other: str, language: str) -> float:
    """How near two base forms are: 1 the same word, 0 none of another."""
    if one == other:
        return 1.0
    if not (one[0].isalpha() and other[0].isalpha()):
        return 0.0
    if stem_of(one, language) == stem_of(other, language):
        return SAME_STEM
    groups = load_words(language).groups
    if groups.get(one, frozenset()) & groups.get(other, frozenset()):
        return SAME_GROUP
    return 0.0


def same_name(one: str, other: str, language: str) -> bool:
    """Whether two words of names are one, or people and place of one name ("Norway's")."""
    if one == other:
        return True
    shortest, rest = load_words(language).people
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    return shared >= shortest and max(len(one), len(other)) - shared <= rest
