"""Time expressions proposed from the words of a text, before they are put on the calendar.

Invariant: what is found does not overlap, stands in the order of the text, and its words were read
by one rule of the language's table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.record import Span, TimeKind
from onrecord.times.parts import Parts, read_parts
from onrecord.times.rules import Grammar, Rule, load_grammar
from onrecord.times.senses import is_time
from onrecord.times.tokens import Tokens, tokenise


@dataclass(frozen=True, slots=True)
class FoundTime:
    """Words that a rule takes for a time; ``first`` and ``end`` count the text's tokens."""

    span: Span
    kind: TimeKind
    rule: str
    meaning: str
    parts: Parts
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class FoundTimes:
    """All times of a text with the tokens that they were found among."""

    tokens: Tokens
    times: tuple[FoundTime, ...]
    grammar: Grammar


@lru_cache(maxsize=2)  # an article's times are asked for to date it, and to read them
def find_times(text: str, language: str = "en") -> FoundTimes:
    """Every time expression of ``text``; LookupError where the language has no table of times."""
    grammar = load_grammar(language)
    tokens = tokenise(text, grammar.codes)
    return FoundTimes(tokens, tuple(_walk(tokens, grammar)), grammar)


def _walk(tokens: Tokens, grammar: Grammar) -> Iterator[FoundTime]:
    at = 0
    codes = tokens.codes
    rules = grammar.rules_by_code
    while at < len(codes):
        applying = rules.get(codes[at])
        found = _longest(tokens, at, applying, grammar) if applying else None
        if isinstance(found, FoundTime):
            yield found
            at = found.end
        else:
            at += found or 1


def _longest(
    tokens: Tokens, at: int, rules: tuple[Rule, ...], grammar: Grammar
) -> FoundTime | int | None:
    """The longest match that means a time; of two the one whose rule stands first.

    A date that cannot be (31 June) is none, nor is any part of it: then the number of its tokens.
    """
    matches = []
    for rule in rules:
        slots = rule.pattern.match(tokens.codes, at)
        if slots is not None and rule.then is not None:
            behind = rule.then.match(tokens.codes, slots[""][1])
            slots = {**behind, **slots} if behind is not None else None
        if slots is not None:
            matches.append((-slots[""][1], rule.order, rule, slots))
    matches.sort(key=lambda one: one[:2])
    for _, _, rule, slots in matches:
        first, end = slots[""]
        if not is_time(rule, slots, tokens, grammar):
            continue
        parts = read_parts(slots, tokens, grammar)
        if parts is None:
            if "month" in slots and "day" in slots:
                return end - at
            continue
        span = Span(tokens.starts[first], tokens.ends[end - 1])
        return FoundTime(span, rule.kind, rule.name, rule.meaning, parts, first, end)
    return None
