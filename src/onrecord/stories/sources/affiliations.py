"""For which body somebody speaks: a spokesman, a director, an officer on duty, but nobody who left.

Invariant: an affiliation stands in the page's words, beside the name or shortly before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.record import Span
from onrecord.statements.phrases import singular
from onrecord.stories.sources.descriptions import TOKEN, is_common, kind_of, without_article
from onrecord.stories.sources.origin import Origin
from onrecord.stories.sources.origin_pages import OriginPages
from onrecord.stories.sources.origin_words import OriginWords

_REACH = 90
"""Characters beside a name in which its office stands; set by hand."""
_MOST_MENTIONS = 6
_ARTICLE = 4
"""Characters by which a body's mention may begin before its name: its article."""
_WITH_CASE = re.compile(r"[^\W_](?:[\w’'.&-]*[\w’'])?")
_POSSESSIVE = re.compile(r"(?:[’']s|s[’'])$")


@dataclass(frozen=True, slots=True)
class Affiliation:
    """The body that somebody speaks for, in the page's words; ``sure`` = it stands in the title."""

    body: str
    office: str
    sure: bool


def find_affiliation(origin: Origin, pages: OriginPages, words: OriginWords) -> Affiliation | None:
    """For which body the person speaks by their own page, or None; never for one who has left."""
    if origin.kind not in ("person", "unknown"):
        return None
    phrases = [*origin.titles, *((origin.name,) if is_common(origin.name) else ())]
    phrases += _phrases_beside(origin, pages)
    if (member := _body_behind(origin, pages, words)) is not None:
        return member
    if any(_is_over(one, words) for one in phrases) or _has_left(origin, pages, words):
        return None
    bare = ""
    for phrase in phrases:
        read = read_office(phrase, words)
        if read is None:
            continue
        if read.body:
            return read
        bare = bare or read.office
    if not bare:
        return None
    body = _body_before(origin, pages, words)
    return Affiliation(body, bare, sure=False) if body else None


def read_office(phrase: str, words: OriginWords) -> Affiliation | None:
    """The office that a title names and its body, which is "" where the title has none.

    "agency director", "head of the Food Safety Board", "Varr Line's spokeswoman", "director".
    """
    tokens = _WITH_CASE.findall(without_article(phrase))
    place = next((n for n, one in enumerate(tokens) if one.lower() in words.of), len(tokens))
    if not place or singular(tokens[place - 1]) not in words.speaking:
        return None
    office = tokens[place - 1].lower()
    behind = tokens[place + 1 :]
    cut = next((n for n, one in enumerate(behind) if one.lower() in words.ends), len(behind))
    if behind[:cut]:
        return Affiliation(without_article(" ".join(behind[:cut])), office, sure=True)
    before = tokens[: place - 1]
    while before and before[-1].lower() in words.between and len(before) > 0:
        before.pop()
    owned = next((n for n, one in enumerate(before) if _POSSESSIVE.search(one)), None)
    if owned is not None and not (owned + 1 < len(before) and singular(before[-1]) in words.bodies):
        name = " ".join(
            [
                *before[:owned],
                _POSSESSIVE.sub(lambda m: "s" if m[0][0] == "s" else "", before[owned]),
            ]
        )
        return Affiliation(without_article(name), office, sure=True)
    kept = [one for one in before if one.lower() not in words.possessives | words.determiners]
    for service, body in words.services:
        if kept and kept[-1].lower() == service:
            return Affiliation(body, office, sure=True)
    if kept and singular(kept[-1]) in words.bodies:
        return Affiliation(" ".join(kept), office, sure=True)
    return Affiliation("", office, sure=False)


def _body_behind(origin: Origin, pages: OriginPages, words: OriginWords) -> Affiliation | None:
    """The body of "Ada Wick of the Canal Trust"; whoever stands so speaks for it."""
    if origin.unnamed or _has_left(origin, pages, words):
        return None
    reading, text = pages.readings[origin.article], pages.text(origin.article)
    of = re.compile(rf"\s+(?:{'|'.join(words.of)})\s+(?:{words.grammar.articles.pattern}\s+)?")
    bodies = [one for one in reading.entities if one.kind == "organisation"]
    for entity in reading.entities:
        for mention in entity.mentions if entity.name == origin.name else ():
            behind = of.match(text, mention.end)
            if behind is None:
                continue
            for body in bodies:
                if any(abs(one.start - behind.end()) <= _ARTICLE for one in body.mentions):
                    return Affiliation(body.name, "member", sure=True)
    return None


def _phrases_beside(origin: Origin, pages: OriginPages) -> list[str]:
    """The words right before the name and the apposition behind it, at its first mentions."""
    text = pages.text(origin.article)
    places = []
    for entity in pages.readings[origin.article].entities:
        for mention in entity.mentions if entity.name == origin.name else ():
            at = max(0, mention.cut(text).find(entity.name))
            if text[mention.start + at].isupper():
                places.append(Span(mention.start + at, mention.end))
    found = []
    for mention in sorted(places)[:_MOST_MENTIONS]:
        behind = re.match(r",\s+([^,.;“”]{3,90})[,.]", text[mention.end : mention.end + _REACH])
        if behind is not None:
            found.append(behind[1])
        lead = re.split(
            r"[,.;:“”\"()\n–—]\s|[“”\"\n]", text[max(0, mention.start - _REACH) : mention.start]
        )[-1]
        if lead.strip():
            found.append(" ".join(lead.split()[-6:]))
    return found


def _is_over(phrase: str, words: OriginWords) -> bool:
    return any(
        part in words.past for one in TOKEN.findall(phrase) for part in one.lower().split("-")
    )


def _has_left(origin: Origin, pages: OriginPages, words: OriginWords) -> bool:
    """Whether the page says beside the name that the person is in office no more."""
    text = pages.text(origin.article)
    return any(
        words.left.search(text, mention.end, mention.end + _REACH) is not None
        and "." not in text[mention.end : words.left.search(text, mention.end).start()]  # type: ignore[union-attr]
        for entity in pages.readings[origin.article].entities
        if entity.name == origin.name
        for mention in entity.mentions
    )


def _body_before(origin: Origin, pages: OriginPages, words: OriginWords) -> str:
    """The body named last before the person in the paragraph, else who spoke last before it."""
    if not origin.spans:
        return ""
    span, text = origin.spans[0], pages.text(origin.article)
    paragraph = pages.paragraph(origin.article, span)
    reading = pages.readings[origin.article]
    named = [
        (mention, entity.name if entity.name[:1].isupper() else without_article(mention.cut(text)))
        for entity in reading.entities
        if entity.kind == "organisation" and pages.resolve(entity.name) is None
        for mention in entity.mentions
        if paragraph.start <= mention.start < span.start
    ]
    for token in TOKEN.finditer(text, paragraph.start, span.start):
        place = Span(*token.span())
        inside = any(mention.overlaps(place) for mention, _ in named)
        if not inside and token[0].islower() and kind_of(token[0], words) == "organisation":
            named.append((place, token[0]))
    if named:
        return max(named, key=lambda one: one[0].start)[1]
    earlier = [
        (one.content[0].start, one.chain.origin)
        for one in reading.statements
        if one.content[0].start < paragraph.start and one.chain.origin.kind == "organisation"
    ]
    return max(earlier, key=lambda one: one[0])[1].name if earlier else ""
