"""Why a telling is of an event that was told before: firm reasons first, loose ones last.

Invariant: a reason is a few words that a reader of the record understands.
"""

from __future__ import annotations

from onrecord.events.clusters import (
    Cluster,
    conflicts,
    entities_of,
    has_other_victims,
    is_excluded,
    lemma_of,
    same_day,
    same_head,
    same_lemma,
    same_place,
    same_words,
    shared,
    status_agrees,
    timed_apart,
)
from onrecord.events.forms import is_finite
from onrecord.events.scene import Scene
from onrecord.events.tellings import Telling

MEANS_REACH = 4
"""Words between a verb and the noun that tells how it was done ("killed by a huge truck bomb")."""
SUBJECT_REACH = 8
"""Words between a noun and the verb that it is the subject of."""
NEAR_SENTENCES = 3
"""Sentences in which a vague noun ("the incident") may lead back; not tuned."""


def firm_reason(scene: Scene, telling: Telling, cluster: Cluster) -> str:
    """Why ``telling`` must be of this event: one victim, or cause and deed in one clause."""
    if telling.trigger.coding is None or telling.other:
        return ""
    if _is_same_victim(scene, telling, cluster):
        return "same victim"
    if is_excluded(telling, cluster):
        return ""
    last = cluster.tellings[-1]
    if _is_deed_of(scene, last, telling):
        return "cause and deed"
    if _is_means_of(scene, last, telling):
        return "deed and means"
    known = [one for other in cluster.compared for one in other.recipients]
    if not shared(telling.recipients, known):
        return ""
    if not same_words(telling, cluster) or timed_apart(telling, cluster):
        return ""
    if not status_agrees(telling, cluster):
        return ""
    actors = [one for other in cluster.compared for one in other.actors]
    if telling.actors and actors and not shared(telling.actors, actors):
        return ""
    return "same words and recipient"


def _is_same_victim(scene: Scene, telling: Telling, cluster: Cluster) -> bool:
    """Whether somebody suffers in both what nobody suffers twice, told as a fact or not.

    A strike that is not said to kill joins the killing only where it is told as a fact too.
    """
    if not entities_of(telling.recipients) & cluster.victims:
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
    return any(map(_is_unique, sharing)) and status_agrees(telling, cluster)


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


def _is_means_of(scene: Scene, deed: Telling, means: Telling) -> bool:
    """Whether the noun behind a verb is how it was done: "killed in an air strike"."""
    first, second = deed.trigger, means.trigger
    if first.sentence != second.sentence or not first.verb or second.verb:
        return False
    between = scene.sentences[first.sentence].words[first.end : second.first]
    near = 0 < len(between) <= MEANS_REACH and between[0] in scene.lexicon.words["means_before"]
    return near and all(word.isalnum() or word == "-" for word in between)


def loose_reason(scene: Scene, telling: Telling, cluster: Cluster) -> str:
    """Why a telling may be of this event: a definite noun, one day, one place, one actor."""
    if telling.other or is_excluded(telling, cluster) or has_other_victims(telling, cluster):
        return ""
    agrees = status_agrees(telling, cluster)
    if not agrees and (telling.mention.status == "actual" or not telling.definite):
        return ""
    if timed_apart(telling, cluster):
        return ""
    actors = [one for other in cluster.compared for one in other.actors]
    apart = bool(telling.actors and actors and not shared(telling.actors, actors))
    if telling.definite and not telling.trigger.verb and not apart:
        return _definite_reason(scene, telling, cluster)
    if not same_words(telling, cluster) or apart:
        return ""
    if same_day(telling, cluster):
        return "same words and day"
    if same_place(telling, cluster):
        return "same words and place"
    acts = telling.mention.status == "actual" and not telling.recipients
    if acts and shared(telling.actors, actors) and same_lemma(scene, telling, cluster):
        return "same words and actor"
    return ""


def _definite_reason(scene: Scene, telling: Telling, cluster: Cluster) -> str:
    """Why a definite noun leads back to this event: its own words, or a near one of its kind."""
    if telling.trigger.coding is not None:
        known = [one for other in cluster.compared for one in other.recipients]
        general = _is_general(scene, telling) or any(
            _is_general(scene, one) for one in cluster.compared
        )
        same = same_words(telling, cluster) or same_head(scene, telling, cluster)
        if same or (general and not telling.recipients):
            return "definite noun"
        return "definite noun" if general and shared(telling.recipients, known) else ""
    near = telling.trigger.sentence - last_told(telling, cluster) <= NEAR_SENTENCES
    return "vague noun" if near else ""


def is_faceless(scene: Scene, telling: Telling) -> bool:
    """Whether the noun says nothing of what happened: "the incident"."""
    if telling.trigger.coding is None:
        return True
    return lemma_of(scene, telling) in scene.lexicon.words["faceless"]


def _is_general(scene: Scene, telling: Telling) -> bool:
    coding = telling.trigger.coding
    family = coding.family if coding else None
    if telling.trigger.verb:
        return False
    return family is None or family.name in scene.lexicon.words["general"]


def last_told(telling: Telling, cluster: Cluster) -> int:
    """The last sentence in which the event is told with the same status."""
    actual = telling.mention.status == "actual"
    told = [
        one.trigger.sentence
        for one in cluster.compared
        if (one.mention.status == "actual") == actual
    ]
    return max(told, default=-NEAR_SENTENCES - 1)
