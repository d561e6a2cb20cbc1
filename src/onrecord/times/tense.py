"""Whether the clause around an expression tells of what was or of what is to come.

Invariant: only the words of the same sentence are asked, the nearest that says anything decides.
"""

from __future__ import annotations

from typing import Literal

from onrecord.times.rules import Grammar
from onrecord.times.tokens import BREAK, Tokens

Tense = Literal["past", "present", "future", ""]
# So many tokens to the left, then to the right, are asked.
REACH = 14
_ENDS = frozenset({BREAK, ".", "!", "?", ";"})


def find_tense(tokens: Tokens, first: int, end: int, grammar: Grammar) -> Tense:
    """The tense of the verb that governs the tokens ``first`` up to ``end``; "" where none is."""
    senses = grammar.senses
    if first and tokens.words[first - 1] in senses["future_beside"]:
        return "future"
    for at in range(first - 1, max(first - 1 - REACH, -1), -1):
        word = tokens.words[at]
        if word in _ENDS and not _is_abbreviation(tokens, at):
            break
        if tense := _tense_of(word, tokens, at, senses):
            return tense
    for at in range(end, min(end + REACH, len(tokens.words))):
        word = tokens.words[at]
        if word in _ENDS and not _is_abbreviation(tokens, at):
            break
        if tense := _tense_of(word, tokens, at, senses):
            return tense
    return ""


def _is_abbreviation(tokens: Tokens, at: int) -> bool:
    """Whether the full stop at ``at`` closes an initial or a short word ("Mr.", "U.S.")."""
    return tokens.words[at] == "." and at > 0 and len(tokens.words[at - 1]) <= 3


def _tense_of(word: str, tokens: Tokens, at: int, senses: dict[str, frozenset[str]]) -> Tense:
    if word in senses["future_verbs"]:
        return "future"
    if word in senses["past_verbs"]:
        return _of_past(tokens, at)
    if word in senses["present_verbs"]:
        if at + 1 < len(tokens.words) and tokens.words[at + 1] == "to":
            return "future"  # "is to resume"
        return "present"
    if len(word) > 4 and word.endswith("ed") and word not in senses["not_past"]:
        return _of_past(tokens, at)
    return ""


def _of_past(tokens: Tokens, at: int) -> Tense:
    """A past participle after "to be" or "will be" is of the future."""
    return "future" if at > 1 and tokens.words[at - 1] == "be" else "past"
