"""Whether words that look like a time are one: "May" the month, the verb or the minister.

Invariant: only the words beside the match are asked, and their lists are data of the language.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from onrecord.times.proper_names import (
    has_no_capital_of_its_own,
    is_part_of_name,
    names_on,
)
from onrecord.times.rules import Grammar, Rule
from onrecord.times.tokens import BREAK, OTHER, Tokens, is_capital

Slots = Mapping[str, tuple[int, int]]
# Words about ages and temperatures stand no more tokens before their "40s".
DECADE_REACH = 12
# A number of four digits is read as a year without a preposition within these years.
PLAIN_YEARS = range(1800, 2040)


def is_time(rule: Rule, slots: Slots, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether the match of ``rule`` means a time where it stands."""
    first, end = slots[""]
    before = tokens.words[first - 1] if first else BREAK
    after = tokens.words[end] if end < len(tokens.words) else BREAK
    if _stands_in(before, first - 1, rule.not_preceded_by, tokens):
        return False
    if _stands_in(after, end, rule.not_followed_by, tokens):
        return False
    if rule.preceded_by and not _stands_in(before, first - 1, rule.preceded_by, tokens):
        return False
    if is_part_of_name(slots, tokens, grammar):
        return False
    check = _CHECKS_OF_RULES.get(rule.name) or _CHECKS.get(rule.meaning)
    return check is None or check(slots, tokens, grammar)


def _stands_in(word: str, at: int, listed: frozenset[str], tokens: Tokens) -> bool:
    if not listed:
        return False
    if word in listed:
        return True
    if "<number>" in listed and word[:1].isdigit():
        return True
    return "<capital>" in listed and is_capital(at, tokens)


def _check_day(slots: Slots, tokens: Tokens, grammar: Grammar) -> bool:
    first, end = slots[""]
    senses = grammar.senses
    before = tokens.words[first - 1] if first else BREAK
    after = tokens.words[end] if end < len(tokens.words) else BREAK
    if "feast" in slots and (after in senses["not_after_feast"] or names_on(end, tokens)):
        return False
    if "today" in slots and not has_no_capital_of_its_own(first, tokens):
        return False
    if "weekday" in slots and "month" not in slots:
        around = (*tokens.words[max(0, first - 2) : first], *tokens.words[end : end + 2])
        if ("to", "-") in pairwise(around) or ("-", "to") in pairwise(around):
            return False  # "a Monday-to-Friday week"
        if before == "the" and names_on(end, tokens):
            return False
        if end - first == 1 and tokens.words[first] in grammar.values["WEEKDAY_SHORT"]:
            return False
        if after in senses["papers"] and is_capital(end, tokens):
            return False
        named = names_on(end, tokens) and before.isalpha() and not is_capital(first - 1, tokens)
        if named and end - first == 1 and not _goes_with_day(before, senses):
            return False  # "the band Monday Club"
        if before in senses["named_days"] and is_capital(first - 1, tokens):
            return False
    if "month" in slots:
        if before in senses["not_before_date"] or tokens.words[first] == "second":
            return False
        month = slots["month"][0]
        word = tokens.words[month]
        if before == "in" and end - first == 2 and after.isalpha() and after.islower():
            return is_capital(end, tokens) or after in senses["clause_words"]
        numbered_first = slots["day"][0] < month if "day" in slots else False
        if word in senses["doubtful_months"] and numbered_first and "year" not in slots:
            return not tokens.words[month].islower() or is_capital(month, tokens)
    if "hour" in slots and "half_day" in slots:
        at = slots["half_day"][0]
        # "a" alone is the article: "10 a day"; "10 am the" is rare enough.
        if tokens.words[at] in ("a", "p") and end - at < 2:
            return False
    return True


def _goes_with_day(word: str, senses: Mapping[str, frozenset[str]]) -> bool:
    """Whether a day may follow the word: a preposition or a verb of the past."""
    known = word in senses["prepositions"] or word in senses["past_verbs"]
    return known or word.endswith("ed") or word in senses["joins"]


def _check_month(slots: Slots, tokens: Tokens, grammar: Grammar) -> bool:
    first, end = slots[""]
    senses = grammar.senses
    if "year" in slots or "year_shift" in slots or "direction" in slots or "edge" in slots:
        return True
    month = slots["month"][0]
    word = tokens.words[month]
    before = tokens.words[first - 1] if first else BREAK
    after = tokens.words[end] if end < len(tokens.words) else BREAK
    if (
        word in grammar.values["MONTH_SHORT"]
        and end - month == 1
        and before not in senses["prepositions"]
    ):
        return False
    named = is_capital(end, tokens) and tokens.codes[end] == OTHER
    if named and word in senses["given_names"] and before not in senses["month_openers"]:
        return False
    if word in senses["doubtful_months"]:
        if before in senses["prepositions"]:
            return not (after in ("'s", "’s") and word == "may")
        month_beside = _is_month(first - 2, tokens, grammar) or _is_month(end + 1, tokens, grammar)
        return before in senses["joins"] and month_beside
    if is_capital(end, tokens) and tokens.codes[end] == OTHER:
        return before in senses["prepositions"] or before in ("the", "'s", "’s", "-", "a")
    return True


def _is_month(at: int, tokens: Tokens, grammar: Grammar) -> bool:
    return 0 <= at < len(tokens.words) and tokens.words[at] in grammar.values["MONTH"]


def _check_year(slots: Slots, tokens: Tokens, grammar: Grammar) -> bool:
    first, end = slots[""]
    senses = grammar.senses
    if "era" in slots:
        return True
    before = tokens.words[first - 1] if first else BREAK
    after = tokens.words[end] if end < len(tokens.words) else BREAK
    spelt = slots["year"][1] - slots["year"][0] > 1
    word = tokens.words[slots["year"][0]]
    if word[0] in "'’‘":
        return (
            before in senses["prepositions"]
            or first + 1 < slots["year"][1]
            or _is_month(first - 1, tokens, grammar)
        )
    if end - first > 1 and not spelt:
        return True
    if before in senses["not_before_year"] or after in senses["not_after_year"]:
        return False
    if before in _QUOTES and after in _QUOTES:
        return False  # a title
    if before.isdigit() or (after.isdigit() and end < len(tokens.words)):
        return False  # the number of a telephone
    if names_on(first - 1, tokens) and first > 1 and tokens.words[first - 2].isalpha():
        return False  # "a Boeing 1900"
    if spelt:
        exact = len(tokens.words[first:end]) > 2 or word == "nineteen"
        return exact or before in senses["prepositions"] or before in ("the", "year")
    counted = after.endswith("s") and after.islower() and not is_capital(end, tokens)
    if int(word) % 100 == 0 and counted and before not in senses["round_year_openers"]:
        return False  # "a brightness of 2000 nits"
    if (
        first
        and tokens.adjacent(first - 1)
        and before not in (BREAK, "(", "“", '"', "'", "‘", "-", "–", "—", "/", ",")
    ):
        return False
    if after in ("-", "–") and tokens.adjacent(end - 1) and is_capital(end + 1, tokens):
        return False
    if after == "-" and tokens.adjacent(end - 1) and _is_small_number(end + 1, word, tokens):
        return False  # "2019-13-31"
    if before in ("-", "–", "/") and first > 1 and not _is_year_at(first - 2, tokens):
        return False
    if int(word) in PLAIN_YEARS or word[:3] in tokens.decades:
        return True
    return before in senses["year_prepositions"]


def _is_small_number(at: int, year: str, tokens: Tokens) -> bool:
    word = tokens.words[at] if at < len(tokens.words) else ""
    return word.isdigit() and len(word) <= 2 and word != "00" and int(word) <= int(year[2:])


def _is_year_at(at: int, tokens: Tokens) -> bool:
    return len(tokens.words[at]) == 4 and tokens.words[at].isdigit()


def _check_last_year(slots: Slots, tokens: Tokens, _grammar: Grammar) -> bool:
    """The "18" of "1914-18"."""
    first, _ = slots[""]
    if first < 2 or tokens.words[first - 1] not in _HYPHENS or not _is_year_at(first - 2, tokens):
        return False
    close = tokens.adjacent(first - 1) and tokens.adjacent(first - 2)
    year, last = tokens.words[first - 2], tokens.words[first]
    return close and (int(last) > int(year[2:]) or last == "00")


def _check_last_day(slots: Slots, tokens: Tokens, grammar: Grammar) -> bool:
    """The "9" of "5-9 March" has its month behind it; that of "March 5-9" before."""
    first, _ = slots[""]
    words = tokens.words
    if first < 3 or words[first - 1] not in (*_HYPHENS, "to", "and", "through"):
        return False
    if words[first - 1] in ("to", "and") and "year" not in slots:
        return False
    if not words[first - 2].isdigit() or not _is_month(first - 3, tokens, grammar):
        return False
    return int(words[first - 2]) < int("".join(filter(str.isdigit, words[first])))


def _check_day_of_this_month(slots: Slots, tokens: Tokens, grammar: Grammar) -> bool:
    _, end = slots[""]
    if end == len(tokens.words):
        return True
    return not tokens.words[end].isalnum() or tokens.words[end] in grammar.senses["clause_words"]


def _check_decade(slots: Slots, tokens: Tokens, grammar: Grammar) -> bool:
    """Not the age and not the temperature: "in her 30s", "readings in the 40s"."""
    first, end = slots[""]
    word = tokens.words[slots["decade"][0]]
    if not word[0].isdigit() or len(word) > len("40's"):
        return True
    near = tokens.words[max(0, first - DECADE_REACH) : end + 3]
    return grammar.senses["not_near_decades"].isdisjoint(near)


def _check_directed(slots: Slots, tokens: Tokens, grammar: Grammar) -> bool:
    """Not the verb: "the truce would last 60 days"."""
    first, _ = slots[""]
    before = tokens.words[first - 1] if first else BREAK
    verb = tokens.words[first] == "last" and before in grammar.senses["before_a_verb"]
    return not verb and _check_duration(slots, tokens, grammar)


def _check_duration(slots: Slots, tokens: Tokens, grammar: Grammar) -> bool:
    first, end = slots[""]
    if "unit" not in slots:
        return True
    at = slots["unit"][0]
    unit = tokens.words[at]
    before = tokens.words[first - 1] if first else BREAK
    after = tokens.words[end] if end < len(tokens.words) else BREAK
    if _is_in_name(at, tokens):
        return False
    if unit == "second" and (first + 1 == at or tokens.words[at - 1] in ("a", "the", "-", "full")):
        return tokens.words[at - 1] == "-" and after not in grammar.senses["ordinal_nouns"]
    if after == "-" and tokens.words[min(end + 1, len(tokens.words) - 1)] in (
        "old",
        "earlier",
        "ago",
    ):
        return False
    if after in ("old", "of") and _is_age(end, tokens):
        return False
    if unit == "quarters" and tokens.words[at - 1] == "-":
        return False
    if end - first == 1 and unit in grammar.senses["names_of_units"]:
        return False
    if end - first == 1 and before in grammar.senses["not_before_units"]:
        return False
    return not (unit == "quarter" and "count" in slots and tokens.words[first] in ("a", "one"))


def _is_age(at: int, tokens: Tokens) -> bool:
    """Whether "old" or "of age" stands at the token ``at``."""
    return tokens.words[at] == "old" or tokens.words[at + 1 : at + 2] == ("age",)


def _is_in_name(at: int, tokens: Tokens) -> bool:
    """Whether a unit has a capital of its own: "This Week", "Seven Days", "Album of the Year"."""
    return not has_no_capital_of_its_own(at, tokens)


def _check_season(slots: Slots, tokens: Tokens, grammar: Grammar) -> bool:
    first, end = slots[""]
    if any(name in slots for name in ("direction", "year", "year_shift", "edge")):
        return True
    word = tokens.words[slots["season"][0]]
    before = tokens.words[first - 1] if first else BREAK
    after = tokens.words[end] if end < len(tokens.words) else BREAK
    if after in grammar.senses["not_after_season"]:
        return False
    if tokens.words[first] == "the":
        return after != "of" or word not in grammar.senses["doubtful_seasons"]
    if word in grammar.senses["doubtful_seasons"]:
        return before in ("in", "during", "this", "last", "since", "until", "by")
    return before in grammar.senses["prepositions"] and not is_capital(first, tokens)


def _check_period(slots: Slots, tokens: Tokens, _grammar: Grammar) -> bool:
    first, _ = slots[""]
    before = tokens.words[first - 1] if first else BREAK
    if "direction" in slots and tokens.words[slots["direction"][0]] == "that":
        return before not in ("so", "is")
    if slots[""][1] < len(tokens.words) and tokens.words[slots[""][1]].isdigit():
        return False  # "the year 10000"
    after = tokens.words[slots[""][1]] if slots[""][1] < len(tokens.words) else BREAK
    quarter = "unit" in slots and tokens.words[slots["unit"][0]] == "quarter"
    if quarter and after == "of":
        return False  # "the last quarter of the game"
    if before == "of" and tokens.words[max(0, first - 2)] in ("time", "day", "times"):
        return False  # "this time of the year"
    if "unit" in slots:
        return not _is_in_name(slots["unit"][0], tokens)
    return True


def _check_quarter(slots: Slots, tokens: Tokens, _grammar: Grammar) -> bool:
    """Not "the third quarter of the field"."""
    end = slots[""][1]
    dated = "year" in slots or "year_shift" in slots
    return dated or end == len(tokens.words) or tokens.words[end] != "of"


def _check_set_word(slots: Slots, tokens: Tokens, _grammar: Grammar) -> bool:
    return has_no_capital_of_its_own(slots[""][0], tokens)  # not the People's Daily


def _check_set(slots: Slots, tokens: Tokens, grammar: Grammar) -> bool:
    first, end = slots[""]
    after = tokens.words[end] if end < len(tokens.words) else BREAK
    if "unit" in slots and tokens.words[slots["unit"][0]] == "second":
        return tokens.words[first] == "per" or after not in grammar.senses["ordinal_nouns"]
    name = "weekday" in slots and is_capital(end, tokens) and tokens.codes[end] == OTHER
    return not name


_QUOTES = ("“", "”", '"', "‘", "’", "'")
_HYPHENS = ("-", "–", "—", "/")
_CHECKS_OF_RULES = {
    "last-year-of-range": _check_last_year,
    "last-day-of-range": _check_last_day,
    "day-of-this-month": _check_day_of_this_month,
}
_CHECKS = {
    "day": _check_day,
    "month": _check_month,
    "year": _check_year,
    "decade": _check_decade,
    "duration": _check_duration,
    "directed-duration": _check_directed,
    "quarter": _check_quarter,
    "season": _check_season,
    "period": _check_period,
    "the-period": _check_period,
    "set": _check_set,
    "set-word": _check_set_word,
}
