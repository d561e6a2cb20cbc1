"""Which names are those of news media: by list, by their words, and by what is done around them.

Invariant: a name of a country, a person or a public body is never an outlet.
"""

from __future__ import annotations

import re

from onrecord.entities.lexicon import Lexicon
from onrecord.entities.names import POSSESSIVE, TOKEN, Name, fold_words
from onrecord.record import Span

_NEXT = re.compile(r"(?:[’']s)? ([a-z-]+)(?: ([a-z]+))?")
_BODIES = ("ORG", "MISC", "PROD")
"""Labels that encoders give to media."""
_CREDIT_END = re.compile(r"\)(?: ?[-–—]|\.)")
_SURE_PERSON = 0.6
"""Probability from which a person is one, whatever the words around; not tuned."""
_DATELINE = 60
"""Characters before the credit in a dateline at most."""
_NEAR = 34
"""Characters before a name where "in an interview with the" begins."""


def is_outlet(text: str, name: Name, own: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether the name is one of a news medium; ``own`` = folded name of the outlet we read."""
    words = name.span.cut(text)
    bare = words[4:] if words.lower().startswith("the ") else words
    if own and (name.words == own or (len(own) > 1 and name.words == own[1:])):
        return _has_article(text, name.span) or name.words == own
    if bare in lexicon.media.names or f"The {bare}" in lexicon.media.names:
        return bare not in _doubtful(lexicon) or name.label in _BODIES
    if _has_body_word(words, lexicon):
        return False
    return has_medium_word(text, name, lexicon) or is_used_as_outlet(text, name, lexicon)


def may_be_medium(text: str, name: Name, lexicon: Lexicon) -> bool:
    """Whether what the encoder takes for a person may be a medium: "the Post"."""
    if len(name.words) == 1 and has_medium_word(text, name, lexicon):
        return True
    doubtful = name.score < _SURE_PERSON
    return doubtful and (
        has_medium_word(text, name, lexicon) or is_used_as_outlet(text, name, lexicon)
    )


def is_used_as_outlet(text: str, name: Name, lexicon: Lexicon) -> bool:
    """Whether the words around the name treat it as a medium: "reported", "told the …"."""
    media = lexicon.media
    if name.label in _BODIES and _is_credit(text, name.span):
        return True
    behind = _NEXT.match(text, name.span.end, name.span.end + 40)
    if behind is not None:
        owned = text[name.span.end] in "’'"
        pair = f"{behind[1]} {behind[2]}"
        if owned and ({behind[1], pair} & media.staff) and name.label != "PER":
            return True
        if not owned and behind[1] in media.reports and name.label != "PER":
            return True
        if not owned and {behind[1], pair} & media.telling:
            return True
    before = text[max(0, name.span.start - _NEAR) : name.span.start]
    doubtful = name.label == "PER" and name.score < _SURE_PERSON and _has_article(text, name.span)
    if media.received.search(before) and (doubtful or name.label in _BODIES):
        return True
    lower = re.search(r"(?:\b([a-z]+) )?\b([a-z]+) $", before)
    return bool(lower and {lower[2], f"{lower[1]} {lower[2]}"} & media.telling)


def _is_credit(text: str, span: Span) -> bool:
    """Whether the name stands in the brackets of a dateline: "TARN, July 9 (Meridian Wire) - "."""
    opened = text[max(0, span.start - 1) : span.start] == "("
    line = text.rfind("\n", 0, span.start) + 1
    closed = _CREDIT_END.match(text, span.end, span.end + 4) is not None
    return opened and closed and span.start - line < _DATELINE


def has_medium_word(text: str, name: Name, lexicon: Lexicon) -> bool:
    """Whether a word of the name is one of media: "Northern Star", "Radio Tarn", "the Post"."""
    words = name.span.cut(text)
    bare = words[4:] if words.lower().startswith("the ") else words
    tokens = [POSSESSIVE.sub("", token) for token in TOKEN.findall(bare)]
    if not tokens:
        return False
    if len(tokens) == 1:  # "The Post", whatever the encoder takes it for
        return tokens[0] in lexicon.media.last_words and _has_article(text, name.span)
    if name.label == "PER" and name.score >= _SURE_PERSON:
        return False
    return tokens[-1] in lexicon.media.last_words or tokens[0] in lexicon.media.first_words


def _has_article(text: str, span: Span) -> bool:
    return (
        text[max(0, span.start - 4) : span.start].lower() == "the "
        or text[span.start : span.start + 4].lower() == "the "
    )


def _has_body_word(words: str, lexicon: Lexicon) -> bool:
    bare = {POSSESSIVE.sub("", token).rstrip(".") for token in TOKEN.findall(words)}
    return bool(bare & lexicon.body_words - lexicon.media.last_words) or bool(
        bare & lexicon.organisations
    )


def _doubtful(lexicon: Lexicon) -> frozenset[str]:
    """Names of media that are also other words: one word, not all capitals."""
    return frozenset(
        one for one in lexicon.media.names if len(fold_words(one)) == 1 and not one.isupper()
    )


def bare_outlet(name: str) -> str:
    """The name of a medium without what it is: "news site Daybreak 7" is called "Daybreak 7"."""
    words = name.split()
    first = next((n for n, word in enumerate(words) if not word.islower()), 0)
    return " ".join(words[first:])
