"""Whether words that look like a time are part of a name: "Saturday Night Live", "Agenda 2030".

Invariant: only capitals and the lists of the language are asked.
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.times.rules import Grammar
from onrecord.times.tokens import BREAK, OTHER, Tokens, is_capital

Slots = Mapping[str, tuple[int, int]]


def is_part_of_name(slots: Slots, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether the match of a rule is part of a name that its neighbours make."""
    first, end = slots[""]
    return (
        _is_capital_part(slots, tokens)
        or _is_day_in_name(slots, tokens, grammar)
        or _is_month_in_name(slots, tokens, grammar)
        or _is_numbered_name(slots, tokens, grammar)
        or ("noon" in slots and end - first == 1 and names_on(end, tokens))
    )


def names_on(at: int, tokens: Tokens) -> bool:
    """Whether a name goes on at the token: a capital of a word that is no time itself."""
    return 0 <= at < len(tokens.words) and is_capital(at, tokens) and tokens.codes[at] == OTHER


def has_no_capital_of_its_own(at: int, tokens: Tokens) -> bool:
    """Whether the token is in small letters, all in capitals, or opens a sentence."""
    if not is_capital(at, tokens) or tokens.cut(at, at + 1).isupper() or at == 0:
        return True
    before = tokens.words[at - 1]
    return not (before.isalnum() or before in ("'s", "’s", "-"))


def _is_capital_part(slots: Slots, tokens: Tokens) -> bool:
    """A season or part of the day with a capital: "Friday Night Lights", "the Evening Post"."""
    places = [slots[name][0] for name in ("part", "parts", "season") if name in slots]
    return any(
        not has_no_capital_of_its_own(at, tokens)
        and (at + 1 == len(tokens.words) or names_on(at + 1, tokens) or "part" in slots)
        for at in places
    )


def _is_day_in_name(slots: Slots, tokens: Tokens, grammar: Grammar) -> bool:
    """A bare weekday: "Friday prayers", "the Mail on Sunday", "Wednesday Addams"."""
    first, end = slots[""]
    if "weekday" not in slots or end - first > 1:
        return False
    after = tokens.words[end] if end < len(tokens.words) else BREAK
    if after in grammar.senses["not_after_weekday"]:
        return True
    paper = first > 1 and tokens.words[first - 2] in grammar.senses["papers_on"]
    if paper and tokens.words[first - 1] == "on" and is_capital(first - 2, tokens):
        return True
    return names_on(end, tokens) and _opens(first, tokens)


def _is_month_in_name(slots: Slots, tokens: Tokens, grammar: Grammar) -> bool:
    """A month: "Black September", "the October Revolution", "December 4th Street"."""
    first, end = slots[""]
    if "month" not in slots or "year" in slots:
        return False
    before = tokens.words[first - 1] if first else BREAK
    if before in grammar.senses["named_days"] and is_capital(first - 1, tokens):
        return True
    after = tokens.words[end] if end < len(tokens.words) else BREAK
    if after in grammar.senses["name_ends"] and is_capital(end, tokens):
        return True
    alone = end - first == 1
    return alone and names_on(end, tokens) and (before == "the" or _opens(first, tokens))


def _is_numbered_name(slots: Slots, tokens: Tokens, grammar: Grammar) -> bool:
    """A number behind a name: "Agenda 2030", "John 3:16"; or in one: "1900 Market Street"."""
    first, end = slots[""]
    if end - first > 1:
        return False
    before = tokens.words[first - 1] if first else BREAK
    if "clock" in slots:
        return names_on(first - 1, tokens)
    if "year" not in slots:
        return False
    if before in grammar.senses["titles_before"]:
        return True
    if before == "of" and first > 1 and tokens.words[first - 2] in ("class", "spirit"):
        return True
    small = before in grammar.senses["prepositions"] or before in grammar.senses["joins"]
    behind_name = not small and names_on(first - 1, tokens) and _opens(first - 1, tokens)
    street = (
        names_on(end, tokens)
        and tokens.words[min(end + 1, len(tokens.words) - 1)] in (grammar.senses["name_ends"])
    )
    return behind_name or street


def _opens(at: int, tokens: Tokens) -> bool:
    """Whether the token opens a sentence."""
    return at == 0 or not (tokens.words[at - 1].isalnum() or tokens.words[at - 1] in (",", "'s"))
