"""The article's text as blocks: what trafilatura finds, without the page's furniture in it.

Invariant: blocks cover all of the text but the white space between them.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from onrecord.articles.captions import caption_elements, is_credit_line
from onrecord.articles.date_words import is_date_line
from onrecord.articles.furniture import leads_elsewhere, speaks_to_reader
from onrecord.articles.markup import text_of, tidy, words_of
from onrecord.articles.table_pages import is_laid_out_by_tables, sort_out_lines
from onrecord.record import Block, BlockKind, Caption, Furniture, Span

# trafilatura's time grows faster than the page; the largest development page has 9,000 elements.
MAX_ELEMENTS = 30_000
MAX_CHARS = 3_000_000
# Shorter paragraphs are furniture more often than not where nothing but the tree is known.
MIN_PLAIN_CHARS = 40
# No article is longer (a long novel has as many characters); a page without a paragraph of the
# least length has no article.
MAX_TEXT = 3_000_000
MIN_TEXT = 40

_KINDS: dict[str, BlockKind] = {
    "head": "heading",
    "quote": "quotation",
    "list": "list",
    "table": "table",
}
_BLOCKS = (
    "p",
    "head",
    "quote",
    "item",
    "row",
    "code",
    "dl",
    "dt",
    "dd",
    "list",
    "table",
    "div",
    "body",
)

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


# Characters, and share of the page's plain paragraphs by their first OPENING signs, below which
# the slow way is tried too. F1 on the development pages is that of always trying it (96.6, 92.7,
# 95.0 on the three sets), and one page in ten needs it; without the share, furniture comes into
# seven pages of examples/tracing/second.
MIN_FAST, MIN_SHARE, OPENING = 1000, 0.5, 40


@dataclass(frozen=True, slots=True)
class Body:
    """The text, its blocks, and the pieces that were taken out of it as furniture."""

    text: str
    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...]
    complete: bool = True


def find_body(
    tree: HtmlElement, url: str, title: str, bylines: Iterable[str], captions: Iterable[Caption]
) -> Body:
    """The body of the page; empty where the page has no article.

    ``complete`` is False where the page is too large for the full extractor.
    """
    small = _is_small(tree)
    found = list(_extract(tree, url) if small else _plain_paragraphs(tree))
    lines: tuple[Furniture, ...] = ()
    if is_laid_out_by_tables(found):
        found, lines = sort_out_lines(found)
    kept, furniture = _sort_out(found, title, bylines, captions)
    text, blocks = _join(kept if sum(len(one) for _, one in kept) >= MIN_TEXT else [])
    return Body(text, blocks, (*lines, *furniture), small)


def _is_small(tree: HtmlElement) -> bool:
    chars = 0
    for count, element in enumerate(tree.iter()):
        if element.tag not in ("script", "style"):
            chars += len(element.text or "") + len(element.tail or "")
        if count > MAX_ELEMENTS or chars > MAX_CHARS:
            return False
    return True


def _extract(tree: HtmlElement, url: str) -> Iterator[tuple[BlockKind, str]]:
    try:
        found = _ask_trafilatura(tree, url, fast=True)
        if _share_of(tree, found) < MIN_SHARE:
            found = _ask_trafilatura(tree, url, fast=False)
    except Exception:  # a foreign library on hostile input; the plain reading below still works
        found = list(_plain_paragraphs(tree))
    yield from found


def _share_of(tree: HtmlElement, found: list[tuple[BlockKind, str]]) -> float:
    """Which share of the page's plain paragraphs is in what was found; 0 where that is little."""
    text = "\n".join(text for _, text in found)
    if len(text) < MIN_FAST:
        return 0.0
    plain = [text for _, text in _plain_paragraphs(tree)]
    held = sum(len(one) for one in plain if one[:OPENING] in text)
    return held / max(1, sum(map(len, plain)))


def _ask_trafilatura(tree: HtmlElement, url: str, *, fast: bool) -> list[tuple[BlockKind, str]]:
    """The blocks that it finds outside of captions; ``fast`` = without asking other extractors."""
    pruned = deepcopy(tree)
    for element in caption_elements(pruned):
        element.drop_tree()
    document = bare_extraction(pruned, url=url or None, include_comments=False, fast=fast)
    if document is None or isinstance(document, dict) or document.body is None:
        return []
    return list(_blocks_of(document.body, "paragraph"))


def _blocks_of(element: _Element, kind: BlockKind) -> Iterator[tuple[BlockKind, str]]:
    """The blocks below an element of trafilatura's tree, without recursion."""
    words: list[str] = []
    current = kind
    stack: list[tuple[str, _Element | str, BlockKind]] = [("open", element, kind)]
    while stack:
        step, what, inside = stack.pop()
        if step == "text":
            words.append(str(what))
            current = inside
            continue
        if step == "break":
            text = tidy("".join(words))
            words.clear()
            if text:
                yield current, text
            continue
        assert not isinstance(what, str)
        tag = what.tag if isinstance(what.tag, str) else ""
        within = (
            inside
            if inside in ("table", "quotation") and tag != "head"
            else _KINDS.get(tag, inside)
        )
        block = tag in _BLOCKS
        later: list[tuple[str, _Element | str, BlockKind]] = []
        if block:
            later.append(("break", "", inside))
        if tag == "lb":
            later.append(("text", " ", inside))
        if what.text:
            later.append(("text", what.text, within))
        for child in what:
            later.append(("open", child, within))
            if child.tail:
                later.append(("text", (" " if tag == "row" else "") + child.tail, within))
            if tag == "row":
                later.append(("text", " ", within))
        if block:
            later.append(("break", "", within))
        stack.extend(reversed(later))
    if text := tidy("".join(words)):
        yield current, text


def _plain_paragraphs(tree: HtmlElement) -> Iterator[tuple[BlockKind, str]]:
    """Paragraphs that are no lists of links: linear in the size of the page."""
    total = 0
    for element in tree.iter("p"):
        text = text_of(element)[: MAX_TEXT - total]
        total += len(text)
        if total >= MAX_TEXT:
            return
        linked = sum(len(words_of(link)) for link in element.iter("a"))
        if len(text) >= MIN_PLAIN_CHARS and linked < len(text) / 2:
            yield "paragraph", text


def _sort_out(
    found: list[tuple[BlockKind, str]],
    title: str,
    bylines: Iterable[str],
    captions: Iterable[Caption],
) -> tuple[list[tuple[BlockKind, str]], tuple[Furniture, ...]]:
    """The blocks that are the article's, and those that are labels, bylines or captions."""
    bars = {_letters(text) for text in bylines}
    pictures = {_letters(one.text) for one in captions} | {
        _letters(f"{one.text} {one.credit}") for one in captions
    }
    pictures |= {_letters(one.credit) for one in captions}
    pictures.discard("")
    head = _letters(title)
    kept: list[tuple[BlockKind, str]] = []
    aside: list[Furniture] = []
    for kind, text in found:
        same = _letters(text)
        if not same:
            continue
        if same == head and len(kept) < 3:
            continue
        if len(text) < 200 and same in bars and len(kept) < 4:
            aside.append(Furniture("byline", text))
        elif len(kept) < 4 and is_date_line(text):
            aside.append(Furniture("date", text))
        elif same in pictures or is_credit_line(text):
            aside.append(Furniture("credit", text))
        elif leads_elsewhere(text):
            aside.append(Furniture("related", text))
        elif speaks_to_reader(text):
            aside.append(Furniture("other", text))
        else:
            kept.append((kind, text))
    while kept and kept[-1][0] == "heading":
        aside.append(Furniture("related", kept.pop()[1]))
    return kept, tuple(aside)


def _join(kept: list[tuple[BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    blocks: list[Block] = []
    at = 0
    for kind, text in kept:
        blocks.append(Block(kind, Span(at, at + len(text))))
        at += len(text) + 2
    return "\n\n".join(text for _, text in kept), tuple(blocks)


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w+", text.casefold()))
