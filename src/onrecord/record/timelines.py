"""The dated events of a story, each once, with all pages that tell of it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.events import EventDate, Factuality
from onrecord.record.spans import Span


@dataclass(frozen=True, slots=True)
class EventTelling:
    """Where a page tells of the event: ids of article and event, the words, its standing there."""

    article: str
    event: str
    span: Span
    words: str
    factuality: Factuality
    within: str | None = None


@dataclass(frozen=True, slots=True)
class EventMerge:
    """A judgement that two pages tell of one event; without it the entry falls in two.

    ``first`` and ``second`` are ids of events; ``score`` is a probability.
    """

    first: str
    second: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class SourceCount:
    """How many independent sources an entry has, by whoever knows who took what from whom."""

    min: int
    max: int

    def __post_init__(self) -> None:
        if not 0 <= self.min <= self.max:
            raise ValueError(f"no such range: {self.min} … {self.max}")


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One event of a story under all its tellings, in the order of the stream.

    ``date`` is told in a text, never the day of publication, and is the narrowest that the pages
    give; None where no page dates the event. ``actors`` and ``recipients`` are names as the pages
    have them, ``place`` is "" where none is told. ``sources`` is None until somebody counted.
    """

    id: str
    type: str
    words: str
    date: EventDate | None
    place: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    tellings: tuple[EventTelling, ...]
    merges: tuple[EventMerge, ...] = ()
    sources: SourceCount | None = None

    def __post_init__(self) -> None:
        if not self.tellings:
            raise ValueError(f"{self.type}: an entry that no page tells of is none")

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the pages that tell of it, each once."""
        return tuple(dict.fromkeys(one.article for one in self.tellings))
