"""Names brought to one key, so that two pages' words for one source meet.

Invariant: a key is for finding only; what is shown is the name as a page has it.
"""

from __future__ import annotations

import unicodedata

from onrecord.languages import load


def key_of(name: str, language: str = "en") -> str:
    """The key of ``name``: no case, no accents, no article in front, white space run together."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(one if one.isalnum() else " " for one in plain if not _is_accent(one))
    words = letters.split()
    if len(words) > 1 and words[0] in _articles(language):
        words = words[1:]
    return " ".join(words)


def _is_accent(one: str) -> bool:
    return unicodedata.combining(one) != 0


def _articles(language: str) -> tuple[str, ...]:
    try:
        return tuple(load(language, "store")["articles"])
    except LookupError:
        return ()
