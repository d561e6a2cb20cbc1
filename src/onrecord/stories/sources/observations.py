"""What outlets know at first hand: what their own reporters saw, counted or bought.

Invariant: only words of the page make an observation; that nobody else is named makes none here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.record import Span, Statement
from onrecord.statements.phrases import singular
from onrecord.stories.media.outlet_names import is_medium_word
from onrecord.stories.sources.descriptions import TOKEN
from onrecord.stories.sources.origin import Origin, observer
from onrecord.stories.sources.origin_pages import OriginPages
from onrecord.stories.sources.origin_words import OriginWords


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of a page, with the statement whose words the telling in it is, if any."""

    article: str
    sentence: Span
    statement: Statement | None = None


def own_names(article: str, pages: OriginPages, words: OriginWords) -> str:
    """A pattern for the names by which the page calls its own outlet, and for "we"."""
    names = {re.sub(r"^[Tt]he\s+", "", one) for one in pages.own(article).names}
    short = {
        part for one in names for part in one.split() if is_medium_word(part) and len(part) > 3
    }
    if not names:
        short |= {
            entity.name
            for entity in pages.readings[article].entities
            if entity.kind == "outlet"
            and pages.resolve(entity.name) is None
            and entity.name.istitle()
        }
    names |= {
        mention.cut(pages.text(article))
        for entity in pages.readings[article].entities
        if entity.kind == "outlet" and pages.is_own(entity.name, article)
        for mention in entity.mentions
        if mention.cut(pages.text(article))[:1].isupper()
    }
    every = sorted({*names, *short, *words.selves}, key=lambda one: (-len(one), one))
    return "|".join(re.escape(one) for one in every if one)


def find_observation(place: Place, pages: OriginPages, words: OriginWords) -> Origin | None:
    """The outlet's own reporter, where the sentence says what they saw, counted or bought."""
    text, own = pages.text(place.article), own_names(place.article, pages, words)
    observers = "|".join(map(re.escape, sorted(words.observers, key=len, reverse=True)))
    of, the = "|".join(words.of), words.grammar.articles.pattern
    who = (
        rf"(?:(?:{own})(?:[’']s)?(?:\s+(?:{observers}))?"
        rf"|{words.grammar.before_observer}\s+(?:{observers})"
        rf"(?:\s+(?:{of})\s+(?:{the}\s+)?(?:{own}))?)"
    )
    active = rf"(?<!\w){who}(?:\s+[\w-]+){{0,2}}?\s+{words.observing.pattern}"
    passive = rf"{words.observing.pattern}\s+{words.grammar.by}\s+(?:{the}\s+)?{who}(?!\w)"
    for pattern in (active, passive):
        for found in re.finditer(
            pattern, text[place.sentence.start : place.sentence.end], re.IGNORECASE
        ):
            span = Span(*found.span()).shift(place.sentence.start)
            if _is_quoted(span, place, text) or _is_of_document(found[0], place, pages, words):
                continue
            other = _whose(span, place, pages)
            name = other or _own_name(found[0], place, pages)
            return observer(place.article, name, (span,))
    return None


def _whose(span: Span, place: Place, pages: OriginPages) -> str:
    """The other outlet named before in the sentence whose reporters these are, or ""."""
    own = pages.own(place.article)
    named = pages.named_outlets(place.article, place.sentence)
    if any(one is own and where.overlaps(span) for one, where in named):
        return ""
    before = [one for one, where in named if one is not own and where.start < span.start]
    return before[-1].name if before else ""


def _own_name(found: str, place: Place, pages: OriginPages) -> str:
    own = pages.own(place.article).name
    if own:
        return own
    capital = [one for one in TOKEN.findall(found) if one[0].isupper() and is_medium_word(one)]
    return capital[0] if capital else ""


def _is_quoted(span: Span, place: Place, text: str) -> bool:
    """Whether the words stand in somebody's mouth; "saw" of a quotation is not the outlet's."""
    before = text[place.sentence.start : span.start]
    if before.count("“") > before.count("”") or before.count('"') % 2:
        return True
    said = place.statement
    return (
        said is not None
        and said.mode == "direct"
        and any(part.covers(span) for part in said.content)
    )


def _is_of_document(found: str, place: Place, pages: OriginPages, words: OriginWords) -> bool:
    """Whether what was seen or found is a document, which is a source of its own."""
    if words.has_seen.search(found) is None:
        return False
    around = place.sentence.cut(pages.text(place.article))
    nouns = {singular(word) for word in TOKEN.findall(around)}
    return bool(nouns & (words.documents - words.general_documents))
