"""Events as rows of the GDELT 2.0 event table: 61 columns, tab-separated, without a header.

Source: The GDELT Event Database, Data Format Codebook V2.0 (19 February 2015). Filled are:
GlobalEventID, the four dates, actor names, IsRootEvent, the three CAMEO codes, QuadClass,
NumMentions, NumSources, NumArticles, the geography of actors and action but for its codes, and
SOURCEURL. All else is empty: nobody here codes actors by CAMEO, weighs tone or knows the Goldstein
scale; countries and regions are not known by FIPS 10-4, nor places by GNS; DATEADDED is GDELT's.
Invariant: a column is empty or holds what the codebook says it holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date

from onrecord.exports.harmless import one_line
from onrecord.exports.left_out import lack_for_gdelt
from onrecord.ontology import cameo_of
from onrecord.record import Entity, Event, EventDate, Participant, Place, Reading

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
    "Religion2Code", "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = (
    "Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID",
)  # fmt: skip
COLUMNS = (
    "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in _ACTOR),
    *(f"Actor2{name}" for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"Actor1Geo_{name}" for name in _GEO),
    *(f"Actor2Geo_{name}" for name in _GEO),
    *(f"ActionGeo_{name}" for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
"""The codebook's names in the codebook's order."""

FILLED = frozenset(
    (
        "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate", "Actor1Name", "Actor2Name",
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "NumMentions",
        "NumSources", "NumArticles", "SOURCEURL",
        *(
            f"{of}Geo_{name}"
            for of in ("Actor1", "Actor2", "Action")
            for name in ("Type", "FullName", "Lat", "Long")
        ),
    )
)  # fmt: skip
"""The columns that are filled where they are known; all others are empty in every row."""


def to_gdelt(readings: Iterable[Reading]) -> Iterator[str]:
    """A row for each event of each article that is told as having happened.

    GDELT takes the first actor on either side; so do these rows. Day and FractionDate are filled
    where the text tells the day, MonthYear and Year where it tells that much. Two articles that
    tell of one event give two rows. The rest is counted by ``left_out_of_gdelt``.
    """
    for reading in readings:
        known = {one.id: one for one in reading.entities}
        for event in reading.events:
            if lack_for_gdelt(event) is None:
                cells = _cells(event, reading, known)
                yield "\t".join(one_line(cells.get(name, "")) for name in COLUMNS) + "\n"


def _cells(event: Event, reading: Reading, known: dict[str, Entity]) -> dict[str, str]:
    article = reading.article
    code = cameo_of(event.type, event.mode)
    # GDELT writes a category without further detail with a nought: 19 is 190.
    code = f"{code}0" if len(code) == 2 else code
    actor1, actor2 = (event.actors or (None,))[0], (event.recipients or (None,))[0]
    return {
        "GlobalEventID": str(number_of(event.id)),
        **_dates(event.date),
        "Actor1Name": _name(actor1, known),
        "Actor2Name": _name(actor2, known),
        "IsRootEvent": str(int(_opens(event, reading))),
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": str(event.quad),
        "NumMentions": str(len(event.mentions)),
        "NumSources": "1",
        "NumArticles": "1",
        **_geography("Actor1Geo_", _place_of(actor1, known)),
        **_geography("Actor2Geo_", _place_of(actor2, known)),
        **_geography("ActionGeo_", event.place.place if event.place is not None else None),
        "SOURCEURL": article.url or article.title or article.id,
    }


def number_of(event: str) -> int:
    """The id of an event as a positive integer of 63 bits, as the column is a signed one of 64."""
    digest = hashlib.blake2b(event.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def _dates(days: EventDate | None) -> dict[str, str]:
    if days is None or days.earliest.year != days.latest.year:
        return {}
    first, last = days.earliest, days.latest
    cells = {"Year": f"{first.year:04}"}
    if first.month == last.month:
        cells["MonthYear"] = f"{first.year:04}{first.month:02}"
    if first == last:
        cells["Day"] = first.isoformat().replace("-", "")
        cells["FractionDate"] = f"{first.year + _fraction(first):.4f}"
    return cells


def _fraction(day: date) -> float:
    """The codebook's own formula, which may not reach 1."""
    return min((day.month * 30 + day.day) / 365, 0.9999)


def _name(one: Participant | None, known: dict[str, Entity]) -> str:
    """GDELT writes names in capitals."""
    if one is None:
        return ""
    entity = known.get(one.entity or "")
    return (entity.name if entity is not None and entity.resolved else one.name).upper()


def _place_of(one: Participant | None, known: dict[str, Entity]) -> Place | None:
    entity = known.get((one.entity if one is not None else "") or "")
    return entity.place if entity is not None else None


def _opens(event: Event, reading: Reading) -> bool:
    """Whether the event is told in the first paragraph."""
    blocks = reading.article.blocks
    lead = next((one.span for one in blocks if one.kind == "paragraph"), None)
    return lead is not None and any(lead.covers(one) for one in event.triggers)


def _geography(prefix: str, place: Place | None) -> dict[str, str]:
    if place is None:
        return {}
    at_home = place.country == "US"
    if place.kind == "country":
        resolution = 1
    elif place.kind == "region":
        resolution = 2 if at_home else 5
    else:
        resolution = 3 if at_home else 4
    parts = dict.fromkeys(one for one in (place.name, place.region) if one)
    return {
        f"{prefix}Type": str(resolution),
        f"{prefix}FullName": ", ".join(parts),
        f"{prefix}Lat": str(round(place.lat, 5)),
        f"{prefix}Long": str(round(place.lon, 5)),
    }
