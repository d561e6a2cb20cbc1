"""Everyone and everything that an article names, those it speaks of most first.

Invariant: every entity of the reading stands in exactly one list of the roster.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.painting.visible_text import show_plainly, wrap_short
from onrecord.painting.wording import load_words
from onrecord.record import Entity, Place, Reading

WHO = ("person", "group", "organisation", "outlet")
WHERE = ("place", "facility")
LONGEST_NAME = 40
"""Characters of another name; a phrase that is longer is cut."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An entity with its number in the text and the other names that the page has for it.

    ``parts`` = in how much of what is said and done it has a part.
    """

    number: int
    entity: Entity
    names: tuple[str, ...]
    parts: int

    @property
    def government(self) -> Place | None:
        """The country whose government this is, or None."""
        return self.entity.place if self.entity.kind == "organisation" else None


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is named, where, what else, and who could not be told; each by how often."""

    people: tuple[Figure, ...]
    places: tuple[Figure, ...]
    things: tuple[Figure, ...]
    unresolved: tuple[Figure, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All of them, in the order of the text."""
        everyone = (*self.people, *self.places, *self.things, *self.unresolved)
        return tuple(sorted(everyone, key=lambda one: one.number))


def call_roster(reading: Reading) -> Roster:
    """The reading's entities as a roster."""
    parts = _count_parts(reading)
    end = len(reading.article.text)
    ordered = sorted(
        reading.entities,
        key=lambda one: (min((span.start for span in one.mentions), default=end), one.id),
    )
    figures = [
        Figure(
            number,
            one,
            _list_names(one, reading.article.text),
            parts[one.id],
        )
        for number, one in enumerate(ordered, start=1)
    ]
    figures.sort(key=lambda one: (-len(one.entity.mentions), -one.parts, one.number))
    resolved = [one for one in figures if one.entity.resolved]
    return Roster(
        people=tuple(one for one in resolved if one.entity.kind in WHO),
        places=tuple(one for one in resolved if one.entity.kind in WHERE),
        things=tuple(one for one in resolved if one.entity.kind not in (*WHO, *WHERE)),
        unresolved=tuple(one for one in figures if not one.entity.resolved),
    )


def _count_parts(reading: Reading) -> Counter[str | None]:
    """In how many statements and events each entity has a part."""
    parts: Counter[str | None] = Counter(one.speaker for one in reading.statements)
    for event in reading.events:
        parts.update({one.entity for one in (*event.actors, *event.recipients)})
    return parts


def _list_names(entity: Entity, text: str) -> tuple[str, ...]:
    """Its other names and noun phrases as they come; a pronoun is none, nor is the name with more.

    A government has the country's name too, where the page calls it by that.
    """
    government = entity.kind == "organisation" and entity.place is not None
    own = _fold(entity.name)
    forms = entity.forms or ("name",) * len(entity.mentions)
    found: dict[str, str] = {}
    for span, form in zip(entity.mentions, forms, strict=True):
        words = show_plainly(span.cut(text))
        if form != "pronoun" and (government or own not in _fold(words)):
            found.setdefault(_fold(words), wrap_short(words, LONGEST_NAME, 1))
    return tuple(found.values())


def _fold(words: str) -> str:
    """``words`` without capitals, an article before and a genitive's ending behind."""
    around = load_words()["around_names"]
    folded = words.casefold()
    for start in around["before"]:
        folded = folded.removeprefix(start)
    for end in around["behind"]:
        folded = folded.removesuffix(end)
    return folded
