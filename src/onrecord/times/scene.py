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
from onrecord.times.tokens import BREAK

# "Said" stands no more tokens from the day on which it was said.
SAID_NEAR = 6
# The day of a clock stands no more tokens behind it.
DAY_BEHIND = 6


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch of the calendar that the text told, and which of its times told it.

    ``compared`` = told only to compare with another, as "a year ago" is in a report of figures;
    ``opens`` = it stands at the beginning of its sentence; ``shifted`` = it is last or next year.
    """

    stretch: Stretch
    at: int
    token: int
    explicit: bool
    compared: bool = False
    opens: bool = False
    shifted: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one expression means in its scene."""

    stretch: Stretch
    rule: str
    kind: TimeKind | None = None
    anchor: Anchor = ""
    anchor_at: int | None = None
    modifier: TimeModifier = ""
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
    told: list[Told] = field(default_factory=list)

    def speaker_day(self, time: FoundTime) -> Told | None:
        """The day on which the words of a quotation were said, where its paragraph tells it."""
        if not self.told or not self.is_quoted(time.span):
            return None
        told = next((one for one in reversed(self.told) if not one.quoted), None)
        if told is None or not self.same_paragraph(told, time):
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

    def last_told(self, *, grains: tuple[Grain, ...] = ()) -> Told | None:
        """The last stretch told, where wanted only one of these grains."""
        for told in reversed(self.told):
            if not grains or told.stretch.grain in grains:
                return told
        return None

    def running(self, time: FoundTime) -> Told | None:
        """What was told last of the time that the text is at.

        A bare year that stands in passing ("the 1976 offensive") moves a narrative that told of a
        day or month before no farther than to the end of the sentence.
        """
        for told in reversed(self.told):
            if told.stretch.grain in ("decade", "century"):
                continue
            if told.stretch.grain != "year" or told.opens:
                return told
            finer = next((one for one in reversed(self.told) if one.stretch.grain != "year"), None)
            if finer is None or self.same_sentence(told, time):
                return told
        return None

    def far_told(self, time: FoundTime) -> Told | None:
        """A stretch of another year than the publication's, told last and in this paragraph."""
        told = self.last_told()
        if told is None or not told.explicit or self.publication is None:
            return None
        day = told.stretch.earliest
        far = day is not None and abs(day.year - self.publication.year) > 1
        return told if far and self.same_paragraph(told, time) else None

    def same_sentence(self, told: Told, time: FoundTime) -> bool:
        """Whether no sentence ends between what was told and ``time``."""
        words = self.found.tokens.words
        for at in range(told.token, time.first):
            if words[at] == BREAK or (
                words[at] in (".", "!", "?") and at > 0 and len(words[at - 1]) > 3
            ):
                return False
        return True

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

    def same_paragraph(self, told: Told, time: FoundTime) -> bool:
        """Whether what was told stands in the paragraph of ``time``."""
        return BREAK not in self.found.tokens.words[told.token : time.first]

    def here(self, time: FoundTime) -> tuple[date | None, Anchor, int | None]:
        """The day that words without a year are counted from."""
        if self.narrative or self.publication is None:
            told = self.running(time)
            if told is not None and told.stretch.earliest is not None:
                return told.stretch.earliest, "time", told.at
            if self.narrative:
                return None, "", None
        return self.publication, "publication" if self.publication else "", None
