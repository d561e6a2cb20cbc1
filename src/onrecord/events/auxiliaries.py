"""The words before a verb that belong to it: auxiliaries, modals, negations, "to"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.events.wordings import Wordings
from onrecord.events.words import Sentence

Modal = Literal["", "planned", "conditional", "possible", "open"]

SHARED_REACH = 14
"""Words between a verb and the modal that it shares with another ("will meet X and talk")."""
SUBJECT_REACH = 5
"""Words before a verb among which the subject's "no" is looked for ("no soldier was killed")."""


@dataclass(frozen=True, slots=True)
class Auxiliaries:
    """What stands before a verb; ``first`` = its first word, ``infinitive`` = the place of "to"."""

    first: int
    modal: Modal = ""
    negated: bool = False
    perfect: bool = False
    infinitive: int | None = None
    hearsay: str = ""
    inverted: bool = False
    almost: bool = False


def read_auxiliaries(sentence: Sentence, at: int, wordings: Wordings) -> Auxiliaries:
    """What belongs to the verb ``at``, with what it shares with a verb before it."""
    found = _walk(sentence, at, wordings)
    bare = sentence.words[at] == sentence.lemmas[at]
    alone = not found.modal and found.infinitive is None and found.first == at
    if not alone or at == 0 or not wordings.has("coordination", sentence.words[at - 1]):
        return found
    if not bare:
        ending = wordings.ends("plural", sentence.words[at]) or wordings.ends(
            "gerund", sentence.words[at]
        )
        return (None if ending else _shared_with_participle(sentence, at, wordings)) or found
    for place in range(at - 2, max(-1, at - SHARED_REACH), -1):
        word = sentence.words[place]
        if word in (";", ":") or wordings.has("pronouns", word):
            break
        if wordings.has("to", word) or read_modal(word, wordings):
            return _walk(sentence, place + 1, wordings)
    return found


def _shared_with_participle(sentence: Sentence, at: int, wordings: Wordings) -> Auxiliaries | None:
    """What a participle shares with the one before: "would be captured and shot"."""
    for place in range(at - 2, max(-1, at - SHARED_REACH), -1):
        word = sentence.words[place]
        if word in (";", ":") or wordings.has("pronouns", word):
            return None
        ending = wordings.ends("plural", word) or wordings.ends("gerund", word)
        if word != sentence.lemmas[place] and not ending:
            before = _walk(sentence, place, wordings)
            if before.first < place:
                return before
    return None


def _walk(sentence: Sentence, at: int, wordings: Wordings) -> Auxiliaries:
    modal: Modal = ""
    negated = perfect = inverted = almost = False
    hearsay = ""
    place = at - 1
    while place >= 0:
        word = sentence.words[place]
        if wordings.has("to", word):
            return Auxiliaries(place, modal, negated, perfect, place, hearsay)
        if wordings.has("negations", word) or _is_no_longer(sentence, place, wordings):
            negated = True
        elif kind := read_modal(word, wordings):
            modal = kind
        elif wordings.has("auxiliaries", word) and not wordings.has("cases", word):
            perfect = perfect or wordings.has("perfect", sentence.lemmas[place])
        elif wordings.has("almost", word):
            almost = True
        elif word in wordings.hearsay:
            hearsay = wordings.hearsay[word]
        elif _is_inversion(sentence, place, wordings):
            inverted = True
        elif not (wordings.has("adverbs", word) or wordings.ends("adverb", word)):
            break
        place -= 1
    if negated and modal == "open":
        negated = False
    kind = "possible" if modal == "open" else modal
    return Auxiliaries(place + 1, kind, negated, perfect, None, hearsay, inverted, almost)


def _is_no_longer(sentence: Sentence, place: int, wordings: Wordings) -> bool:
    word = sentence.words[place]
    behind = sentence.words[place + 1 : place + 2]
    no = wordings.has("nil", word) and any(wordings.has("longer", one) for one in behind)
    return no or wordings.has("longer", word)


def read_modal(word: str, wordings: Wordings) -> Modal:
    """The kind of modal that ``word`` is; "" where it is none."""
    if wordings.has("planned_modals", word):
        return "planned"
    if wordings.has("conditional_modals", word):
        return "conditional"
    if wordings.has("open_when_negated", word):
        return "open"
    return "possible" if wordings.has("possible_modals", word) else ""


def _is_inversion(sentence: Sentence, place: int, wordings: Wordings) -> bool:
    """Whether the subject stands between the auxiliary and the verb: "did they attack"."""
    before = sentence.words[place - 1] if place > 0 else ""
    return wordings.has("pronouns", sentence.words[place]) and bool(
        read_modal(before, wordings) or wordings.has("auxiliaries", before)
    )


def has_negative_subject(sentence: Sentence, first: int, wordings: Wordings) -> bool:
    """Whether the subject before the word ``first`` is nobody: "no soldier", "neither side"."""
    for place in range(first - 1, max(-1, first - 1 - SUBJECT_REACH), -1):
        word = sentence.words[place]
        if wordings.has("negative_subjects", word):
            return not _is_no_longer(sentence, place, wordings)
        if not word.isalnum() or wordings.has("boundaries", word):
            return False
    return False
