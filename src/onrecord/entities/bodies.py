"""Whether two names may be one body's: long and short forms, acronyms, spellings.

Invariant: a name of one general word ("Committee") is a short form only behind an article.
"""

from __future__ import annotations

import re

from onrecord.entities.lexicon import Lexicon
from onrecord.entities.names import TOKEN
from onrecord.entities.spellings import same_spelling

_SMALL = frozenset(["of", "the", "for", "and", "de", "du", "des", "la", "le", "del", "der", "da"])
"""Words that acronyms skip, in names of any language."""
_MOST_WORDS = 8
"""Words of a name at most; what the encoder marks beyond that is a headline or a clause."""
_LONGEST = 10
"""Letters of an acronym at most."""
_DEFINITION = re.compile(r"(?:[’']s?)?\s*\(\s*[“\"]?([A-Z][A-Za-z&.-]{1,11})[”\"]?\s*[),;]")


def defined_acronym(text: str, end: int) -> re.Match[str] | None:
    """The acronym in brackets behind a name that ends at ``end``: "Corps' (IRGC)"; group 1."""
    found = _DEFINITION.match(text, end, end + 24)
    return found if found and sum(letter.isupper() for letter in found[1]) > 1 else None


def initials_of(long: str) -> frozenset[str]:
    """The first letters of the words of a name as written: of all, and of all but the small."""
    words = [part for token in TOKEN.findall(long) for part in token.split("-") if part]
    if len(words) < 2:
        return frozenset()
    every = "".join(word[0] for word in words).upper()
    large = "".join(word[0] for word in words if word.lower() not in _SMALL).upper()
    return frozenset({every, large})


def is_acronym(short: str, long: str) -> bool:
    """Whether ``short`` is made of the first letters of the words of ``long``, as written."""
    letters = short.replace(".", "").replace("&", "")
    return 1 < len(letters) <= _LONGEST and letters.isupper() and letters in initials_of(long)


def match_bodies(
    first: tuple[str, ...], second: tuple[str, ...], lexicon: Lexicon, *, article: bool
) -> str:
    """The rule by which two folded names may be one body's, or "".

    ``article`` tells whether "the" stands before the shorter one. Rules: same-name, alias,
    country-dropped, spelling, short-form.
    """
    if first == second:
        return "same-name"
    if max(len(first), len(second)) > _MOST_WORDS:
        return ""
    rows = [lexicon.aliases.get(" ".join(one)) for one in (first, second)]
    if rows[0] is not None and rows[0] == rows[1]:
        return "alias"
    short, long = sorted((first, second), key=len)
    if len(long) - len(short) in (1, 2) and long[-len(short) :] == short:
        front = " ".join(long[: len(long) - len(short)])
        if len(short) > 1 and front in lexicon.country_words:
            return "country-dropped"
    if len(short) == len(long):
        alike = all(same_spelling(a, b) for a, b in zip(short, long, strict=True))
        return "spelling" if alike and len("".join(short)) > 5 else ""
    return "short-form" if _is_short_form(short, long, lexicon, article=article) else ""


def _is_short_form(
    short: tuple[str, ...], long: tuple[str, ...], lexicon: Lexicon, *, article: bool
) -> bool:
    general = lexicon.general_bodies
    if " ".join(long) in lexicon.folded_houses:
        return False
    if long[-len(short) :] == short:  # "the Front" of "Northern Front"
        if long[-len(short) - 1] in _SMALL | lexicon.roles.prepositions:
            return False  # "United Nations" is not the "Charter of the United Nations"
        return len(short) > 1 or (article and not _is_place_word(short, lexicon))
    if long[: len(short)] == short:  # "Calanda" of "Calanda Airways"
        if len(short) > 1:
            return set(long[len(short) :]) <= general
        alone = short[0] not in general and not _is_place_word(short, lexicon)
        return alone and len(short[0]) > 3 and long[1] in general
    return len(short) > 1 and (short[0], short[-1]) == (long[0], long[-1]) and _follows(short, long)


def _follows(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def _is_place_word(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    return " ".join(words) in lexicon.country_words
