"""Whether the clause around an expression tells of what was or of what is to come.

Invariant: only the words of the same sentence are asked, the nearest that says anything decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from onrecord.times.rules import Grammar
from onrecord.times.tokens import BREAK, Tokens, is_capital

Tense = Literal["past", "perfect", "present", "future", ""]
Senses = Mapping[str, frozenset[str]]
# So many tokens to the left, then to the right, are asked; set by hand.
REACH = 14
_AS_SOON_AS = (("as", "soon", "as"), ("as", "early", "as"))
_ENDS = frozenset({BREAK, ".", "!", "?", ";"})


def find_tense(tokens: Tokens, first: int, end: int, grammar: Grammar) -> Tense:
    """The tense of the verb that governs the tokens ``first`` up to ``end``; "" where none is."""
    senses = grammar.senses
    if tokens.words[max(0, first - 3) : first] in _AS_SOON_AS:
        return "future"
    if first and tokens.words[first - 1] in senses["future_always"]:
        return "future"
    for at in _until_the_end(tokens, range(first - 1, max(first - 1 - REACH, -1), -1)):
        tense = _tense_of(tokens, at, senses)
        if tense in ("present", "perfect") and _looks_ahead(tokens, first, senses):
            return "future"
        if tense:
            return tense
    if _looks_ahead(tokens, first, senses):
        return "future"
    for at in _until_the_end(tokens, range(end, min(end + REACH, len(tokens.words)))):
        if tokens.words[at] in senses["plans_made"] and not _is_passive(tokens, at, senses):
            return "past"  # "On Friday the ministry planned to …" was so on Friday
        if tense := _tense_of(tokens, at, senses):
            return tense
    return ""


def _looks_ahead(tokens: Tokens, first: int, senses: Senses) -> bool:
    """Whether the words beside say so: "until Friday", "ahead of Sunday's final"."""
    before = tokens.words[first - 1] if first else BREAK
    if before in senses["future_beside"]:
        return True
    return before == "of" and first > 1 and tokens.words[first - 2] == "ahead"


def _until_the_end(tokens: Tokens, places: range) -> Iterator[int]:
    """The places up to the end of the sentence."""
    for at in places:
        if tokens.words[at] in _ENDS and not _is_abbreviation(tokens, at):
            return
        yield at


def _is_abbreviation(tokens: Tokens, at: int) -> bool:
    """Whether the full stop at ``at`` closes an initial or a short word ("Mr.", "U.S.")."""
    return tokens.words[at] == "." and at > 0 and len(tokens.words[at - 1]) <= 3


def _is_passive(tokens: Tokens, at: int, senses: Senses) -> bool:
    return at > 0 and tokens.words[at - 1] in senses["present_verbs"]


def _tense_of(tokens: Tokens, at: int, senses: Senses) -> Tense:
    word = tokens.words[at]
    before = tokens.words[at - 1] if at else BREAK
    if word in senses["future_verbs"]:
        noun = is_capital(at, tokens) or before in senses["determiners"]
        return "" if noun else "future"  # not the month of May, nor "the votes of Sunday"
    if word == "to" and before in senses["future_before_to"]:
        return "future"  # "he was ordered to return on Tuesday"
    if word in senses["plans_made"]:
        dropped = before in senses["dropped_plan"] or "had" in tokens.words[max(0, at - 3) : at]
        return "past" if dropped else "future"
    if word in ("was", "were") and tokens.words[at + 1 : at + 2] == ("to",):
        return "future"  # "she was to meet the president on Thursday"
    if word in senses["past_verbs"] or (
        len(word) > 4 and word.endswith("ed") and word not in senses["not_past"]
    ):
        if before == "being":
            return "present"  # "are being asked to stay away this weekend"
        return "future" if before == "be" else "past"  # "will be held", "to be held"
    if word in senses["present_verbs"]:
        behind = tokens.words[at + 1] if at + 1 < len(tokens.words) else BREAK
        if word not in ("is", "are"):
            return "perfect"  # "has met", "says that"
        return "future" if behind == "to" else "present"
    return ""
