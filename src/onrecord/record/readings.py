"""All that one article says, checked whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.record.articles import Article
from onrecord.record.entities import Entity
from onrecord.record.events import Contest, Event
from onrecord.record.issues import Issue, RecordError
from onrecord.record.spans import Span
from onrecord.record.statements import Statement
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
    """

    article: Article
    stamp: Stamp
    entities: tuple[Entity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    contests: tuple[Contest, ...] = ()
    issues: tuple[Issue, ...] = ()

    def __post_init__(self) -> None:
        length = len(self.article.text)
        for owner, span in self._spans():
            if span.end > length:
                raise RecordError(f"{owner}: {span} leaves the text of {length} characters")
        ids = [entity.id for entity in self.entities]
        ids += [statement.id for statement in self.statements]
        ids += [time.id for time in self.times]
        ids += [event.id for event in self.events]
        ids += [contest.id for contest in self.contests]
        if len(ids) != len(set(ids)):
            raise RecordError("two findings of one reading have the same id")
        known = {entity.id for entity in self.entities}
        for statement in self.statements:
            named = {statement.speaker, *(link.entity for link in statement.chain.links)}
            if missing := named - known - {None}:
                raise RecordError(f"{statement.id} points to nobody: {_list(missing)}")
        self._check_events(known)
        times = {time.id for time in self.times}
        for time in self.times:
            if time.anchor_id is not None and time.anchor_id not in times - {time.id}:
                raise RecordError(f"{time.id} is counted from no other time: {time.anchor_id}")

    def _check_events(self, entities: set[str]) -> None:
        statements = {statement.id for statement in self.statements} | {None}
        times = {time.id for time in self.times} | {None}
        for event in self.events:
            people = {one.entity for one in (*event.actors, *event.recipients)}
            people.add(event.place.entity if event.place is not None else None)
            if missing := people - entities - {None}:
                raise RecordError(f"{event.id} points to nobody: {_list(missing)}")
            if missing := {event.within, *(one.within for one in event.mentions)} - statements:
                raise RecordError(f"{event.id} stands in no statement: {_list(missing)}")
            if event.date is not None and event.date.time not in times:
                raise RecordError(f"{event.id} is dated by no time: {event.date.time}")
        for contest in self.contests:
            if missing := {contest.claim_statement, contest.against_statement} - statements:
                raise RecordError(f"{contest.id} points to no statement: {_list(missing)}")

    def _spans(self) -> Iterator[tuple[str, Span]]:
        for day in self.article.dates:
            yield from ((f"{day.role} date", span) for span in day.spans)
        for link in self.article.links:
            if link.span is not None:
                yield link.url, link.span
        for entity in self.entities:
            yield from ((entity.id, span) for span in entity.mentions)
            for merge in entity.merges:
                yield from ((entity.id, span) for span in (merge.first, merge.second))
        for event in self.events:
            yield from ((event.id, span) for span in event.triggers)
            for merge in event.merges:
                yield from ((event.id, span) for span in (merge.first, merge.second))
            yield from ((event.id, one.span) for one in (*event.actors, *event.recipients))
            if event.place is not None:
                yield event.id, event.place.span
        for contest in self.contests:
            yield from ((contest.id, span) for span in (contest.claim, contest.against))
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


def _list(ids: set[str | None]) -> str:
    return ", ".join(sorted(map(str, ids)))
