"""Spans of text and the evidence that rests on them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of ``Article.text``; never empty, never negative."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0:
            raise ValueError(f"a span cannot start before the text: {self.start}")
        if self.end <= self.start:
            raise ValueError(f"a span cannot be empty or run backwards: {self.start}–{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """The words of ``text`` that this span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Span:
        """The same range, ``by`` code points further on."""
        return Span(self.start + by, self.end + by)


def hull(spans: tuple[Span, ...]) -> Span:
    """The smallest span that covers all of ``spans``; ValueError for none."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that a finding rests on, what found it, and how sure that is.

    ``found_by`` is the id of a head of the encoder or of a rule; ``score`` a probability.
    """

    spans: tuple[Span, ...]
    found_by: str
    score: float = 1.0

    def __post_init__(self) -> None:
        if not self.spans:
            raise ValueError(f"evidence without a span (found by {self.found_by!r}) is none")
        if not 0.0 <= self.score <= 1.0:
            raise ValueError(f"a score is a probability, not {self.score}")
