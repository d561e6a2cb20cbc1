"""The hands of a statement's chain read again, where other pages or their own words tell more.

Invariant: a hand is led elsewhere only by its own words or by the outlets of the pages.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.record import SourceKind, SourceLink, Span, Statement
from onrecord.statements.phrases import singular
from onrecord.stories.sources.descriptions import (
    TOKEN,
    core_of,
    head_noun,
    is_common,
    is_document,
    kind_of,
    without_article,
)
from onrecord.stories.sources.observations import Place
from onrecord.stories.sources.origin_pages import OriginPages
from onrecord.stories.sources.origin_words import OriginWords


def reread(link: SourceLink, place: Place, pages: OriginPages, words: OriginWords) -> SourceLink:
    """The link by its own words, where the page led them to somebody of another kind."""
    article, text = place.article, pages.text(place.article)
    if link.span is not None:
        for outlet, span in pages.named_outlets(article, place.sentence):
            if span.overlaps(link.span) and link.kind in ("outlet", "person", "organisation"):
                whole = without_article(link.span.cut(text))
                if link.kind == "outlet" or whole.endswith(span.cut(text)):
                    return replace(link, name=outlet.name, kind="outlet", unnamed=False)
        if pages.is_own(link.name, article):
            return replace(
                link, name=without_article(link.span.cut(text)), kind="group", unnamed=True
            )
        link = _by_name_inside(_by_entity(link, article, pages, words), article, pages)
        link = _by_own_words(link, core_of(without_article(link.span.cut(text))), words)  # type: ignore[union-attr]
    if link.kind == "outlet":
        return _body_or_medium(link, article, pages, words)
    if pages.resolve(link.name) is not None and not is_common(link.name):
        return replace(link, kind="outlet")
    if link.kind in ("person", "unknown") and not link.title and _is_body_name(link.name, words):
        return replace(link, kind="organisation")
    if link.kind in ("unknown", "organisation", "group", "person"):
        if (
            is_common(link.name)
            and is_document(link.name, words)
            and singular(head_noun(link.name)) not in words.people
        ):
            return replace(link, kind="document")
        if _is_title(link.name, text, words):
            return replace(link, kind="document", unnamed=False)
    return link


def _is_body_name(name: str, words: OriginWords) -> bool:
    """Whether a name ends with a noun for a body: "Ellerby Royal Infirmary"."""
    last = TOKEN.findall(name)[-1:]
    if not last or is_common(name) or not last[0][0].isupper():
        return False
    return singular(last[0]) in words.bodies


def _by_name_inside(link: SourceLink, article: str, pages: OriginPages) -> SourceLink:
    """The link under the name that its own words hold, where they were led to somebody else."""
    said = link.span.cut(pages.text(article)) if link.span is not None else ""
    if same_words(link.name, said) or not said:
        return link
    for entity in pages.readings[article].entities:
        if (
            entity.kind in ("person", "organisation")
            and entity.name[:1].isupper()
            and entity.name in said
        ):
            kind: SourceKind = "person" if entity.kind == "person" else "organisation"
            return replace(
                link, name=entity.name, kind=kind, unnamed=False, title="", entity=entity.id
            )
    return link


def _by_entity(
    link: SourceLink, article: str, pages: OriginPages, words: OriginWords
) -> SourceLink:
    """The link under the name of the person whom its words mean on the page."""
    if not link.unnamed or link.justification is not None or link.kind not in ("person", "unknown"):
        return link
    if singular(head_noun(link.name)) in words.general_people:
        return link
    for entity in pages.readings[article].entities:
        if entity.id == link.entity and entity.kind == "person" and entity.name[:1].isupper():
            title = link.title or link.name
            return replace(link, name=entity.name, kind="person", unnamed=False, title=title)
    return link


def _by_own_words(link: SourceLink, phrase: str, words: OriginWords) -> SourceLink:
    alone = link.kind == "person" and not link.unnamed and not same_words(link.name, phrase)
    if alone and words.grammar.several.match(phrase):
        return replace(link, name=phrase, kind="group", unnamed=True, title="", entity=None)
    kind, head = kind_of(phrase, words), singular(head_noun(phrase))
    if kind is None or not is_common(phrase) or link.kind == "outlet":
        return link
    named = {singular(word) for word in TOKEN.findall(link.name)}
    apart = not named & {singular(word) for word in TOKEN.findall(phrase)}
    led_astray = kind != link.kind and kind in ("document", "organisation") and apart
    other_body = kind == "organisation" and head not in named and is_common(link.name)
    told_apart = kind == "organisation" == link.kind and head in named and _is_other(phrase, link)
    if link.kind == "unknown" and kind in ("organisation", "document"):
        return replace(link, kind=kind, unnamed=kind == "document")
    if led_astray or other_body or told_apart:
        return replace(
            link, name=phrase, kind=kind, unnamed=kind == "document", title="", entity=None
        )
    return link


def _is_other(phrase: str, link: SourceLink) -> bool:
    """Whether a body's description has words of its own that the name does not: another of them.

    "the defence ministry" is not "Ulvar's foreign ministry", "the ministry" may be.
    """
    first, second = (
        {singular(word) for word in TOKEN.findall(name)} - {singular(head_noun(name))}
        for name in (phrase, link.name)
    )
    return bool(first and second and not first & second)


def _body_or_medium(
    link: SourceLink, article: str, pages: OriginPages, words: OriginWords
) -> SourceLink:
    """An outlet told from a body that bears one's noun: "the roads agency", "the agency".

    A common noun for a medium is led back to the outlet that the page named last before it.
    """
    if pages.resolve(link.name) is not None or not is_common(link.name):
        return link
    parts = link.name.split()
    noun = singular(parts[-1])
    if noun in words.bodies and len(parts) > 1 and parts[-2] not in ("news", "wire"):
        return replace(link, kind="organisation")
    if noun in words.bodies:
        fuller = [
            entity.name
            for page in (article, *sorted(pages.ancestors(article)))
            for entity in pages.readings[page].entities
            if entity.name.endswith(" " + noun)
            and is_common(entity.name)
            and " news " not in f" {entity.name}"
        ]
        if fuller:
            return replace(link, kind="organisation", name=fuller[0])
    if link.span is None:
        return link
    before = [
        outlet
        for outlet, span in pages.named_outlets(article, Span(0, max(1, link.span.start)))
        if outlet is not pages.own(article)
    ]
    return replace(link, name=before[-1].name, unnamed=False) if before else link


def _is_title(name: str, text: str, words: OriginWords) -> bool:
    """Whether the page has the name in quotation marks as the title of a document."""
    for found in re.finditer(rf"[“\"‘']{re.escape(name)}[”\"’',]", text):
        before, after = (
            text[max(0, found.start() - 60) : found.start()],
            text[found.end() : found.end() + 40],
        )
        if words.titled.search(before) or re.match(r"[”\"’]?,\s+\d+\s+pages", after):
            return True
    return False


def is_led_astray(link: SourceLink, place: Place, pages: OriginPages) -> bool:
    """Whether words that do not name the page's outlet were led to it: "the two said"."""
    if link.span is None or link.kind == "outlet":
        return False
    return not any(
        span.overlaps(link.span) for _, span in pages.named_outlets(place.article, place.sentence)
    )


def same_words(one: str, other: str) -> bool:
    """Whether two names share a word."""
    first, second = ({w.lower() for w in TOKEN.findall(name)} for name in (one, other))
    return bool(first & second)


def outlet_before_cue(statement: Statement, article: str, pages: OriginPages) -> str:
    """The outlet named right before the cue: whoever else the source phrase holds is addressed."""
    if statement.cue is None or not statement.cue.start:
        return ""
    text = pages.text(article)
    near = Span(max(0, statement.cue.start - 60), statement.cue.start)
    for outlet, span in pages.named_outlets(article, near):
        if outlet is not pages.own(article) and not text[span.end : statement.cue.start].strip():
            return outlet.name
    return ""
