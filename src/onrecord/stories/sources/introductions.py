"""People whom a page describes first and names later, or describes after it has named them.

Invariant: whoever is to stay unnamed by the page's own words is never named here.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.record import Entity, Span
from onrecord.statements.phrases import singular
from onrecord.stories.sources.descriptions import head_noun, is_common
from onrecord.stories.sources.origin import Origin
from onrecord.stories.sources.origin_pages import OriginPages
from onrecord.stories.sources.origin_words import OriginWords

_AHEAD = 1
"""Paragraphs behind a description in which its bearer is named at the latest; set by hand."""


def name_described(origin: Origin, pages: OriginPages, words: OriginWords) -> Origin:
    """The origin under the name that its page has for it, or as it is.

    "a former inspector told us" is named in the next paragraphs by whoever speaks there; "the
    fish farmer" is the person named last before it.
    """
    if origin.kind not in ("person", "unknown") or not origin.spans:
        return origin
    if not is_common(origin.name) or words.grammar.several.match(origin.name):
        return origin
    span, text = origin.spans[0], pages.text(origin.article)
    if _stays_unnamed(origin, pages, words):
        return origin
    if singular(head_noun(origin.name)) in words.general_people:
        return origin
    definite = words.grammar.definite.search(text, max(0, span.start - 5), span.end) is not None
    found = _named_before(origin, pages, words) if definite else None
    found = found or _named_behind(origin, pages, words)
    if found is None:
        return origin
    titles = tuple(dict.fromkeys((*found.roles, origin.name)))
    return replace(origin, name=found.name, kind="person", unnamed=False, titles=titles)


def _stays_unnamed(origin: Origin, pages: OriginPages, words: OriginWords) -> bool:
    """Whether the paragraph gives a reason for not naming somebody."""
    paragraph = pages.paragraph(origin.article, origin.spans[0])
    text = pages.text(origin.article)
    if words.withheld.search(text, paragraph.start, paragraph.end) is not None:
        return True
    beside = min(paragraph.end, origin.spans[0].end + 40)
    return words.justification.search(text, origin.spans[0].start, beside) is not None


def _named_before(origin: Origin, pages: OriginPages, words: OriginWords) -> Entity | None:
    start = origin.spans[0].start
    floor = pages.paragraph(origin.article, origin.spans[0]).start - 600
    named = [
        (mention.start, entity)
        for entity in _people(origin.article, pages)
        for mention in entity.mentions
        if floor <= mention.start < start
        and _is_name(pages.text(origin.article), mention)
        and _may_be(origin.name, entity, words)
    ]
    return max(named, key=lambda one: one[0])[1] if named else None


def _named_behind(origin: Origin, pages: OriginPages, words: OriginWords) -> Entity | None:
    """Whoever speaks next under a name that the page has not used before."""
    reading = pages.readings[origin.article]
    blocks = [one.span for one in reading.article.blocks]
    span = origin.spans[0]
    here = next((n for n, one in enumerate(blocks) if one.overlaps(span)), None)
    if here is None:
        return None
    end = blocks[min(here + _AHEAD, len(blocks) - 1)].end
    speakers = sorted(
        (one.source.start, one.chain.origin.name)
        for one in reading.statements
        if one.source is not None and span.end < one.source.start < end
        if one.chain.origin.kind == "person" and not one.chain.origin.unnamed
    )
    people = {entity.name: entity for entity in _people(origin.article, pages)}
    for _, name in speakers:
        entity = people.get(name)
        if entity is None or min(entity.mentions).start < span.start:
            continue
        return entity if _may_be(origin.name, entity, words) else None
    return None


def _people(article: str, pages: OriginPages) -> list[Entity]:
    return [
        one
        for one in pages.readings[article].entities
        if one.kind == "person" and one.name[:1].isupper() and not pages.is_own(one.name, article)
    ]


def _is_name(text: str, mention: Span) -> bool:
    return mention.cut(text)[:1].isupper()


def _may_be(description: str, entity: Entity, words: OriginWords) -> bool:
    """Whether nothing that the page calls the person speaks against the description."""
    head = singular(head_noun(description))
    offices = [role for role in entity.roles if role.lower() not in words.forms]
    heads = {singular(head_noun(role)) for role in offices} & words.people
    general = head in words.general_people | words.grammar.of_any_trade
    return not heads or general or head in heads
