"""What the words of one time expression say: numbers and names of months, days and units.

Invariant: a part is a number or a code of the calendar, never a word of the text.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from onrecord.times.numbers import count_of, ordinal_of, year_in_words
from onrecord.times.rules import Grammar
from onrecord.times.tokens import Tokens

# Two digits of a year are of this century up to here: "'24" in a page of our day, "'69" is 1969.
CENTURY_TURNS = 30
# From this hour on a clock "at night" is before midnight.
FIRST_HOUR_OF_NIGHT = 5
Slots = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of an expression that its words name; None where they do not.

    ``count`` is None for an unknown number ("several"); ``counted`` tells that there is one at all.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    today: int | None = None
    day_shift: int = 0
    direction: int | None = None
    that: bool = False
    year_shift: int | None = None
    unit: str = ""
    count: float | None = None
    counted: bool = False
    part: str = ""
    hour: int | None = None
    minute: int | None = None
    season: str = ""
    ordinal: int | None = None
    quarter: int | None = None
    decade: int | None = None
    short: bool = False
    before_christ: bool = False
    edge: str = ""
    more: str = ""
    feast: str = ""
    often: str = ""
    reference: str = ""
    words: str = ""


_NAMES = frozenset(field.name for field in fields(Parts))
_NUMBER = re.compile(r"[0-9]+")


def read_parts(slots: Slots, tokens: Tokens, grammar: Grammar) -> Parts | None:
    """The parts of a match, or None where the calendar or the clock does not have them."""
    reader = _PartReader(slots, tokens, grammar)
    return reader.read()


class _PartReader:
    """One match, read slot by slot."""

    def __init__(self, slots: Slots, tokens: Tokens, grammar: Grammar) -> None:
        self.slots = slots
        self.tokens = tokens
        self.grammar = grammar
        self.found: dict[str, Any] = {"words": " ".join(self.words(""))}

    def words(self, slot: str) -> tuple[str, ...]:
        first, end = self.slots[slot]
        return self.tokens.words[first:end]

    def value(self, slot: str, *classes: str) -> Any:
        """What the tables say of the slot's first word that they know."""
        for word in self.words(slot):
            for name in classes:
                table = self.grammar.values[name]
                if word in table:
                    return table[word]
        return None

    def read(self) -> Parts | None:
        for slot in self.slots:
            if slot in _FROM_TABLES:
                self.found[slot] = self.value(slot, *_FROM_TABLES[slot])
            reader = _READERS.get(slot)
            if reader is not None and reader(self) is False:
                return None
        found = self.found
        if "direction_of_day" in self.slots:
            found["day_shift"] = -1 if self.words("direction_of_day")[0] == "before" else 1
        if "half_day" not in self.slots and _is_after_noon(found):
            found["hour"] += 12
        year, month, day = (found.get(name) for name in ("year", "month", "day"))
        if month and day and not found.get("before_christ") and not _exists(year, month, day):
            return None
        if month and "until" in found and not _rises(found):
            return None
        return Parts(**{name: value for name, value in found.items() if name in _NAMES})


def _is_after_noon(found: Mapping[str, Any]) -> bool:
    """Whether the part of the day moves the clock: 7:05 tonight is 19:05."""
    hour, part = found.get("hour"), found.get("part")
    if hour is None or hour >= 12:
        return False
    return part in ("AF", "EV") or (part == "NI" and hour >= FIRST_HOUR_OF_NIGHT)


def _exists(year: int | None, month: int, day: int) -> bool:
    return day <= monthrange(year or 2000, month)[1]


def _rises(found: Mapping[str, Any]) -> bool:
    last = found.get("until_month") or found["month"]
    if "day" not in found:
        return True
    if found["until"] > monthrange(found.get("year") or 2000, last)[1]:
        return False
    return bool(last != found["month"] or found["until"] > found.get("day", 0))


def _number(words: tuple[str, ...]) -> int | None:
    match = _NUMBER.match(words[0]) if words else None
    return int(match[0]) if match else None


def _read_year(reader: _PartReader) -> bool:
    words = reader.words("year")
    number = _number(words)
    first, end = reader.slots[""]
    if number is not None and number < 100 and end - first == 1 and first > 1:
        number += int(reader.tokens.words[first - 2][:2] + "00")  # the "18" of "1914-18"
    if words[0][0] in "'’‘":
        two = int(words[0][1:3])
        reader.found |= {"year": two + (2000 if two < CENTURY_TURNS else 1900), "short": True}
        return True
    if number is None:
        number = year_in_words(words, reader.grammar)
    if not number:
        return False
    reader.found["year"] = number
    return 1 <= number <= 9998


def _read_day(reader: _PartReader) -> bool:
    words = reader.words("day")
    number = _number(words)
    if number is None:
        number = ordinal_of(words, reader.grammar)
    reader.found["day"] = number
    return 1 <= number <= 31


def _read_until(reader: _PartReader) -> bool:
    reader.found["until"] = _number(reader.words("until"))
    return True


def _read_today(reader: _PartReader) -> bool:
    word = reader.words("today")[0]
    reader.found["today"] = reader.value("today", "TODAY", "TONIGHT")
    if word in reader.grammar.values["TONIGHT"]:
        reader.found["part"] = "NI"
    return True


def _read_direction(reader: _PartReader) -> bool:
    words = reader.words("direction")
    found = reader.value("direction", "LAST", "NEXT", "AGO", "EARLIER", "LATER")
    if found is None and words[0] in ("after", "now", "today", "from", "hence"):
        found = 1
    if found is None and words[0] in ("first", "opening", "initial", "early"):
        found = 0
    if found is None and words[0] in ("final", "closing"):
        found = 0
    if found is None:
        found = 0
    reader.found["direction"] = found
    reader.found["that"] = words[0] in reader.grammar.values["THAT"]
    return True


def _read_same(reader: _PartReader) -> bool:
    reader.found |= {"direction": 0, "that": True}
    return True


def _read_year_shift(reader: _PartReader) -> bool:
    reader.found["year_shift"] = reader.value("year_shift", "LAST", "NEXT", "THIS", "THAT")
    word = reader.words("year_shift")[0]
    reader.found["that"] = word == "same" or word in reader.grammar.values["THAT"]
    return True


def _read_unit_long(reader: _PartReader) -> bool:
    reader.found |= {"unit": reader.value("unit_long", "UNIT"), "count": 1.0, "counted": True}
    return True


def _read_part(reader: _PartReader) -> bool:
    slot = "part" if "part" in reader.slots else "parts"
    reader.found["part"] = reader.value(slot, "PART", "PARTS")
    return True


def _read_hours(reader: _PartReader) -> bool:
    reader.found["part"] = "MO"
    return True


def _read_edge(reader: _PartReader) -> bool:
    reader.found["edge"] = reader.value("edge", "EARLY", "EARLIER_LATER") or ""
    return True


def _read_about(reader: _PartReader) -> bool:
    reader.found["edge"] = reader.value("about", "ABOUT") or "APPROX"
    return True


def _read_more(reader: _PartReader) -> bool:
    words = " ".join(reader.words("more"))
    for name, listed in reader.grammar.senses.items():
        if name.isupper() and words in listed:
            reader.found["more"] = name
    return True


def _read_count(reader: _PartReader) -> bool:
    reader.found |= {"count": count_of(reader.words("count"), reader.grammar), "counted": True}
    return True


def _read_ordinal(reader: _PartReader) -> bool:
    words = reader.words("ordinal")
    number = _number(words)
    if number is None:
        number = ordinal_of(words, reader.grammar)
    reader.found["ordinal"] = number or -1
    return True


def _read_quarter(reader: _PartReader) -> bool:
    reader.found["quarter"] = reader.value("quarter", "QUARTER_SIGN")
    reader.found["ordinal"] = reader.value("quarter", "HALF_SIGN")
    return True


def _read_decade(reader: _PartReader) -> bool:
    words = reader.words("decade")
    raw = "".join(one for one in words[0] if one.isdigit())
    if raw:
        number = int(raw)
        if len(raw) == 2:
            reader.found["short"] = True
            number += 1900 if number >= CENTURY_TURNS - 10 else 2000
        reader.found["decade"] = number
        return True
    numerals = reader.grammar.values["NUMERAL"]
    last = reader.grammar.values["DECADE_WORD"][words[-1]]
    century = numerals[words[0]] * 100 if words[0] in numerals else 1900
    reader.found |= {"decade": century + last, "short": True}
    return True


def _read_era(reader: _PartReader) -> bool:
    reader.found["before_christ"] = True
    return True


def _read_feast(reader: _PartReader) -> bool:
    raw = " ".join(reader.words("feast")).replace(" 's", "'s").replace(" ’s", "'s")
    reader.found["feast"] = reader.grammar.feasts.get(raw.replace("’", "'"), "")
    return bool(reader.found["feast"])


def _read_clock(reader: _PartReader) -> bool:
    hour, minute = reader.words("clock")[0].split(":")[:2]
    return _set_clock(reader, int(hour), int(minute))


def _read_hour(reader: _PartReader) -> bool:
    words = reader.words("hour")
    hour = _number(words)
    if hour is None:
        hour = reader.grammar.values["NUMERAL"][words[0]]
    minute = _number(reader.words("minute")) if "minute" in reader.slots else None
    return _set_clock(reader, hour, minute)


def _read_stamp(reader: _PartReader) -> bool:
    number = _number(reader.words("stamp")) or 0
    return _set_clock(reader, number // 100, number % 100)


def _read_noon(reader: _PartReader) -> bool:
    return _set_clock(reader, reader.value("noon", "NOON"), 0)


def _set_clock(reader: _PartReader, hour: int, minute: int | None) -> bool:
    if "half_day" in reader.slots:
        if not 1 <= hour <= 12:
            return False
        hour = hour % 12 + reader.value("half_day", "AM")
    reader.found |= {"hour": hour, "minute": minute}
    return hour <= 24 and (minute or 0) < 60


def _read_iso(reader: _PartReader) -> bool:
    year, month, day = map(int, reader.words("iso")[0].split("-"))
    reader.found |= {"year": year, "month": month, "day": day}
    return True


def _read_slashed(reader: _PartReader) -> bool:
    raw = reader.words("slashed")[0]
    one, two, year = map(int, re.split(r"[/.]", raw))
    if year < 100:
        year += 2000 if year < CENTURY_TURNS else 1900
    day_first = "." in raw or one > 12
    month, day = (two, one) if day_first else (one, two)
    reader.found |= {"year": year, "month": month, "day": day}
    return 1 <= month <= 12 and 1 <= day <= 31


# Slots whose value is what the tables of these classes say of their first known word.
_FROM_TABLES: Mapping[str, tuple[str, ...]] = {
    "month": ("MONTH", "MONTH_SHORT"),
    "until_month": ("MONTH", "MONTH_SHORT"),
    "weekday": ("WEEKDAY", "WEEKDAY_SHORT", "WEEKDAYS"),
    "unit": ("UNIT", "UNITS"),
    "season": ("SEASON",),
    "often": ("DAILY",),
    "reference": ("NOW",),
}
_READERS = {
    "year": _read_year,
    "day": _read_day,
    "until": _read_until,
    "today": _read_today,
    "direction": _read_direction,
    "same": _read_same,
    "very": _read_same,
    "year_shift": _read_year_shift,
    "unit_long": _read_unit_long,
    "part": _read_part,
    "parts": _read_part,
    "hours": _read_hours,
    "edge": _read_edge,
    "about": _read_about,
    "more": _read_more,
    "count": _read_count,
    "ordinal": _read_ordinal,
    "quarter": _read_quarter,
    "decade": _read_decade,
    "era": _read_era,
    "feast": _read_feast,
    "clock": _read_clock,
    "hour": _read_hour,
    "stamp": _read_stamp,
    "noon": _read_noon,
    "iso": _read_iso,
    "slashed": _read_slashed,
}
