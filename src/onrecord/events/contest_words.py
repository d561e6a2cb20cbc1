"""The words of a sentence that stand against what was claimed: denials and doubts.

Invariant: a negated denial is none, and evidence is missing only where a word says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from onrecord import languages
from onrecord.events.auxiliaries import read_auxiliaries
from onrecord.events.forms import is_verb
from onrecord.events.governors import verb_standing
from onrecord.events.phrases import clause_end, clause_start
from onrecord.events.scene import Scene
from onrecord.events.words import Sentence
from onrecord.record import Span

OBJECT_REACH = 5
"""Words behind a denial among which its object stands ("rejected the minister's accusation")."""
LACK_REACH = 3
"""Words between "no" and "evidence" ("no credible public evidence")."""


@dataclass(frozen=True, slots=True)
class ContestWords:
    """The table of contests: sets of base forms, and the stands that are doubted first."""

    sets: Mapping[str, frozenset[str]]
    doubted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Objection:
    """Words against a claim: the ``word`` that objects, the clause around it, what it is about.

    ``anaphoric`` = it only points at the claim ("the accusation", "it", "no evidence").
    """

    kind: Literal["denial", "doubt"]
    sentence: int
    word: Span
    span: Span
    topic: frozenset[str]
    anaphoric: bool
    rule: str


@cache
def load_contest_words(language: str) -> ContestWords:
    """The words of ``language``; LookupError where it has no table of contests."""
    table = languages.load(language, "contests")
    sets = {
        f"{part}.{name}": frozenset(words)
        for part in ("denial", "claim", "doubt")
        for name, words in table[part].items()
    }
    return ContestWords(sets, tuple(table["doubt"]["doubted"]))


def find_objections(scene: Scene, number: int) -> list[Objection]:
    """The denials and doubts in the sentence ``number``."""
    words = load_contest_words(scene.article.language)
    found = []
    for at in range(len(scene.sentences[number])):
        for find in (_read_denial, _read_lack, _read_unverified):
            objection = find(scene, number, at, words)
            if objection is not None:
                found.append(objection)
                break
    return found


def _read_denial(scene: Scene, number: int, at: int, words: ContestWords) -> Objection | None:
    sentence = scene.sentences[number]
    if sentence.lemmas[at] not in words.sets["denial.verbs"]:
        return None
    if not is_verb(sentence, at, scene.wordings, scene.lexicon):
        return None
    if verb_standing(sentence, at, scene.wordings).status != "actual":
        return None
    behind = sentence.lemmas[at + 1 : at + 1 + OBJECT_REACH]
    first = read_auxiliaries(sentence, at, scene.wordings).first
    before = sentence.lemmas[max(0, first - OBJECT_REACH) : first]
    objects = words.sets["denial.objects"]
    points = any(lemma in objects for lemma in (*behind, *before))
    clausal = any(
        scene.wordings.has("that", word) for word in sentence.words[at + 1 : at + 2]
    ) or any(scene.wordings.ends("gerund", word) for word in sentence.words[at + 1 : at + 3])
    if not points and not clausal:
        return None
    end = clause_end(sentence, at + 1, scene.wordings)
    if clausal or end <= at + 2:
        end = _end_behind_that(scene, sentence, at)
    topic = topic_words(scene, sentence, at + 1, end)
    return _objection(scene, number, "denial", (at, end), topic, anaphoric=not clausal)


def _end_behind_that(scene: Scene, sentence: Sentence, at: int) -> int:
    start = at + 1
    while start < len(sentence) and scene.wordings.has("boundaries", sentence.words[start]):
        start += 1
    return clause_end(sentence, start, scene.wordings)


def _read_lack(scene: Scene, number: int, at: int, words: ContestWords) -> Objection | None:
    """ "No proof of the plot was provided", "without evidence", "did not provide evidence"."""
    sentence = scene.sentences[number]
    if sentence.lemmas[at] not in words.sets["doubt.evidence"]:
        return None
    before = sentence.words[max(0, at - LACK_REACH) : at]
    lacks = [word for word in before if word in words.sets["doubt.lacking"]]
    giving = [
        verb
        for verb in range(max(0, at - 2 * LACK_REACH), at)
        if sentence.lemmas[verb] in words.sets["doubt.providing"]
    ]
    refused = giving and verb_standing(sentence, giving[-1], scene.wordings).status in (
        "negated",
        "planned",
    )
    if not refused and (not lacks or all(scene.wordings.has("any", word) for word in lacks)):
        return None
    end = clause_end(sentence, at + 1, scene.wordings)
    named = any(scene.wordings.has("of", word) for word in sentence.words[at + 1 : at + 2])
    topic = topic_words(scene, sentence, at + 2, end) if named else frozenset[str]()
    found = _objection(scene, number, "doubt", (at, end), topic, anaphoric=True)
    without = [
        place
        for place in range(max(0, at - LACK_REACH), at)
        if sentence.words[place] in words.sets["doubt.without"]
    ]
    if not without:
        return found
    first = without[-1]
    return replace(found, span=sentence.hull(first, max(at + 1, end)))


def _read_unverified(scene: Scene, number: int, at: int, words: ContestWords) -> Objection | None:
    """ "Could not be independently verified", "an unverified claim"."""
    sentence = scene.sentences[number]
    behind = sentence.lemmas[at + 1 : at + 3]
    if sentence.words[at] in words.sets["doubt.unverified"]:
        if not any(lemma in words.sets["doubt.claims"] for lemma in behind):
            return None
    elif sentence.lemmas[at] not in words.sets["doubt.verifying"] or (
        verb_standing(sentence, at, scene.wordings).status != "negated"
    ):
        return None
    end = clause_end(sentence, at + 1, scene.wordings)
    return _objection(scene, number, "doubt", (at, end), frozenset(), anaphoric=True)


def topic_words(scene: Scene, sentence: Sentence, first: int, end: int) -> frozenset[str]:
    """The base forms of the words ``first`` to before ``end`` that are no function words."""
    closed = scene.wordings.words
    return frozenset(
        lemma
        for word, lemma in zip(sentence.words[first:end], sentence.lemmas[first:end], strict=True)
        if len(word) > 3 and word.isalpha() and not any(word in one for one in closed.values())
    )


def _objection(
    scene: Scene,
    number: int,
    kind: Literal["denial", "doubt"],
    place: tuple[int, int],
    topic: frozenset[str],
    *,
    anaphoric: bool,
) -> Objection:
    sentence = scene.sentences[number]
    at, end = place
    first = read_auxiliaries(sentence, at, scene.wordings).first
    start = clause_start(sentence, first, scene.wordings)
    while end > at + 1 and not sentence.words[end - 1].isalnum():
        end -= 1
    while start < at and not sentence.words[start].isalnum():
        start += 1
    span = sentence.hull(start, max(end, at + 1))
    return Objection(kind, number, sentence.spans[at], span, topic, anaphoric, kind)
