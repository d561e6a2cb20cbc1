"""The places of a text on the map, in the form that the scorer reads."""

from __future__ import annotations

from pathlib import Path

from evaluation.entities import read_labels
from evaluation.rows import Row
from onrecord.encoder import NameLabel
from onrecord.entities.gazetteer import fold_name
from onrecord.entities.place_names import find_nested_place_names, find_place_names
from onrecord.entities.places import resolve_places
from onrecord.record import Place, Span


def predict_places(row: Row, _folder: Path) -> Row:
    """Every name of a place in ``row["text"]`` with where it is; names of no known place are out.

    LGL marks a place in a body's name ("Oxford" in "Oxford City Council") and words for people
    ("Texan") as well, so both are here.
    """
    places = locate_names(row["text"], read_labels(row["text"]).names)
    return {
        "id": row["id"],
        "places": [
            {"start": span.start, "end": span.end, "lat": place.lat, "lon": place.lon}
            for span, place in places
        ],
    }


def locate_names(text: str, names: tuple[NameLabel, ...]) -> tuple[tuple[Span, Place], ...]:
    """All names of places in order, those in other names included, with the place of each."""
    groups: dict[str, list[Span]] = {}
    for span in (*find_place_names(text, names), *find_nested_place_names(text, names)):
        groups.setdefault(fold_name(span.cut(text)), []).append(span)
    mentions = tuple(tuple(sorted(set(spans))) for spans in groups.values())
    places = resolve_places(text, mentions)
    located = [
        (span, place)
        for spans, place in zip(mentions, places, strict=True)
        if place is not None
        for span in spans
    ]
    return tuple(sorted(located, key=lambda one: one[0]))
