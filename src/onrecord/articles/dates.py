"""Calendar dates as news pages write them, found in plain text.

Invariant: a date that the calendar does not have (31 June) is none, and a megabyte of digits takes
a moment: every pattern is bounded.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from types import MappingProxyType

from onrecord.languages import load
from onrecord.record import Span, edtf_day, edtf_either, edtf_month

# A two-digit year is read as 1970 … 2069, as POSIX strptime does within a year's difference.
_CENTURY_TURNS = 70
# A clock is looked for so many characters before and after its date ("3:04 PM ET, Tuesday, …").
_CLOCK_REACH = 40
# The farthest that a date's first character lies from its year ("30th of September, de 2020").
_YEAR_REACH = 40

_YEAR = re.compile(
    r"(?<![0-9])[12][0-9]{3}(?![0-9])|(?<=[./-])[0-9]{2}(?![0-9])|(?<=[./-] )[0-9]{4}(?![0-9])"
)
_SLASHED = re.compile(r"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})/(?:[12][0-9]{3}|[0-9]{2})(?![0-9/])")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: its place, the days it may mean, its EDTF and its words.

    ``span`` and ``raw`` take in a clock that belongs to the date; ``earliest`` and ``latest``
    differ where only a month is given or where day and month cannot be told apart.
    """

    span: Span
    earliest: date
    latest: date
    best: date
    edtf: str
    has_clock: bool
    raw: str


@dataclass(frozen=True, slots=True)
class _Patterns:
    months: Mapping[str, int]
    whole: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    north_american: re.Pattern[str]


def find_dates(text: str, *, day_first: bool | None = None) -> tuple[FoundDate, ...]:
    """All dates with a year, in the order of the text, none overlapping another.

    ``day_first`` says how 05/01/2020 is to be read; where it is None, the unmistakable dates of the
    same text and North American time zones decide, and where they are silent both days are given.
    """
    patterns = _patterns()
    low = _lower(text)
    matches = tuple(
        match
        for start, end in _near_years(low)
        for match in patterns.whole.finditer(low, start, end)
    )
    if day_first is None:
        day_first = _habit(matches, low, patterns)
    found = []
    end = 0
    for match in matches:
        days = _read(match, patterns.months, day_first)
        if days is None or match.start() < end:
            continue
        span, clock = _with_clock(match, low, end, patterns)
        earliest, latest, best, edtf = days
        found.append(FoundDate(span, earliest, latest, best, edtf, clock, span.cut(text)))
        end = span.end
    return tuple(found)


def day_habit(text: str) -> bool | None:
    """Whether the unmistakable ones of a page's dates like 13/01/2020 have the day first."""
    pairs = [(int(one), int(two)) for one, two in _SLASHED.findall(text)]
    day = sum(12 < one <= 31 and two <= 12 for one, two in pairs)
    month = sum(12 < two <= 31 and one <= 12 for one, two in pairs)
    return None if day == month else day > month


def settle_order(found: FoundDate, last: date | None) -> FoundDate:
    """The date, on the one day of its two that is not after ``last``, if only one is."""
    two = found.edtf.startswith("[")
    if not two or last is None or found.earliest > last or found.latest <= last:
        return found
    day = found.earliest
    return replace(found, latest=day, best=day, edtf=edtf_day(day))


def _near_years(low: str) -> Iterator[tuple[int, int]]:
    """The stretches of the text that have a year in them: all other text is passed over."""
    start = end = 0
    for match in _YEAR.finditer(low):
        if match.start() - _YEAR_REACH > end:
            if end:
                yield start, end
            start = match.start() - _YEAR_REACH
        end = match.end() + _YEAR_REACH
    if end:
        yield start, end


def _lower(text: str) -> str:
    """Lower case, character by character, so that offsets stay true."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


@cache
def _patterns() -> _Patterns:
    table = load("mul", "calendar")
    months: dict[str, int] = {}
    month_first: set[str] = set()
    weekdays: set[str] = set()
    for language, words in table.items():
        if language == "clock":
            continue
        for number, names in enumerate(words["months"], start=1):
            for name in names:
                months.setdefault(name, number)
                if words.get("month_first"):
                    month_first.add(name)
        weekdays.update(words["weekdays"])
    clock_words = table["clock"]
    zones = _any_of(clock_words["zones"])
    clock = (
        r"(?<![0-9:.])(?:(?:[01]?[0-9]|2[0-4])[:.h][0-5][0-9](?::[0-5][0-9])?"
        r"(?:\s?[ap]\.?\s?m\b\.?)?|1?[0-9]\s?[ap]\.?m\b\.?)"
        rf"(?:\s?\(?(?:{zones})(?![^\W\d_])\)?)?"
    )
    gap = r"[\s,|•·–—/-]{0,4}"
    joiner = rf"(?:(?:{_any_of(clock_words['joiners'])})\s{{1,2}})?"
    weekday = rf"(?:(?:{_any_of(weekdays)})\.?,?\s{{0,2}})?"
    american = _any_of(clock_words["north_american_zones"])
    return _Patterns(
        months=MappingProxyType(months),
        whole=_whole(_any_of(months), _any_of(month_first)),
        after=re.compile(rf"{gap}{joiner}{clock}"),
        before=re.compile(rf"{clock}{gap}(?:on\s)?{weekday}$"),
        north_american=re.compile(rf"[0-9]\s?(?:[ap]\.?m\.?)?\s?(?:{american})(?![^\W\d_])"),
    )


def _any_of(words: object) -> str:
    assert isinstance(words, (list, set, dict))
    return "|".join(re.escape(word) for word in sorted(words, key=lambda one: (-len(one), one)))


def _whole(months: str, month_first: str) -> re.Pattern[str]:
    year = r"[12][0-9]{3}(?![0-9])"
    day = r"(?:[0-2]?[0-9]|3[01])"
    of = r"\s{0,3}(?:(?:de|of|d')\s{1,2})?"
    return re.compile(
        r"(?<![0-9])(?:"
        r"(?P<iso_y>[12][0-9]{3})(?P<iso_s>[-/.])(?P<iso_m>[0-9]{1,2})(?P=iso_s)(?P<iso_d>[0-9]{1,2})"
        r"(?:t[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:z|[+-][0-9]{2}:?[0-9]{2})?)?"
        r"(?![0-9])"
        r"|(?P<cjk_y>[12][0-9]{3})\s?[年년]\s{0,2}(?P<cjk_m>[0-9]{1,2})\s?[月월]"
        r"\s{0,2}(?P<cjk_d>[0-9]{1,2})\s?[日일]"
        r"|(?P<num_1>[0-9]{1,2})(?P<num_s>[./-])\s?(?P<num_2>[0-9]{1,2})(?P=num_s)\s?"
        r"(?P<num_y>[12][0-9]{3}|[0-9]{2})(?![0-9]|[./-][0-9])"
        rf"|(?P<dmy_d>{day})(?:st|nd|rd|th|er|º|ª|\.)?[\s-]{{0,3}}{of}(?P<dmy_m>{months})(?![^\W\d_])"
        rf"\.?,?[\s-]{{0,3}}(?:(?:de|del)\s{{1,2}})?(?P<dmy_y>{year})"
        r")"
        rf"|(?<![^\W\d_])(?P<mdy_m>{month_first})\.?\s{{0,3}}(?P<mdy_d>{day})(?:st|nd|rd|th)?"
        rf"\s{{0,2}},?\s{{0,3}}(?P<mdy_y>{year})"
        rf"|(?<![^\W\d_])(?P<my_m>{months})\.?,?\s{{1,3}}(?:(?:de|del|of)\s{{1,2}})?(?P<my_y>{year})"
    )


_Days = tuple[date, date, date, str]


def _read(match: re.Match[str], months: Mapping[str, int], day_first: bool | None) -> _Days | None:
    parts = match.groupdict()
    if parts["num_1"]:
        return _numeric(parts, day_first)
    if parts["my_m"]:
        month, year = months[parts["my_m"]], int(parts["my_y"])
        first = date(year, month, 1)
        last = date(year, month, monthrange(year, month)[1])
        return first, last, first, edtf_month(year, month)
    for kind in ("iso", "cjk", "dmy", "mdy"):
        if parts[f"{kind}_y"]:
            word = parts[f"{kind}_m"]
            month = months[word] if word in months else int(word)
            return _one(_day(int(parts[f"{kind}_y"]), month, int(parts[f"{kind}_d"])))
    return None


def _numeric(parts: Mapping[str, str], day_first: bool | None) -> _Days | None:
    one, two, year = int(parts["num_1"]), int(parts["num_2"]), int(parts["num_y"])
    if year < 100:
        if len(parts["num_1"]) < 2 or len(parts["num_2"]) < 2:
            return None
        year += 1900 if year >= _CENTURY_TURNS else 2000
    by_day, by_month = _day(year, two, one), _day(year, one, two)
    if parts["num_s"] != "/" or by_day == by_month:
        return _one(by_day or by_month)
    if by_day is None or by_month is None:
        return _one(by_day or by_month)
    if day_first is not None:
        return _one(by_day if day_first else by_month)
    low, high = sorted((by_day, by_month))
    return low, high, by_day, edtf_either(low, high)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _one(day: date | None) -> _Days | None:
    return None if day is None else (day, day, day, edtf_day(day))


def _habit(matches: tuple[re.Match[str], ...], low: str, patterns: _Patterns) -> bool | None:
    """Whether this text writes the day first, as far as its own other dates say."""
    slashed = [match for match in matches if match["num_s"] == "/"]
    day = sum(int(match["num_1"]) > 12 for match in slashed)
    month = sum(int(match["num_2"]) > 12 for match in slashed)
    if day != month:
        return day > month
    if slashed and not day and patterns.north_american.search(low):
        return False
    return None


def _with_clock(
    match: re.Match[str], low: str, floor: int, patterns: _Patterns
) -> tuple[Span, bool]:
    start, end = match.span()
    clock = "t" in match[0][-30:] and match["iso_y"] is not None
    before = patterns.before.search(low, max(floor, start - _CLOCK_REACH), start)
    if before:
        start = before.start()
    after = patterns.after.match(low, end, end + _CLOCK_REACH)
    if after:
        end = after.end()
    return Span(start, end), bool(clock or before or after)
