"""The words, numbers and marks of a text, each with the code of its class.

Invariant: one token, one code; ``codes[i]`` stands for ``tokens[i]``, and a word that no table of
the language knows has the code ``OTHER``, so that the patterns of times pass it over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

OTHER = "x"
BREAK = "\n"
# Codes of classes begin here, in Unicode's private use area: no text's own character is one.
_FIRST_CODE = 0xE000
# Digits in a row that may still be a date, a clock or a count.
MAX_DIGITS = 9
MAX_WORD = 20

_TOKEN = re.compile(
    r"(?P<break>\n[^\S\n]{0,200}\n\s{0,200})"
    r"|(?P<iso>(?<![0-9])[12][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?![0-9]))"
    r"|(?P<slashed>(?<![0-9/.])[0-9]{1,2}(?P<sign>[/.])[0-9]{1,2}(?P=sign)(?:[12][0-9]{3}|[0-9]{2})(?![0-9/]|\.[0-9]))"
    r"|(?P<clock>(?<![0-9:.])(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:]))"
    r"|(?P<dotted>(?<![0-9:.])(?:0?[0-9]|1[0-2])\.[0-5][0-9](?=\s?[ap]\.?\s?m(?![^\W_])))"
    r"|(?P<decade>(?<![0-9])(?:[12][0-9])?[0-9]0['’]?s(?![^\W_])|['’‘][0-9]0s(?![^\W_]))"
    r"|(?P<short>(?<![\w])['’‘][0-9]{2}(?![\w]))"
    r"|(?P<ordinal>(?<![0-9])[0-9]{1,2}(?:st|nd|rd|th)(?![^\W_]))"
    r"|(?P<fraction>(?<![0-9/])[1-9]/[1-9](?![0-9/]))"
    r"|(?P<quarter>(?<![^\W_])[QqHh][1-4](?![^\W_]))"
    r"|(?P<decimal>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+)"
    r"|(?P<number>[0-9]+)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<own>['’]s(?![^\W_]))"
    r"|(?P<mark>[^\w\s])"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: where they start and end, their lower-case words, their codes.

    ``decades`` are the first three digits of all years that stand after a year opener.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    codes: str
    decades: frozenset[str]

    def adjacent(self, at: int) -> bool:
        """Whether nothing stands between the token ``at`` and the one behind it."""
        return at + 1 < len(self.starts) and self.ends[at] == self.starts[at + 1]

    def cut(self, first: int, end: int) -> str:
        """The text of the tokens ``first`` up to ``end``."""
        return self.text[self.starts[first] : self.ends[end - 1]]


@dataclass(frozen=True, slots=True)
class Codes:
    """One character for each set of classes that a token may belong to."""

    of_word: Mapping[str, str]
    of_classes: Mapping[frozenset[str], str]
    cased: frozenset[str]
    year_openers: frozenset[str]

    def belonging_to(self, name: str) -> str:
        """The codes of all tokens that are of class ``name``."""
        return "".join(code for classes, code in self.of_classes.items() if name in classes)


# The classes of what is written in digits, by the kind of token.
_DIGIT_CLASSES: tuple[frozenset[str], ...] = tuple(
    map(
        frozenset,
        (
            {"COUNT", "DAY", "HOUR", "MONTH_NUMBER"},
            {"COUNT", "DAY", "HOUR", "MONTH_NUMBER", "TWO_DIGITS"},
            {"COUNT", "DAY", "HOUR"},
            {"COUNT", "DAY", "HOUR", "TWO_DIGITS"},
            {"COUNT", "DAY", "TWO_DIGITS"},
            {"COUNT", "TWO_DIGITS"},
            {"COUNT", "HOUR"},
            {"COUNT", "HOUR", "TWO_DIGITS"},
            {"COUNT", "YEAR_OLD"},
            {"COUNT", "YEAR"},
            {"COUNT", "YEAR", "HOUR_MINUTE"},
            {"COUNT", "HOUR_MINUTE"},
            {"COUNT"},
        ),
    )
)
_KIND_CLASSES = {
    "iso": "ISO",
    "slashed": "SLASHED",
    "clock": "CLOCK",
    "decade": "DECADE",
    "short": "SHORT_YEAR",
    "ordinal": "ORDINAL",
    "fraction": "FRACTION",
    "decimal": "DECIMAL",
    "own": "OWN",
}
FIRST_YEAR, LAST_YEAR = 1000, 2199


def make_codes(
    classes: Mapping[str, frozenset[str]], cased: frozenset[str], year_openers: frozenset[str]
) -> Codes:
    """Codes for the words of ``classes`` and for all that is written in digits.

    ``cased`` are words that count only where they begin with a capital ("May", "March");
    ``year_openers`` the words after which a number of four digits is a year for certain ("in").
    """
    sets = {frozenset(one) for one in classes.values()}
    sets |= set(_DIGIT_CLASSES) | {frozenset({one}) for one in _KIND_CLASSES.values()}
    ordered = sorted(sets, key=sorted)
    of_classes = {one: chr(_FIRST_CODE + at) for at, one in enumerate(ordered)}
    of_word = {word: of_classes[frozenset(one)] for word, one in classes.items()}
    return Codes(of_word, of_classes, cased, year_openers)


def tokenise(text: str, codes: Codes) -> Tokens:
    """The tokens of ``text`` in order; blanks and underscores are none."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    marks: list[str] = []
    known = codes.of_word
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        if kind in ("word", "quarter"):
            word = match[0].lower() if end - start <= MAX_WORD else ""
            code = known.get(word, OTHER)
            if code is not OTHER and word in codes.cased and text[start].islower():
                code = OTHER
        else:
            word, code = _classify(kind or "", match[0], codes)
        starts.append(start)
        ends.append(end)
        words.append(word)
        marks.append(code)
    return Tokens(
        text,
        tuple(starts),
        tuple(ends),
        tuple(words),
        "".join(marks),
        _decades(words, marks, codes),
    )


def _decades(words: list[str], marks: list[str], codes: Codes) -> frozenset[str]:
    years = codes.belonging_to("YEAR")
    return frozenset(
        word[:3]
        for word, mark, before in zip(words[1:], marks[1:], words, strict=False)
        if before in codes.year_openers and mark in years
    )


def _classify(kind: str, raw: str, codes: Codes) -> tuple[str, str]:
    if kind == "mark":
        return raw, codes.of_word.get(raw, OTHER)
    if kind == "number":
        classes = _number_classes(raw)
        return raw[: MAX_DIGITS + 1], codes.of_classes[classes] if classes else OTHER
    if kind == "break":
        return BREAK, BREAK
    if kind == "sign":
        kind = "slashed"
    if kind == "dotted":
        kind, raw = "clock", raw.replace(".", ":")
    return raw.lower()[:MAX_WORD], codes.of_classes[frozenset({_KIND_CLASSES[kind]})]


def _number_classes(raw: str) -> frozenset[str]:
    if len(raw) > MAX_DIGITS:
        return frozenset()
    number = int(raw)
    found = {"COUNT"}
    if len(raw) <= 2:
        found |= {"DAY"} if 1 <= number <= 31 else set()
        found |= {"MONTH_NUMBER"} if 1 <= number <= 12 else set()
        found |= {"HOUR"} if number <= 24 else set()
        found |= {"TWO_DIGITS"} if len(raw) == 2 else set()
    elif len(raw) == 3:
        found |= {"YEAR_OLD"}
    elif len(raw) == 4:
        found |= {"YEAR"} if FIRST_YEAR <= number <= LAST_YEAR else set()
        found |= {"HOUR_MINUTE"} if number // 100 <= 24 and number % 100 < 60 else set()
    return frozenset(found)


def is_capital(at: int, tokens: Tokens) -> bool:
    """Whether the token begins with a capital letter."""
    return 0 <= at < len(tokens.starts) and tokens.text[tokens.starts[at]].isupper()
