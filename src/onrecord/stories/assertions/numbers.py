"""How many: the numbers of a sentence as values with what they count and how exactly.

Invariant: "at least two" is another value than "two"; numbers that are a calendar's are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord import languages
from onrecord.stories.assertions.wordings import Token, nearness

UNIT_REACH = 3
"""Words behind a number among which the noun that it counts stands ("twelve injured workers")."""
ELLIPTIC, OTHER_UNIT = 0.6, 0.3
"""How well numbers agree where the thing counted is not said, or goes by another word; by hand."""
ABOUT, NEARLY_EXACT = "about", 0.9
"""A round number told as "about" that many is the same value, a little less surely; by hand."""
PERCENT = "%"
"""The unit of hundredths, however a page writes them."""
_HYPHENS = frozenset("-‑")
_EXACT = ""
_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its comparator ("" = exactly that many) and the words that it counts.

    ``first`` and ``end`` count the tokens; ``units`` are base forms, none where it stands alone.
    ``article`` = it is only "a" or "an".
    """

    value: float
    comparator: str
    units: tuple[str, ...]
    first: int
    end: int
    article: bool = False


@dataclass(frozen=True, slots=True)
class NumberWords:
    """A language's numerals, scales, suffixes and comparators."""

    numerals: Mapping[str, float]
    scales: Mapping[str, float]
    suffixes: Mapping[str, float]
    half: frozenset[str]
    currencies: Mapping[str, str]
    articles: frozenset[str]
    joining: frozenset[str]
    percent: frozenset[str]
    relative: frozenset[str]
    time_units: frozenset[str]
    over: str
    over_verbs: frozenset[str]
    clock_before: frozenset[str]
    clock_after: frozenset[str]
    clock_at: frozenset[str]
    day_parts: frozenset[str]
    labels: frozenset[str]
    before: tuple[tuple[tuple[str, ...], str], ...]
    after: tuple[tuple[tuple[str, ...], str], ...]


@cache
def load_number_words(language: str) -> NumberWords:
    """The words of ``language``; LookupError where it has no table of claims or times."""
    table = languages.load(language, "claims")["numbers"]
    classes = languages.load(language, "times")["classes"]
    numerals = {**classes["NUMERAL"], **table["words"]}
    return NumberWords(
        numerals,
        table["scales"],
        table["suffixes"],
        frozenset(table["half"]),
        table["currencies"],
        frozenset(table["articles"]),
        frozenset(table["and"]),
        frozenset(table["percent"]),
        frozenset(table["relative"]),
        frozenset({*classes["UNIT"], *classes["UNITS"]}),
        table["over"],
        frozenset(table["over_verbs"]),
        frozenset(table["clock_before"]),
        frozenset(table["clock_after"]),
        frozenset(table["clock_at"]),
        frozenset(table["day_parts"]),
        frozenset(table["labels"]),
        _phrases(table["before"]),
        _phrases(table["after"]),
    )


def _phrases(table: Mapping[str, list[str]]) -> tuple[tuple[tuple[str, ...], str], ...]:
    pairs = [(tuple(one.split()), kind) for kind, phrases in table.items() for one in phrases]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def find_quantities(
    tokens: tuple[Token, ...], dated: frozenset[int], language: str
) -> tuple[Quantity, ...]:
    """The numbers of a sentence in order; tokens in ``dated`` are the calendar's and none."""
    words = load_number_words(language)
    found = []
    at = 0
    while at < len(tokens):
        value, end = _read_value(tokens, at, dated, words)
        if value is None:
            at += 1
            continue
        if _tells_when(tokens, at, end, words) or _is_label(tokens, at, end, words):
            at = end
            continue
        first, comparator, behind = _comparator(tokens, at, end, words)
        units = (*_currency(tokens, at, words), *_units(tokens, behind, words))
        article = end == at + 1 and tokens[at].word in words.articles
        found.append(Quantity(value, comparator, units, first, end, article))
        at = end
    return tuple(found)


def _read_value(
    tokens: tuple[Token, ...], at: int, dated: frozenset[int], words: NumberWords
) -> tuple[float | None, int]:
    """The number that begins at the token ``at`` and the token behind it; None where none does."""
    total, small, said, article, end = 0.0, 0.0, False, False, at
    while end < len(tokens) and end not in dated:
        word = tokens[end].word
        number = _of_digits(word, words)
        if word in words.scales and (said or article):
            small = (
                max(small, 1.0) * words.scales[word] if small != 0.5 else small * words.scales[word]
            )
            if words.scales[word] >= 1000:
                total, small = total + small, 0.0
            said = True
        elif number is not None:
            if said and not _continues(small, number):
                break
            small, said = small + number, True
        elif word in words.half and not said:
            small, said = 0.5, True
        elif word in words.articles and (not said or small == 0.5):
            article = True
        elif not (said and _joins(tokens, end, words)):
            break
        end += 1
    if said and not (small == 0.5 and total == 0):
        return round(total + small, _DECIMALS), end
    return (1.0, at + 1) if article else (None, at)


def _of_digits(word: str, words: NumberWords) -> float | None:
    if not word[0].isdigit():
        return words.numerals.get(word)
    digits = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    suffix = word[len(digits) :]
    if suffix and suffix not in words.suffixes:
        return None
    whole, _, decimals = digits.partition(".")
    if "." in decimals or "," in decimals:
        return None
    try:
        number = float(f"{whole.replace(',', '')}.{decimals or 0}")
    except ValueError:
        return None
    return number * words.suffixes.get(suffix, 1)


def _continues(small: float, number: float) -> bool:
    """Whether ``number`` goes on what was read: "thirty one", "two hundred and six"."""
    return (small >= 20 and small % 10 == 0 and number < 10) or (
        small >= 100 and small % 100 == 0 and number < 100
    )


def _joins(tokens: tuple[Token, ...], at: int, words: NumberWords) -> bool:
    """A hyphen or "and" between the words of one number."""
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if tokens[at].word not in _HYPHENS and tokens[at].word not in words.joining:
        return False
    before = tokens[at - 1].word
    if tokens[at].word in words.joining:
        return before in words.scales and following in words.numerals
    return following in words.numerals and before in words.numerals


def _is_label(tokens: tuple[Token, ...], at: int, end: int, words: NumberWords) -> bool:
    """Whether the number names one of many ("ward 6", "Quay 7") and counts nothing."""
    if not at or end != at + 1 or not tokens[at].word.isdigit():
        return False
    before = tokens[at - 1]
    named = before.capital and before.is_word and not before.small and at > 1
    behind = tokens[end].word if end < len(tokens) else ""
    follows = behind in words.percent or (named and bool(_units(tokens, end, words)))
    return (named or before.lemma in words.labels) and not follows


def _tells_when(tokens: tuple[Token, ...], at: int, end: int, words: NumberWords) -> bool:
    """Whether the number is of the clock, or of the days between two things."""
    before = tokens[at - 1].word if at else ""
    behind = [one.word for one in tokens[end : end + 3]]
    if before in words.clock_before or (behind and behind[0] in words.clock_after):
        return True
    if before in words.clock_at and " ".join(behind) in words.day_parts:
        return True
    return len(behind) > 1 and behind[0] in words.time_units and behind[1] in words.relative


def _comparator(
    tokens: tuple[Token, ...], first: int, end: int, words: NumberWords
) -> tuple[int, str, int]:
    """Where the quantity begins with its comparator, which that is, and where its unit begins."""
    for phrase, kind in words.before:
        start = first - len(phrase)
        if start >= 0 and tuple(one.word for one in tokens[start:first]) == phrase:
            verb = tokens[start - 1].lemma if start else ""
            if phrase != (words.over,) or verb not in words.over_verbs:
                return start, kind, end
    for reach in (end, end + 1, end + 2):
        for phrase, kind in words.after:
            behind = reach + len(phrase)
            if tuple(one.word for one in tokens[reach:behind]) == phrase:
                return first, kind, behind if reach == end else end
    return first, _EXACT, end


def _currency(tokens: tuple[Token, ...], at: int, words: NumberWords) -> tuple[str, ...]:
    sign = words.currencies.get(tokens[at - 1].word) if at else None
    return () if sign is None else (sign,)


def _units(tokens: tuple[Token, ...], end: int, words: NumberWords) -> tuple[str, ...]:
    """Base forms of the words behind the number, up to a mark, a small word or a number."""
    units = []
    for token in tokens[end : end + UNIT_REACH + 1]:
        if token.word in words.percent:
            units.append(PERCENT)
            continue
        if token.word in _HYPHENS:
            continue
        if token.small or not token.is_word or token.word in words.numerals:
            break
        units.append(token.lemma)
    return tuple(units[:UNIT_REACH])


def agreement(claimed: Quantity, told: Quantity, language: str) -> float:
    """How well a told number is the claimed one: 0 another value, 1 the same of the same things.

    ELLIPTIC where it is not said what it counts, OTHER_UNIT where that is another word. "A" is one
    only of the same things.
    """
    if claimed.value != told.value:
        return 0.0
    exact = 1.0
    if claimed.comparator != told.comparator:
        if {claimed.comparator, told.comparator} != {_EXACT, ABOUT}:
            return 0.0
        exact = NEARLY_EXACT
    shared = any(nearness(one, other, language) for one in claimed.units for other in told.units)
    if told.article or claimed.article:
        return exact if shared else 0.0
    if shared or not claimed.units:
        return exact
    return exact * (OTHER_UNIT if told.units else ELLIPTIC)
