"""The events of a story's pages, each with its words around it, ready to be compared.

Invariant: an event is compared by the mention that commits most, in its own sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.passages import find_words
from onrecord.record import Event, Reading, Span
from onrecord.stories.chronology.event_mentions import (
    Corpus,
    EventMention,
    MarkedDocument,
    mark_corpus,
)

_ENDS = frozenset(".!?")
LONGEST = 80
"""Words that are read as one sentence at most."""


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event of a page, the mention it is compared by, and the names of who takes part."""

    reading: Reading
    event: Event
    mention: EventMention

    @property
    def span(self) -> Span:
        """The words of the mention."""
        return committing(self.event)


def committing(event: Event) -> Span:
    """The trigger that commits most: the first that stands as the event does."""
    return next(
        (one.trigger for one in event.mentions if one.factuality == event.factuality),
        event.triggers[0],
    )


def tell_events(readings: Sequence[Reading]) -> tuple[Corpus, tuple[ToldEvent, ...]]:
    """All events of ``readings`` in their order, and the corpus that weighs their words."""
    documents, events = [], []
    for reading in readings:
        document, marked = mark_reading(reading)
        documents.append(document)
        events += [(reading, event) for event in marked]
    corpus = mark_corpus(documents)
    told = zip(events, corpus.mentions, strict=True)
    return corpus, tuple(ToldEvent(reading, event, mention) for (reading, event), mention in told)


def mark_reading(reading: Reading) -> tuple[MarkedDocument, tuple[Event, ...]]:
    """The page as tokens with a mention for each event that lies on words, and those events."""
    text = reading.article.text
    sentences = tuple(_divide(text, find_words(text)))
    starts = [words[0].start for words in sentences]
    mentions, events = [], []
    for event in reading.events:
        span = committing(event)
        number = bisect_right(starts, span.start) - 1
        if number < 0:
            continue
        inside = tuple(at for at, word in enumerate(sentences[number]) if word.overlaps(span))
        if inside:
            mentions.append((number, inside))
            events.append(event)
    tokens = tuple(
        (number, tuple(word.cut(text) for word in words)) for number, words in enumerate(sentences)
    )
    return MarkedDocument(reading.article.id, tokens, tuple(mentions)), tuple(events)


def _divide(text: str, words: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """Words in sentences: cut behind a full stop before a capital, and at the end of a line."""
    sentence: list[Span] = []
    for at, word in enumerate(words):
        sentence.append(word)
        following = words[at + 1] if at + 1 < len(words) else None
        if following is None:
            break
        between = text[word.end : following.start]
        ends = text[word.start] in _ENDS and between and text[following.start].isupper()
        if ends or "\n" in between or len(sentence) >= LONGEST:
            yield tuple(sentence)
            sentence = []
    if sentence:
        yield tuple(sentence)
