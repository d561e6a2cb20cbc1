"""Short ways from a sentence of our own to what is found in it."""

from __future__ import annotations

from onrecord.encoder.findings import EVENT_TYPES, EventLabel
from onrecord.events.scene import Scene, make_scene
from onrecord.events.tellings import Telling, tell
from onrecord.events.triggers import Trigger, find_triggers
from onrecord.events.wordings import Wordings, load_wordings
from onrecord.events.words import Sentence, read_sentence
from onrecord.ontology import load_lemmatiser
from onrecord.passages import find_sentences
from onrecord.reading import read_times
from onrecord.record import (
    Article,
    Block,
    Entity,
    EntityKind,
    SourceChain,
    SourceLink,
    Span,
    Statement,
    finding_id,
)

WORDINGS: Wordings = load_wordings("en")


def sentence_of(text: str) -> Sentence:
    return read_sentence(text, Span(0, len(text)), load_lemmatiser("en"))


def place_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def entity_of(text: str, words: str, kind: EntityKind = "person") -> Entity:
    span = place_of(text, words)
    return Entity(finding_id("a", "entity", (span,)), words, kind, (span,))


def people(text: str, *names: str) -> list[Entity]:
    return [entity_of(text, name) for name in names]


def label_of(text: str, words: str, name: str = "ASSAULT", score: float = 0.9) -> EventLabel:
    types = tuple(0.72 if one == name else 0.02 for one in EVENT_TYPES)
    return EventLabel(place_of(text, words), score, types, 3.0)


def statement_of(text: str, content: str, cue: str, stance: str = "states") -> Statement:
    span = place_of(text, content)
    return Statement(
        finding_id("a", "statement", (span,)),
        "indirect",
        (span,),
        place_of(text, cue),
        None,
        SourceChain((SourceLink(f"who {cue}", "unknown"),)),
        stance,
    )


def article_of(text: str) -> Article:
    return Article(
        "a", "", "", "", (), "en", text, blocks=(Block("paragraph", Span(0, len(text))),)
    )


def sentences_of(text: str) -> tuple[Span, ...]:
    return find_sentences(text, Span(0, len(text)), frozenset())


def scene_of(text: str, *entities: Entity, statements: tuple[Statement, ...] = ()) -> Scene:
    times = read_times(text, None)
    return make_scene(article_of(text), entities, times, statements, sentences_of(text))


def triggers_of(scene: Scene, *labels: EventLabel) -> tuple[Trigger, ...]:
    return find_triggers(scene, labels)


def tellings_of(scene: Scene, *labels: EventLabel) -> dict[str, Telling]:
    """What is told at each trigger, by its words."""
    triggers = find_triggers(scene, labels)
    return {one.span.cut(scene.article.text): tell(scene, one, triggers) for one in triggers}
