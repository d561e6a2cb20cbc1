"""Whether two descriptions are of one document.

Invariant: documents of different authors stay apart, whatever else their descriptions share.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.record import Span
from onrecord.statements.phrases import singular
from onrecord.stories.sources.descriptions import TOKEN, head_noun
from onrecord.stories.sources.origin import Origin
from onrecord.stories.sources.origin_pages import OriginPages
from onrecord.stories.sources.origin_words import OriginWords

_BEHIND = 30
"""Characters behind a document's noun in which its author begins; set by hand."""
_ARTICLE = 4
"""Characters by which a body's mention may begin before its name: its article."""
_TITLE = re.compile(r"[“\"‘]([A-Z][^”\"’]{2,60})[”\"’]")


def author_of_data(origin: Origin, pages: OriginPages, words: OriginWords) -> Origin:
    """The body whose own data the origin is: "figures from the Polar Institute"; or as it is."""
    if not origin.spans or origin.kind not in ("document", "group", "unknown"):
        return origin
    text, span = pages.text(origin.article), origin.spans[0]
    of = re.compile(
        rf"{words.data.pattern}\s+{words.grammar.by_whom}\s+"
        rf"(?:{words.grammar.articles.pattern}\s+)?",
        re.IGNORECASE,
    )
    found = of.search(text, span.start, min(len(text), span.end + _BEHIND))
    for entity in pages.readings[origin.article].entities if found is not None else ():
        for mention in entity.mentions:
            if entity.kind == "organisation" and abs(mention.start - found.end()) <= _ARTICLE:  # type: ignore[union-attr]
                return replace(
                    origin, name=entity.name, kind="organisation", unnamed=False, spans=(mention,)
                )
    return origin


def same_document(one: Origin, other: Origin, pages: OriginPages, words: OriginWords) -> str:
    """Why both descriptions are of one document, in words; "" where nothing says so."""
    if one.name == other.name:
        return f"“{one.name}” is named alike on both pages"
    titles = _titles(one, pages, words) & _titles(other, pages, words)
    if titles:
        return f"both pages call it “{min(titles)}”"
    heads = singular(head_noun(one.name)), singular(head_noun(other.name))
    mine, theirs = _telling(one.name, words), _telling(other.name, words)
    loose = any(head in words.general_documents | words.parts for head in heads)
    apart = bool(mine and theirs and not mine & theirs)
    if (heads[0] == heads[1] or loose) and not apart:
        return f"“{other.name}” and “{one.name}” describe the same document"
    if one.article == other.article and heads[0] in _nouns(other.name) | words.general_documents:
        return f"the page speaks of “{one.name}” as “{other.name}” too"
    if len(mine & theirs) > 1:
        return f"both descriptions say “{' '.join(sorted(mine & theirs))}”"
    return ""


def _nouns(name: str) -> frozenset[str]:
    return frozenset(singular(one) for one in TOKEN.findall(name))


def _telling(name: str, words: OriginWords) -> frozenset[str]:
    """The words of a description that tell whose document it is or of what."""
    head = head_noun(name)
    return frozenset(
        singular(one)
        for one in TOKEN.findall(name)
        if one.lower() != head and (one[0].isupper() or singular(one) in words.bodies)
    )


def _titles(origin: Origin, pages: OriginPages, words: OriginWords) -> frozenset[str]:
    """Titles in quotation marks that the paragraph of the document, or the one behind, gives."""
    text = pages.text(origin.article)
    found: set[str] = set()
    for span in origin.spans[:1]:
        paragraph = pages.paragraph(origin.article, span)
        reach = Span(paragraph.start, min(len(text), paragraph.end + 200))
        for one in _TITLE.finditer(text, reach.start, reach.end):
            beside = text[max(0, one.start() - 40) : one.start()]
            if words.titled.search(beside) or re.match(
                rf",?\s+\d+\s+{words.grammar.pages}", text[one.end() : one.end() + 20]
            ):
                found.add(one[1].rstrip(","))
    return frozenset(found)
