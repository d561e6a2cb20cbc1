"""Which tellings are of one event: seventeen mentions of one strike are one event.

Invariant: what is told as another event, of another day, at another place or of another victim is
never merged; each merge says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.events.forms import is_finite
from onrecord.events.scene import Scene
from onrecord.events.tellings import Telling
from onrecord.record import Merge, Participant

MEANS_REACH = 4
"""Words between a verb and the noun that tells how it was done ("killed by a huge truck bomb")."""
SUBJECT_REACH = 8
"""Words between a noun and the verb that it is the subject of."""
MEMORY = 60
"""Events told last among which a telling looks for its own; far more than one article has."""
COMPARED = 20
"""First and last tellings of an event that a new one is compared with; bounds the time."""
NEAR_SENTENCES = 3
"""Sentences in which a vague noun ("the incident") may lead back; not tuned."""


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


def merge_tellings(scene: Scene, tellings: Sequence[Telling]) -> tuple[Cluster, ...]:
    """The events behind ``tellings``; a vague noun that leads back to none is left out."""
    clusters: list[Cluster] = []
    for telling in tellings:
        asked = _candidates(telling, clusters)
        fitting = [(one, why) for one in asked if (why := _firm_reason(scene, telling, one))]
        if not fitting:
            fitting = _best_loose(scene, telling, asked)
        if fitting:
            merged, used = _join(telling, fitting)
            clusters = [one for one in clusters if all(one is not other for other in used)]
            clusters.append(merged)
        elif telling.trigger.coding is not None:
            clusters.append(Cluster((telling,), (), _entities(telling.recipients)))
    return tuple(sorted(clusters, key=lambda one: one.tellings[0].trigger.span))


def _candidates(telling: Telling, clusters: list[Cluster]) -> list[Cluster]:
    """The events told of last, and older ones with a victim of this telling."""
    victims = _entities(telling.recipients)
    older = [one for one in clusters[:-MEMORY] if victims & one.victims] if victims else []
    return older + clusters[-MEMORY:]


def _join(telling: Telling, fitting: list[tuple[Cluster, str]]) -> tuple[Cluster, list[Cluster]]:
    """What ``telling`` and the clusters that it belongs to make, and which of them were used.

    Two clusters that exclude each other stay apart: then the first alone is used.
    """
    chosen, reason = fitting[0]
    used = [chosen]
    tellings, merges = chosen.tellings, [*chosen.merges, _merge(telling, chosen, reason)]
    for other, why in fitting[1:]:
        if any(conflicts(one, two) for one in tellings for two in other.tellings):
            continue
        used.append(other)
        tellings = (*tellings, *other.tellings)
        merges += [*other.merges, _merge(telling, other, why)]
    ordered = sorted((*tellings, telling), key=lambda one: one.trigger.span)
    victims = frozenset().union(*(one.victims for one in used), _entities(telling.recipients))
    return Cluster(tuple(ordered), tuple(merges), victims), used


def _merge(telling: Telling, cluster: Cluster, reason: str) -> Merge:
    return Merge(cluster.tellings[-1].trigger.span, telling.trigger.span, reason, reason=reason)


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


def _entities(participants: Sequence[Participant]) -> frozenset[str]:
    return frozenset(one.entity for one in participants if one.entity is not None)


def _shared(ones: Sequence[Participant], others: Sequence[Participant]) -> bool:
    known = {one.entity for one in ones if one.entity}
    return any(other.entity in known for other in others if other.entity)


def _other_victims(telling: Telling, cluster: Cluster) -> bool:
    """Whether both name who suffered, and nobody is in both."""
    known = [one for other in cluster.compared for one in other.recipients]
    if not telling.recipients or not known:
        return False
    if _shared(telling.recipients, known):
        return False
    words = {one.name.lower() for one in known}
    return not any(one.name.lower() in words for one in telling.recipients)


def _is_excluded(telling: Telling, cluster: Cluster) -> bool:
    return any(conflicts(telling, other) for other in cluster.compared)


def _firm_reason(scene: Scene, telling: Telling, cluster: Cluster) -> str:
    """Why ``telling`` must be of this event: one victim, or cause and deed in one clause."""
    if telling.trigger.coding is None or telling.other:
        return ""
    if _is_same_victim(scene, telling, cluster):
        return "same victim"
    if _is_excluded(telling, cluster):
        return ""
    last = cluster.tellings[-1]
    if _is_deed_of(scene, last, telling):
        return "cause and deed"
    if _is_means_of(scene, last, telling):
        return "deed and means"
    known = [one for other in cluster.compared for one in other.recipients]
    if not _shared(telling.recipients, known):
        return ""
    if not _same_words(telling, cluster) or _timed_apart(telling, cluster):
        return ""
    if not _status_agrees(telling, cluster):
        return ""
    actors = [one for other in cluster.compared for one in other.actors]
    if telling.actors and actors and not _shared(telling.actors, actors):
        return ""
    return "same words and recipient"


def _is_same_victim(scene: Scene, telling: Telling, cluster: Cluster) -> bool:
    """Whether somebody suffers in both what nobody suffers twice, told as a fact or not.

    A strike that is not said to kill joins the killing only where it is told as a fact too.
    """
    if not _entities(telling.recipients) & cluster.victims:
        return False
    people = {one.id for one in scene.entities if one.kind == "person"}
    sharing = [
        other
        for other in cluster.compared
        if people
        & {one.entity for one in telling.recipients}
        & {one.entity for one in other.recipients}
    ]
    if any(_tell_apart(telling, other) for other in cluster.compared):
        return False
    if _is_unique(telling):
        return any(_is_unique(other) or other.mention.status == "actual" for other in sharing)
    return any(map(_is_unique, sharing)) and _status_agrees(telling, cluster)


def _tell_apart(one: Telling, other: Telling) -> bool:
    """Whether two tellings of one status conflict: a plan may be for another day and place."""
    if not set(one.trigger.groups) & set(other.trigger.groups):
        return True
    return one.mention.status == other.mention.status and conflicts(one, other)


def _is_unique(telling: Telling) -> bool:
    family = telling.trigger.coding.family if telling.trigger.coding else None
    return family is not None and family.unique


def _is_deed_of(scene: Scene, cause: Telling, deed: Telling) -> bool:
    """Whether the noun before a verb is what did it: "the air strikes that killed"."""
    first, second = cause.trigger, deed.trigger
    if first.sentence != second.sentence or first.verb or not second.verb:
        return False
    if cause.mention.status != deed.mention.status:
        return False
    return _is_subject(scene, first.sentence, first.end, second.first)


def _is_subject(scene: Scene, number: int, first: int, end: int) -> bool:
    """Whether the noun before ``first`` is the subject of the verb at ``end``.

    Between them stand only "that", auxiliaries, or a phrase with a preposition: "an airstrike on a
    house killed".
    """
    sentence, wordings = scene.sentences[number], scene.wordings
    between = sentence.words[first:end]
    if all(
        wordings.has("relatives", word)
        or wordings.has("auxiliaries", word)
        or wordings.ends("adverb", word)
        for word in between
    ):
        return len(between) <= NEAR_SENTENCES
    if len(between) > SUBJECT_REACH or not wordings.has("prepositions", between[0]):
        return False
    return not any(
        not sentence.words[at].isalnum()
        or wordings.has("boundaries", sentence.words[at])
        or (
            is_finite(sentence, at, wordings)
            and not wordings.has("auxiliaries", sentence.words[at])
        )
        for at in range(first, end)
    )


def _is_faceless(scene: Scene, telling: Telling) -> bool:
    """Whether the noun says nothing of what happened: "the incident"."""
    if telling.trigger.coding is None:
        return True
    return _lemma(scene, telling) in scene.lexicon.words["faceless"]


def _is_general(scene: Scene, telling: Telling) -> bool:
    coding = telling.trigger.coding
    family = coding.family if coding else None
    if telling.trigger.verb:
        return False
    return family is None or family.name in scene.lexicon.words["general"]


def _is_means_of(scene: Scene, deed: Telling, means: Telling) -> bool:
    """Whether the noun behind a verb is how it was done: "killed in an air strike"."""
    first, second = deed.trigger, means.trigger
    if first.sentence != second.sentence or not first.verb or second.verb:
        return False
    between = scene.sentences[first.sentence].words[first.end : second.first]
    near = 0 < len(between) <= MEANS_REACH and between[0] in scene.lexicon.words["means_before"]
    return near and all(word.isalnum() or word == "-" for word in between)


def _same_words(telling: Telling, cluster: Cluster) -> bool:
    return any(_same_family(telling, other) for other in cluster.compared)


def _same_lemma(scene: Scene, telling: Telling, cluster: Cluster) -> bool:
    return any(_lemma(scene, telling) == _lemma(scene, other) for other in cluster.compared)


def _lemma(scene: Scene, telling: Telling) -> str:
    return scene.sentences[telling.trigger.sentence].lemmas[telling.trigger.first]


def _timed_apart(telling: Telling, cluster: Cluster) -> bool:
    """Whether times stand by both that are not known to be the same."""
    if not telling.timed:
        return False
    timed = [other for other in cluster.compared if other.timed]
    return any(telling.date is None or other.date is None for other in timed)


def _same_family(one: Telling, other: Telling) -> bool:
    first, second = one.trigger.coding, other.trigger.coding
    if first is None or second is None or first.family is None or second.family is None:
        return False
    return first.family == second.family


def _status_agrees(telling: Telling, cluster: Cluster) -> bool:
    """Whether what is planned or thought of is not taken for what was."""
    return (telling.mention.status == "actual") == cluster.actual


def _best_loose(
    scene: Scene, telling: Telling, clusters: list[Cluster]
) -> list[tuple[Cluster, str]]:
    """The one event that a telling most likely leads back to, where any does."""
    found = []
    for order, one in enumerate(clusters):
        reason = _loose_reason(scene, telling, one)
        if reason:
            near = _last_told(telling, one) if _is_faceless(scene, telling) else 0
            same = _same_words(telling, one)
            rank = (near, one.actual, same, len(one.tellings), order)
            found.append((rank, one, reason))
    if not found:
        return []
    _, best, reason = max(found, key=lambda entry: entry[0])
    return [(best, reason)]


def _loose_reason(scene: Scene, telling: Telling, cluster: Cluster) -> str:
    if telling.other or _is_excluded(telling, cluster) or _other_victims(telling, cluster):
        return ""
    agrees = _status_agrees(telling, cluster)
    if not agrees and (telling.mention.status == "actual" or not telling.definite):
        return ""
    if _timed_apart(telling, cluster):
        return ""
    actors = [one for other in cluster.compared for one in other.actors]
    apart = bool(telling.actors and actors and not _shared(telling.actors, actors))
    if telling.definite and not telling.trigger.verb and not apart:
        return _definite_reason(scene, telling, cluster)
    if not _same_words(telling, cluster) or apart:
        return ""
    if _same_day(telling, cluster):
        return "same words and day"
    if _same_place(telling, cluster):
        return "same words and place"
    acts = telling.mention.status == "actual" and not telling.recipients
    if acts and _shared(telling.actors, actors) and _same_lemma(scene, telling, cluster):
        return "same words and actor"
    return ""


def _definite_reason(scene: Scene, telling: Telling, cluster: Cluster) -> str:
    """Why a definite noun leads back to this event: its own words, or a near one of its kind."""
    if telling.trigger.coding is not None:
        known = [one for other in cluster.compared for one in other.recipients]
        general = _is_general(scene, telling) or any(
            _is_general(scene, one) for one in cluster.compared
        )
        if _same_words(telling, cluster) or (general and not telling.recipients):
            return "definite noun"
        return "definite noun" if general and _shared(telling.recipients, known) else ""
    near = telling.trigger.sentence - _last_told(telling, cluster) <= NEAR_SENTENCES
    return "vague noun" if near else ""


def _last_told(telling: Telling, cluster: Cluster) -> int:
    """The last sentence in which the event is told with the same status."""
    actual = telling.mention.status == "actual"
    told = [
        one.trigger.sentence
        for one in cluster.compared
        if (one.mention.status == "actual") == actual
    ]
    return max(told, default=-NEAR_SENTENCES - 1)


def _same_day(telling: Telling, cluster: Cluster) -> bool:
    if telling.date is None:
        return False
    day = (telling.date.earliest, telling.date.latest)
    return any(
        other.date is not None and (other.date.earliest, other.date.latest) == day
        for other in cluster.compared
    )


def _same_place(telling: Telling, cluster: Cluster) -> bool:
    if telling.place is None or telling.place.entity is None:
        return False
    return any(
        other.place is not None and other.place.entity == telling.place.entity
        for other in cluster.compared
    )
