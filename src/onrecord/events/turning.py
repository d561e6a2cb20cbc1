"""Whether what was planned was called off, in the same sentence or the next."""

from __future__ import annotations

from onrecord.events.auxiliaries import read_auxiliaries
from onrecord.events.scene import Scene
from onrecord.events.triggers import Trigger
from onrecord.events.words import Sentence

OPENING = 8
"""Words at the beginning of the next sentence among which the change of mind stands."""
OBJECT_REACH = 4
"""Words between "scrapped" and what was scrapped."""


def turns_back(scene: Scene, trigger: Trigger, triggers: tuple[Trigger, ...]) -> bool:
    """Whether somebody changes their mind behind ``trigger``: "but abruptly backtracked".

    Only the last of the ``triggers`` before the turn is called off, those presupposed left out.
    """
    sentence = scene.sentences[trigger.sentence]
    behind = [
        one.first
        for one in triggers
        if one.sentence == trigger.sentence
        and one.first >= trigger.end
        and one.coding is not None
        and not _is_presupposed(scene, sentence, one.first)
    ]
    end = min([len(sentence), *behind])
    if _finds_turn(scene, sentence, trigger.end, end, next_sentence=False):
        return True
    number = trigger.sentence + 1
    if behind or number >= len(scene.sentences):
        return False
    following = scene.sentences[number]
    end = min(len(following), OPENING)
    return _finds_turn(scene, following, 0, end, next_sentence=True)


def _is_presupposed(scene: Scene, sentence: Sentence, at: int) -> bool:
    if at and scene.wordings.has("definite", sentence.words[at - 1]):
        at -= 1
    return scene.wordings.presupposing.ending_at(sentence.lemmas, at) is not None


def _finds_turn(
    scene: Scene, sentence: Sentence, start: int, stop: int, *, next_sentence: bool
) -> bool:
    for at in range(start, stop):
        found = scene.wordings.abandoning.starting_at(sentence.lemmas, at)
        if found is None:
            continue
        end, sense = found
        own = read_auxiliaries(sentence, at, scene.wordings)
        if own.negated or own.modal or own.infinitive is not None:
            continue
        if scene.wordings.ends("gerund", sentence.words[at]):
            continue
        turned = any(
            scene.wordings.has("turns", word) for word in sentence.words[max(start, at - 6) : at]
        )
        if sense == "alone" and (turned or next_sentence):
            return True
        named = _has_object(scene, sentence, at, end, pointed=next_sentence)
        if sense == "with_object" and (turned or next_sentence) and named:
            return True
    return False


def _has_object(scene: Scene, sentence: Sentence, first: int, end: int, *, pointed: bool) -> bool:
    """Whether what is called off is what was planned; ``pointed`` = "it" or "the plan", no less."""
    own = read_auxiliaries(sentence, first, scene.wordings)
    passive = any(
        scene.wordings.has("passive", lemma) for lemma in sentence.lemmas[own.first : first]
    )
    place = slice(first + 1, end + OBJECT_REACH)
    if passive:
        place = slice(max(0, own.first - OBJECT_REACH), own.first)
    near = sentence.lemmas[place]
    if pointed:
        words = sentence.words[place]
        if not any(word in scene.lexicon.words["points_back"] for word in words):
            return False
    return any(scene.wordings.has("objects", lemma) for lemma in near)
