"""Tellings of one event together, and what two tellings say of being one.

Invariant: what is told as another day, place or kind is never one event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.events.scene import Scene
from onrecord.events.tellings import Telling
from onrecord.record import Merge, Participant

COMPARED = 20
"""First and last tellings of an event that a new one is compared with; bounds the time."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Tellings of one event in their order, the merges that brought them together, its victims."""

    tellings: tuple[Telling, ...]
    merges: tuple[Merge, ...] = ()
    victims: frozenset[str] = frozenset()

    @property
    def compared(self) -> tuple[Telling, ...]:
        """The first tellings and the last: those that a new one is compared with."""
        if len(self.tellings) <= 2 * COMPARED:
            return self.tellings
        return (*self.tellings[:COMPARED], *self.tellings[-COMPARED:])

    @property
    def actual(self) -> bool:
        """Whether any telling gives it as something that was."""
        return any(one.mention.status == "actual" for one in self.compared)


def conflicts(one: Telling, other: Telling) -> bool:
    """Whether two tellings cannot be of one event: other day, place, victim or kind."""
    if not set(one.trigger.groups) & set(other.trigger.groups):
        return True
    if one.date and other.date:
        apart = one.date.latest < other.date.earliest or other.date.latest < one.date.earliest
        if apart:
            return True
    return _places_apart(one, other)


def _places_apart(one: Telling, other: Telling) -> bool:
    if one.place is None or other.place is None:
        return False
    first, second = one.place.place, other.place.place
    if first is None or second is None or first.geonameid == second.geonameid:
        return False
    if first.country and second.country and first.country != second.country:
        return True
    cities = first.kind == second.kind == "city"
    return cities and first.name not in other.place.name and second.name not in one.place.name


def entities_of(participants: Sequence[Participant]) -> frozenset[str]:
    """The ids of the entities among participants."""
    return frozenset(one.entity for one in participants if one.entity is not None)


def shared(ones: Sequence[Participant], others: Sequence[Participant]) -> bool:
    """Whether one entity is among both."""
    known = {one.entity for one in ones if one.entity}
    return any(other.entity in known for other in others if other.entity)


def has_other_victims(telling: Telling, cluster: Cluster) -> bool:
    """Whether both name who suffered, and nobody is in both."""
    known = [one for other in cluster.compared for one in other.recipients]
    if not telling.recipients or not known:
        return False
    if shared(telling.recipients, known):
        return False
    words = {one.name.lower() for one in known}
    return not any(one.name.lower() in words for one in telling.recipients)


def is_excluded(telling: Telling, cluster: Cluster) -> bool:
    """Whether anything told of the event keeps the telling out of it."""
    return any(conflicts(telling, other) for other in cluster.compared)


def same_words(telling: Telling, cluster: Cluster) -> bool:
    """Whether one family of words tells of both."""
    return any(_same_family(telling, other) for other in cluster.compared)


def same_lemma(scene: Scene, telling: Telling, cluster: Cluster) -> bool:
    """Whether both are told by one word."""
    return any(lemma_of(scene, telling) == lemma_of(scene, other) for other in cluster.compared)


def same_head(scene: Scene, telling: Telling, cluster: Cluster) -> bool:
    """Whether both are told by one noun, alone or in a compound: "the strike", "air strikes"."""
    return not telling.trigger.verb and any(
        not other.trigger.verb and _head_of(scene, telling) == _head_of(scene, other)
        for other in cluster.compared
    )


def _head_of(scene: Scene, telling: Telling) -> str:
    return scene.sentences[telling.trigger.sentence].lemmas[telling.trigger.end - 1]


def lemma_of(scene: Scene, telling: Telling) -> str:
    """The base form of the first word of the trigger."""
    return scene.sentences[telling.trigger.sentence].lemmas[telling.trigger.first]


def _same_family(one: Telling, other: Telling) -> bool:
    first, second = one.trigger.coding, other.trigger.coding
    if first is None or second is None or first.family is None or second.family is None:
        return False
    return first.family == second.family


def timed_apart(telling: Telling, cluster: Cluster) -> bool:
    """Whether times stand by both that are not known to be the same."""
    if not telling.timed:
        return False
    timed = [other for other in cluster.compared if other.timed]
    return any(telling.date is None or other.date is None for other in timed)


def same_day(telling: Telling, cluster: Cluster) -> bool:
    """Whether the days that both are dated by are the same."""
    if telling.date is None:
        return False
    day = (telling.date.earliest, telling.date.latest)
    return any(
        other.date is not None and (other.date.earliest, other.date.latest) == day
        for other in cluster.compared
    )


def same_place(telling: Telling, cluster: Cluster) -> bool:
    """Whether both happen at one place."""
    if telling.place is None or telling.place.entity is None:
        return False
    return any(
        other.place is not None and other.place.entity == telling.place.entity
        for other in cluster.compared
    )


def status_agrees(telling: Telling, cluster: Cluster) -> bool:
    """Whether what is planned or thought of is not taken for what was."""
    return (telling.mention.status == "actual") == cluster.actual
