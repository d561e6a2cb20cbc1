"""Whether a sentence gives its words as somebody's, where no statement was found to say whose.

Invariant: what may be somebody's word is never taken for the outlet's own.
"""

from __future__ import annotations

from onrecord.events.forms import is_finite, is_verb
from onrecord.events.phrases import clause_start
from onrecord.events.scene import Scene
from onrecord.events.standing import Hedge
from onrecord.events.triggers import Trigger
from onrecord.events.words import Sentence

CUE_REACH = 14
"""Words before "that" among which its verb stands ("wrote on Friday, citing officials, that")."""
ENDING = 8
"""Words at the end of a sentence among which "…, the union said on Monday" stands."""
_HEDGES: dict[str, Hedge] = {"claimed": "claimed", "reported": "reported", "denied": "denied"}
_OPENING = frozenset({"“", "«", "„"})
_CLOSING = frozenset({"”", "»"})


def read_hearsay(scene: Scene, trigger: Trigger) -> Hedge:
    """How the sentence of ``trigger`` hedges it: by its cue, its quotation marks, or not at all."""
    sentence = scene.sentences[trigger.sentence]
    cue = _cue_before_that(scene, sentence, trigger.first)
    if cue:
        return cue
    if _is_quoted(sentence, trigger.first) or _is_said_behind(scene, sentence, trigger):
        return "reported"
    return ""


def _cue_before_that(scene: Scene, sentence: Sentence, at: int) -> Hedge:
    """The hedge of the verb or noun whose "that" opens the clause of the word ``at``."""
    start = clause_start(sentence, at, scene.wordings)
    if start == 0 or not scene.wordings.has("that", sentence.words[start - 1]):
        return ""
    for place in range(start - 2, max(-1, start - 2 - CUE_REACH), -1):
        if not _leads(scene, sentence, place, start):
            return ""
        if scene.wordings.has("factive", sentence.lemmas[place]):
            return ""
        found = scene.wordings.governors.ending_at(sentence.lemmas, place + 1)
        if found is not None and found[1] in _HEDGES:
            return _HEDGES[found[1]]
        if sentence.lemmas[place] in scene.lexicon.speech:
            return "reported"
    return ""


def _leads(scene: Scene, sentence: Sentence, place: int, start: int) -> bool:
    """Whether "that" belongs to the word: it stands right before it, or behind a comma."""
    between = sentence.words[place + 1 : start - 1]
    return not any(scene.wordings.has("that", word) for word in between) and (
        len(between) <= ENDING or "," in between
    )


def _is_quoted(sentence: Sentence, at: int) -> bool:
    """Whether a quotation is open at the word ``at``."""
    depth = 0
    straight = False
    for word in sentence.words[:at]:
        depth += (word in _OPENING) - (word in _CLOSING)
        straight = straight != (word == '"')
    return depth > 0 or straight


def _is_said_behind(scene: Scene, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the sentence ends with who said it: ", the union said"; or with "according to"."""
    words = sentence.words
    for at in range(trigger.end, len(sentence)):
        if scene.wordings.has("cited", words[at]):
            return True
    for at in range(max(trigger.end, len(sentence) - ENDING), len(sentence)):
        if sentence.lemmas[at] not in scene.lexicon.speech or words[at] == sentence.lemmas[at]:
            continue
        if not is_verb(sentence, at, scene.wordings, scene.lexicon):
            continue
        comma = next((n for n in range(at - 1, trigger.end - 1, -1) if words[n] == ","), None)
        if comma is not None and _stands_alone(scene, sentence, comma, at):
            return True
    return False


def _stands_alone(scene: Scene, sentence: Sentence, comma: int, verb: int) -> bool:
    """Whether nothing but the speaker stands before the verb, and no clause behind it."""
    wordings = scene.wordings
    before, behind = sentence.words[comma + 1 : verb], range(verb + 1, len(sentence))
    if any(not word.isalnum() and not wordings.has("cases", word) for word in before):
        return False
    if before and wordings.has("boundaries", before[0]):
        return False
    return not any(
        wordings.has("pronouns", sentence.words[at]) or is_finite(sentence, at, wordings)
        for at in behind
    )
