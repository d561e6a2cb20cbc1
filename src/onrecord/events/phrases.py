"""Where the clause of a verb begins and ends, and which mentions stand in it free of prepositions.

There is no parser: what is asked are the words between, as far as they tell.
"""

from __future__ import annotations

from onrecord.events.forms import is_finite
from onrecord.events.scene import Named, Scene
from onrecord.events.triggers import Trigger
from onrecord.events.wordings import Wordings
from onrecord.events.words import Sentence

LIST = 8
"""Words behind a comma among which the "and" of a list stands."""
PHRASE = 5
"""Words between two mentions of one noun phrase ("Ostian national security adviser Lind")."""
_STOPS = frozenset({";", ":", "—", "–", "“", "”", '"', "!", "?", "("})


def clause_start(sentence: Sentence, at: int, wordings: Wordings) -> int:
    """The first word of the clause whose verb (or its auxiliary) is the word ``at``."""
    place = at
    comma = False
    while place > 0:
        word = sentence.words[place - 1]
        if word in _STOPS:
            return place
        if wordings.has("relatives", word) and comma:
            place -= 1
            comma = False
            continue
        if _begins_clause(word, wordings):
            return place
        comma = comma or word == ","
        place -= 1
    return place


def clause_end(sentence: Sentence, at: int, wordings: Wordings) -> int:
    """The number behind the last word of the clause that the word ``at`` stands in."""
    place = at
    while place < len(sentence):
        word = sentence.words[place]
        if word in _STOPS or _begins_clause(word, wordings):
            return place
        place += 1
    return place


def _begins_clause(word: str, wordings: Wordings) -> bool:
    return wordings.has("boundaries", word) and not wordings.has("linking", word)


def own_end(scene: Scene, trigger: Trigger, triggers: tuple[Trigger, ...]) -> int:
    """How far the words behind a trigger are its own: to the next trigger or finite verb.

    A noun keeps what stands behind a verb that only says that it was ("protests erupted in").
    """
    sentence = scene.sentences[trigger.sentence]
    end = clause_end(sentence, trigger.end, scene.wordings)
    others = (one.first for one in triggers if one.sentence == trigger.sentence)
    end = min([end, *(first for first in others if first >= trigger.end)])
    if trigger.verb:
        return end
    for at in range(trigger.end, end):
        if is_finite(sentence, at, scene.wordings):
            light = scene.wordings.predicates.starting_at(sentence.lemmas, at)
            if light is None and not _is_modified_noun(sentence, at, scene.wordings):
                return at
    return end


def _is_modified_noun(sentence: Sentence, at: int, wordings: Wordings) -> bool:
    """Whether a participle only modifies the noun behind it: "on armed men"."""
    before = sentence.words[at - 1] if at else ""
    return wordings.has("prepositions", before) or wordings.has("determiners", before)


def phrase_head(scene: Scene, number: int, named: Named) -> Named:
    """The last mention of a noun phrase: "Oran Vell" of "top Ostian general Oran Vell"."""
    sentence = scene.sentences[number]
    for one in scene.named[number]:
        if one.first < named.end:
            continue
        between = range(named.end, one.first)
        if len(between) > PHRASE or not all(_is_plain(scene, sentence, at) for at in between):
            break
        named = one
    return named


def _is_plain(scene: Scene, sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    closed = ("prepositions", "auxiliaries", "boundaries", "adverbs", "determiners", "pronouns")
    if word in ("-", "(", ")", "'", "’"):
        return True
    if not word.isalnum() or any(scene.wordings.has(name, word) for name in closed):
        return False
    return word == sentence.lemmas[at] or sentence.capitals[at]


def outermost(named: tuple[Named, ...], first: int, end: int) -> list[Named]:
    """The mentions within the words ``first`` to before ``end`` that lie in no other one there."""
    found: list[Named] = []
    for one in named:
        if one.first < first or one.end > end:
            continue
        if not found or one.first >= found[-1].end:
            found.append(one)
    return found


def is_governed(sentence: Sentence, named: Named, wordings: Wordings) -> bool:
    """Whether a preposition governs a mention; "as" and "after" may open a clause of its own."""
    before = preposition_before(sentence, named, wordings)
    return bool(before) and not wordings.has("boundaries", before)


def preposition_before(sentence: Sentence, named: Named, wordings: Wordings) -> str:
    """The preposition that governs a mention; "" where none does."""
    place = named.first - 1
    while place >= 0:
        word = sentence.words[place]
        if wordings.has("prepositions", word):
            return word
        plain = word.isalnum() and not wordings.has("auxiliaries", word)
        if not plain or wordings.has("boundaries", word):
            return ""
        if not (wordings.has("determiners", word) or _is_modifier(sentence, place, wordings)):
            return ""
        place -= 1
    return ""


def _is_modifier(sentence: Sentence, at: int, wordings: Wordings) -> bool:
    word = sentence.words[at]
    return word == sentence.lemmas[at] or wordings.ends("past", word) or sentence.capitals[at]


def coordinates(scene: Scene, number: int, named: Named, *, first: int = 0) -> list[Named]:
    """The mention with those joined to it behind: "A and B", "A, B and C".

    ``first`` = the end of a verb whose object the mention is: behind it, one that a finite verb
    follows is the subject of the next clause.
    """
    sentence = scene.sentences[number]
    found = [named]
    for one in scene.named[number]:
        last = found[-1]
        if one.first < last.end:
            continue
        between = sentence.words[last.end : one.first]
        if (
            not between
            or not set(between) <= scene.wordings.words["joining"]
            or (between == (",",) and not _goes_on(sentence, one.end, scene.wordings))
        ):
            break
        if first and one.end < len(sentence) and is_finite(sentence, one.end, scene.wordings):
            break
        found.append(one)
    return found


def _goes_on(sentence: Sentence, end: int, wordings: Wordings) -> bool:
    """Whether a list goes on behind the word: a comma alone may open an apposition."""
    return any(wordings.has("and", word) for word in sentence.words[end : end + LIST])
