"""Who did it and who had it done to them: the encoder's words, or the sentence's where it has none.

Invariant: a participant has its words; one entity takes part in one role once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.events.auxiliaries import read_auxiliaries
from onrecord.events.phrases import (
    clause_end,
    clause_start,
    coordinates,
    is_finite,
    is_governed,
    outermost,
    phrase_head,
    preposition_before,
)
from onrecord.events.scene import Named, Scene
from onrecord.events.triggers import Trigger
from onrecord.events.wordings import Wordings
from onrecord.events.words import Sentence
from onrecord.record import Participant, Span

BEFORE = 3
"""Words between an owner and the noun ("the US's bloody night raid")."""
NEAR = 4
"""Words between a trigger and the preposition of a participant ("a strike late on Monday on")."""
REACH = 10
"""Words between a trigger and whom the encoder takes for a participant, at most."""
SHORT = 4
"""Words that the encoder takes for a participant and nobody else knows, at most."""
Pair = tuple[tuple[Participant, ...], tuple[Participant, ...]]


@dataclass(frozen=True, slots=True)
class Roles:
    """Who acts and who suffers; ``told`` = the sentence's own words say so, by rule.

    Where no rule speaks for a verb they are the encoder's, which sees who the clause is about.
    """

    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    told_actors: bool = True
    told_recipients: bool = True


def find_participants(scene: Scene, trigger: Trigger) -> Roles:
    """The actors and the recipients of the event that ``trigger`` tells of."""
    actors, recipients = map(list, _from_rules(scene, trigger))
    told = bool(actors), bool(recipients)
    if trigger.label is not None and trigger.verb:
        actors = actors or _resolve_all(scene, trigger, trigger.label.actors)
        recipients = recipients or _resolve_all(scene, trigger, trigger.label.recipients)
    taken = {_key(one) for one in (actors if told[0] or not told[1] else recipients)}
    first, second = _distinct(actors), _distinct(recipients)
    if told[0] or not told[1]:
        second = tuple(one for one in second if _key(one) not in taken)
    else:
        first = tuple(one for one in first if _key(one) not in taken)
    return Roles(first, second, *told)


def _key(participant: Participant) -> str:
    return participant.entity or participant.name.lower()


def _distinct(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    return tuple({_key(one): one for one in reversed(list(participants))}.values())[::-1]


def _resolve_all(scene: Scene, trigger: Trigger, spans: tuple[Span, ...]) -> list[Participant]:
    """The participants in the encoder's words: only who is known, and near."""
    sentence = scene.sentences[trigger.sentence]
    first, end = max(0, trigger.first - REACH), min(len(sentence), trigger.end + REACH)
    near = sentence.hull(first, end)
    found: list[Participant] = []
    for span in spans:
        if span.overlaps(trigger.span) or not near.covers(span):
            continue
        named = resolve_span(scene, trigger.sentence, span)
        found += [one for one in named if one.entity is not None or _is_short(one)]
    return found


def _is_short(participant: Participant) -> bool:
    """Whether the words may be the name of somebody: the encoder's edges run over at times."""
    return len(participant.name.split()) <= SHORT


def resolve_span(scene: Scene, number: int, span: Span) -> list[Participant]:
    """The participants that the words of ``span`` name, joined ones apart, with their entities."""
    sentence = scene.sentences[number]
    place = sentence.locate(span)
    if place is None:
        return []
    first, end = place
    around = [one for one in scene.named[number] if one.first <= first and end <= one.end]
    if around:
        return _participants(scene, number, [around[-1]])
    head_end = _end_of_head(scene, sentence, first, end)
    tops = outermost(scene.named[number], first, head_end)
    heads = [
        one for one in tops if one.end == head_end or _is_joined(sentence, one.end, scene.wordings)
    ]
    if heads:
        found = [other for one in heads for other in coordinates(scene, number, one)]
        return _participants(scene, number, dict.fromkeys(found))
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
    return wordings.has("coordination", word) or wordings.has("cases", word)


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


def _participants(scene: Scene, number: int, named: Iterable[Named]) -> list[Participant]:
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


def _from_rules(scene: Scene, trigger: Trigger) -> Pair:
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
        return tuple(_joined(scene, trigger, agents[:1])), tuple(
            _joined(scene, trigger, subject[:1])
        )
    objects = _objects(scene, trigger, behind)
    return tuple(_joined(scene, trigger, subject[:1])), tuple(_joined(scene, trigger, objects[:1]))


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


def _joined(scene: Scene, trigger: Trigger, named: list[Named]) -> list[Participant]:
    """The participants that the mentions and those joined to them are."""
    number = trigger.sentence
    heads = [phrase_head(scene, number, one) for one in named]
    found = []
    for one in heads:
        behind = trigger.end if one.first >= trigger.end else 0
        found += coordinates(scene, number, one, first=behind)
    return _participants(scene, number, found)


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
            actors += _joined(scene, trigger, [one])
        elif not recipients and (of or before in scene.lexicon.words["towards"]):
            recipients += _joined(scene, trigger, [one])
    for one in _owners(scene, trigger):
        person = one.entity.kind == "person"
        suffers = family is not None and family.unique and person and not acts
        (recipients if suffers and not recipients else actors).extend(
            _participants_alone(scene, one)
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


def _participants_alone(scene: Scene, named: Named) -> list[Participant]:
    return [Participant(named.span.cut(scene.article.text), named.entity.id, named.span)]


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
            return _joined(scene, trigger, find_subject(scene, trigger.sentence, own.first)[:1])
    return []
