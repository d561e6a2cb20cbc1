"""What stands on the page beside the article: navigation, related headlines, tags, bylines.

Invariant: furniture is kept and labelled, and none of it is the article's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice

from lxml.html import HtmlElement

from onrecord.articles.markup import label_of, words_of
from onrecord.articles.structured import Description, words
from onrecord.articles.vocabulary import alternatives, load_words
from onrecord.record import Furniture, FurnitureKind

MAX_PIECES = 400
MAX_LOOKED_AT = 5_000
MAX_PIECE = 300
# A line that leads to another article is not longer than a headline with its label.
MAX_LEAD_WORDS = 30

_RELATED = re.compile(
    r"related|recommend|more-?(?:from|stories|news|on|articles)|most-?(?:read|popular|viewed)|trending|popular|read-?(?:next|also)|also-?read|up-?next|teaser|outbrain|taboola|latest-?(?:news|stories)|mehr-?zum|leer-mas|lire-aussi|see-also"
)
_TAGS = re.compile(
    r"(?:^|[\s_-])(?:tags?|topics?|keywords?|post-tags|entry-tags|tag-?list|schlagwort|etiquetas|themen)(?:$|[\s_-])"
)
_COMMENT = re.compile(r"(?:^|[\s_-])comments?(?:$|[\s_-])|disqus|comment-?(?:list|section|body)")
_ADVERT = re.compile(
    r"(?:^|[\s_-])(?:ad|ads|advert|advertisement|sponsored|promo|newsletter)(?:$|[\s_-])"
)


def find_furniture(
    tree: HtmlElement, description: Description, bylines: Iterable[str]
) -> tuple[Furniture, ...]:
    """The labelled pieces, each once, in the order of the page."""
    kept: dict[tuple[str, str], Furniture] = {}
    pieces = islice(chain(_declared(description, bylines), _pieces(tree)), MAX_LOOKED_AT)
    for kind, text in pieces:
        text = text[:MAX_PIECE]
        if len(kept) >= MAX_PIECES:
            break
        if len(text) > 1:
            kept.setdefault((kind, text), Furniture(kind, text))
    return tuple(kept.values())


def leads_elsewhere(text: str) -> bool:
    """Whether a line of text only leads to another article ("Read more: …")."""
    return len(text.split()) <= MAX_LEAD_WORDS and bool(_lead().match(text))


def speaks_to_reader(text: str) -> bool:
    """Whether a short line is a label or a request of the page ("Advertisement")."""
    return len(text) <= 60 and bool(_reader().match(text))


def _declared(
    description: Description, bylines: Iterable[str]
) -> Iterator[tuple[FurnitureKind, str]]:
    for byline in bylines:
        yield "byline", byline
    for value in description.values("keywords"):
        for word in words(value).split(",")[:50]:
            yield "tag", word.strip()
    for _, content in description.meta("article:tag", "news_keywords"):
        for word in content.split(",")[:50]:
            yield "tag", word.strip()


def _pieces(tree: HtmlElement) -> Iterator[tuple[FurnitureKind, str]]:
    kinds: dict[HtmlElement, FurnitureKind] = {}
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        parent = element.getparent()
        inherited = kinds.get(parent) if parent is not None else None
        kind = inherited or _kind(element)
        if kind is None:
            continue
        kinds[element] = kind
        line = element.tag in ("a", "h2", "h3", "h4") or (kind == "comment" and element.tag == "p")
        above = parent is not None and parent.tag in ("a", "h2", "h3", "h4") and inherited
        if line and not above:
            yield kind, words_of(element, MAX_PIECE)


def _kind(element: HtmlElement) -> FurnitureKind | None:
    if element.tag in ("nav", "footer") or element.get("role") == "navigation":
        return "navigation"
    if element.tag == "a" and "tag" in (element.get("rel") or "").split():
        return "tag"
    if element.tag in ("html", "body", "main", "article", "a", "p", "h1"):
        return None
    label = label_of(element)
    if not label:
        return None
    if _COMMENT.search(label):
        return "comment"
    if _RELATED.search(label):
        return "related"
    if _TAGS.search(label):
        return "tag"
    if _ADVERT.search(label):
        return "advertisement"
    return None


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(
        rf"^\W{{0,4}}(?:{alternatives(load_words('furniture')['related'])})(?!\w)", re.I
    )


@cache
def _reader() -> re.Pattern[str]:
    return re.compile(
        rf"^\W{{0,4}}(?:{alternatives(load_words('furniture')['reader'])})(?:\W{{0,4}}$|[:\s].{{0,20}}$)",
        re.I,
    )
