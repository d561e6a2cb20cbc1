"""What a text has told of the calendar so far.

Invariant: every question is answered without walking back over what was told, so that a text of a
million dates is read in linear time.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from onrecord.times.calendar_values import Grain, Stretch

# "A year ago" is compared with a quarter among so many stretches told last.
QUARTER_REACH = 3


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


@dataclass(slots=True)
class Memory:
    """The last stretches told, by what they are asked for.

    ``last`` of all; ``unquoted`` outside quotations; ``base`` not for comparison; ``quarter`` such
    a quarter; ``opening_year`` a year that began a sentence.
    """

    last: Told | None = None
    unquoted: Told | None = None
    base: Told | None = None
    quarter: Told | None = None
    opening_year: Told | None = None
    _by_grain: dict[Grain, Told] = field(default_factory=dict)
    _recent: deque[Told] = field(default_factory=lambda: deque(maxlen=QUARTER_REACH))

    def add(self, told: Told) -> None:
        """Remembers what was told last."""
        grain = told.stretch.grain
        self.last = told
        self._by_grain[grain] = told
        if not told.quoted:
            self.unquoted = told
        if grain == "year" and told.opens:
            self.opening_year = told
        if not told.compared:
            self.base = told
            self._recent.append(told)
            if grain == "quarter":
                self.quarter = told

    def last_of(self, *grains: Grain) -> Told | None:
        """The last one told of these grains."""
        known = [self._by_grain[grain] for grain in grains if grain in self._by_grain]
        return max(known, key=lambda told: told.at, default=None)

    def recent_quarter(self) -> Told | None:
        """A quarter among the last few told that are not for comparison."""
        quarters = [told for told in self._recent if told.stretch.grain == "quarter"]
        return quarters[-1] if quarters else None
