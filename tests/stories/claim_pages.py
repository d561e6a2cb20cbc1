"""Readings made by hand for the tests of claims: their own text, entities, times and statements."""

from __future__ import annotations

from dataclasses import replace

from onrecord.record import (
    Entity,
    Reading,
    SourceChain,
    SourceLink,
    Span,
    Stamp,
    Statement,
    TimeExpression,
    finding_id,
)
from tests.stories.pages import page


def reading(text: str, *, title: str = "", url: str = "", language: str = "en") -> Reading:
    """A reading that found nothing yet; the lines of ``text`` are its paragraphs."""
    article = replace(page(text, url=url), title=title, language=language)
    return Reading(article, Stamp("0", "0", "0"))


def span_of(text: str, words: str) -> Span:
    """Where ``words`` stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def with_entity(one: Reading, name: str, *mentions: str) -> Reading:
    """The reading with an entity whose mentions are the first places of these words."""
    spans = tuple(span_of(one.article.text, words) for words in mentions)
    entity = Entity(f"e-{name}", name, "person", tuple(sorted(spans)))
    return replace(one, entities=(*one.entities, entity))


def with_time(one: Reading, words: str, value: str) -> Reading:
    """The reading with one time expression."""
    time = TimeExpression(f"t-{words}", span_of(one.article.text, words), "DATE", value)
    return replace(one, times=(*one.times, time))


def with_statement(
    one: Reading, source: str, cue: str, content: str, *, stance: str = "states"
) -> Reading:
    """The reading with one statement by ``source``."""
    text = one.article.text
    spans = (span_of(text, content),)
    chain = SourceChain((SourceLink("The Gazette", "outlet"), SourceLink(source, "person")))
    statement = Statement(
        finding_id(one.article.id, "statement", spans),
        "indirect",
        spans,
        span_of(text, cue),
        span_of(text, source),
        chain,
        stance,
    )
    return replace(one, statements=(*one.statements, statement))
