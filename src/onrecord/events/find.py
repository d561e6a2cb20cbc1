"""Events of an article: what happened, to whom, where, when, in whose mouth, and whether it did."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.encoder.findings import EventLabel
from onrecord.events.clusters import Cluster
from onrecord.events.coreference import merge_tellings
from onrecord.events.scene import Scene, make_scene
from onrecord.events.tellings import Telling, tell
from onrecord.events.triggers import Trigger, find_triggers
from onrecord.ontology import modes_of, quad_of
from onrecord.record import (
    Article,
    Entity,
    Event,
    EventDate,
    EventPlace,
    EventStatus,
    Factuality,
    Participant,
    Span,
    Statement,
    TimeExpression,
    finding_id,
)

COMMITMENT: tuple[Factuality, ...] = (
    "happened", "reported", "claimed", "denied", "backtracked", "negated", "planned",
    "hypothetical",
)  # fmt: skip
"""From what commits the outlet most to what commits it least: the first decides for the event."""


def find_events(
    article: Article,
    labels: tuple[EventLabel, ...],
    entities: tuple[Entity, ...],
    times: tuple[TimeExpression, ...],
    statements: tuple[Statement, ...],
    sentences: tuple[Span, ...],
) -> tuple[Event, ...]:
    """The events of ``article`` in the order of their first mention, one for all its mentions.

    ``sentences`` are those that may be read; what lies outside of them tells of no event.
    LookupError where the article's language has no tables of events.
    """
    scene = make_scene(article, entities, times, statements, sentences)
    triggers = find_triggers(scene, labels)
    beside: dict[int, list[Trigger]] = {}
    for trigger in triggers:
        beside.setdefault(trigger.sentence, []).append(trigger)
    tellings = [tell(scene, trigger, tuple(beside[trigger.sentence])) for trigger in triggers]
    return tuple(_make_event(scene, cluster) for cluster in merge_tellings(scene, tellings))


def _make_event(scene: Scene, cluster: Cluster) -> Event:
    tellings = cluster.tellings
    mentions = tuple(one.mention for one in tellings)
    most = min(mentions, key=lambda one: COMMITMENT.index(one.factuality))
    event_type, modes = _code(scene, tellings)
    telling_most = _telling_most(tellings, most.status)
    actors = _participants(telling_most, "actors") or _participants(tellings, "actors")
    recipients = _participants(tellings, "recipients")
    taken = {one.entity for one in recipients if one.entity}
    triggers = tuple(one.trigger for one in mentions)
    return Event(
        id=finding_id(scene.article.id, "happening", triggers),
        triggers=triggers,
        type=event_type,
        mode=modes,
        quad=quad_of(event_type),
        actors=tuple(one for one in actors if one.entity not in taken),
        recipients=recipients,
        date=_best_date(telling_most),
        place=_best_place(telling_most),
        status=most.status,
        factuality=most.factuality,
        within=most.within,
        mentions=mentions,
        score=max(one.score for one in mentions),
        found_by=_found_by(tellings),
        merges=cluster.merges,
    )


def _found_by(tellings: tuple[Telling, ...]) -> str:
    return min(
        (one.trigger.found_by for one in tellings), key=lambda name: (name == "lexicon", name)
    )


def _code(scene: Scene, tellings: tuple[Telling, ...]) -> tuple[str, tuple[str, ...]]:
    """The type with most votes among the mentions, and all modes that any of them tells."""
    votes: dict[str, float] = {}
    for one in tellings:
        if one.trigger.coding is not None:
            name = one.trigger.coding.type
            votes[name] = votes.get(name, 0.0) + one.trigger.coding.score
    chosen = max(votes, key=lambda name: votes[name])
    known = modes_of(chosen)
    modes = [mode for one in tellings if one.trigger.coding for mode in one.trigger.coding.modes]
    modes += [mode for one in tellings for mode in _means(scene, one, chosen)]
    return chosen, tuple(mode for mode in dict.fromkeys(modes) if mode in known)


def _means(scene: Scene, telling: Telling, event_type: str) -> tuple[str, ...]:
    """The modes that the words of the actors and the words right before a noun tell."""
    trigger = telling.trigger
    sentence = scene.sentences[trigger.sentence]
    lemmas: list[str] = []
    for one in telling.roles.actors:
        place = sentence.locate(one.span)
        if place is not None:
            lemmas += [*sentence.lemmas[place[0] : place[1]], "|"]
    if not trigger.verb:
        lemmas += sentence.lemmas[max(0, trigger.first - 2) : trigger.end]
    for at in range(trigger.end, min(len(sentence), trigger.end + 9)):
        if sentence.words[at] in scene.lexicon.words["means_behind"]:
            lemmas += sentence.lemmas[at + 1 : at + 5]
    return scene.lexicon.modes_in(event_type, lemmas)


def _distinct(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    found: dict[str, Participant] = {}
    for one in participants:
        found.setdefault(one.entity or one.name.lower(), one)
    return tuple(found.values())


def _participants(tellings: tuple[Telling, ...], role: str) -> tuple[Participant, ...]:
    """Who has the role by rule in any telling; without such, whom the encoder saw in it."""
    told = [one for one in tellings if getattr(one.roles, f"told_{role}")]
    return _distinct(one for telling in told or tellings for one in getattr(telling.roles, role))


def _telling_most(tellings: tuple[Telling, ...], status: EventStatus) -> tuple[Telling, ...]:
    """The tellings that have the status of the event: a plan neither dates a deed nor does it."""
    return tuple(one for one in tellings if one.mention.status == status)


def _best_date(tellings: tuple[Telling, ...]) -> EventDate | None:
    """The narrowest date that any mention gives."""
    dates = [one.date for one in tellings if one.date is not None]
    return min(dates, key=lambda one: one.latest - one.earliest, default=None)


def _best_place(tellings: tuple[Telling, ...]) -> EventPlace | None:
    """The place that a mention with a date gives, or the first."""
    places = [(one.date is None, one.place) for one in tellings if one.place is not None]
    return min(places, key=lambda pair: pair[0])[1] if places else None
