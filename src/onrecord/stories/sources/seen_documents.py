"""Documents that the page says an outlet has before it, in the words of the page.

Invariant: who has seen a document is told by the page; a document that is only spoken of is none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.record import Span
from onrecord.statements.phrases import singular
from onrecord.stories.sources.descriptions import TOKEN, without_article
from onrecord.stories.sources.observations import Place, own_names
from onrecord.stories.sources.origin import Origin
from onrecord.stories.sources.origin_pages import OriginPages
from onrecord.stories.sources.origin_words import OriginWords

_BEFORE_NOUN = 4
"""Words before a document's noun that may belong to its description; set by hand."""
_NEAR = 400
"""Characters before a paragraph in which a document is introduced that it goes on about."""
_OPENING = 30
"""Characters in which a sentence says what it is about."""
_TITLE_FIRST = re.compile(r"[“\"‘][A-Z][^”\"’]{2,60}[”\"’],?\s")


def find_document(place: Place, pages: OriginPages, words: OriginWords) -> Origin | None:
    """A document that the sentence, or one shortly before it, says an outlet has seen.

    Where an earlier sentence says so, the sentence of the telling has to speak of the document.
    """
    here = document_in(place.article, place.sentence, pages, words)
    text = pages.text(place.article)
    part = _part_first(place, pages, words) if here is None else None
    if part is not None:
        return part
    if here is not None or not _speaks_of_document(place, text, words):
        return here
    paragraph = pages.paragraph(place.article, place.sentence)
    for sentence in reversed(pages.sentences(place.article)):
        if paragraph.start - _NEAR <= sentence.start and sentence.end <= place.sentence.start:
            known = document_in(place.article, sentence, pages, words)
            if known is not None:
                return known
    return None


def _part_first(place: Place, pages: OriginPages, words: OriginWords) -> Origin | None:
    """The document whose part the sentence begins with: "in the column headed …"."""
    text = pages.text(place.article)
    tokens = [Span(*one.span()) for one in TOKEN.finditer(text, *_opening(place.sentence))]
    part = next((one for one in tokens if singular(one.cut(text)) in words.parts), None)
    if part is None:
        return None
    outlet = pages.own(place.article).name
    origin = Origin(place.article, part.cut(text), "document", True, outlet, (), (part,))
    name = whole_document(origin, pages, words)
    return replace(origin, name=name) if name else None


def _opening(sentence: Span) -> tuple[int, int]:
    return sentence.start, min(sentence.end, sentence.start + _OPENING)


def _speaks_of_document(place: Place, text: str, words: OriginWords) -> bool:
    """Whether the sentence begins with a document, its title in quotation marks, or "it"."""
    start = place.sentence.cut(text)
    if words.grammar.again.match(start) or _TITLE_FIRST.match(start):
        return True
    return bool({singular(one) for one in TOKEN.findall(start)[:6]} & words.documents)


def document_in(
    article: str, sentence: Span, pages: OriginPages, words: OriginWords
) -> Origin | None:
    """The document beside whoever has seen it: the page's own outlet, or one that it names."""
    text = pages.text(article)
    own = re.compile(rf"(?<!\w)(?:{own_names(article, pages, words)})(?!\w)", re.IGNORECASE)
    mine = [(Span(*one.span()), True) for one in own.finditer(text, sentence.start, sentence.end)]
    others = [
        (span, one is pages.own(article)) for one, span in pages.named_outlets(article, sentence)
    ]
    the = words.grammar.articles.pattern
    seen = re.compile(
        rf"(?:{words.seen.pattern}\s+{words.grammar.by}|{words.given.pattern})\s+(?:{the}\s+)?$",
        re.IGNORECASE,
    )
    for seer, is_own in (*mine, *others):
        before = text[sentence.start : seer.start]
        if before.count("“") > before.count("”") or before.count('"') % 2:
            continue
        found = seen.search(before)
        act = Span(sentence.start + found.start(), seer.end) if found else None
        for has in (words.has_copy, words.has_seen):
            behind = has.match(text, seer.end + 1, sentence.end)
            if behind is not None and act is None:
                act = Span(seer.start, behind.end())
        phrase = None if act is None else document_phrase(sentence, act, text, words)
        if phrase is not None:
            meant = pages.own(article) if is_own else pages.resolve(seer.cut(text))
            name, outlet = without_article(phrase.cut(text)), meant.name if meant else ""
            return Origin(article, name, "document", True, outlet, (), (phrase,), is_own)
    return None


def document_phrase(sentence: Span, act: Span, text: str, words: OriginWords) -> Span | None:
    """The document's noun phrase: the nearest before the seeing, else the first behind it."""
    tokens = [Span(*one.span()) for one in TOKEN.finditer(text, sentence.start, sentence.end)]
    heads = [
        n
        for n, one in enumerate(tokens)
        if singular(one.cut(text)) in words.documents
        and one.cut(text)[1:].islower()
        and not act.overlaps(one)
    ]
    general = words.general_documents
    before = [n for n in heads if tokens[n].end <= act.start]
    ranked = [
        *(n for n in reversed(before) if singular(tokens[n].cut(text)) not in general),
        *(n for n in heads if n not in before),
        *reversed(before),
    ]
    return _widen(tokens, ranked[0], text, words) if ranked else None


def _widen(tokens: list[Span], head: int, text: str, words: OriginWords) -> Span:
    """The noun with the words before it that belong to its description."""
    first = head
    while first > 0 and head - first < _BEFORE_NOUN:
        word = tokens[first - 1].cut(text).lower()
        if text[tokens[first - 1].end : tokens[first].start] not in (" ", "\xa0"):
            break
        if word in words.of | words.ends | words.determiners | words.grammar.linking:
            break
        first -= 1
    return Span(tokens[first].start, tokens[head].end)


def whole_document(origin: Origin, pages: OriginPages, words: OriginWords) -> str:
    """The name of the document in which a part of one stands: the log of "an entry", or ""."""
    article = pages.readings[origin.article].article
    text, start = article.text, origin.spans[0].start if origin.spans else 0
    for where in (text[max(0, start - _NEAR) : start], article.title):
        tokens = [Span(*one.span()) for one in TOKEN.finditer(where)]
        heads = [
            n
            for n, one in enumerate(tokens)
            if singular(one.cut(where)) in words.documents - words.parts - words.general_documents
        ]
        if heads:
            span = _widen(tokens, heads[-1], where, words)
            return without_article(span.cut(where))
    return ""
