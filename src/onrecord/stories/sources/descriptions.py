"""Noun phrases that stand for sources: their noun, and what kind of source it makes them.

Invariant: a phrase is read by its own words alone; who is meant is a question for others.
"""

from __future__ import annotations

import re

from onrecord.record import SourceKind
from onrecord.statements.phrases import singular
from onrecord.stories.media.outlet_names import is_medium_word
from onrecord.stories.sources.origin_words import OriginWords, load_origin_words

TOKEN = re.compile(r"[^\W_](?:[\w’'.&-]*[^\W_])?")
_CLAUSE = re.compile(r",|\s[–—]\s|\s\(")


def core_of(phrase: str) -> str:
    """The phrase up to the first preposition, participle or clause."""
    core = _CLAUSE.split(phrase, maxsplit=1)[0]
    cut = next(
        (one for one in load_origin_words("en").grammar.breaks.finditer(core) if one.start()), None
    )
    return core[: cut.start() if cut else len(core)].strip(" \t\n–—-,")


def head_noun(phrase: str) -> str:
    """The noun of a noun phrase in lower case: "draft" of "a draft of an agreement"."""
    found = TOKEN.findall(core_of(phrase))
    return found[-1].lower() if found else ""


def without_article(phrase: str) -> str:
    """The phrase without a leading article or demonstrative."""
    phrase = phrase.strip()
    found = load_origin_words("en").grammar.articles.match(phrase)
    rest = phrase[found.end() :].lstrip() if found else ""
    return rest if rest and phrase[found.end() : found.end() + 1].isspace() else phrase  # type: ignore[union-attr]


def kind_of(phrase: str, words: OriginWords) -> SourceKind | None:
    """The kind of source that the noun of a description tells, None for a name or another noun."""
    found = TOKEN.findall(core_of(phrase))
    if not found or not found[-1][0].islower():
        return None
    head = found[-1]
    one = singular(head)
    if one in words.bodies:
        return "organisation"
    if one in words.documents or head in words.documents:
        return "document"
    if head in words.groups or (one in words.people and one != head):
        return "group"
    return "person" if one in words.people else None


def is_document(phrase: str, words: OriginWords) -> bool:
    """Whether a description is of a document."""
    head = head_noun(phrase)
    return singular(head) in words.documents or head in words.documents


def is_medium(phrase: str, words: OriginWords) -> bool:
    """Whether a description is of a medium: "a second news organisation", "a rival paper".

    "agency" alone may be one, "environment agency" is a body.
    """
    found = [one.lower() for one in TOKEN.findall(core_of(phrase))]
    if not found or not is_common(phrase):
        return False
    if set(found[:-1]) & words.media_marks:
        return True
    if len(found) > 1 and found[-1] in words.bodies:
        return False
    return found[-1] in words.media - words.documents


def is_medium_name(name: str) -> bool:
    """Whether a name ends or begins as names of media do: "Tarn Lantern", "Radio Skerry"."""
    found = TOKEN.findall(without_article(name))
    if len(found) < 2 or not all(one[0].isupper() or one[0].isdigit() for one in found):
        return False
    return is_medium_word(found[-1]) or is_medium_word(found[0])


def is_common(name: str) -> bool:
    """Whether a name is a description: its noun phrase has no capital ("head of the Board")."""
    core = core_of(without_article(name))
    return bool(core) and core[1:] == core[1:].lower() and (core[0].islower() or core[0].isdigit())
