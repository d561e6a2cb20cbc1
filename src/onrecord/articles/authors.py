"""Who wrote the article: the people whom the page names as its authors.

Invariant: people only; an outlet, an agency, a desk or a role is nobody's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from onrecord.articles.markup import label_of, tidy, words_of
from onrecord.articles.people import split_people
from onrecord.articles.structured import Description, types_of, words

# More names than this are a list of contributors, not a byline.
MAX_AUTHORS = 12
MAX_BYLINE_WORDS = 200

_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|authors|autor|autoren|auteur|autore|firma|writer|contributor"
    r"|article-?author|post-?author|entry-?author|vcard)s?(?:$|[\s_-])|byline|author-?name|authorname"
)
_NOT_BYLINE = re.compile(
    r"bio|avatar|image|photo|social|follow|comment|related|teaser|card-?list|more-from|box|description|about|twitter|email"
)
_PROFILE = re.compile(
    r"/(?:authors?|by|people|person|profile|profiles|staff|staff-?member|contributors?|writers?|reporters?"
    r"|autor|autoren|autores|auteur|auteurs|autori|journalists?|journalistes?|redaktion|team|editorial-team|bio|columnist)s?/"
)
_OUTSIDE = {"nav", "aside", "footer", "form"}


@dataclass(frozen=True, slots=True)
class Bylines:
    """The authors, and the words of every byline that was looked at."""

    authors: tuple[str, ...]
    seen: tuple[str, ...]


def find_authors(tree: HtmlElement, description: Description, own: frozenset[str]) -> Bylines:
    """The people who wrote the page, by the first witness that names any."""
    seen: list[str] = []
    visible: list[str] = []
    for element in _byline_elements(tree):
        text = words_of(element)
        if text and len(text.split()) <= MAX_BYLINE_WORDS:
            seen.append(text)
            visible.extend(_visible_names(element, text, own))
    declared = list(_declared(description, own))
    meta = list(_meta(description, own))
    for names in (declared, visible, meta):
        if names:
            unique = _unique(names)
            return Bylines(unique if len(unique) <= MAX_AUTHORS else (), tuple(seen))
    return Bylines((), tuple(seen))


def _declared(description: Description, own: frozenset[str]) -> Iterator[str]:
    """The authors of the first article node that has any."""
    for node in description.articles:
        names: list[str] = []
        for key in ("author", "creator"):
            for value in description.open(node.get(key)):
                names += _from_value(value, own)
            if names:
                break
        if names:
            yield from names
            return


def _from_value(value: Any, own: frozenset[str]) -> tuple[str, ...]:
    if isinstance(value, dict):
        if "Organization" in types_of(value) or "NewsMediaOrganization" in types_of(value):
            return ()
        name = value.get("name")
        if isinstance(name, list):
            return tuple(one for part in name for one in split_people(words(part), own))
    return split_people(words(value), own)


def _meta(description: Description, own: frozenset[str]) -> Iterator[str]:
    wanted = (
        "author",
        "article:author",
        "article:author_name",
        "byl",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "dc.contributor",
        "citation_author",
        "cxenseparse:author",
        "og:author",
        "twitter:data1",
    )
    for name, content in description.meta(*wanted):
        if content.startswith("http") or (name == "twitter:data1" and not _labelled(description)):
            continue
        yield from split_people(content, own)


def _labelled(description: Description) -> bool:
    return any("by" in content.lower() for _, content in description.meta("twitter:label1"))


def _byline_elements(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Elements that are labelled as a byline, those within others left out, in order."""
    inside: set[HtmlElement] = set()
    for element in tree.iter(
        "a", "span", "div", "p", "address", "li", "h3", "h4", "h5", "cite", "section", "ul"
    ):
        parent = element.getparent()
        if parent is not None and (parent in inside or parent.tag in _OUTSIDE):
            inside.add(element)
            continue
        label = label_of(element)
        named = "author" in (element.get("rel") or "").split() or _BYLINE.search(label)
        if named and not _NOT_BYLINE.search(label):
            inside.add(element)
            yield element


def _visible_names(element: HtmlElement, text: str, own: frozenset[str]) -> list[str]:
    links = [element] if element.tag == "a" else list(element.iter("a"))
    names = [
        name
        for link in links
        if _PROFILE.search((link.get("href") or "").lower()) or "author" in (link.get("rel") or "")
        for name in split_people(words_of(link), own)
    ]
    return names or list(split_people(text, own))


def _unique(names: list[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(tidy(name).casefold(), name)
    return tuple(kept.values())
