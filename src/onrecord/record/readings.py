"""All that one article says, checked whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.record.articles import Article
from onrecord.record.issues import Issue, RecordError
from onrecord.record.spans import Span
from onrecord.record.statements import Entity, Statement
from onrecord.record.times import TimeExpression


@dataclass(frozen=True, slots=True)
class Stamp:
    """What made a reading: name and digest of each part, and the settings."""

    onrecord: str
    encoder: str
    language: str
    settings: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All findings of one article.

    Raises RecordError where a span leaves the text, an id stands twice or resolves to nothing.
    ``events`` are always empty in this version: it does not read them yet.
    """

    article: Article
    stamp: Stamp
    entities: tuple[Entity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[()] = ()
    issues: tuple[Issue, ...] = ()

    def __post_init__(self) -> None:
        length = len(self.article.text)
        for owner, span in self._spans():
            if span.end > length:
                raise RecordError(f"{owner}: {span} leaves the text of {length} characters")
        ids = [entity.id for entity in self.entities]
        ids += [statement.id for statement in self.statements]
        ids += [time.id for time in self.times]
        if len(ids) != len(set(ids)):
            raise RecordError("two findings of one reading have the same id")
        known = {entity.id for entity in self.entities}
        for statement in self.statements:
            named = {statement.speaker, *(link.entity for link in statement.chain.links)}
            if missing := named - known - {None}:
                raise RecordError(f"{statement.id} points to nobody: {sorted(map(str, missing))}")
        times = {time.id for time in self.times}
        for time in self.times:
            if time.anchor_id is not None and time.anchor_id not in times - {time.id}:
                raise RecordError(f"{time.id} is counted from no other time: {time.anchor_id}")

    def _spans(self) -> Iterator[tuple[str, Span]]:
        for day in self.article.dates:
            yield from ((f"{day.role} date", span) for span in day.spans)
        for link in self.article.links:
            if link.span is not None:
                yield link.url, link.span
        for entity in self.entities:
            yield from ((entity.id, span) for span in entity.mentions)
        for time in self.times:
            yield time.id, time.span
            if time.anchor_span is not None:
                yield time.id, time.anchor_span
        for statement in self.statements:
            yield from ((statement.id, span) for span in statement.content)
            single = [statement.cue, statement.source, statement.addressee]
            for hand in statement.chain.links:
                single += [hand.span, hand.justification]
            yield from ((statement.id, span) for span in single if span is not None)
        for issue in self.issues:
            if issue.span is not None:
                yield issue.code, issue.span
