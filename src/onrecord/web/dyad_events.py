"""The events between two actors: who acted, and whether it was cooperation or conflict.

Invariant: an event counts once; in which direction it went is said, or that both took part alike.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from onrecord.ontology import quad_of
from onrecord.record import TimelineEntry
from onrecord.store.names import key_of

By = Literal["first", "second", "both"]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One event between two actors. ``quad`` = PLOVER's class, from 1; 3 and 4 are conflict."""

    entry: TimelineEntry
    quad: int
    by: By

    @property
    def conflict(self) -> bool:
        """Whether it was against one another."""
        return self.quad > 2

    @property
    def material(self) -> bool:
        """Whether it was more than words."""
        return self.quad in (2, 4)

    @property
    def least(self) -> int:
        """Independent sources at least; pages where nobody counted."""
        return self.entry.sources.min if self.entry.sources else 1

    @property
    def most(self) -> int:
        """Independent sources at most."""
        return self.entry.sources.max if self.entry.sources else len(self.entry.articles)


def meetings_of(entries: tuple[TimelineEntry, ...], first: str, second: str) -> tuple[Meeting, ...]:
    """Those of ``entries`` in which one of the two acts on or with the other."""
    found = []
    for entry in entries:
        acts = (_names(entry.actors, first), _names(entry.actors, second))
        suffers = (_names(entry.recipients, first), _names(entry.recipients, second))
        if not (acts[0] or suffers[0]) or not (acts[1] or suffers[1]):
            continue
        by: By = "both"
        if acts[0] and suffers[1] and not acts[1]:
            by = "first"
        elif acts[1] and suffers[0] and not acts[0]:
            by = "second"
        found.append(Meeting(entry, _quad(entry.type), by))
    return tuple(found)


def _quad(kind: str) -> int:
    try:
        return quad_of(kind)
    except KeyError:
        return 1  # a type of an older ontology: words between them, as far as anybody knows


def _names(names: tuple[str, ...], wanted: str) -> bool:
    words = set(key_of(wanted).split())
    return bool(words) and any(words <= set(key_of(name).split()) for name in names)


def call_actor(typed: str, entries: tuple[TimelineEntry, ...]) -> str:
    """The name that the pages most often have for what was ``typed``; that itself where none."""
    key = key_of(typed)
    named = Counter(
        name
        for entry in entries
        for name in (*entry.actors, *entry.recipients)
        if key_of(name) == key
    )
    return named.most_common(1)[0][0] if named else typed
