"""What an article gives as contested: a claim and its denial, or the outlet's own doubt of it.

Invariant: both sides have their words, and nobody denies what only they said themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord import languages
from onrecord.events.contest_words import (
    Objection,
    find_objections,
    load_contest_words,
    topic_words,
)
from onrecord.events.forms import is_verb
from onrecord.events.phrases import clause_end, clause_start
from onrecord.events.scene import Scene, make_scene
from onrecord.record import Article, Contest, Event, Span, Statement, finding_id, hull

CLAIM_REACH = 2
"""Sentences before a denial or doubt in which the claim is looked for; not tuned."""
TOPIC_REACH = 6
"""The same where the objection names the matter in the claim's own words."""
SHARED_WORDS = 2
"""Words of content that a denial and a claim share at least to be of one matter."""
STATING = 3
"""Place of "states" in the list of what is doubted first: those before it claim."""
DEEDS = (2, 4)
"""Quad classes of deeds: that somebody accused is not what is denied."""
_OWN_VOICE = ("happened", "reported", "claimed")


@dataclass(frozen=True, slots=True)
class _Claim:
    """What is contested: its words, its statement or none, and by which rule it was found."""

    span: Span
    statement: Statement | None
    rule: str


def find_contests(
    article: Article,
    statements: tuple[Statement, ...],
    events: tuple[Event, ...],
    sentences: tuple[Span, ...],
) -> tuple[Contest, ...]:
    """The contests of ``article`` in the order of what stands against the claims.

    LookupError where the article's language has no table of contests.
    """
    languages.load(article.language, "contests")
    scene = make_scene(article, (), (), statements, sentences)
    found: dict[str, Contest] = {}
    for number in range(len(scene.sentences)):
        for objection in find_objections(scene, number):
            contest = _contest(scene, objection, events)
            if contest is not None:
                found.setdefault(contest.id, contest)
    return tuple(found.values())


def _contest(scene: Scene, objection: Objection, events: tuple[Event, ...]) -> Contest | None:
    against, voice = _against(scene, objection)
    claim = _find_claim(scene, objection, voice, events)
    if claim is None or claim.span.overlaps(objection.word):
        return None
    if claim.span.overlaps(against):
        against = objection.span
    kind = "doubt" if objection.kind == "doubt" and voice is None else "denial"
    return Contest(
        finding_id(scene.article.id, "contest", (claim.span, against)),
        "doubt" if kind == "doubt" else "denial",
        claim.span,
        against,
        None if claim.statement is None else claim.statement.id,
        None if voice is None else voice.id,
        f"{objection.rule}/{claim.rule}",
    )


def _against(scene: Scene, objection: Objection) -> tuple[Span, Statement | None]:
    """The words of the objection and the statement that they are: by its cue, or by its content."""
    whole = scene.sentences[objection.sentence].span
    for one in scene.statements:
        if one.cue is not None and one.cue.overlaps(objection.word):
            inside = tuple(part for part in one.content if part.overlaps(whole))
            return hull((one.cue, objection.span, *inside)), one
    around = scene.statements_around(objection.word)
    return objection.span, around[0] if around else None


def _find_claim(
    scene: Scene, objection: Objection, voice: Statement | None, events: tuple[Event, ...]
) -> _Claim | None:
    finders = (
        _claim_of_event(scene, objection, events),
        _claim_of_topic(scene, objection, voice),
        _claim_beside(scene, objection, voice) if objection.anaphoric else None,
    )
    return next((one for one in finders if one is not None), None)


def _claim_of_event(scene: Scene, objection: Objection, events: tuple[Event, ...]) -> _Claim | None:
    """Another mention of the event that is denied: the same deed, told as a fact or a claim."""
    if objection.kind != "denial":
        return None
    for event in events:
        if event.quad not in DEEDS:
            continue
        denied = [one for one in event.mentions if objection.span.covers(one.trigger)]
        if not any(one.factuality in ("denied", "negated") for one in denied):
            continue
        told = [
            one
            for one in event.mentions
            if one.factuality in _OWN_VOICE and not objection.span.overlaps(one.trigger)
        ]
        if told:
            best = max(told, key=lambda one: (one.factuality == "claimed", -one.trigger.start))
            statement = next((one for one in scene.statements if one.id == best.within), None)
            span = best.trigger if statement is None else _content(statement, best.trigger)
            return _Claim(span, statement, "event")
    return None


def _longest(statement: Statement) -> Span:
    """The longest part of a content in several spans."""
    return max(statement.content, key=len)


def _content(statement: Statement, inside: Span) -> Span:
    return next((part for part in statement.content if part.covers(inside)), statement.content[0])


def _claim_of_topic(scene: Scene, objection: Objection, voice: Statement | None) -> _Claim | None:
    """The statement before that shares the words of what is denied or doubted."""
    if not objection.topic:
        return None
    needed = min(SHARED_WORDS, len(objection.topic)) if objection.kind == "denial" else 1
    best: tuple[int, int] | None = None
    chosen: Statement | None = None
    for one in _statements_before(scene, objection, voice, TOPIC_REACH):
        shared = len(objection.topic & _topic_of(scene, one))
        rank = (shared, one.content[0].start)
        if shared >= needed and (best is None or rank > best):
            best, chosen = rank, one
    return None if chosen is None else _Claim(_longest(chosen), chosen, "topic")


def _topic_of(scene: Scene, statement: Statement) -> set[str]:
    """The base forms of the words that carry a statement's matter."""
    words: set[str] = set()
    for part in statement.content:
        number = scene.sentence_of(part)
        if number is None:
            continue
        sentence = scene.sentences[number]
        place = sentence.locate(part)
        if place is not None:
            words |= topic_words(scene, sentence, *place)
    return words


def _statements_before(
    scene: Scene, objection: Objection, voice: Statement | None, reach: int
) -> list[Statement]:
    """The statements of others up to ``reach`` sentences before the objection, or beside it."""
    found = []
    for one in scene.statements:
        number = scene.sentence_of(one.content[0])
        if one is voice or number is None or not 0 <= objection.sentence - number <= reach:
            continue
        if any(part.overlaps(objection.word) for part in one.content):
            continue
        if one.cue is not None and one.cue.overlaps(objection.word):
            continue
        if one.stance == "denies" or (voice is not None and _same_speaker(one, voice)):
            continue
        found.append(one)
    return found


def _same_speaker(one: Statement, other: Statement) -> bool:
    if one.speaker is not None and other.speaker is not None:
        return one.speaker == other.speaker
    return one.chain.origin.name == other.chain.origin.name


def _claim_beside(scene: Scene, objection: Objection, voice: Statement | None) -> _Claim | None:
    """The last statement before "the claim", "it", "no evidence": one that claims comes first."""
    doubted = load_contest_words(scene.article.language).doubted
    best: tuple[int, int, int] | None = None
    chosen: Statement | None = None
    for one in _statements_before(scene, objection, voice, CLAIM_REACH):
        number = scene.sentence_of(one.content[0])
        assert number is not None  # _statements_before has asked
        stance = doubted.index(one.stance) if one.stance in doubted else len(doubted)
        rank = (number, -stance, one.content[0].start)
        if best is None or rank > best:
            best, chosen = rank, one
    firm = best is not None and -best[1] < STATING
    words = None if firm else _claim_in_words(scene, objection)
    if words is not None:
        return words
    return None if chosen is None else _Claim(_longest(chosen), chosen, "beside")


def _claim_in_words(scene: Scene, objection: Objection) -> _Claim | None:
    """A clause before the objection in its sentence that claims, though no statement is known."""
    sentence, wordings = scene.sentences[objection.sentence], scene.wordings
    verbs = load_contest_words(scene.article.language).sets["claim.verbs"]
    place = sentence.locate(objection.word)
    for at in range(0 if place is None else place[0] - 1, -1, -1):
        if sentence.lemmas[at] in verbs and is_verb(sentence, at, wordings, scene.lexicon):
            end = clause_end(sentence, at + 1, wordings)
            span = sentence.hull(clause_start(sentence, at, wordings), end)
            return None if span.overlaps(objection.word) else _Claim(span, None, "words")
    return None
