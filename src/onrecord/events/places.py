"""Where an event was: the place named behind it, or before it, with a word for being there.

Invariant: a place has its words in the sentence of the trigger; an actor's country is none.
"""

from __future__ import annotations

from onrecord.events.phrases import clause_start, outermost, own_end
from onrecord.events.scene import Named, Scene
from onrecord.events.triggers import Trigger
from onrecord.events.words import Sentence
from onrecord.record import EventPlace

MODIFIERS = 4
"""Words between a preposition and the name of a place ("in the northern port city of")."""
_PLACES = ("place", "facility")
_BODIES = ("organisation", "outlet", "document")
_CLOSED = ("prepositions", "auxiliaries", "boundaries")


def find_place(scene: Scene, trigger: Trigger, triggers: tuple[Trigger, ...]) -> EventPlace | None:
    """The place of ``trigger``; None where none is named with it."""
    sentence = scene.sentences[trigger.sentence]
    others = [one for one in triggers if one.sentence == trigger.sentence]
    limit = own_end(scene, trigger, triggers)
    behind = _located(scene, trigger.sentence, trigger.end, limit)
    if behind is not None:
        return behind
    if any(one.verb and one.first < trigger.first for one in others):
        return None
    start = clause_start(sentence, trigger.first, scene.wordings)
    return _located(scene, trigger.sentence, start, trigger.first, opening=True)


def _located(
    scene: Scene, number: int, first: int, end: int, *, opening: bool = False
) -> EventPlace | None:
    """The first place between two words that a locative preposition stands before.

    ``opening`` = only at the beginning, as in "In Baghdad, …".
    """
    sentence = scene.sentences[number]
    for one in outermost(scene.named[number], first, len(sentence)):
        if one.first >= end:
            return None
        start = _name_start(scene, sentence, one.first)
        before = _locative_end(scene, sentence, start)
        if before is None or (opening and before > first + 1):
            continue
        if _is_place(scene, sentence, one, before):
            return _place_of(scene, sentence, one, start)
    return None


def _is_place(scene: Scene, sentence: Sentence, named: Named, before: int) -> bool:
    """Whether something happens at what is named: a place, or a body with "outside" before it."""
    if named.entity.kind in _PLACES or named.entity.place is not None:
        return named.entity.kind not in _BODIES or _is_spatial(scene, sentence, before)
    if named.entity.kind in (*_BODIES, "facility"):
        return _is_spatial(scene, sentence, before)
    return _names_facility(sentence, named)


def _is_spatial(scene: Scene, sentence: Sentence, before: int) -> bool:
    spatial = scene.lexicon.words["spatial"]
    words = sentence.words[max(0, before - 3) : before]
    return any(" ".join(words[-size:]) in spatial for size in (1, 2, 3))


def _name_start(scene: Scene, sentence: Sentence, at: int) -> int:
    """Where the run of capitals begins that the word ``at`` stands in."""
    closed = ("prepositions", "determiners", "boundaries")
    while at > 0 and sentence.capitals[at - 1] and sentence.words[at - 1].isalnum():
        if any(scene.wordings.has(name, sentence.words[at - 1]) for name in closed):
            break
        at -= 1
    return at


def _name_end(sentence: Sentence, end: int) -> int:
    while end < len(sentence) and sentence.capitals[end] and sentence.words[end].isalnum():
        end += 1
    return end


def _names_facility(sentence: Sentence, named: Named) -> bool:
    """Whether the mention is only the beginning of a name ("Baghdad" of "Baghdad Airport")."""
    return named.entity.kind == "unknown" and _name_end(sentence, named.end) > named.end


def _locative_end(scene: Scene, sentence: Sentence, start: int) -> int | None:
    """The number behind the locative preposition of a name that begins at ``start``."""
    locatives = scene.lexicon.words["locatives"]
    for at in range(start, max(0, start - MODIFIERS), -1):
        word = sentence.words[at - 1]
        if word in locatives or " ".join(sentence.words[max(0, at - 2) : at]) in locatives:
            return at
        modifier = word == sentence.lemmas[at - 1] and word.isalpha()
        if not modifier or any(scene.wordings.has(name, word) for name in _CLOSED):
            return None
    return None


def _place_of(scene: Scene, sentence: Sentence, named: Named, start: int) -> EventPlace:
    """The place under its whole name; the entity's own coordinates only where it is that place."""
    end = _name_end(sentence, named.end)
    span = sentence.hull(min(start, named.first), max(end, named.end))
    return EventPlace(span.cut(scene.article.text), span, named.entity.id, named.entity.place)
