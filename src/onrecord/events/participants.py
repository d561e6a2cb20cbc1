"""Who did it and who had it done to them: by the sentence's own words, else by the encoder's.

Invariant: a participant has its words; one entity takes part in one role once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.events.named_words import resolve_span
from onrecord.events.role_rules import read_roles
from onrecord.events.scene import Scene
from onrecord.events.triggers import Trigger
from onrecord.record import Participant, Span

REACH = 10
"""Words between a trigger and whom the encoder takes for a participant, at most."""
SHORT = 4
"""Words that the encoder takes for a participant and nobody else knows, at most."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Who acts and who suffers; ``told`` = the sentence's own words say so, by rule.

    Where no rule speaks for a verb they are the encoder's, which sees who the clause is about.
    """

    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    told_actors: bool = True
    told_recipients: bool = True


def find_participants(scene: Scene, trigger: Trigger) -> Roles:
    """The actors and the recipients of the event that ``trigger`` tells of."""
    actors, recipients = map(list, read_roles(scene, trigger))
    told = bool(actors), bool(recipients)
    if trigger.label is not None and trigger.verb:
        actors = actors or _resolve_all(scene, trigger, trigger.label.actors)
        recipients = recipients or _resolve_all(scene, trigger, trigger.label.recipients)
    taken = {_key(one) for one in (actors if told[0] or not told[1] else recipients)}
    first, second = _distinct(actors), _distinct(recipients)
    if told[0] or not told[1]:
        second = tuple(one for one in second if _key(one) not in taken)
    else:
        first = tuple(one for one in first if _key(one) not in taken)
    return Roles(first, second, *told)


def _key(participant: Participant) -> str:
    return participant.entity or participant.name.lower()


def _distinct(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    return tuple({_key(one): one for one in reversed(list(participants))}.values())[::-1]


def _resolve_all(scene: Scene, trigger: Trigger, spans: tuple[Span, ...]) -> list[Participant]:
    """The participants in the encoder's words: only who is known, and near."""
    sentence = scene.sentences[trigger.sentence]
    first, end = max(0, trigger.first - REACH), min(len(sentence), trigger.end + REACH)
    near = sentence.hull(first, end)
    found: list[Participant] = []
    for span in spans:
        if span.overlaps(trigger.span) or not near.covers(span):
            continue
        named = resolve_span(scene, trigger.sentence, span)
        found += [one for one in named if one.entity is not None or _is_short(one)]
    return found


def _is_short(participant: Participant) -> bool:
    """Whether the words may be the name of somebody: the encoder's edges run over at times."""
    return len(participant.name.split()) <= SHORT
