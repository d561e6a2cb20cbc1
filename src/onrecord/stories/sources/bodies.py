"""Whether two names, on one page or on two, are one body's."""

from __future__ import annotations

import re

from onrecord.entities.bodies import is_acronym, match_bodies
from onrecord.entities.lexicon import load_lexicon
from onrecord.entities.names import fold_words
from onrecord.statements.phrases import singular
from onrecord.stories.sources.descriptions import TOKEN, head_noun, is_common
from onrecord.stories.sources.origin import Origin
from onrecord.stories.sources.origin_pages import OriginPages
from onrecord.stories.sources.origin_words import OriginWords

_MOST_WORDS = 3
"""Words in front of a name that may say what kind of body it is; set by hand."""


def same_body(first: str, second: str, words: OriginWords) -> bool:
    """Whether both may name one body of a claim: "agency", "roads agency"; "SHF", its full name."""
    one, two = fold_words(first), fold_words(second)
    if one == two:
        return True
    if is_acronym(first, second) or is_acronym(second, first):
        return True
    if not is_common(first) and not is_common(second):
        if match_bodies(one, two, load_lexicon("en"), article=True):
            return True
        short, long = sorted(
            (set(one) - words.grammar.small, set(two) - words.grammar.small), key=len
        )
        return bool(short) and short <= long and any(len(word) > 2 for word in short)
    heads = _head(first, words), _head(second, words)
    if heads[0] != heads[1] or not heads[0]:
        return False
    sets = [
        {singular(word) for word in TOKEN.findall(name)} - words.grammar.small
        for name in (first, second)
    ]
    short, long = sorted(sets, key=len)
    return short <= long


def _head(name: str, words: OriginWords) -> str:
    """The noun that says what kind of body it is, wherever it stands in the name."""
    first = singular(head_noun(name))
    if first in words.bodies:
        return first
    found = [singular(word) for word in TOKEN.findall(name)]
    nouns = [word for word in found if word in words.bodies]
    return nouns[-1] if nouns else (found[-1] if found else "")


def full_name(origin: Origin, pages: OriginPages, words: OriginWords) -> str:
    """The body's name with the noun in front of it: "players' union SHF" for "SHF"."""
    if is_common(origin.name) or not origin.spans:
        return origin.name
    text, span = pages.text(origin.article), origin.spans[0]
    start = text.find(origin.name, span.start, span.end)
    start = span.start if start < 0 else start
    lead = re.split(r"[,.;:“”\"()\n]", text[max(0, start - 60) : start])[-1]
    before = list(TOKEN.finditer(lead))
    if not before or not before[-1][0].islower() or singular(before[-1][0]) not in words.bodies:
        return origin.name
    first = len(before)
    while first > max(0, len(before) - _MOST_WORDS):
        word = before[first - 1][0]
        if word.lower() in words.determiners or not word.islower():
            break
        first -= 1
    return f"{lead[before[first].start() :].strip()} {origin.name}"
