"""Words that tell of an event: the encoder's, and the lexicon's where the encoder hesitates.

Invariant: no two triggers share a letter, and each lies in one sentence of the article's text.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.encoder.findings import EVENT_TYPES, EventLabel
from onrecord.events.forms import is_verb
from onrecord.events.scene import Scene
from onrecord.events.words import Sentence
from onrecord.ontology import Coding, Match, choose_type
from onrecord.record import Span

SURE = 0.97
"""Probability from which the encoder's word alone makes a trigger: below, it takes words like
"decision" and "surprise" for events of PLOVER's types."""
LUKEWARM = 0.15
"""Probability from which a strong word of the lexicon makes up for the encoder's doubt."""
HALF_SURE = 0.7
"""The same for a weak word. All three were set by hand on the sample pages."""
LEXICON_SCORE = 0.5
"""The score of a strong word that the encoder says nothing of; not calibrated."""
_CLOSED = (
    "prepositions",
    "boundaries",
    "auxiliaries",
    "adverbs",
    "planned_modals",
    "conditional_modals",
    "possible_modals",
    "pronouns",
    "determiners",
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of an event: the words ``first`` to before ``end`` of a sentence.

    ``coding`` is None for a noun that stands for an event only where one was told before ("the
    operation"); ``groups`` = what it may stand for.
    """

    span: Span
    sentence: int
    first: int
    end: int
    verb: bool
    coding: Coding | None
    groups: tuple[str, ...]
    label: EventLabel | None
    score: float
    found_by: str


def find_triggers(scene: Scene, labels: tuple[EventLabel, ...]) -> tuple[Trigger, ...]:
    """The triggers of the article in the order of its text."""
    by_sentence: dict[int, list[EventLabel]] = {}
    for label in labels:
        number = scene.sentence_of(label.trigger)
        if number is not None:
            by_sentence.setdefault(number, []).append(label)
    found: list[Trigger] = []
    for number in range(len(scene.sentences)):
        found += _find_in_sentence(scene, number, by_sentence.get(number, []))
    return tuple(found)


def _find_in_sentence(scene: Scene, number: int, labels: list[EventLabel]) -> list[Trigger]:
    sentence = scene.sentences[number]
    free = list(scene.lexicon.matches(sentence.words, sentence.lemmas))
    found: list[Trigger] = []
    for label in sorted(labels, key=lambda one: -one.score):
        place = sentence.locate(label.trigger)
        if place is None or any(one.first < place[1] and place[0] < one.end for one in found):
            continue
        match = next((one for one in free if one.first < place[1] and place[0] < one.reach), None)
        trigger = _from_label(scene, number, label, place, match)
        if trigger is not None:
            found.append(trigger)
            free = [one for one in free if one is not match]
    for match in free:
        if any(one.first < match.reach and match.first < one.end for one in found):
            continue
        trigger = _from_lexicon(scene, number, match)
        if trigger is not None:
            found.append(trigger)
    found += _find_vague(scene, number, found)
    return sorted(found, key=lambda one: one.first)


def _from_label(
    scene: Scene, number: int, label: EventLabel, place: tuple[int, int], match: Match | None
) -> Trigger | None:
    needed = SURE if match is None else LUKEWARM if match.strong else HALF_SURE
    if label.score < needed or (match is not None and not match.senses):
        return None
    sentence = scene.sentences[number]
    first, end = place
    if match is not None and first < match.end:
        first, end = min(first, match.first), max(end, match.end)
    if _only_introduces(scene, sentence, first, end, match):
        return None
    senses = match.senses if match is not None else ()
    coding = choose_type(EVENT_TYPES, label.types, senses)
    found_by = "encoder" if match is None else "encoder+lexicon"
    return _make(scene, number, (first, end), coding, label, max(label.score, needed), found_by)


def _from_lexicon(scene: Scene, number: int, match: Match) -> Trigger | None:
    sentence = scene.sentences[number]
    if not match.strong or _only_introduces(scene, sentence, match.first, match.end, match):
        return None
    if _is_name(sentence, match) or _modifies(scene, sentence, match):
        return None
    senses = tuple(sense for sense in match.senses if sense.strong)
    coding = choose_type(EVENT_TYPES, (), senses)
    place = (match.first, match.end)
    return _make(scene, number, place, coding, None, LEXICON_SCORE, "lexicon")


def _modifies(scene: Scene, sentence: Sentence, match: Match) -> bool:
    """Whether the words only say of what kind a noun behind them is: "veto power"."""
    if match.end >= len(sentence) or sentence.capitals[match.end]:
        return False
    word, lemma = sentence.words[match.end], sentence.lemmas[match.end]
    closed = (*_CLOSED, "negations", "question_words")
    plain = word.isalpha() and not any(scene.wordings.has(name, word) for name in closed)
    noun = word == lemma or word == f"{lemma}s"
    if not (plain and noun) or scene.wordings.ends("adverb", word) or lemma in scene.lexicon.verbs:
        return False
    before = sentence.words[match.first - 1] if match.first else ""
    if is_verb(sentence, match.first, scene.wordings, scene.lexicon):
        known = scene.wordings.has("determiners", before)
        return known and not scene.wordings.has("pronouns", before)
    return True


def _is_name(sentence: Sentence, match: Match) -> bool:
    """Whether the words are part of a name: capitals within a sentence ("Operation Sting")."""
    if match.first == 0:
        return False
    return all(sentence.capitals[match.first : match.end])


def _only_introduces(
    scene: Scene, sentence: Sentence, first: int, end: int, match: Match | None
) -> bool:
    """Whether the words only introduce what is said, or only modify a noun ("the alleged")."""
    before = sentence.words[first - 1] if first else ""
    if sentence.words[first] in scene.wordings.modifiers and scene.wordings.has(
        "determiners", before
    ):
        return True
    if match is not None and match.strong:
        return False
    return (
        end - first == 1
        and sentence.lemmas[first] in scene.lexicon.speech
        and is_verb(sentence, first, scene.wordings, scene.lexicon)
    )


def _find_vague(scene: Scene, number: int, found: list[Trigger]) -> list[Trigger]:
    """Definite nouns that may stand for an event told before: "the operation", "this attack"."""
    sentence = scene.sentences[number]
    vague = []
    for at in range(1, len(sentence)):
        groups = _vague_groups(scene, sentence, at)
        if not groups or any(one.first <= at < one.end for one in found):
            continue
        span = sentence.spans[at]
        vague.append(
            Trigger(span, number, at, at + 1, False, None, groups, None, LEXICON_SCORE, "lexicon")
        )
    return vague


def _vague_groups(scene: Scene, sentence: Sentence, at: int) -> tuple[str, ...]:
    """What the noun ``at`` may stand for; nothing where no article or pointer is before it."""
    word, before = sentence.words[at], sentence.words[at - 1]
    if sentence.capitals[at] or not scene.wordings.has("definite", before):
        return ()
    groups = scene.lexicon.vague.get(word, ())
    if before in scene.lexicon.words["pointing"]:
        groups = (*groups, *scene.lexicon.pointed.get(word, ()))
    behind = sentence.words[at + 1] if at + 1 < len(sentence) else ""
    compound = (
        behind.isalpha()
        and behind == sentence.lemmas[at + 1]
        and not any(scene.wordings.has(name, behind) for name in _CLOSED)
    )
    return () if compound else groups


def _make(
    scene: Scene,
    number: int,
    place: tuple[int, int],
    coding: Coding | None,
    label: EventLabel | None,
    score: float,
    found_by: str,
) -> Trigger | None:
    if coding is None:
        return None
    sentence = scene.sentences[number]
    first, end = place
    before = sentence.words[first - 1] if first else ""
    bare = end - first > 1 and not scene.wordings.ends("gerund", sentence.words[first])
    compound = bare and (
        scene.wordings.has("determiners", before)
        or before in scene.wordings.words["listing"]
        or (scene.wordings.has("prepositions", before) and not scene.wordings.has("to", before))
    )
    verb = not compound and is_verb(sentence, first, scene.wordings, scene.lexicon)
    if (
        not verb
        and end - first == 1
        and (sentence.lemmas[first] in scene.lexicon.words["only_as_verbs"])
    ):
        return None
    group = coding.family.group if coding.family else scene.lexicon.groups[coding.type]
    groups = {group: None}
    if not verb:
        groups |= dict.fromkeys(scene.lexicon.vague.get(sentence.lemmas[end - 1], ()))
    return Trigger(
        sentence.hull(first, end), number, first, end, verb, coding, tuple(groups), label, score,
        found_by,
    )  # fmt: skip
