"""A finding as a person sets it right in a form: who, how, what and when.

Invariant: words that are given for a finding stand in the article, and what was left as it was in
the form stays as it was read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar, get_args

from onrecord.record import Entity, EntityKind, Event, Reading, Span, Statement
from onrecord.web.site import UnfitRequestError

LONGEST = 1_000
"""Characters of one field: a name, or the words that it stands by."""

MOST_LINES = 50
"""Lines of one field: as many parties as any event has."""

Choice = TypeVar("Choice", bound=str)
KINDS: tuple[EntityKind, ...] = get_args(EntityKind)


def edit_entity(entity: Entity, typed: Mapping[str, str]) -> Entity:
    """``entity`` as the form says."""
    name = read_line(typed, "name")
    if not name:
        raise UnfitRequestError("say what it is called")
    roles = read_lines(typed, "roles")
    return replace(entity, name=name, kind=read_choice(typed, "is", KINDS), roles=roles)


def read_line(typed: Mapping[str, str], name: str) -> str:
    """What stands in a field, in one line."""
    text = " ".join(typed.get(name, "").split())
    if len(text) > LONGEST:
        raise UnfitRequestError(f"{name}: at most {LONGEST} characters")
    return text


def read_lines(typed: Mapping[str, str], name: str) -> tuple[str, ...]:
    """The lines of a field, each once, those without words left out."""
    lines = [" ".join(one.split()) for one in typed.get(name, "").splitlines()]
    kept = tuple(dict.fromkeys(one for one in lines if one))
    if len(kept) > MOST_LINES or any(len(one) > LONGEST for one in kept):
        raise UnfitRequestError(f"{name}: at most {MOST_LINES} lines of {LONGEST} characters")
    return kept


def read_choice(typed: Mapping[str, str], name: str, choices: tuple[Choice, ...]) -> Choice:
    """The one of ``choices`` that was chosen."""
    found = next((one for one in choices if one == typed.get(name)), None)
    if found is None:
        raise UnfitRequestError(f"{name}: choose one of {', '.join(choices)}")
    return found


def find_words(text: str, words: str, near: Span) -> Span:
    """Where ``words`` stand in ``text``, at the place nearest to ``near``.

    UnfitRequestError where they do not; blanks and line ends count as one another.
    """
    wanted = words.split()
    best: Span | None = None
    start = text.find(wanted[0])
    while start >= 0:
        end = _match(text, wanted, start)
        if end and (best is None or _gap(Span(start, end), near) < _gap(best, near)):
            best = Span(start, end)
        start = text.find(wanted[0], start + 1)
    if best is None:
        raise UnfitRequestError(
            f"“{words}” does not stand in this article; write it as it stands there"
        )
    return best


def find_entity(reading: Reading, name: str, kept: str | None = None) -> Entity | None:
    """The one that the article calls ``name``; ``kept`` is preferred where it fits."""
    folded = name.casefold()
    fitting = [one for one in reading.entities if one.name.casefold() == folded]
    return next((one for one in fitting if one.id == kept), fitting[0] if fitting else None)


def first_span(finding: Statement | Event | Entity) -> Span:
    """Where a finding begins: what is looked for is looked for near it."""
    if isinstance(finding, Statement):
        return min(finding.content)
    return min(finding.triggers if isinstance(finding, Event) else finding.mentions)


def _match(text: str, wanted: list[str], start: int) -> int:
    """The end of ``wanted`` in ``text`` from ``start``, 0 where they do not stand there."""
    reached = start
    for number, word in enumerate(wanted):
        if number:
            blank = reached
            while reached < len(text) and text[reached].isspace():
                reached += 1
            if blank == reached:
                return 0
        if not text.startswith(word, reached):
            return 0
        reached += len(word)
    return reached


def _gap(one: Span, other: Span) -> int:
    """How far two spans are from one another; 0 where they overlap."""
    return max(one.start - other.end, other.start - one.end, 0)
