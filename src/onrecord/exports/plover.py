"""Events as PLOVER records, one JSON object a line.

Source: PLOVER manual 0.7b1 (Open Event Data Alliance, 2021), chapter "JSON Data Fields".
Invariant: the manual's field names are used as it defines them; what it has none for stands under
``onrecord``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.exports.harmless import to_json_text, web_address
from onrecord.exports.left_out import lack_for_plover, page_days
from onrecord.record import Entity, Event, EventStatus, Participant, Place, Reading

CODEBOOK = "plover-0.7b1"
_CONTEXTS: dict[EventStatus, tuple[str, ...]] = {
    "actual": (),
    "planned": ("future",),
    "hypothetical": ("hypothetical",),
    "negated": ("negation",),
    "abandoned": ("future", "negation"),
}
"""The manual's words for how an event stands."""
_YIELDS = ("CONCEDE", "RETREAT")
"""What YIELD stands for; PLOVER allows several categories in one record."""
Packed = dict[str, object]


def to_plover(readings: Iterable[Reading]) -> Iterator[str]:
    """A line for each event that has an actor, and a day or a page with a day.

    ``date`` … ``enddate`` are the days that the event may lie in where the text tells them
    (``onrecord.dated_by`` "text"), else the day of publication ("publication"). ``text_info`` has
    the offsets of the first trigger in code points. Actor codes are left out: nobody codes them
    here. The rest is counted by ``left_out_of_plover``.
    """
    for reading in readings:
        known = {one.id: one for one in reading.entities}
        for event in reading.events:
            if lack_for_plover(event, reading) is None:
                yield to_json_text(_record(event, reading, known)) + "\n"


def _record(event: Event, reading: Reading, known: dict[str, Entity]) -> Packed:
    days = event.date or page_days(reading)
    assert days is not None  # else it would lack a date
    article, trigger = reading.article, event.triggers[0]
    packed: Packed = {
        "id": event.id,
        "date": days.earliest.isoformat(),
        "enddate": days.latest.isoformat() if days.latest != days.earliest else None,
        "source": [_actor(one, known) for one in event.actors],
        "recipient": [_actor(one, known) for one in event.recipients],
        "event": list(_YIELDS) if event.type == "YIELD" else [event.type],
        "mode": list(event.mode),
        "context": list(_CONTEXTS[event.status]),
        "quad_code": event.quad,
        "event_loc": _locate(event),
        "event_text": [span.cut(article.text) for span in event.triggers],
        "text_info": {"start": trigger.start, "end": trigger.end},
        "cite_info": _filled(
            {
                "citation": article.id,
                "url": web_address(article.url),
                "title": article.title,
                "language": article.language,
                "publication": article.outlet,
                "codebook": CODEBOOK,
                "coder": f"onrecord {reading.stamp.onrecord}",
            }
        ),
        "coder": f"onrecord {reading.stamp.onrecord}",
        "onrecord": {
            "dated_by": "text" if event.date is not None else "publication",
            "factuality": event.factuality,
            "within": event.within,
            "score": event.score,
        },
    }
    return _filled(packed)


def _actor(one: Participant, known: dict[str, Entity]) -> Packed:
    entity = known.get(one.entity or "")
    packed: Packed = {"actor_text": one.name}
    if entity is not None:
        packed["identifier_text"] = entity.name
        packed["office"] = "; ".join(entity.roles)
        packed["actor_loc"] = _location(entity.place)
    return _filled(packed)


def _locate(event: Event) -> Packed | None:
    where = event.place
    if where is None:
        return None
    return _location(where.place) if where.place is not None else {"name": where.name}


def _location(place: Place | None) -> Packed | None:
    """A location object: the names are those of the GeoNames dump."""
    if place is None:
        return None
    return _filled(
        {
            "geonameid": place.geonameid,
            "name": place.name,
            "latitude": place.lat,
            "longitude": place.lon,
            "country code": place.country,
        }
    )


def _filled(packed: Packed) -> Packed:
    """Only what is known: the manual's own records leave out the rest."""
    return {name: value for name, value in packed.items() if value not in (None, "", [])}
