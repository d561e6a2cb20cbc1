"""The word that an event hangs on: "plans to", "threat of", "called off the", "accused of".

Invariant: the nearest governing word decides, with its own negation, modal and governor.
"""

from __future__ import annotations

from onrecord.events.auxiliaries import has_negative_subject, read_auxiliaries
from onrecord.events.standing import ACTUAL, Standing, combine, standing_of
from onrecord.events.wordings import Phrases, Wordings
from onrecord.events.words import Sentence

REACH = 8
"""Words before "to" among which the governor stands ("urged the president of the country to")."""
NOUN_REACH = 5
"""The same before the preposition of a noun ("plans by the army for")."""
DEPTH = 3
"""Governors of governors that are followed ("refused to rule out plans to")."""
_STOPS = frozenset({";", ":", ".", "!", "?", "—", "–"})


def govern(
    sentence: Sentence, end: int, wordings: Wordings, *, reach: int = REACH, depth: int = DEPTH
) -> Standing | None:
    """The standing that the nearest governor before the word ``end`` gives; None without one."""
    for place in range(end, max(0, end - reach), -1):
        word = sentence.words[place - 1]
        inner = wordings.has("boundaries", word) or wordings.has("to", word)
        if word in _STOPS or (inner and place < end):
            return None
        found = wordings.governors.ending_at(sentence.lemmas, place)
        if found is not None:
            first, sense = found
            return _with_own_standing(sentence, first, sense, wordings, depth)
    return None


def _with_own_standing(
    sentence: Sentence, at: int, sense: str, wordings: Wordings, depth: int
) -> Standing:
    own = ACTUAL
    lemma = sentence.lemmas[at]
    if _is_negated_noun(sentence, at, wordings):
        own = standing_of("negated", "no")
    elif depth > 0:
        own = verb_standing(sentence, at, wordings, depth=depth - 1)
    return combine(sense, own, undone=wordings.has("undone", lemma))


def _is_negated_noun(sentence: Sentence, at: int, wordings: Wordings) -> bool:
    """Whether "no" stands before the noun: "no plans to", "no immediate threat of"."""
    near = sentence.words[max(0, at - 2) : at]
    if not near:
        return False
    unsaid = wordings.has("any", near[-1]) and wordings.has("negations", near[0])
    return unsaid or any(wordings.has("lacking", word) for word in near)


def verb_standing(
    sentence: Sentence, at: int, wordings: Wordings, *, depth: int = DEPTH
) -> Standing:
    """The standing of the verb ``at``, from what belongs to it and from what it hangs on."""
    own = read_auxiliaries(sentence, at, wordings)
    if own.negated or own.almost:
        return standing_of("negated", "verb" if own.negated else "almost")
    if own.infinitive is not None:
        found = _govern_infinitive(sentence, own.infinitive, wordings, depth)
        return _infinitive_standing(found, perfect=own.perfect)
    if has_negative_subject(sentence, own.first, wordings):
        return standing_of("negated", "subject")
    if own.modal == "planned":
        return standing_of("planned", "modal")
    if own.modal == "possible":
        return standing_of("hypothetical", "modal")
    if own.modal == "conditional":
        return _would(sentence, wordings)
    if is_conditional(sentence, own.first, wordings):
        return standing_of("hypothetical", "condition")
    if _is_present(sentence, own.first, at, wordings):
        if _opens_clause(sentence, own.first, wordings.awaited, wordings):
            return standing_of("hypothetical", "awaited")
        if _is_command(sentence, at):
            return standing_of("hypothetical", "command")
    return standing_of(own.hearsay, "hearsay") if own.hearsay else ACTUAL


def _govern_infinitive(
    sentence: Sentence, at: int, wordings: Wordings, depth: int
) -> Standing | None:
    if at and wordings.has("going", sentence.words[at - 1]):
        return _with_own_standing(sentence, at - 1, "planned", wordings, depth)
    near = wordings.before_to.ending_at(sentence.lemmas, at)
    if near is not None:
        return _with_own_standing(sentence, near[0], "planned", wordings, depth)
    return govern(sentence, at, wordings, depth=depth) if depth > 0 else None


def _infinitive_standing(found: Standing | None, *, perfect: bool) -> Standing:
    if found is None:
        return standing_of("planned", "infinitive")
    if perfect and found.status == "planned":
        return standing_of("hypothetical", "infinitive-perfect")
    if not perfect and found.status == "actual" and found.hedge in ("claimed", "reported"):
        return Standing("planned", found.hedge, "infinitive-hearsay")
    return found


def _would(sentence: Sentence, wordings: Wordings) -> Standing:
    """ "Would" with a condition is thought of; without one it is a future seen from the past."""
    thought = any(
        wordings.conditions.starting_at(sentence.lemmas, at) for at in range(len(sentence))
    )
    perfect = any(wordings.has("perfect", word) for word in sentence.words)
    return standing_of("hypothetical" if thought or perfect else "planned", "would")


def _is_present(sentence: Sentence, first: int, at: int, wordings: Wordings) -> bool:
    """Whether the verb ``at``, whose words begin at ``first``, is of the present."""
    if first == at:
        word = sentence.words[at]
        return word == sentence.lemmas[at] or (
            wordings.ends("plural", word) and not wordings.ends("sibilant", word)
        )
    return wordings.has("present", sentence.words[first])


def _is_command(sentence: Sentence, at: int) -> bool:
    """Whether the sentence begins with the bare verb: "release the hostages"."""
    before = sentence.words[:at]
    bare = sentence.words[at] == sentence.lemmas[at] and at + 1 < len(sentence)
    return bare and not any(word.isalnum() for word in before)


def is_conditional(sentence: Sentence, first: int, wordings: Wordings) -> bool:
    """Whether the clause before the word ``first`` begins with a condition."""
    return _opens_clause(sentence, first, wordings.conditions, wordings)


def _opens_clause(sentence: Sentence, first: int, openings: Phrases, wordings: Wordings) -> bool:
    for place in range(first - 1, max(-1, first - 1 - 2 * REACH), -1):
        word = sentence.words[place]
        if openings.starting_at(sentence.lemmas, place):
            return True
        if (
            word in _STOPS
            or word == ","
            or (wordings.has("boundaries", word) and not wordings.has("and", word))
        ):
            return False
    return False
