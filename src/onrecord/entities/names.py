"""Names: where they stand, their words brought to one form, and what stands beside them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from onrecord.record import Span

TOKEN = re.compile(r"[^\W_](?:[\w’'.&-]*[^\W_])?\.?")
POSSESSIVE = re.compile(r"(?:[’'`]s|(?<=s)[’'])$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text; ``words`` are folded: lower case, no accents, no full stops.

    ``address`` is "he" or "she" where a form of address tells; ``roles`` are what the page calls
    the bearer here. ``label`` is the encoder's, made equal for all that are written alike.
    """

    span: Span
    label: str
    score: float
    words: tuple[str, ...]
    roles: tuple[Span, ...] = ()
    address: str = ""
    found_by: str = "names"


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """The word in lower case without accents, full stops and a possessive ending."""
    bare = POSSESSIVE.sub("", word).replace(".", "").replace("’", "'").casefold()
    plain = unicodedata.normalize("NFD", bare)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@lru_cache(maxsize=16384)
def fold_words(words: str) -> tuple[str, ...]:
    """The folded words of a name, a leading article left out."""
    found = tuple(filter(None, (fold(token[0]) for token in TOKEN.finditer(words))))
    return found[1:] if len(found) > 1 and found[0] == "the" else found
