"""What a language's words say of an event, compiled from its table of factuality.

Invariant: a phrase is compared by base forms, and the longest one at its place counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from onrecord import languages
from onrecord.ontology import Lemmatiser, load_lemmatiser


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases with what they say, found by their last or their first word."""

    by_last: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]

    def ending_at(self, lemmas: Sequence[str], end: int) -> tuple[int, str] | None:
        """First word and sense of the longest phrase whose last word is number ``end`` - 1."""
        if end <= 0:
            return None
        for phrase, sense in self.by_last.get(lemmas[end - 1], ()):
            first = end - len(phrase)
            if first >= 0 and tuple(lemmas[first:end]) == phrase:
                return first, sense
        return None

    def starting_at(self, lemmas: Sequence[str], first: int) -> tuple[int, str] | None:
        """End and sense of the longest phrase whose first word is number ``first``."""
        for phrase, sense in self.by_first.get(lemmas[first], ()):
            end = first + len(phrase)
            if tuple(lemmas[first:end]) == phrase:
                return end, sense
        return None


@dataclass(frozen=True, slots=True)
class Wordings:
    """All that the table says: sets of single words by name, and phrases by what they govern."""

    words: Mapping[str, frozenset[str]]
    endings: Mapping[str, tuple[str, ...]]
    presupposing: Phrases
    excluding: Phrases
    conditions: Phrases
    awaited: Phrases
    before_to: Phrases
    modifiers: Mapping[str, str]
    hearsay: Mapping[str, str]
    governors: Phrases
    predicates: Phrases
    abandoning: Phrases

    def ends(self, name: str, word: str) -> bool:
        """Whether ``word`` has one of the endings of that name."""
        return word.endswith(self.endings[name])

    def has(self, name: str, word: str) -> bool:
        """Whether ``word`` is among the words of that name."""
        return word in self.words[name]


@cache
def load_wordings(language: str) -> Wordings:
    """The wordings of ``language``; LookupError where it has no table of factuality."""
    table = languages.load(language, "factuality")
    lemmatiser = load_lemmatiser(language)
    words = {name: frozenset(values) for name, values in table["words"].items()}
    words |= {name: frozenset(table["abandoning"][name]) for name in ("objects", "turns")}
    phrases = {
        name: _compile({name: table["words"][name]}, lemmatiser)
        for name in ("presupposing", "excluding", "conditions", "awaited")
    }
    return Wordings(
        MappingProxyType(words),
        MappingProxyType({name: tuple(ones) for name, ones in table["endings"].items()}),
        phrases["presupposing"],
        phrases["excluding"],
        phrases["conditions"],
        phrases["awaited"],
        _compile({"planned": table["governors"]["before_to"]}, lemmatiser),
        MappingProxyType(_by_word(table["modifiers"])),
        MappingProxyType(_by_word(table["hearsay"])),
        _compile(_without(table["governors"], "before_to"), lemmatiser),
        _compile(table["predicates"], lemmatiser),
        _compile(
            {name: table["abandoning"][name] for name in ("alone", "with_object")}, lemmatiser
        ),
    )


def _by_word(table: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {word: sense for sense, words in table.items() for word in words}


def _without(table: Mapping[str, Sequence[str]], name: str) -> dict[str, Sequence[str]]:
    return {key: values for key, values in table.items() if key != name}


def _compile(table: Mapping[str, Sequence[str]], lemmatiser: Lemmatiser) -> Phrases:
    by_last: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for sense, phrases in table.items():
        for phrase in phrases:
            words = tuple(map(lemmatiser.lemma, phrase.replace("-", " - ").split()))
            by_last.setdefault(words[-1], []).append((words, sense))
            by_first.setdefault(words[0], []).append((words, sense))
    return Phrases(_longest_first(by_last), _longest_first(by_first))


def _longest_first(
    table: Mapping[str, list[tuple[tuple[str, ...], str]]],
) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    return MappingProxyType(
        {word: tuple(sorted(found, key=lambda one: -len(one[0]))) for word, found in table.items()}
    )
