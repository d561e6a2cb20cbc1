"""Whether two descriptions of people who are not named may mean the same people.

Invariant: descriptions alone never make two groups one; they only say what cannot be.
"""

from __future__ import annotations

import re

from onrecord.statements.phrases import singular
from onrecord.stories.sources.origin_words import OriginWords

_WORD = re.compile(r"[^\W_](?:[\w’'.-]*[^\W_])?")


def may_be_same(first: str, second: str, words: OriginWords) -> bool:
    """Whether both descriptions can be of the same people.

    They can where they share a row of the table or where one is general ("sources"), unless each
    has names or adjectives of a people or place that the other lacks.
    """
    one, two = _rows(first, words), _rows(second, words)
    if one and two and not one & two:
        return False
    proper = _proper(first, words), _proper(second, words)
    return not (proper[0] and proper[1]) or bool(proper[0] & proper[1])


def is_specific(description: str, words: OriginWords) -> bool:
    """Whether a description tells anything of who they are: not "one of them" or "the two"."""
    return bool(_rows(description, words))


def _rows(description: str, words: OriginWords) -> frozenset[str]:
    """The rows that the words of a description stand in; none where they are all general."""
    found = [singular(one) for one in _WORD.findall(description)]
    telling = [one for one in found if one in words.narrow] or found
    nouns = [one for one in telling if one not in words.general_people]
    return frozenset(name for name, row in words.rows for one in nouns if one in row)


def _proper(description: str, words: OriginWords) -> frozenset[str]:
    return frozenset(
        one.lower()
        for number, one in enumerate(_WORD.findall(description))
        if one[0].isupper()
        and (number or singular(one) not in words.people)
        and one.lower() not in words.determiners
        and singular(one) not in words.narrow | words.general_people
    )
