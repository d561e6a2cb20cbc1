"""What a reader knows when she comes to an expression: the day of publication, what was told.

Invariant: a scene never looks at today's date.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date

from onrecord.record import Anchor, CalendarValue, Span, TimeKind
from onrecord.record.times import TimeModifier
from onrecord.times.calendar_values import Grain, Stretch
from onrecord.times.find import FoundTime, FoundTimes
from onrecord.times.tense import Tense, find_tense
from onrecord.times.tokens import BREAK, is_capital
from onrecord.times.told import Memory, Told

# "Said" stands no more tokens from the day on which it was said.
SAID_NEAR = 6
# A full stop behind a word no longer than this may close an abbreviation ("U.S.", "Jan.").
LONGEST_SHORT = 3
_STOPS = frozenset({".", "!", "?"})
_FINER_THAN_YEAR: tuple[Grain, ...] = (
    "day", "week", "weekend", "month", "quarter", "half", "season",
)  # fmt: skip
# The words of an event that a length is counted from are no more than these.
EVENT_WORDS = 8
# The day of a clock stands no more tokens behind it.
DAY_BEHIND = 6


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one expression means in its scene."""

    stretch: Stretch
    rule: str
    kind: TimeKind | None = None
    anchor: Anchor = ""
    anchor_at: int | None = None
    modifier: TimeModifier = ""
    anchor_span: Span | None = None
    generic: bool = False
    alternatives: tuple[CalendarValue, ...] = ()


@dataclass(slots=True)
class Scene:
    """The state of one walk through the times of a text.

    ``publication`` None = unknown; ``narrative`` = the text tells of another time than its own, so
    that what is not said is taken from the last date told.
    """

    found: FoundTimes
    publication: date | None
    narrative: bool = False
    quoted: tuple[Span, ...] = ()
    told: Memory = field(default_factory=Memory)
    _breaks: list[int] = field(init=False)
    _sentence_ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        words = self.found.tokens.words
        self._breaks = [at for at, word in enumerate(words) if word == BREAK]
        self._sentence_ends = [
            at
            for at, word in enumerate(words)
            if word == BREAK or (word in _STOPS and at and len(words[at - 1]) > LONGEST_SHORT)
        ]

    def speaker_day(self, time: FoundTime) -> Told | None:
        """The day on which the words of a quotation were said, where its paragraph tells it."""
        told = self.told.unquoted
        if told is None or not self.is_quoted(time.span) or not self.same_paragraph(told, time):
            return None
        day = told.stretch.earliest
        if told.explicit and self.publication and day and day.year != self.publication.year:
            return told
        words = self.found.tokens.words[max(0, told.token - SAID_NEAR) : told.token + SAID_NEAR]
        said = not self.found.grammar.senses["said"].isdisjoint(words)
        return told if said and told.stretch.grain == "day" else None

    def is_quoted(self, span: Span) -> bool:
        """Whether the span stands in a quotation."""
        at = bisect_right(self.quoted, span.start, key=lambda one: one.start) - 1
        return at >= 0 and span.start < self.quoted[at].end

    def tense(self, time: FoundTime) -> Tense:
        """The tense of the clause that ``time`` stands in."""
        return find_tense(self.found.tokens, time.first, time.end, self.found.grammar)

    def running(self, time: FoundTime) -> Told | None:
        """What was told last of the time that the text is at.

        A bare year that stands in passing ("the 1976 offensive") moves a narrative that told of a
        day or month before no farther than to the end of the sentence.
        """
        finer = self.told.last_of(*_FINER_THAN_YEAR)
        year = self.told.last_of("year")
        if year is None or (finer is not None and finer.at > year.at):
            return finer
        if finer is None or year.opens or self.same_sentence(year, time):
            return year
        opening = self.told.opening_year
        return opening if opening is not None and opening.at > finer.at else finer

    def far_told(self, time: FoundTime) -> Told | None:
        """A stretch of another year than the publication's, told last and in this paragraph."""
        told = self.told.last
        if told is None or not told.explicit or self.publication is None:
            return None
        day = told.stretch.earliest
        far = day is not None and abs(day.year - self.publication.year) > 1
        return told if far and self.same_paragraph(told, time) else None

    def same_sentence(self, told: Told, time: FoundTime) -> bool:
        """Whether no sentence ends between what was told and ``time``."""
        return _none_between(self._sentence_ends, told.token, time.first)

    def next_day(self, time: FoundTime) -> FoundTime | None:
        """The day that the words just behind name: "10:35 a.m. (0735 GMT) on Friday"."""
        times = self.found.times
        place = bisect_left(times, time.first, key=lambda one: one.first) + 1
        behind = times[place] if place < len(times) else None
        if behind is None or behind.first - time.end > DAY_BEHIND or behind.meaning != "day":
            return None
        parts = behind.parts
        dated = parts.weekday is not None or parts.day is not None or parts.today is not None
        if not dated or parts.hour is not None:
            return None
        words = self.found.tokens.words[time.end : behind.first]
        return None if {BREAK, ".", "!", "?", ";"} & set(words) else behind

    def event_behind(self, time: FoundTime) -> Span | None:
        """The words of the event that a length is counted from: "the days since the strike"."""
        tokens, senses = self.found.tokens, self.found.grammar.senses
        at = time.end
        if at >= len(tokens.words) or tokens.words[at] not in senses["counted_from_event"]:
            return None
        first = at + 1
        end = first
        while end < min(first + EVENT_WORDS, len(tokens.words)):
            word = tokens.words[end]
            if not word.isalpha() or word in senses["past_verbs"] or word in senses["ends_event"]:
                break
            end += 1
        named = first < end and (
            tokens.words[first] in senses["determiners"] or is_capital(first, tokens)
        )
        if not named or (end - first == 1 and tokens.words[first] in senses["determiners"]):
            return None
        return Span(tokens.starts[first], tokens.ends[end - 1])

    def same_paragraph(self, told: Told, time: FoundTime) -> bool:
        """Whether what was told stands in the paragraph of ``time``."""
        return _none_between(self._breaks, told.token, time.first)

    def here(self, time: FoundTime) -> tuple[date | None, Anchor, int | None]:
        """The day that words without a year are counted from."""
        if self.narrative or self.publication is None:
            told = self.running(time)
            if told is not None and told.stretch.earliest is not None:
                return told.stretch.earliest, "time", told.at
            if self.narrative:
                return None, "", None
        return self.publication, "publication" if self.publication else "", None


def _none_between(places: list[int], first: int, end: int) -> bool:
    """Whether none of the ordered ``places`` lies from ``first`` up to ``end``."""
    at = bisect_left(places, first)
    return at == len(places) or places[at] >= end
