"""When: the time expressions of an article, on the calendar as far as they are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.record.spans import Span

TimeKind = Literal["DATE", "TIME", "DURATION", "SET"]
TimeModifier = Literal[
    "", "BEFORE", "AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
    "START", "MID", "END", "APPROX",
]  # fmt: skip
Anchor = Literal["", "publication", "time", "event"]


@dataclass(frozen=True, slots=True)
class CalendarValue:
    """What an expression may mean: a TIMEX3 value, an EDTF string, and the days it may lie in.

    ``edtf`` is "" and the days are None where the calendar has no place for it (a length of time,
    "now and then", a year before 1 AD for the days). ``best`` lies in ``earliest … latest``;
    ``rule`` names how it was found.
    """

    value: str
    edtf: str = ""
    earliest: date | None = None
    latest: date | None = None
    best: date | None = None
    rule: str = ""

    def __post_init__(self) -> None:
        days = (self.earliest, self.best, self.latest)
        known = [day for day in days if day is not None]
        if known and (len(known) != len(days) or known != sorted(known)):
            raise ValueError(f"{self.best} is not within {self.earliest} … {self.latest}")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when, how long or how often (TIMEX3, ISO-TimeML).

    ``value`` is the TIMEX3 value, ``modifier`` its mod. ``anchor`` = what it was counted from: ""
    (the words alone fix it), the day of publication, another time (``anchor_id``), or an event
    (``anchor_span`` = its words). ``generic`` marks a time of no particular day ("days and weeks").
    ``alternatives`` are the other readings where two stand. ``score`` = share of right values that
    the rule had on development data.
    """

    id: str
    span: Span
    kind: TimeKind
    value: str
    edtf: str = ""
    earliest: date | None = None
    latest: date | None = None
    best: date | None = None
    modifier: TimeModifier = ""
    anchor: Anchor = ""
    anchor_id: str | None = None
    anchor_span: Span | None = None
    generic: bool = False
    rule: str = ""
    score: float = 1.0
    alternatives: tuple[CalendarValue, ...] = ()

    def __post_init__(self) -> None:
        CalendarValue(self.value, self.edtf, self.earliest, self.latest, self.best)
        if (self.anchor == "time") != (self.anchor_id is not None):
            raise ValueError(f"{self.id}: an anchor in the text has an id, and only that")
