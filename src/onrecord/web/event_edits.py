"""An event set right in a form: its type, its standing, who did it to whom, when and where.

Invariant: each party and place stands on words of the article.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import get_args

from onrecord.ontology.plover import load_plover, modes_of, quad_of
from onrecord.record import (
    Event,
    EventDate,
    EventMention,
    EventPlace,
    EventStatus,
    Factuality,
    Participant,
    Reading,
    Span,
    edtf_one_of,
)
from onrecord.web.edits import (
    find_entity,
    find_words,
    first_span,
    read_choice,
    read_line,
    read_lines,
)
from onrecord.web.site import UnfitRequestError

FACTUALITIES: tuple[Factuality, ...] = get_args(Factuality)
TYPES = tuple(load_plover())
_STATUS: dict[Factuality, EventStatus] = {
    "planned": "planned",
    "hypothetical": "hypothetical",
    "negated": "negated",
    "backtracked": "abandoned",
}
"""The event's own status where its factuality says it; else it is told as actual."""

BY_HAND = "person"
"""The rule that gives a day which a person typed."""


def edit_event(reading: Reading, event: Event, typed: Mapping[str, str]) -> Event:
    """``event`` as the form says."""
    kind = read_choice(typed, "type", TYPES)
    factuality = read_choice(typed, "factuality", FACTUALITIES)
    modes = event.mode if kind == event.type else ()
    changed = replace(
        event,
        type=kind,
        mode=tuple(one for one in modes if one in modes_of(kind)),
        quad=event.quad if kind == event.type else quad_of(kind),
        actors=_edit_parties(reading, event, event.actors, read_lines(typed, "actors")),
        recipients=_edit_parties(reading, event, event.recipients, read_lines(typed, "recipients")),
        date=_edit_date(event.date, typed),
        place=_edit_place(reading, event, read_line(typed, "place")),
    )
    return changed if factuality == event.factuality else _restand(changed, factuality)


def _restand(event: Event, factuality: Factuality) -> Event:
    """The mentions that stood as the event did stand as it does now."""

    def restood(one: EventMention) -> EventMention:
        if one.factuality != event.factuality:
            return one
        return replace(one, status=status, factuality=factuality)

    status = _STATUS.get(factuality, "actual")
    return replace(
        event,
        status=status,
        factuality=factuality,
        mentions=tuple(restood(one) for one in event.mentions),
    )


def _edit_parties(
    reading: Reading, event: Event, old: tuple[Participant, ...], names: tuple[str, ...]
) -> tuple[Participant, ...]:
    kept = {one.name: one for one in old}
    return tuple(
        kept[name] if name in kept else _find_party(reading, event, name) for name in names
    )


def _find_party(reading: Reading, event: Event, name: str) -> Participant:
    span, entity = _find_named(reading, event, name)
    return Participant(name, entity, span)


def _find_named(reading: Reading, event: Event, name: str) -> tuple[Span, str | None]:
    """The words for ``name`` nearest to the event, and the entity that it is the name of."""
    near = first_span(event)
    entity = find_entity(reading, name)
    if entity is None:
        return find_words(reading.article.text, name, near), None
    return min(entity.mentions, key=lambda one: abs(one.start - near.start)), entity.id


def _edit_place(reading: Reading, event: Event, name: str) -> EventPlace | None:
    if not name:
        return None
    if event.place is not None and event.place.name == name:
        return event.place
    span, entity = _find_named(reading, event, name)
    named = next((one for one in reading.entities if one.id == entity), None)
    return EventPlace(name, span, entity, named.place if named else None)


def _edit_date(old: EventDate | None, typed: Mapping[str, str]) -> EventDate | None:
    first, last = _read_day(typed, "from"), _read_day(typed, "to")
    first, last = first or last, last or first
    if first is None or last is None:
        return None
    if first > last:
        raise UnfitRequestError(f"from {first} to {last}: the first day is after the last")
    if old is not None and (old.earliest, old.latest) == (first, last):
        return old
    best = old.best if old is not None and first <= old.best <= last else first
    return EventDate(first, last, best, edtf_one_of(first, last), None, BY_HAND)


def _read_day(typed: Mapping[str, str], name: str) -> date | None:
    text = typed.get(name, "").strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UnfitRequestError(f"{name}: {text} is no day; write it as 2031-03-14") from error
