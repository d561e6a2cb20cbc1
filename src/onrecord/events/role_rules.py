"""Who acts and who suffers by the sentence's own words: subject, object, "by", "of", "on".

There is no parser: passives, prepositions and the order of the words tell, as far as they do.
"""

from __future__ import annotations

from onrecord.events.auxiliaries import read_auxiliaries
from onrecord.events.forms import is_finite
from onrecord.events.named_words import joined_participants, participants_alone
from onrecord.events.phrases import (
    clause_end,
    clause_start,
    coordinates,
    is_governed,
    outermost,
    preposition_before,
)
from onrecord.events.scene import Named, Scene
from onrecord.events.triggers import Trigger
from onrecord.events.wordings import Wordings
from onrecord.events.words import Sentence
from onrecord.record import Participant

BEFORE = 3
"""Words between an owner and the noun ("the US's bloody night raid")."""
NEAR = 4
"""Words between a trigger and the preposition of a participant ("a strike late on Monday on")."""
Pair = tuple[tuple[Participant, ...], tuple[Participant, ...]]


def read_roles(scene: Scene, trigger: Trigger) -> Pair:
    """Who acts and who suffers in the clause of a verb, or around a noun; empty where none is."""
    if trigger.verb:
        return _of_verb(scene, trigger)
    return _of_noun(scene, trigger)


def _of_verb(scene: Scene, trigger: Trigger) -> Pair:
    sentence = scene.sentences[trigger.sentence]
    own = read_auxiliaries(sentence, trigger.first, scene.wordings)
    subject = find_subject(scene, trigger.sentence, own.first)
    word = sentence.words[trigger.first]
    gerund = scene.wordings.ends("gerund", word)
    passive = (
        not gerund
        and word != sentence.lemmas[trigger.first]
        and any(
            scene.wordings.has("passive", lemma)
            for lemma in sentence.lemmas[own.first : trigger.first]
        )
    )
    end = clause_end(sentence, trigger.end, scene.wordings)
    behind = outermost(scene.named[trigger.sentence], trigger.end, end)
    agents = _agents(scene, trigger, behind)
    if passive or (agents and not gerund and own.first == trigger.first):
        return tuple(joined_participants(scene, trigger, agents[:1])), tuple(
            joined_participants(scene, trigger, subject[:1])
        )
    objects = _objects(scene, trigger, behind)
    sides = [joined_participants(scene, trigger, one[:1]) for one in (subject, objects)]
    return tuple(sides[0]), tuple(sides[1])


def _agents(scene: Scene, trigger: Trigger, behind: list[Named]) -> list[Named]:
    """Who stands behind "by", with nothing but a few words between: "struck late by"."""
    sentence = scene.sentences[trigger.sentence]
    for at in range(trigger.end, min(len(sentence), trigger.end + NEAR)):
        word = sentence.words[at]
        if word in scene.lexicon.words["agents"]:
            return [one for one in behind if at < one.first <= at + NEAR][:1]
        if not word.isalnum() or is_finite(sentence, at, scene.wordings):
            return []
    return []


def find_subject(scene: Scene, number: int, first: int) -> list[Named]:
    """What may be the subject of the verb whose group begins at ``first``, best first."""
    sentence = scene.sentences[number]
    start = clause_start(sentence, first, scene.wordings)
    if start > 0 and scene.wordings.has("relatives", sentence.words[start - 1]):
        before = [one for one in scene.named[number] if one.end in (start - 1, start - 2)]
        if before and start == first:
            return before[:1]
    within = outermost(scene.named[number], start, first)
    adjacent = _adjacent_subject(scene, number, within, first)
    if adjacent:
        return adjacent
    return [
        one
        for one in within
        if not preposition_before(sentence, one, scene.wordings)
        and not _owns(sentence, one, scene.wordings)
    ]


def _adjacent_subject(scene: Scene, number: int, within: list[Named], first: int) -> list[Named]:
    """The mention right before the verb, from the first that is joined to it on."""
    sentence = scene.sentences[number]
    if not within or within[-1].end != first or _owns(sentence, within[-1], scene.wordings):
        return []
    if is_governed(sentence, within[-1], scene.wordings):
        return []
    chain = [within[-1]]
    for one in reversed(within[:-1]):
        governed = is_governed(sentence, one, scene.wordings)
        if governed or chain[0] not in coordinates(scene, number, one):
            break
        chain.insert(0, one)
    return chain


def _owns(sentence: Sentence, named: Named, wordings: Wordings) -> bool:
    behind = sentence.words[named.end : named.end + 1]
    return any(wordings.has("cases", word) for word in behind)


def _objects(scene: Scene, trigger: Trigger, behind: list[Named]) -> list[Named]:
    sentence = scene.sentences[trigger.sentence]
    for one in behind:
        before = preposition_before(sentence, one, scene.wordings)
        if not before:
            between = sentence.words[trigger.end : one.first]
            if all(word.isalnum() for word in between) and len(between) <= NEAR:
                return [one]
        elif before in scene.lexicon.words["towards"] and one.first - trigger.end <= NEAR:
            return [one]
    return []


def _of_noun(scene: Scene, trigger: Trigger) -> Pair:
    sentence, wordings = scene.sentences[trigger.sentence], scene.wordings
    family = trigger.coding.family if trigger.coding else None
    acts = family is not None and family.name in scene.lexicon.words["intransitive"]
    actors: list[Participant] = []
    recipients: list[Participant] = []
    end = clause_end(sentence, trigger.end, wordings)
    for one in outermost(scene.named[trigger.sentence], trigger.end, end):
        before = preposition_before(sentence, one, wordings)
        if one.first - trigger.end > 2 * NEAR or _has_finite(scene, trigger, one):
            break
        if _is_possessive(sentence, one, wordings):
            continue
        of = wordings.has("of", before)
        by = before in scene.lexicon.words["agents"] or wordings.has("between", before)
        if by or (of and acts):
            actors += joined_participants(scene, trigger, [one])
        elif not recipients and (of or before in scene.lexicon.words["towards"]):
            recipients += joined_participants(scene, trigger, [one])
    for one in _owners(scene, trigger):
        person = one.entity.kind == "person"
        suffers = family is not None and family.unique and person and not acts
        (recipients if suffers and not recipients else actors).extend(
            participants_alone(scene, one)
        )
    if not actors:
        actors = _subject_of_light_verb(scene, trigger)
    return tuple(actors), tuple(recipients)


def _has_finite(scene: Scene, trigger: Trigger, named: Named) -> bool:
    """Whether a verb stands between the noun and a mention: then it is not the noun's."""
    sentence = scene.sentences[trigger.sentence]
    between = range(trigger.end, named.first)
    return any(is_finite(sentence, at, scene.wordings) for at in between)


def _is_possessive(sentence: Sentence, named: Named, wordings: Wordings) -> bool:
    """Whether a mention only says whose another one is: "his", "their"."""
    return named.end - named.first == 1 and wordings.has("possessives", sentence.words[named.first])


def _owners(scene: Scene, trigger: Trigger) -> list[Named]:
    """The mention right before a noun: "the US strike", "Lind's killing"."""
    sentence = scene.sentences[trigger.sentence]
    for one in scene.named[trigger.sentence]:
        if one.end > trigger.first or trigger.first - one.end > BEFORE:
            continue
        between = sentence.words[one.end : trigger.first]
        if not all(_may_stand_before_noun(scene, word) for word in between):
            continue
        owned = bool(between) and scene.wordings.has("cases", between[0])
        if not between or owned or not _has_verb(sentence, one.end, trigger.first):
            return [one]
    return []


def _may_stand_before_noun(scene: Scene, word: str) -> bool:
    """Whether a word may stand between an owner and what is owned."""
    wordings = scene.wordings
    if wordings.has("cases", word) or word == "-":
        return True
    closed = ("prepositions", "auxiliaries", "boundaries", "determiners")
    return word.isalnum() and not any(wordings.has(name, word) for name in closed)


def _has_verb(sentence: Sentence, first: int, end: int) -> bool:
    return any(sentence.words[at] != sentence.lemmas[at] for at in range(first, end))


def _subject_of_light_verb(scene: Scene, trigger: Trigger) -> list[Participant]:
    """Who launched, held, ordered, approved it."""
    sentence, wordings = scene.sentences[trigger.sentence], scene.wordings
    for at in range(trigger.first - 1, max(-1, trigger.first - 1 - NEAR), -1):
        if wordings.has("prepositions", sentence.words[at]) or not sentence.words[at].isalnum():
            return []
        found = wordings.governors.ending_at(sentence.lemmas, at + 1)
        if found is not None and found[1] in ("actual", "planned"):
            own = read_auxiliaries(sentence, found[0], wordings)
            return joined_participants(
                scene, trigger, find_subject(scene, trigger.sentence, own.first)[:1]
            )
    return []
