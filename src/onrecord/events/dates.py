"""When an event was: the time of the text that stands with its trigger.

Invariant: a time dates one trigger of its clause, generic times and lengths date none, and where no
time stands with an event its date is unknown.
"""

from __future__ import annotations

from functools import partial

from onrecord.events.auxiliaries import read_auxiliaries
from onrecord.events.forms import is_finite
from onrecord.events.phrases import clause_start, own_end
from onrecord.events.scene import Scene
from onrecord.events.triggers import Trigger
from onrecord.events.wordings import Wordings
from onrecord.events.words import Sentence
from onrecord.record import EventDate, TimeExpression

BEFORE_NOUN = 3
"""Words between a time and the noun that it dates ("Friday's strike", "the 3 January attack")."""
_DATING = ("DATE", "TIME")


def find_date(scene: Scene, trigger: Trigger, triggers: tuple[Trigger, ...]) -> EventDate | None:
    """The date of ``trigger``, given all triggers of its sentence; None where none stands by it."""
    sentence = scene.sentences[trigger.sentence]
    for time in scene.times_in(trigger.sentence):
        place = sentence.locate(time.span)
        if place is None or not _can_date(time, trigger):
            continue
        if scene.statements_around(time.span) != scene.statements_around(trigger.span):
            continue
        rule = _rule(scene, trigger, triggers, place)
        if rule:
            return _date_of(time, rule)
    return None


def is_timed(scene: Scene, trigger: Trigger, triggers: tuple[Trigger, ...]) -> bool:
    """Whether a time stands behind ``trigger``, of which no day may be known ("months ago")."""
    sentence = scene.sentences[trigger.sentence]
    end = own_end(scene, trigger, triggers)
    places = [sentence.locate(time.span) for time in scene.times_in(trigger.sentence)]
    return any(place is not None and trigger.end <= place[0] < end for place in places)


def _can_date(time: TimeExpression, trigger: Trigger) -> bool:
    if time.kind not in _DATING or time.generic or time.earliest is None:
        return False
    if time.span.overlaps(trigger.span):
        return False
    anchor = time.anchor_span
    return anchor is None or not anchor.overlaps(trigger.span)


def _rule(
    scene: Scene, trigger: Trigger, triggers: tuple[Trigger, ...], place: tuple[int, int]
) -> str:
    """The rule by which the time at ``place`` dates the trigger; "" where it does not."""
    first, end = place
    if end <= trigger.first:
        return _before(scene, trigger, triggers, place)
    if first >= trigger.end and first < own_end(scene, trigger, triggers):
        return "time-behind"
    return ""


def _is_light(scene: Scene, sentence: Sentence, at: int) -> bool:
    found = scene.wordings.predicates.starting_at(sentence.lemmas, at)
    return found is not None


def _before(
    scene: Scene, trigger: Trigger, triggers: tuple[Trigger, ...], place: tuple[int, int]
) -> str:
    sentence, wordings = scene.sentences[trigger.sentence], scene.wordings
    first, end = place
    if (
        not trigger.verb
        and trigger.first - end <= BEFORE_NOUN
        and _adjoins(scene, sentence, end, trigger.first)
    ):
        return "time-modifier"
    verb = _first_verb(scene, sentence, end)
    if verb is None:
        return ""
    start = clause_start(sentence, verb, wordings)
    if start > first or any(is_finite(sentence, at, wordings) for at in range(start, first)):
        return ""
    if trigger.verb:
        own = read_auxiliaries(sentence, trigger.first, wordings)
        return (
            "time-before"
            if own.first <= verb <= trigger.first
            or _shares_subject(sentence, verb, trigger, wordings)
            else ""
        )
    found = wordings.governors.ending_at(sentence.lemmas, verb + 1)
    light = _is_light(scene, sentence, verb) or (found is not None and found[1] == "actual")
    between = any(
        one.verb and verb < one.first < trigger.first
        for one in triggers
        if one.sentence == trigger.sentence
    )
    near = abs(trigger.first - verb) <= 2 * BEFORE_NOUN
    return "time-before" if light and near and not between else ""


def _adjoins(scene: Scene, sentence: Sentence, end: int, first: int) -> bool:
    """Whether nothing but modifiers stands between a time and its noun."""
    closed = ("prepositions", "boundaries", "auxiliaries")
    case = partial(scene.wordings.has, "cases")
    return all(
        (word.isalnum() or word == "-" or case(word))
        and (case(word) or not any(scene.wordings.has(name, word) for name in closed))
        and (word == sentence.lemmas[at] or case(word) or sentence.capitals[at])
        for at, word in enumerate(sentence.words[end:first], end)
    )


def _first_verb(scene: Scene, sentence: Sentence, end: int) -> int | None:
    """The first finite verb behind the word ``end``."""
    for at in range(end, len(sentence)):
        if is_finite(sentence, at, scene.wordings) or scene.wordings.has(
            "planned_modals", sentence.words[at]
        ):
            return at
    return None


def _shares_subject(sentence: Sentence, verb: int, trigger: Trigger, wordings: Wordings) -> bool:
    """Whether the trigger is joined to the verb: "was struck and killed"."""
    between = sentence.words[verb + 1 : trigger.first]
    return len(between) <= BEFORE_NOUN and any(wordings.has("and", word) for word in between)


def _date_of(time: TimeExpression, rule: str) -> EventDate | None:
    if time.earliest is None or time.latest is None or time.best is None:
        return None
    return EventDate(time.earliest, time.latest, time.best, time.edtf, time.id, rule)
