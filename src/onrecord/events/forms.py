"""Whether a trigger stands as a verb or as a noun, from its ending and the words beside it."""

from __future__ import annotations

from onrecord.events.wordings import Wordings
from onrecord.events.words import Sentence
from onrecord.ontology import Lexicon


def is_verb(sentence: Sentence, at: int, wordings: Wordings, lexicon: Lexicon) -> bool:
    """Whether the word ``at`` is a verb: finite, infinitive, participle, "-ing" with an object."""
    word, lemma = sentence.words[at], sentence.lemmas[at]
    if word in lexicon.nouns or wordings.ends("gerunds", word):
        return False
    before, after = _before(sentence, at, wordings), _after(sentence, at)
    if wordings.ends("gerund", word) and word != lemma:
        return _is_verbal_ing(before, after, wordings)
    if word != lemma and not wordings.ends("plural", word):
        return True
    if word == lemma and (wordings.has("to", before) or wordings.has("negations", before)):
        return True
    if _is_auxiliary(before, wordings):
        return word == lemma or lemma in lexicon.verbs
    if before in wordings.words["determiners"] or before in wordings.words["prepositions"]:
        return before in wordings.words["pronouns"] and word != lemma
    if before in wordings.words["pronouns"] or lemma in lexicon.verbs:
        return True
    object_follows = wordings.has("determiners", after) and not wordings.has("relatives", after)
    return object_follows or (word != lemma and _names_stand_on_both_sides(sentence, at))


def _is_verbal_ing(before: str, after: str, wordings: Wordings) -> bool:
    if _is_auxiliary(before, wordings):
        return True
    if before in wordings.words["determiners"] or wordings.has("of", after):
        return False
    return after.isalnum() and after not in wordings.words["prepositions"]


def _is_auxiliary(word: str, wordings: Wordings) -> bool:
    kinds = ("auxiliaries", "planned_modals", "conditional_modals", "possible_modals")
    return not wordings.has("cases", word) and any(wordings.has(kind, word) for kind in kinds)


def _before(sentence: Sentence, at: int, wordings: Wordings) -> str:
    """The nearest word before that is no adverb."""
    place = at - 1
    while place > 0 and (
        (
            sentence.words[place] in wordings.words["adverbs"]
            and sentence.words[place] not in wordings.words["pronouns"]
        )
        or wordings.ends("adverb", sentence.words[place])
    ):
        place -= 1
    return sentence.words[place] if place >= 0 else ""


def _after(sentence: Sentence, at: int) -> str:
    return sentence.words[at + 1] if at + 1 < len(sentence) else ""


def _names_stand_on_both_sides(sentence: Sentence, at: int) -> bool:
    return 0 < at < len(sentence) - 1 and sentence.capitals[at - 1] and sentence.capitals[at + 1]


def is_finite(sentence: Sentence, at: int, wordings: Wordings) -> bool:
    """Whether the word looks like a finite verb: an auxiliary, or a form of the past."""
    word = sentence.words[at]
    if wordings.has("auxiliaries", word):
        return not wordings.has("cases", word)
    if sentence.capitals[at] or wordings.ends("plural", word) or wordings.ends("gerund", word):
        return False
    return word != sentence.lemmas[at] or wordings.has("planned_modals", word)
