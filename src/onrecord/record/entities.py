"""Everyone and everything that an article speaks of, under all its words for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.record.spans import Span

EntityKind = Literal[
    "person", "group", "organisation", "outlet", "document", "place", "facility", "event",
    "product", "unknown",
]  # fmt: skip
MentionForm = Literal["name", "nominal", "pronoun"]
PlaceKind = Literal["country", "region", "city", "area", "facility"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the GeoNames gazetteer.

    ``lat`` and ``lon`` are WGS 84 degrees; ``country`` an ISO 3166-1 alpha-2 code, "" where none
    fits; ``region`` the name of the first-order division; ``score`` the share of the candidates'
    weight that this one has: 1.0 where the name has one bearer.
    """

    lat: float
    lon: float
    geonameid: int
    name: str
    kind: PlaceKind = "city"
    country: str = ""
    region: str = ""
    score: float = 1.0

    def __post_init__(self) -> None:
        if not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            raise ValueError(f"no such place on earth: {self.lat}, {self.lon}")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place of the text where an entity is spoken of; ``found_by`` = head or rule."""

    span: Span
    form: MentionForm = "name"
    found_by: str = ""
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Merge:
    """A judgement that two mentions mean the same; without it the entity falls in two.

    ``rule`` names the rule or head that judged, ``reason`` says why in words.
    """

    first: Span
    second: Span
    rule: str
    score: float = 1.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the article speaks of, under all the words it uses for it.

    ``mentions`` are in order, ``forms`` tells each one's form where known (as many, or none).
    ``roles`` are the titles and offices that the page gives, "former" included. ``place`` is where
    a place or facility lies; for an organisation that is a country's government ("Tehran said"),
    the country. ``resolved`` is False for a pronoun or noun phrase that nobody named was found for.
    """

    id: str
    name: str
    kind: EntityKind
    mentions: tuple[Span, ...]
    roles: tuple[str, ...] = ()
    place: Place | None = None
    forms: tuple[MentionForm, ...] = ()
    merges: tuple[Merge, ...] = ()
    resolved: bool = True

    def __post_init__(self) -> None:
        if self.forms and len(self.forms) != len(self.mentions):
            raise ValueError(f"{self.name}: {len(self.forms)} forms, {len(self.mentions)} mentions")
