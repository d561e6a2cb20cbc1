"""The participants that words name, with their entities; joined ones are apart.

Invariant: a participant has its words in the text, and their entity where one is known.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.events.phrases import coordinates, outermost, phrase_head
from onrecord.events.scene import Named, Scene
from onrecord.events.triggers import Trigger
from onrecord.events.wordings import Wordings
from onrecord.events.words import Sentence
from onrecord.record import Participant, Span


def resolve_span(scene: Scene, number: int, span: Span) -> list[Participant]:
    """The participants that the words of ``span`` name, joined ones apart, with their entities."""
    sentence = scene.sentences[number]
    place = sentence.locate(span)
    if place is None:
        return []
    first, end = place
    around = [one for one in scene.named[number] if one.first <= first and end <= one.end]
    if around:
        return participants_of(scene, number, [around[-1]])
    head_end = _end_of_head(scene, sentence, first, end)
    tops = outermost(scene.named[number], first, head_end)
    heads = [
        one for one in tops if one.end == head_end or _is_joined(sentence, one.end, scene.wordings)
    ]
    if heads:
        found = [other for one in heads for other in coordinates(scene, number, one)]
        return participants_of(scene, number, dict.fromkeys(found))
    return [_by_modifier(scene, sentence, sentence.hull(first, end), tops, head_end)]


def _end_of_head(scene: Scene, sentence: Sentence, first: int, end: int) -> int:
    """Where the head of a noun phrase ends: before the first preposition or comma in it."""
    for at in range(first + 1, end):
        word = sentence.words[at]
        if scene.wordings.has("prepositions", word) or (
            scene.wordings.has("boundaries", word) and not scene.wordings.has("and", word)
        ):
            return at
    return end


def _is_joined(sentence: Sentence, at: int, wordings: Wordings) -> bool:
    word = sentence.words[at] if at < len(sentence) else ""
    return wordings.has("coordination", word)


def _by_modifier(
    scene: Scene, sentence: Sentence, span: Span, tops: list[Named], head_end: int
) -> Participant:
    """A participant that is named by what it belongs to: "a US drone" acts for the US."""
    head = sentence.lemmas[head_end - 1]
    acts = bool(tops) and head in scene.lexicon.words["instruments"] and _may_own(tops[0])
    owner = tops[0].entity.id if acts else None
    return Participant(span.cut(scene.article.text), owner, span)


def _may_own(named: Named) -> bool:
    """Whether drones, troops and officials may act for whom the mention names: a state, a body."""
    return named.entity.kind in ("place", "organisation", "group", "unknown")


def participants_of(scene: Scene, number: int, named: Iterable[Named]) -> list[Participant]:
    """The participants that mentions are, with the weapon or body that acts for them."""
    text = scene.article.text
    return [
        _widened(scene, number, one) or Participant(one.span.cut(text), one.entity.id, one.span)
        for one in named
    ]


def _widened(scene: Scene, number: int, named: Named) -> Participant | None:
    """The mention with the head behind it that acts for it: "US" in "a US drone"."""
    sentence = scene.sentences[number]
    end = named.end
    acts = end < len(sentence) and sentence.lemmas[end] in scene.lexicon.words["instruments"]
    if acts and _may_own(named):
        first = named.first
        if first and scene.wordings.has("determiners", sentence.words[first - 1]):
            first -= 1
        span = sentence.hull(first, end + 1)
        return Participant(span.cut(scene.article.text), named.entity.id, span)
    return None


def joined_participants(scene: Scene, trigger: Trigger, named: list[Named]) -> list[Participant]:
    """The participants that the mentions and those joined to them are."""
    number = trigger.sentence
    heads = [phrase_head(scene, number, one) for one in named]
    found = []
    for one in heads:
        behind = trigger.end if one.first >= trigger.end else 0
        found += coordinates(scene, number, one, first=behind)
    return participants_of(scene, number, found)


def participants_alone(scene: Scene, named: Named) -> list[Participant]:
    """The participant that a mention is by itself, whatever stands behind it."""
    return [Participant(named.span.cut(scene.article.text), named.entity.id, named.span)]
