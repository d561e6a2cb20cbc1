"""Source phrases read: who is meant, as far as the phrase alone tells."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.record import SourceKind, Span
from onrecord.statements.lexicon import Lexicon
from onrecord.statements.names import Outlet, outlets_near, without_article
from onrecord.statements.naming import named_voice
from onrecord.statements.phrases import (
    Phrase,
    Reference,
    Voice,
    core_of,
    find_justification,
    head_of,
    is_plural,
    lower_words,
    singular,
    speech_of,
    trim,
)

_POSSESSIVE = re.compile(r"[’']s?$")
_AUTHOR = re.compile(r"\s(?:by|from|of|in)\s+(?:the\s+|an?\s+)?(?:[a-z]+\s+)?[A-Z]")
_OWNER = re.compile(r"(?:The |A )?[A-Z][\w -]*[’']s? ")


def read_voice(text: str, span: Span, outlets: tuple[Outlet, ...], lexicon: Lexicon) -> Voice:
    """Who the phrase ``text[span]`` names."""
    span = trim(text, span)
    span = speech_of(text, span, lexicon) or span
    if (owner := _POSSESSIVE.search(span.cut(text))) and owner.start() > 1:
        span = Span(span.start, span.start + owner.start())
    words = span.cut(text)
    lower = words.lower()
    if lower in lexicon.pronouns:
        form = lexicon.pronouns[lower]
        return Voice(words, span, "unknown", False, "pronoun", form, plural=form == "they")
    if any(lower.startswith(own) for own in lexicon.own_voice):
        return Voice(words, span, "observation", False, "own", "own")
    outlets = outlets_near(outlets, span)
    core = core_of(text, span, outlets, lexicon)
    partitive = lexicon.partitive.match(text, core.start, core.end)
    inner = Span(partitive.end(), core.end) if partitive and partitive.end() < core.end else core
    head, head_words = head_of(text, inner, lexicon)
    phrase = Phrase(text, span, core, head, tuple(head_words), outlets, lexicon)
    if observer := _observer(phrase):
        return observer
    justification = find_justification(text, span, lexicon)
    if partitive is None:
        voice = named_voice(replace(phrase, core=inner)) or _medium(phrase)
        if voice is not None:
            person = voice.kind == "person"
            return replace(voice, justification=justification if person else None)
    voice = replace(_described(phrase), justification=justification)
    return voice if partitive is None else _part_of(voice, core.cut(text), partitive[0], lexicon)


def _part_of(voice: Voice, name: str, quantity: str, lexicon: Lexicon) -> Voice:
    """One or some of a crowd: "one of the officials"."""
    one = quantity.split()[0].lower() in lexicon.single
    people = voice.kind in ("group", "person", "organisation", "outlet", "unknown")
    kind: SourceKind = ("person" if one else "group") if people else voice.kind
    return replace(
        voice, name=name, kind=kind, unnamed=True, reference="definite", plural=not one, title=""
    )


def _observer(phrase: Phrase) -> Voice | None:
    """An outlet's own reporter."""
    words, lexicon = phrase.words, phrase.lexicon
    if not words or words[-1].lower() not in lexicon.observers:
        return None
    inside = any(phrase.span.covers(outlet.span) for outlet in phrase.outlets)
    if not inside and not set(words[:-1]) & lexicon.media_words:
        return None
    plain = without_article(phrase.span.cut(phrase.text))
    return Voice(plain, phrase.span, "observation", False, "description", words[-1].lower())


def _medium(phrase: Phrase) -> Voice | None:
    """A medium known by its country: "Tulian state television"."""
    for one in phrase.outlets:
        if one.span.end == phrase.head.end and not one.unnamed:
            return Voice(one.name, phrase.span, "outlet", False, "name", one.name.lower())
    return None


def _described(phrase: Phrase) -> Voice:
    """The phrase as a description: somebody unnamed, a body, a document, a medium, an office."""
    text, core, words, lexicon = phrase.text, phrase.core, phrase.words, phrase.lexicon
    lower = core.cut(text).lower()
    owned = core.start - phrase.span.start > 4  # "the agency's source"
    definite = owned or any(lower.startswith(word + " ") for word in lexicon.definite)
    last = words[-1] if words else lower
    plural = is_plural(last, lexicon)
    kind, unnamed = _kind_of(phrase, lower, plural=plural, definite=definite)
    reference: Reference = "definite" if definite else "description"
    if kind == "outlet" and definite:
        reference = "medium"
    return Voice(
        _uncapitalise(text, without_article(core.cut(text)), lexicon),
        core,
        kind,
        unnamed,
        reference,
        singular(last),
        plural=plural and kind != "organisation",
    )


def _kind_of(
    phrase: Phrase, lower: str, *, plural: bool, definite: bool
) -> tuple[SourceKind, bool]:
    """(kind, unnamed) of a description, by its head noun."""
    words, lexicon = phrase.words, phrase.lexicon
    head = singular(words[-1]) if words else lower
    pair = " ".join(words[-2:]).lower() if words else lower
    noun_phrase = " ".join(
        word.lower() for word in words if word.lower() not in lexicon.determiners
    )
    if {head, noun_phrase} & lexicon.media_nouns:
        return "outlet", not definite
    if {pair, head} & lexicon.bodies:
        crowd = plural and lower.split()[-1] not in lexicon.bodies  # "rail unions"
        return ("group", True) if crowd else ("organisation", False)
    if {head, pair} & lexicon.documents:
        return "document", not _has_author(phrase)
    if not plural and _is_office(phrase, noun_phrase, definite=definite):
        return "person", False
    if head in lexicon.groups or plural:
        return "group", True
    person = head in lexicon.people | lexicon.roles or head.endswith(lexicon.person_endings)
    return ("person" if person else "unknown"), True


def _is_office(phrase: Phrase, words: str, *, definite: bool) -> bool:
    """Whether the phrase names an office that one person holds: "the president", "DNC chair"."""
    if definite and words in phrase.lexicon.offices:
        return True
    if not any(words.endswith(" " + office) for office in phrase.lexicon.offices):
        return False
    core = phrase.core.cut(phrase.text)
    owned = "’s " in core or "'s " in core
    if definite and (owned or words.endswith("minister")):
        return True
    return any(word[0].isupper() for word in phrase.words[:-1] if word[0].isalpha())


def _has_author(phrase: Phrase) -> bool:
    """Whether a document is known by the body or person that it comes from."""
    core, words, lexicon = phrase.core.cut(phrase.text), phrase.words, phrase.lexicon
    if words and singular(words[-1]) in lexicon.public_documents:
        return core.lower().startswith(("the ", "this "))
    before = [word for word in words[:-1] if word.lower() not in lexicon.determiners]
    if any(singular(word) in lexicon.bodies for word in before):
        return True
    inside = before[1:] if words[:1] == tuple(before[:1]) else before
    return (
        any(word[0].isupper() for word in inside)
        or _OWNER.match(core) is not None
        or _AUTHOR.search(core) is not None
    )


def _uncapitalise(text: str, description: str, lexicon: Lexicon) -> str:
    """Lower the capital that the beginning of a sentence gave to a common noun."""
    first, _, rest = description.partition(" ")
    lower = first.lower()
    if not first[1:].islower() or rest[:1].isupper():
        return description
    nouns = lexicon.people | lexicon.groups | lexicon.bodies | lexicon.documents
    known = {singular(first), lower} & (nouns | lexicon.determiners)
    return f"{lower} {rest}".strip() if known or lower in lower_words(text) else description
