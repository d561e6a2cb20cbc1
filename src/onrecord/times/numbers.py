"""Numbers in words: counts, ordinals and years.

Invariant: what says no number gives None, and a number's words are read in one pass.
"""

from __future__ import annotations

from onrecord.times.rules import Grammar


def year_in_words(words: tuple[str, ...], grammar: Grammar) -> int | None:
    """1996 for "nineteen ninety-six", 2000 for "two thousand"."""
    numerals = grammar.values["NUMERAL"]
    numbers = [numerals[word] for word in words if word in numerals]
    if numbers[:2] == [2, 1000]:
        return int(2000 + sum(numbers[2:]))
    return int(numbers[0] * 100 + sum(numbers[1:])) if len(numbers) > 1 else None


def ordinal_of(words: tuple[str, ...], grammar: Grammar) -> int:
    """21 for "twenty-first"; 0 where no word of them is known."""
    ordinals, numerals = grammar.values["ORDINAL_WORD"], grammar.values["NUMERAL"]
    return sum(ordinals.get(word, numerals.get(word, 0)) for word in words)


def count_of(words: tuple[str, ...], grammar: Grammar) -> float | None:
    """The number that ``words`` say, None for one that they leave open ("several")."""
    numerals = grammar.values["NUMERAL"]
    few = grammar.values["FEW"]
    total = 0.0
    small = 0.0
    said = False
    for word in words:
        if word[0].isdigit():
            said = True
            if "/" in word:
                top, _, bottom = word.partition("/")
                small += int(top) / int(bottom)
            else:
                small += float(word.replace(",", ""))
        elif word in ("a", "an"):
            small += 0 if said else 1
            said = True
        elif word in ("half", "halves"):
            small = small + 0.5 if small != 1 or len(words) > 2 else 0.5
            said = True
        elif word in few:
            if not few[word]:
                return None
            small, said = few[word], True
        elif word in grammar.values["SCORES"]:
            return None
        elif word in numerals:
            said = True
            number = numerals[word]
            if number >= 12 and word in grammar.values["SCALE"]:
                small = max(small, 1) * number
                total, small = total + small, 0
            else:
                small += number
    return total + small if said else None
