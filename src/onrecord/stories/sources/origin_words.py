"""The words by which a language tells where a claim comes from, ready for look-up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord import languages
from onrecord.statements.lexicon import any_of


@dataclass(frozen=True, slots=True)
class Grammar:
    """Small words by which a noun phrase is taken apart; patterns match any of them whole."""

    breaks: re.Pattern[str]
    articles: re.Pattern[str]
    definite: re.Pattern[str]
    adverbs: str  # a pattern's text
    auxiliaries: frozenset[str]
    clauses: re.Pattern[str]
    behind: re.Pattern[str]
    several: re.Pattern[str]
    they: re.Pattern[str]
    counted: re.Pattern[str]
    before_observer: str  # a pattern's text
    by: str  # a pattern's text
    by_whom: str  # a pattern's text
    linking: frozenset[str]
    again: re.Pattern[str]
    infinitive: re.Pattern[str]
    small: frozenset[str]
    pages: str  # a pattern's text
    of_any_trade: frozenset[str]
    among: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class OriginWords:
    """The table ``origins`` of one language; words are in lower case, nouns in the singular."""

    grammar: Grammar
    observing: re.Pattern[str]
    seen: re.Pattern[str]
    given: re.Pattern[str]
    has_seen: re.Pattern[str]
    has_copy: re.Pattern[str]
    selves: tuple[str, ...]
    first_person: frozenset[str]  # as written
    observers: frozenset[str]
    reporting: re.Pattern[str]
    telling: re.Pattern[str]
    learning: re.Pattern[str]
    writing: re.Pattern[str]
    looking_back: re.Pattern[str]
    sayings: re.Pattern[str]
    according: re.Pattern[str]
    relayed: re.Pattern[str]
    no_answer: re.Pattern[str]
    same_medium: str  # a pattern's text
    some_medium: str  # a pattern's text
    rests: tuple[re.Pattern[str], ...]
    learned: re.Pattern[str]  # ends where the name of an outlet begins
    left: re.Pattern[str]
    withheld: re.Pattern[str]
    speaking: frozenset[str]
    between: frozenset[str]
    possessives: frozenset[str]
    of: frozenset[str]
    ends: frozenset[str]
    runs: re.Pattern[str]
    crowds: frozenset[str]
    past: frozenset[str]
    forms: frozenset[str]
    services: tuple[tuple[str, str], ...]
    bodies: frozenset[str]
    media: frozenset[str]
    media_marks: frozenset[str]
    documents: frozenset[str]
    parts: frozenset[str]
    people: frozenset[str]
    person_endings: tuple[str, ...]
    groups: frozenset[str]
    determiners: frozenset[str]
    justification: re.Pattern[str]
    general_documents: frozenset[str]
    titled: re.Pattern[str]
    data: re.Pattern[str]
    general_people: frozenset[str]
    rows: tuple[tuple[str, frozenset[str]], ...]
    narrow: frozenset[str]
    measures: frozenset[str]
    humans: frozenset[str]


SPOKEN = ("voices", "people", "documents", "anonymous")
"""The parts of the table whose words are used as they stand."""


@cache
def load_origin_words(language: str) -> OriginWords:
    """The words of ``language`` (ISO 639-1); LookupError where there are no tables for it."""
    table = languages.load(language, "origins")
    sources, media = (languages.load(language, name) for name in ("sources", "media"))
    titles = languages.load(language, "entities")["titles"]
    voices, people, documents, anonymous = (table[name] for name in SPOKEN)
    return OriginWords(
        grammar=_grammar(table["grammar"]),
        observing=any_of(voices["observing"]),
        seen=any_of(voices["seen"]),
        given=any_of(voices["given"]),
        has_seen=any_of(voices["has_seen"]),
        has_copy=any_of(voices["has_copy"]),
        selves=tuple(voices["selves"]),
        first_person=frozenset(voices["first_person"]),
        observers=frozenset(media["observers"]),
        reporting=any_of(voices["reporting"]),
        telling=any_of(voices["telling"]),
        learning=any_of(voices["learning"]),
        writing=any_of(voices["writing"]),
        looking_back=any_of(voices["looking_back"]),
        sayings=any_of(voices["sayings"]),
        according=any_of(voices["according"]),
        relayed=any_of(voices["relayed"]),
        no_answer=any_of(voices["no_answer"]),
        same_medium=any_of(voices["same_medium"]).pattern,
        some_medium=any_of(voices["some_medium"]).pattern,
        rests=_rests(table["rests"]),
        learned=_learned(table["rests"]),
        left=any_of(people["left"]),
        withheld=any_of(people["withheld"]),
        speaking=frozenset(people["speaking"]),
        between=frozenset(people["between"]),
        possessives=frozenset(people["possessives"]),
        of=frozenset(people["of"]),
        ends=frozenset(people["ends"]),
        runs=any_of(people["runs"]),
        crowds=frozenset(people["crowds"]),
        past=frozenset(titles["past"]),
        forms=frozenset(people["forms"]),
        services=tuple(people["services"].items()),
        bodies=_any(sources["bodies"], sources["body_words"], people["bodies"]),
        media=frozenset(media["nouns"]),
        media_marks=frozenset(voices["marks"]),
        documents=_any(sources["documents"], documents["nouns"], documents["parts"]),
        parts=frozenset(documents["parts"]),
        people=frozenset(sources["people"]) | frozenset(titles["nouns"]),
        groups=frozenset(sources["groups"]),
        person_endings=tuple(sources["endings"]),
        determiners=frozenset(sources["determiners"]),
        justification=any_of(sources["clauses"]["justifications"]),
        general_documents=frozenset(documents["general"]),
        titled=any_of(documents["titled"]),
        data=any_of(documents["data"]),
        general_people=frozenset(anonymous["general"]),
        rows=tuple((name, frozenset(row)) for name, row in anonymous["rows"].items()),
        narrow=frozenset(anonymous["narrow"]["words"]),
        measures=frozenset(table["figures"]["measures"]),
        humans=frozenset(table["figures"]["humans"]),
    )


def _any(*lists: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for words in lists for word in words)


def _grammar(table: dict[str, list[str]]) -> Grammar:
    return Grammar(
        breaks=any_of(table["breaks"]),
        articles=any_of(table["articles"]),
        definite=any_of(table["definite"]),
        adverbs=any_of(table["adverbs"]).pattern,
        auxiliaries=frozenset(table["auxiliaries"]),
        clauses=any_of(table["clauses"]),
        behind=any_of(table["behind"]),
        several=any_of(table["several"]),
        they=any_of(table["they"]),
        counted=any_of(table["counted"]),
        before_observer=any_of(table["before_observer"]).pattern,
        by=any_of(table["by"]).pattern,
        by_whom=any_of(table["by_whom"]).pattern,
        linking=frozenset(table["linking"]),
        again=any_of(table["again"]),
        infinitive=any_of(table["infinitive"]),
        small=frozenset(table["small"]),
        pages=any_of(table["pages"]).pattern,
        of_any_trade=frozenset(table["of_any_trade"]),
        among=any_of(table["among"]),
    )


def _learned(table: dict[str, list[str]]) -> re.Pattern[str]:
    """How somebody says that they have it from what they name next: "I read it in the"."""
    knows, between = any_of(table["knows"]).pattern, any_of(table["from"]).pattern
    return re.compile(rf"{knows}\s+(?:\w+\s+)?{between}\s+(?:the\s+)?$", re.IGNORECASE)


def _rests(table: dict[str, list[str]]) -> tuple[re.Pattern[str], ...]:
    """The ways of saying that one has it from the press, or from another source."""
    knows, press = any_of(table["knows"]).pattern, any_of(table["press"]).pattern
    between = any_of(table["from"]).pattern
    learned = rf"{knows}\s+(?:{between}\s+)?(?:the\s+|a\s+|local\s+|our\s+)?{press}"
    return re.compile(learned, re.IGNORECASE), any_of(table["says"]), any_of(table["sources"])
