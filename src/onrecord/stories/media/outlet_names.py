"""When two names are one medium's: written in full, shortened, as initials or as an address.

Invariant: a word that any medium may bear ("the News", "Radio") never tells which one is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from urllib.parse import urlsplit

from onrecord import languages

SAME, INITIALS, SHORTENED, OTHER = 3, 2, 1, 0
"""How surely two names are one medium's; of several media the surest is meant."""
_WORD = re.compile(r"[^\W_](?:[\w.&-]*[^\W_])?|&")
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


def has_article(name: str) -> bool:
    """Whether ``name`` begins with an article: "The Lantern"."""
    first, _, rest = name.strip().partition(" ")
    return bool(rest) and first.casefold() in _table("articles")


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """Letters and digits of ``name`` without article, possessive and top-level domain."""
    bare = name.strip()
    if _HOST.match(bare.casefold()) and host_of(bare):
        bare = _SUFFIX.sub("", host_of(bare).casefold()).rsplit(".", 1)[-1]
        bare = re.sub(rf"^(?:{'|'.join(_table('articles'))})(?=\w{{3}})", "", bare)
    words = "".join(name_words(bare)).casefold()
    return "".join(re.findall(r"[^\W_]+", words.replace("&", _and())))


def likeness(name: str, known: str) -> int:
    """How surely ``name`` means the medium ``known``: SAME, INITIALS, SHORTENED or OTHER."""
    ranks = dict(name_forms(known))
    return max(
        (
            min(rank, ranks[key])
            for key, rank in name_forms(name)
            if key in ranks and SAME in (rank, ranks[key])
        ),
        default=OTHER,
    )


@cache
def name_forms(name: str) -> tuple[tuple[str, int], ...]:
    """(key, how surely it is this medium) for all that a medium called ``name`` may be called."""
    key, words = name_key(name), name_words(name)
    if not key:
        return ()
    forms = {key: SAME}
    if made := _initials(words):
        forms.setdefault(made, INITIALS)
    for short in _shortened(words):
        short_key = name_key(" ".join(short))
        if short_key and not short_key.isdigit():
            forms.setdefault(short_key, SHORTENED)
    return tuple(forms.items())


def _initials(words: tuple[str, ...]) -> str:
    """The first letters of the words, or of the parts of one: KNA, NN24; "" where they are few."""
    if len(words) == 1 and not words[0].islower():
        words = tuple(_PARTS.findall(words[0]))
    joins = _table("joins")
    made = "".join(
        word if word.isdigit() or (word.isupper() and len(word) > 1) else word[0]
        for word in words
        if word.casefold() not in joins
    ).casefold()
    return made if len(words) > 1 and len(made) > 1 else ""


def _shortened(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Beginnings and ends of a name that hold its noun, and what remains without "Daily"."""
    bare, generic = [word.casefold() for word in words], _table("generic")
    noun = _noun(bare)
    for size in range(1, len(words)):
        for part in (words[:size], words[-size:]):
            folded = {word.casefold() for word in part}
            if noun in folded and not folded <= generic:
                yield part
        if set(bare[size:]) <= generic and not set(bare[:size]) <= _medium_words():
            yield words[:size]


def is_medium_word(word: str) -> bool:
    """Whether ``word`` is one with which names of media begin or end."""
    return word.casefold() in _medium_words()


def _noun(words: list[str]) -> str:
    """The word of a name that says what it is: "Radio" before a town, "Gazette" before "of"."""
    if not words:
        return ""
    if words[0] in _table("first"):
        return words[0]
    joins = _table("joins")
    place = next((n for n, word in enumerate(words) if word in joins and n), len(words))
    return words[place - 1]


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(
        word.casefold() for word in languages.load("en", "derivations")["outlets"][name]
    )


@cache
def _and() -> str:
    word: str = languages.load("en", "derivations")["outlets"]["and"]
    return word


@cache
def _medium_words() -> frozenset[str]:
    words = languages.load("en", "media")["name_words"]
    return frozenset(word.casefold() for word in words) | _table("generic")
