"""When two names are one medium's: written in full, shortened, as initials or as an address.

Invariant: a word that any medium may bear ("the News", "Radio") never tells which one is meant.
"""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from onrecord import languages

SAME, INITIALS, SHORTENED, OTHER = 3, 2, 1, 0
"""How surely two names are one medium's; of several media the surest is meant."""
_WORD = re.compile(r"[^\W_](?:[\w.&-]*[^\W_])?")
_POSSESSIVE = re.compile(r"[’']s?$")
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]*|\d+|[^\W\dA-Z_]+")
_HOST = re.compile(r"^[\w-]+(?:\.[\w-]+){1,4}$")
_SUFFIX = re.compile(r"(?:\.(?:co|com|org|net|gov|ac|edu|gob|or|ne))?\.[a-z]{2,12}$")
_LONGEST_NAME = 80
"""Characters; what is longer is a sentence and names nothing."""


def host_of(address: str) -> str:
    """The host of a URL or of a bare host name, without "www."; "" where there is none."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(?:www|m|amp|en|edition)\.", "", host) if "." in host else ""


def name_words(name: str) -> tuple[str, ...]:
    """The words of ``name`` as written, without article and possessive ending."""
    if len(name) > _LONGEST_NAME:
        return ()
    found = tuple(_WORD.findall(_POSSESSIVE.sub("", name.strip())))
    articles = _table("articles")
    return found[1:] if len(found) > 1 and found[0].casefold() in articles else found


def name_key(name: str) -> str:
    """Letters and digits of ``name`` without article, possessive and top-level domain."""
    bare = name.strip()
    if _HOST.match(bare.casefold()) and host_of(bare):
        bare = _SUFFIX.sub("", host_of(bare).casefold()).rsplit(".", 1)[-1]
        bare = re.sub(rf"^(?:{'|'.join(_table('articles'))})(?=\w{{3}})", "", bare)
    return "".join(re.findall(r"[^\W_]+", "".join(name_words(bare)).casefold()))


def likeness(name: str, known: str) -> int:
    """How surely ``name`` means the medium ``known``: SAME, INITIALS, SHORTENED or OTHER."""
    key, other = name_key(name), name_key(known)
    if not key or not other:
        return OTHER
    if key == other:
        return SAME
    if _is_initials(name, known) or _is_initials(known, name):
        return INITIALS
    short, long = sorted((name_words(name), name_words(known)), key=len)
    if _is_shortened(short, long) or _grew_by_medium_words(name, known):
        return SHORTENED
    return OTHER


def _is_initials(short: str, long: str) -> bool:
    """Whether ``short`` is made of the first letters of ``long``: KNA, NN24, BNE.com."""
    words = name_words(long)
    if len(words) == 1 and not words[0].islower():
        words = tuple(_PARTS.findall(words[0]))
    joins = _table("joins")
    made = "".join(
        word if word.isdigit() or (word.isupper() and len(word) > 1) else word[0]
        for word in words
        if word.casefold() not in joins
    ).casefold()
    return len(words) > 1 and 2 <= len(made) == len(name_key(short)) and made == name_key(short)


def _is_shortened(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether ``short`` holds the noun that ``long`` is called by: "the Post", "Gazette"."""
    if not short or len(short) >= len(long):
        return False
    bare, full = ([word.casefold() for word in words] for words in (short, long))
    if full[: len(bare)] != bare and full[-len(bare) :] != bare:
        return False
    return _noun(full) in bare and not set(bare) <= _table("generic")


def is_medium_word(word: str) -> bool:
    """Whether ``word`` is one with which names of media begin or end."""
    return word.casefold() in _medium_words()


def _noun(words: list[str]) -> str:
    """The word of a name that says what it is: "Radio" before a town, "Gazette" before "of"."""
    if words[0] in _table("first"):
        return words[0]
    joins = _table("joins")
    place = next((n for n, word in enumerate(words) if word in joins and n), len(words))
    return words[place - 1]


def _grew_by_medium_words(first: str, second: str) -> bool:
    """Whether one name is the other with words such as "Daily" or "News" put behind it."""
    short, long = sorted((first, second), key=lambda name: len(name_key(name)))
    start, words = name_key(short), name_words(long)
    for end in range(len(words) - 1, 0, -1):
        if name_key(" ".join(words[:end])) == start:
            rest = {word.casefold() for word in words[end:]}
            return rest <= _table("generic") and start not in _medium_words()
    return False


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(
        word.casefold() for word in languages.load("en", "derivations")["outlets"][name]
    )


@cache
def _medium_words() -> frozenset[str]:
    words = languages.load("en", "media")["name_words"]
    return frozenset(word.casefold() for word in words) | _table("generic")
