"""The rules of a language, compiled from its table ``times.toml``.

Invariant: a table that does not compile raises ValueError when it is loaded, never on a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from onrecord.languages import load
from onrecord.record import TimeKind
from onrecord.times.patterns import Pattern, compile_pattern, literals
from onrecord.times.tokens import Codes, make_codes


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with its kind, its meaning, and the words that may or may not stand beside it.

    ``then`` must match right behind and is read too, without being part of the expression.
    """

    name: str
    kind: TimeKind
    meaning: str
    pattern: Pattern
    then: Pattern | None
    order: int
    preceded_by: frozenset[str]
    not_preceded_by: frozenset[str]
    not_followed_by: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules of a language, by the code that they can begin with, and what its words mean."""

    codes: Codes
    rules_by_code: Mapping[str, tuple[Rule, ...]]
    values: Mapping[str, Mapping[str, Any]]
    references: Mapping[str, str]
    feasts: Mapping[str, str]
    senses: Mapping[str, frozenset[str]]


@cache
def load_grammar(language: str) -> Grammar:
    """The grammar of ``language``; LookupError where the language has none."""
    table = load(language, "times")
    macros: Mapping[str, str] = table["macros"]
    rules: list[Mapping[str, Any]] = table["rules"]
    patterns = [*macros.values(), *(rule["pattern"] for rule in rules)]
    patterns += [rule["then"] for rule in rules if "then" in rule]
    classes: dict[str, set[str]] = {}
    for name, words in table["classes"].items():
        for word in words:
            classes.setdefault(word, set()).add(name)
    for word in literals(patterns):
        classes.setdefault(word, set()).add(f"={word}")
    codes = make_codes(
        {word: frozenset(names) for word, names in classes.items()},
        frozenset(table["cased"]),
        frozenset(table["year_openers"]),
    )
    compiled = [_compile(rule, order, codes, macros) for order, rule in enumerate(rules)]
    return Grammar(
        codes,
        MappingProxyType(_by_code(compiled)),
        MappingProxyType(table["classes"]),
        MappingProxyType(table["references"]),
        MappingProxyType(table["feasts"]),
        MappingProxyType({name: frozenset(words) for name, words in table["senses"].items()}),
    )


def _compile(rule: Mapping[str, Any], order: int, codes: Codes, macros: Mapping[str, str]) -> Rule:
    return Rule(
        rule["name"],
        rule["kind"],
        rule["meaning"],
        compile_pattern(rule["pattern"], codes, macros),
        compile_pattern(rule["then"], codes, macros) if "then" in rule else None,
        order,
        frozenset(rule.get("preceded_by", ())),
        frozenset(rule.get("not_preceded_by", ())),
        frozenset(rule.get("not_followed_by", ())),
    )


def _by_code(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    found: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for code in rule.pattern.first:
            found[code] = (*found.get(code, ()), rule)
    return found
