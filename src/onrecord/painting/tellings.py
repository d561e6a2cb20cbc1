"""The sentences that tell of a day: each with the events and the times in it.

Invariant: every event and every time of a row stands in exactly one telling.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.painting.timeline import DatedEvent, DatedMention, Row, Timeline
from onrecord.record import Event, Span


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence; ``spans`` are the words to mark in it, the one that must be seen first."""

    sentence: Span
    spans: tuple[Span, ...]
    events: tuple[DatedEvent, ...] = ()
    mentions: tuple[DatedMention, ...] = ()


def list_spans(timeline: Timeline) -> list[Span]:
    """All words whose sentences ``tell`` asks for."""
    spans = [trigger for one in timeline.events for trigger in one.event.triggers]
    spans += [mention.time.span for row in timeline.rows for mention in row.mentions]
    return spans + [mention.time.span for mention in timeline.unplaced]


def tell(
    mentions: Sequence[DatedMention],
    events: Sequence[DatedEvent],
    sentences: Mapping[Span, Span],
) -> tuple[Telling, ...]:
    """The tellings of ``mentions`` and ``events``, in order of the text."""
    timed: dict[Span, list[DatedMention]] = {}
    for mention in mentions:
        timed.setdefault(sentences[mention.time.span], []).append(mention)
    happening: dict[Span, list[DatedEvent]] = {}
    for one in events:
        happening.setdefault(_choose_sentence(one.event, timed, sentences), []).append(one)
    tellings = []
    for sentence in sorted({*timed, *happening}):
        here = happening.get(sentence, [])
        triggers = [
            trigger
            for one in here
            for trigger in one.event.triggers
            if sentences[trigger] == sentence
        ]
        times = [mention.time.span for mention in timed.get(sentence, [])]
        spans = tuple(dict.fromkeys((*triggers, *times)))
        tellings.append(Telling(sentence, spans, tuple(here), tuple(timed.get(sentence, ()))))
    return tuple(tellings)


def tell_row(row: Row, sentences: Mapping[Span, Span]) -> tuple[Telling, ...]:
    """The tellings of one day."""
    return tell(row.mentions, row.events, sentences)


def _choose_sentence(
    event: Event, timed: Mapping[Span, object], sentences: Mapping[Span, Span]
) -> Span:
    """The first sentence that tells the event as it stands, with its day in it if one has both."""
    own = [one.trigger for one in event.mentions if one.factuality == event.factuality]
    standing = [sentences[trigger] for trigger in own or event.triggers]
    return next((one for one in standing if one in timed), standing[0])
