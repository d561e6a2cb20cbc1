"""A statement set right in a form: whose words, through whom, and how they are given.

Invariant: the page that was read stays the first hand, and there is always an origin.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from onrecord import languages
from onrecord.record import Mode, Reading, SourceChain, SourceKind, SourceLink, Statement
from onrecord.web.edits import find_entity, find_words, first_span, read_choice, read_line
from onrecord.web.site import UnfitRequestError

MODES: tuple[Mode, ...] = get_args(Mode)
KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
NEUTRAL = "states"
"""What a cue that takes no stand says."""

MOST_HANDS = 8
"""Hands between the page and the origin; the longest chain of the sample pages has four."""


def known_stances(statement: Statement) -> tuple[str, ...]:
    """All stances that a language tells of, with the one that the statement has."""
    told = [str(one) for language in languages.known_languages() for one in _stances(language)]
    return tuple(dict.fromkeys((NEUTRAL, *told, statement.stance)))


def edit_statement(reading: Reading, statement: Statement, typed: Mapping[str, str]) -> Statement:
    """``statement`` as the form says: each hand has a name, a kind and words in the text."""
    old = statement.chain.links
    first, rest = old[0], old[1:]
    hands = [
        _edit_link(reading, statement, typed, number, rest[number] if number < len(rest) else None)
        for number in range(max(MOST_HANDS, len(rest) + 1))
        if read_line(typed, f"name-{number}")
    ]
    if not hands:
        raise UnfitRequestError("say whose words these are; “unknown source” where nobody is named")
    chain = SourceChain((first, *hands))
    origin, before = chain.origin, statement.chain.origin
    same_words = origin.span == before.span
    return replace(
        statement,
        stance=read_choice(typed, "stance", known_stances(statement)),
        mode=read_choice(typed, "mode", MODES),
        chain=chain,
        source=statement.source if same_words else origin.span,
        speaker=statement.speaker if origin.entity == before.entity else origin.entity,
    )


def _edit_link(
    reading: Reading,
    statement: Statement,
    typed: Mapping[str, str],
    number: int,
    old: SourceLink | None,
) -> SourceLink:
    text = reading.article.text
    name = read_line(typed, f"name-{number}")
    words = read_line(typed, f"words-{number}")
    kept = old is not None and words == shown_words(old, text)
    span = old.span if kept and old else None
    if words and not kept:
        span = find_words(text, words, first_span(statement))
    entity = find_entity(reading, name, old.entity if old else None)
    same = old is not None and old.name == name
    return SourceLink(
        name,
        read_choice(typed, f"kind-{number}", KINDS),
        unnamed=typed.get(f"named-{number}") == "unnamed",
        title=read_line(typed, f"title-{number}"),
        span=span,
        justification=old.justification if old else None,
        how=old.how if old and kept else "explicit" if span else "inferred",
        entity=old.entity if same and old else entity.id if entity else None,
    )


def shown_words(link: SourceLink, text: str) -> str:
    """The words that a link stands on, in one line; "" where it stands on none."""
    return " ".join(link.span.cut(text).split()) if link.span else ""


def _stances(language: str) -> list[str]:
    try:
        return list(languages.load(language, "stances")["order"])
    except LookupError:
        return []
