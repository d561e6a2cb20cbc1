"""What a page says of itself for machines: JSON-LD, meta elements, microdata.

Invariant: nothing here decides; it only reads, and what cannot be read is skipped.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from lxml.html import HtmlElement

from onrecord.articles.markup import tidy

Node: TypeAlias = dict[str, Any]

# No honest page describes itself in more than this; beyond it only the first are read.
MAX_JSON_CHARS = 2_000_000
MAX_NODES = 2_000

_TRAILING_COMMA = re.compile(r",(\s{0,200}[}\]])")
_ARTICLE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|^Report)$")
_PAGE = re.compile(r"(?:WebPage|ItemPage|VideoObject|Review|Recipe|Event)$")


@dataclass(frozen=True, slots=True)
class Description:
    """The page's words about itself.

    ``metas`` = meta elements, names in lower case; ``nodes`` = all top-level JSON-LD nodes;
    ``articles`` = those that describe the article itself, the fullest first.
    """

    metas: Mapping[str, tuple[str, ...]]
    nodes: tuple[Node, ...]
    articles: tuple[Node, ...]
    ids: Mapping[str, Node]

    def meta(self, *names: str) -> Iterator[tuple[str, str]]:
        """Name and content of each meta element called one of ``names``, in that order."""
        for name in names:
            for content in self.metas.get(name, ()):
                yield name, content

    def values(self, key: str) -> Iterator[Any]:
        """The values of ``key`` in the article's nodes, references followed, lists opened."""
        for node in self.articles:
            yield from self.open(node.get(key))

    def open(self, value: Any) -> Iterator[Any]:
        """``value`` or its parts, where each bare reference is replaced by what it names."""
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict) and "@id" in part and len(part) <= 2:
                yield self.ids.get(str(part["@id"]), part)
            elif part is not None and not isinstance(part, list):
                yield part


def describe(tree: HtmlElement, url: str) -> Description:
    """All that the page tells machines."""
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = tidy(meta.get("content"))
        if name and content:
            metas.setdefault(name.strip().lower(), []).append(content)
    nodes = tuple(_json_nodes(tree))
    ids = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 2}
    return Description(
        metas={name: tuple(dict.fromkeys(contents)) for name, contents in metas.items()},
        nodes=nodes,
        articles=_articles(nodes, url),
        ids=ids,
    )


def types_of(node: Node) -> tuple[str, ...]:
    """The schema.org types of a node, without their prefixes."""
    given = node.get("@type", ())
    return tuple(
        str(one).rsplit("/", 1)[-1].rsplit(":", 1)[-1]
        for one in (given if isinstance(given, list) else [given])
    )


def words(value: Any) -> str:
    """The text of a JSON-LD value: a string, or a node's name."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    if isinstance(value, list):
        value = value[0] if value else None
    return tidy(html.unescape(value)) if isinstance(value, str) else ""


def _json_nodes(tree: HtmlElement) -> Iterator[Node]:
    found = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        for node in _top_nodes(_load(script.text[:MAX_JSON_CHARS])):
            found += 1
            if found > MAX_NODES:
                return
            yield node


def _load(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = text.removeprefix("//<![CDATA[").removeprefix("<![CDATA[").removesuffix("//]]>")
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text), html.unescape(text)):
        try:
            return json.loads(attempt.removesuffix("]]>").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _top_nodes(value: Any) -> Iterator[Node]:
    """The nodes that describe the page; parts, comments and listed other articles are left out."""
    stack = [value]
    while stack:
        one = stack.pop()
        if isinstance(one, list):
            stack.extend(reversed(one))
        elif isinstance(one, dict):
            yield one
            stack.extend(one[key] for key in ("mainEntity", "@graph") if key in one)
            page = one.get("mainEntityOfPage")
            if isinstance(page, dict) and len(page) > 2:
                stack.append(page)


def _articles(nodes: Iterable[Node], url: str) -> tuple[Node, ...]:
    kept = list(nodes)
    real = [node for node in kept if any(_ARTICLE.search(one) for one in types_of(node))]
    real = real or [node for node in kept if any(_PAGE.search(one) for one in types_of(node))]
    here = url.split("?")[0].split("#")[0].rstrip("/")

    def rank(node: Node) -> int:
        place = node.get("url") or node.get("@id") or node.get("mainEntityOfPage")
        place = place.get("@id") if isinstance(place, dict) else place
        same = isinstance(place, str) and here and place.split("?")[0].split("#")[0].rstrip("/")
        wanted = ("headline", "datePublished", "author", "articleBody", "publisher")
        return sum(key in node for key in wanted) + 10 * (same == here if here else False)

    return tuple(sorted(real, key=rank, reverse=True))
