"""Readings with events, made of sentences, for the tests of timelines."""

from __future__ import annotations

from datetime import date

from onrecord.record import (
    Event,
    EventDate,
    EventMention,
    EventPlace,
    Factuality,
    Place,
    Reading,
    Span,
    Stamp,
    finding_id,
)
from tests.stories.pages import page

BURREN = Place(47.1, -40.2, 1, "Burren", "city", "AA")
VELD = Place(12.1, 40.2, 2, "Veld", "city", "BB")


def told(
    text: str,
    words: str,
    *,
    day: str = "",
    place: Place | None = None,
    factuality: Factuality = "happened",
    kind: str = "ASSAULT",
) -> Reading:
    """A reading of ``text`` whose one event is told by ``words``."""
    article = page(text)
    at = text.index(words)
    span = Span(at, at + len(words))
    known = date.fromisoformat(day) if day else None
    event = Event(
        id=finding_id(article.id, "event", (span,)),
        triggers=(span,),
        type=kind,
        mode=(),
        quad=4,
        actors=(),
        recipients=(),
        date=EventDate(known, known, known, day) if known else None,
        place=EventPlace(place.name, span, None, place) if place else None,
        status="actual",
        factuality=factuality,
        within=None,
        mentions=(EventMention(span, "actual", factuality),),
    )
    return Reading(article, Stamp("0", "none", "en"), events=(event,))
