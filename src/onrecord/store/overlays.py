"""Corrections laid over a reading: what a person said of a finding, and nothing else, changes.

Invariant: the reading itself stays as it was read; a correction that no longer fits is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from onrecord.record import (
    Entity,
    Event,
    Participant,
    Reading,
    RecordError,
    Span,
    Statement,
    finding_id,
    unpack_record,
)
from onrecord.store.rows import Correction


def lay_over(reading: Reading, corrections: Iterable[Correction]) -> Reading:
    """``reading`` as people corrected it, in the order in which they did."""
    for one in corrections:
        try:
            reading = correct_reading(reading, one)
        except RecordError:
            continue  # the page was read anew, and what it was about is there no more
    return reading


def correct_reading(reading: Reading, correction: Correction) -> Reading:
    """``reading`` with one correction; RecordError where it is about nothing that is there."""
    if correction.kind == "accept":
        return reading
    try:
        if correction.target == "statement":
            return _correct_statement(reading, correction)
        if correction.target == "event":
            return _correct_event(reading, correction)
        if correction.target == "entity":
            return _correct_entity(reading, correction)
    except (ValueError, TypeError) as error:
        raise RecordError(f"this correction contradicts itself: {error}") from error
    return reading


def _correct_statement(reading: Reading, correction: Correction) -> Reading:
    _demand(correction, {one.id for one in reading.statements})
    if correction.kind == "reject":
        return _without_statement(reading, correction.finding)
    if correction.kind != "edit":
        raise RecordError(f"a statement cannot be corrected by a {correction.kind}: edit it")
    edited = replace(unpack_record(Statement, correction.corrected), id=correction.finding)
    return replace(
        reading,
        statements=tuple(edited if one.id == edited.id else one for one in reading.statements),
    )


def _without_statement(reading: Reading, statement: str) -> Reading:
    """What stood in the statement is told by the page itself then, as far as anybody knows."""

    def freed(event: Event) -> Event:
        mentions = tuple(
            replace(one, within=None) if one.within == statement else one for one in event.mentions
        )
        within = None if event.within == statement else event.within
        return replace(event, mentions=mentions, within=within)

    return replace(
        reading,
        statements=tuple(one for one in reading.statements if one.id != statement),
        events=tuple(freed(one) for one in reading.events),
        contests=tuple(
            one
            for one in reading.contests
            if statement not in (one.claim_statement, one.against_statement)
        ),
    )


def _correct_event(reading: Reading, correction: Correction) -> Reading:
    _demand(correction, {one.id for one in reading.events})
    if correction.kind == "reject":
        return replace(
            reading, events=tuple(one for one in reading.events if one.id != correction.finding)
        )
    if correction.kind != "edit":
        raise RecordError(f"an event cannot be corrected by a {correction.kind}: edit it")
    edited = replace(unpack_record(Event, correction.corrected), id=correction.finding)
    return replace(
        reading, events=tuple(edited if one.id == edited.id else one for one in reading.events)
    )


def _correct_entity(reading: Reading, correction: Correction) -> Reading:
    known = {one.id: one for one in reading.entities}
    _demand(correction, set(known))
    entity = known[correction.finding]
    if correction.kind == "reject":
        return _exchange(reading, entity.id, None, ())
    if correction.kind == "merge":
        if correction.corrected not in known or correction.corrected == entity.id:
            raise RecordError(f"there is no other entity {correction.corrected!r} to merge with")
        into = known[correction.corrected]
        joined = replace(
            into,
            mentions=tuple(sorted({*into.mentions, *entity.mentions})),
            forms=(),
            roles=tuple(dict.fromkeys((*into.roles, *entity.roles))),
            merges=(*into.merges, *entity.merges),
        )
        return _exchange(reading, entity.id, into.id, (joined,))
    if correction.kind == "split":
        return _split(reading, entity, correction.corrected)
    edited = replace(unpack_record(Entity, correction.corrected), id=entity.id)
    return _exchange(reading, "", None, (edited,))


def _split(reading: Reading, entity: Entity, packed: str) -> Reading:
    """Mentions (a list of [start, end]) become an entity of their own."""
    away = {Span(start, end) for start, end in json.loads(packed)}
    if not away or not away < set(entity.mentions):
        raise RecordError("some mentions of the entity can be split off, not all and not others")
    kept = tuple(one for one in entity.mentions if one not in away)
    gone = tuple(one for one in entity.mentions if one in away)
    merges = tuple(one for one in entity.merges if {one.first, one.second} <= set(kept))
    rest = replace(entity, mentions=kept, forms=(), merges=merges)
    text = reading.article.text
    name = max((one.cut(text) for one in gone), key=len)
    other = Entity(finding_id(reading.article.id, "entity", gone), name, entity.kind, gone)
    changed = _exchange(reading, "", None, (rest,))
    return replace(changed, entities=(*changed.entities, other))


def _exchange(reading: Reading, old: str, new: str | None, changed: tuple[Entity, ...]) -> Reading:
    """All that points to ``old`` points to ``new``; ``changed`` stand in for their like."""
    stand_in = {one.id: one for one in changed}

    def person(one: Participant) -> Participant:
        return replace(one, entity=new) if one.entity == old else one

    def statement(one: Statement) -> Statement:
        links = tuple(
            replace(link, entity=new) if link.entity == old else link for link in one.chain.links
        )
        speaker = new if one.speaker == old else one.speaker
        return replace(one, chain=replace(one.chain, links=links), speaker=speaker)

    def event(one: Event) -> Event:
        place = one.place
        if place is not None and place.entity == old:
            place = replace(place, entity=new)
        return replace(
            one,
            actors=tuple(map(person, one.actors)),
            recipients=tuple(map(person, one.recipients)),
            place=place,
        )

    return replace(
        reading,
        entities=tuple(stand_in.get(one.id, one) for one in reading.entities if one.id != old),
        statements=tuple(map(statement, reading.statements)),
        events=tuple(map(event, reading.events)),
    )


def _demand(correction: Correction, known: set[str]) -> None:
    if correction.finding not in known:
        raise RecordError(
            f"there is no {correction.target} {correction.finding!r} in that article: it may have "
            "been corrected or read anew; look at it again"
        )
