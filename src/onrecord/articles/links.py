"""The links of the article's text to other pages.

Invariant: a link's span covers exactly the words that are linked.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from lxml.html import HtmlElement

from onrecord.articles.markup import text_of, tidy
from onrecord.record import Block, Link, Span

MAX_LINKS = 2_000


def find_links(
    tree: HtmlElement, text: str, blocks: tuple[Block, ...], url: str
) -> tuple[Link, ...]:
    """The links that stand in paragraphs of ``text``, in its order."""
    places: dict[str, int] = {}
    for block in blocks:
        places.setdefault(block.span.cut(text), block.span.start)
    found: dict[int, Link] = {}
    for element in tree.iter("p", "li", "blockquote", "h2", "h3", "h4", "div"):
        links = (
            list(element.iter("a")) if element.tag != "div" or element.find("a") is not None else []
        )
        if not links or len(links) > 200:
            continue
        start = places.get(text_of(element))
        if start is None:
            continue
        for link in _place(links, text, start, url):
            if link.span is not None:
                found.setdefault(link.span.start, link)
        if len(found) >= MAX_LINKS:
            break
    return tuple(found[start] for start in sorted(found))


def _place(links: list[HtmlElement], text: str, at: int, url: str) -> Iterator[Link]:
    for link in links:
        words, target = text_of(link), tidy(link.get("href"))
        if not words or not target or target.startswith(("#", "javascript:", "mailto:", "data:")):
            continue
        start = text.find(words, at, at + 50_000)
        if start < 0:
            continue
        at = start + len(words)
        try:
            yield Link(urljoin(url, target), words, Span(start, at))
        except ValueError:
            continue
