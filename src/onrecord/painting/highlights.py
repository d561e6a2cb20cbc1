"""Overlapping spans laid flat: the text cut at every edge, each stretch knowing what it is part of.

Invariant: the stretches of a text, put together, are that text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from onrecord.painting.contest_words import order_contests
from onrecord.painting.people import WHERE, WHO, call_roster
from onrecord.painting.timeline import order_events
from onrecord.record import EntityKind, Reading, Span, Statement

Role = Literal[
    "content", "cue", "source", "relay", "reason", "addressee",
    "doubt", "when", "event", "who", "where", "thing", "contest", "found",
]  # fmt: skip
STATEMENT_ROLES: tuple[Role, ...] = ("content", "cue", "source", "relay", "reason", "addressee")
"""The roles of a statement, in the order in which a click prefers them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One span of a finding: ``number`` = the finding's place in the text among its kind.

    ``part`` tells the spans of one finding apart, from 1; for an event that of its mention.
    """

    role: Role
    number: int
    span: Span
    part: int = 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that no edge divides, and all marks that cover it."""

    span: Span
    marks: tuple[Mark, ...]


def find_marks(reading: Reading, statements: Sequence[Statement]) -> tuple[Mark, ...]:
    """The marks of ``statements``, numbered from 1 in their order, and of all other findings."""
    marks: list[Mark] = []
    for number, one in enumerate(statements, start=1):
        marks += [
            Mark("content", number, span, part)
            for part, span in enumerate(sorted(one.content), start=1)
        ]
        single: list[tuple[Role, Span | None]] = [
            ("cue", one.cue),
            ("source", one.source),
            ("addressee", one.addressee),
        ]
        single += [("relay", link.span) for link in one.chain.links[:-1]]
        single += [("reason", link.justification) for link in one.chain.links]
        marks += _number_parts(number, single)
    doubts: list[Mark] = [
        Mark("doubt", number, issue.span)
        for number, issue in enumerate(reading.issues, start=1)
        if issue.span is not None
    ]
    times = sorted(reading.times, key=lambda one: (one.span, one.id))
    whens = [Mark("when", number, one.span) for number, one in enumerate(times, start=1)]
    return (*marks, *doubts, *whens, *_mark_events(reading), *_mark_figures(reading))


def role_of(kind: EntityKind) -> Role:
    """The role that mentions of such an entity have in the text."""
    return "who" if kind in WHO else "where" if kind in WHERE else "thing"


def _mark_events(reading: Reading) -> Iterator[Mark]:
    for number, event in enumerate(order_events(reading), start=1):
        for part, trigger in enumerate(event.triggers, start=1):
            yield Mark("event", number, trigger, part)
    for number, claim in enumerate(order_contests(reading), start=1):
        for part, span in enumerate((claim.claim, *(one.against for one in claim.against)), 1):
            yield Mark("contest", number, span, part)


def _mark_figures(reading: Reading) -> Iterator[Mark]:
    for one in call_roster(reading).figures:
        for part, span in enumerate(one.entity.mentions, start=1):
            yield Mark(role_of(one.entity.kind), one.number, span, part)


def _number_parts(number: int, single: Iterable[tuple[Role, Span | None]]) -> list[Mark]:
    parts: dict[Role, int] = {}
    marks = []
    for role, span in single:
        if span is not None:
            parts[role] = parts.get(role, 0) + 1
            marks.append(Mark(role, number, span, parts[role]))
    return marks


def cut_at_edges(spans: Sequence[Span], marks: Sequence[Mark]) -> tuple[tuple[Stretch, ...], ...]:
    """For each of ``spans`` (in order and apart) its stretches, in order."""
    opening = sorted(marks, key=lambda mark: mark.span)
    upcoming = 0
    active: list[Mark] = []
    cut: list[tuple[Stretch, ...]] = []
    for span in spans:
        edges = {span.start, span.end}
        while upcoming < len(opening) and opening[upcoming].span.start < span.end:
            active.append(opening[upcoming])
            upcoming += 1
        active = [mark for mark in active if mark.span.end > span.start]
        for mark in active:
            edges |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
        pieces = [Span(start, end) for start, end in pairwise(sorted(edges))]
        cut.append(tuple(_gather(pieces, active)))
    return tuple(cut)


def _gather(pieces: Sequence[Span], marks: Sequence[Mark]) -> Iterator[Stretch]:
    """Each of ``pieces`` with those of ``marks`` (by their start) that cover it, in one sweep."""
    upcoming = 0
    covering: list[Mark] = []
    for piece in pieces:
        while upcoming < len(marks) and marks[upcoming].span.start <= piece.start:
            covering.append(marks[upcoming])
            upcoming += 1
        covering = [mark for mark in covering if mark.span.end > piece.start]
        yield Stretch(piece, tuple(covering))


def innermost(marks: Sequence[Mark]) -> Mark | None:
    """The mark that a click on a stretch means: content before the rest, the shortest first."""
    named = [mark for mark in marks if mark.role in STATEMENT_ROLES]
    if not named:
        return None
    order = STATEMENT_ROLES
    return min(named, key=lambda mark: (order.index(mark.role), len(mark.span), mark.number))
