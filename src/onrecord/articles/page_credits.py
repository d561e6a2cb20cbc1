"""Which other outlet the page names for machines as the origin of its text.

Invariant: the page's own outlet is no credit, under whatever name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from onrecord.articles.outlets import host_of, letters
from onrecord.articles.structured import Description, types_of, words
from onrecord.record import CreditPlace, PageCredit

# More than these are a list of partners, not the origin of one text.
MAX_CREDITS = 8
MAX_NAME = 80
# Shorter names begin too many others.
OWN_LETTERS = 4

_SOURCE_KEYS = ("sourceOrganization", "provider", "isBasedOn", "isBasedOnUrl")
_SOURCE_METAS = ("syndication-source", "original-source", "dc.source", "dcterms.source")
_FEED_META = "feed:source"


def find_page_credits(
    tree: HtmlElement, description: Description, url: str, own: frozenset[str]
) -> tuple[PageCredit, ...]:
    """The other outlets and agencies in the page's metadata, each once.

    ``own`` = the letters of the outlet's names.
    """
    found: dict[str, PageCredit] = {}
    for name, place in _named(tree, description, url):
        name = host_of(name) if "://" in name else name
        key = letters(name).removeprefix("the")
        if not key or len(name) > MAX_NAME or host_of(url) == name or _is_own(key, own):
            continue
        found.setdefault(key, PageCredit(name, place))
    return tuple(found.values())[:MAX_CREDITS]


def _is_own(key: str, own: frozenset[str]) -> bool:
    """Whether the letters are those of the outlet, perhaps with a slogan or company behind them."""
    return any(key == one or (len(one) >= OWN_LETTERS and key.startswith(one)) for one in own)


def _named(
    tree: HtmlElement, description: Description, url: str
) -> Iterator[tuple[str, CreditPlace]]:
    for key in _SOURCE_KEYS:
        for value in description.values(key):
            yield _address_or_name(value), "source"
    for value in description.values("publisher"):
        yield words(value), "publisher"
    for key in ("author", "creator"):
        for value in description.values(key):
            if isinstance(value, dict) and any("Organization" in one for one in types_of(value)):
                yield words(value), "author"
    for _, content in description.meta(*_SOURCE_METAS):
        yield content, "source"
    for _, content in description.meta(_FEED_META):
        yield content, "feed"
    canonical = host_of(_canonical(tree))
    here = host_of(url) or next((host_of(one) for _, one in description.meta("og:url")), "")
    if canonical and here and _site(canonical) != _site(here):
        yield canonical, "canonical"


def _address_or_name(value: Any) -> str:
    if isinstance(value, dict):
        place = str(value.get("url") or value.get("@id") or "")
        return words(value) or (place if "://" in place else "")
    return words(value)


def _canonical(tree: HtmlElement) -> str:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            return link.get("href") or ""
    return ""


def _site(host: str) -> str:
    """The last two labels: ``news.paper.example`` and ``paper.example`` are one site."""
    return ".".join(host.split(".")[-2:])
