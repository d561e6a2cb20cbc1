"""Who wrote the article: the people whom the page names as its authors.

Invariant: people only; an outlet, an agency, a desk or a role is nobody's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml.html import HtmlElement

from onrecord.articles.markup import label_of, tidy, words_of
from onrecord.articles.outlets import letters
from onrecord.articles.people import names_organisation, split_people
from onrecord.articles.structured import Description, types_of, words
from onrecord.articles.vocabulary import load_words

# More names than this are a list of contributors, not a byline.
MAX_AUTHORS = 12
MAX_BYLINE_CHARS = 1_200
# Bylines looked at; the first is the article's, the rest are furniture.
MAX_BYLINES = 60
# More names about the first byline belong to a list of other articles.
MAX_TOGETHER = 6

_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|authors|autor|autoren|auteur|autore|firma|writer|contributor"
    r"|article-?author|post-?author|entry-?author|vcard)s?(?:$|[\s_-])|byline|auth-?name|author-?name|writtenby"
)
_IN_BRACKETS = re.compile(
    r"[（(](?P<label>[^()（）:：]{1,20})[:：](?P<names>[^()（）]{1,80})[)）]$"
)
_NOT_BYLINE = re.compile(
    r"bio|avatar|image|photo|social|follow|comment|related|teaser|card-?list|more-from|box|description|about|twitter|email|location|role|job|position"
)
_PROFILE = re.compile(
    r"/(?:author|by|people|person|profile|staff|staff-?member|contributor|writer|reporter|autor|autore"
    r"|autoren|auteur|autori|journalist|journaliste|redaktion|team|editorial-team|bio|columnist)s?/"
)
# Of those, the addresses that are nobody's but an author's.
_AUTHOR_PAGE = re.compile(
    r"/(?:author|by|staff|contributor|writer|reporter|autor|autore|autoren|auteur|bio|columnist)s?/"
)
_OF_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:related|teasers?|recommend\w*|popular|most-read|comments?|recirc\w*|appetizer"
    r"|summary-?item|cards?|card-?(?:text|body|list|content)|more-?(?:from|stories|news|articles)"
    r"|trending|read-?(?:more|next|also)|promo)(?:$|[\s_-])|recirc|summaryitem"
)
_OUTSIDE = {"nav", "aside", "footer", "form", "figure", "figcaption"}
_WHOLE = {"html", "body", "main", "article", "a", "h1"}


@dataclass(frozen=True, slots=True)
class Bylines:
    """The authors, and the words of every byline that was looked at."""

    authors: tuple[str, ...]
    seen: tuple[str, ...]


def find_authors(tree: HtmlElement, description: Description, own: frozenset[str]) -> Bylines:
    """The people who wrote the page.

    The first witness that names any is believed: JSON-LD, the byline by the headline, meta
    elements, links to authors, a name behind a label. JSON-LD may leave out second authors: a
    byline, or else a meta
    element, that names all of its people and more is believed instead.
    """
    seen, names = _visible(tree, own)
    shown = _unique(names)
    declared = _unique(list(_declared(description, own)))
    meta = _unique(list(_meta(description, own)))
    best = declared or shown or meta or _unique(_linked(tree, own) or _behind_label(tree, own))
    if shown and _keys(best) < _keys(shown):
        best = shown
    elif _keys(best) < _keys(meta):
        best = meta
    return Bylines(best if len(best) <= MAX_AUTHORS else (), tuple(seen))


def _keys(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)


def _visible(tree: HtmlElement, own: frozenset[str]) -> tuple[list[str], list[str]]:
    """All bylines' words; the names of the first byline and of its neighbours.

    A first byline that names an agency or the outlet itself settles it: nobody is named.
    """
    seen: list[str] = []
    bylines: list[list[str]] = []
    group: HtmlElement | None = None
    for element in _byline_elements(tree):
        text = words_of(element, MAX_BYLINE_CHARS)
        if not text or len(text) > MAX_BYLINE_CHARS:
            continue
        seen.append(text)
        if group is not None and group not in _near(element):
            continue
        found = _visible_names(element, text, own)
        if group is None and (found or names_organisation(text, own)):
            group = (_near(element) or [element])[-1]
        if group is not None:
            bylines.append(found)
        if len(seen) >= MAX_BYLINES:
            break
    together = [name for found in bylines for name in found]
    return seen, together if len(set(together)) <= MAX_TOGETHER else bylines[0][:MAX_TOGETHER]


def _near(element: HtmlElement) -> list[HtmlElement]:
    """The element's two ancestors; bylines that share one belong together."""
    return [at for at, _ in zip(element.iterancestors(), range(2), strict=False)]


def _linked(tree: HtmlElement, own: frozenset[str]) -> list[str]:
    """The names in links to authors' own pages that stand together behind the headline."""
    names: list[str] = []
    group: HtmlElement | None = None
    below = next(tree.iter("h1"), None) is None
    for element in tree.iter("h1", "a"):
        below = below or element.tag == "h1"
        if not below or not _AUTHOR_PAGE.search((element.get("href") or "").lower()):
            continue
        around = list(element.iterancestors())
        if any(at.tag in _OUTSIDE or _is_of_others(at) for at in around[:10]):
            continue
        if group is not None and group not in around[:2]:
            break
        found = split_people(words_of(element, 200), own)
        if found and group is None and len(around) > 1:
            group = around[1]
        names.extend(found)
    return names


def _behind_label(tree: HtmlElement, own: frozenset[str]) -> list[str]:
    """The names behind the first label for an author, as in a list of the page's particulars."""
    for element in tree.iter("strong", "b", "dt", "th", "label", "span", "p", "div"):
        words = (element.text or "").strip()
        if not words or len(words) > MAX_BYLINE_CHARS:
            continue
        inside = _IN_BRACKETS.match(words)
        label = (inside["label"] if inside else words).strip(" :：").casefold()
        if label not in _labels():
            continue
        beside = element.getnext()
        after = inside["names"] if inside else (element.tail or "").strip()
        if not after and beside is not None:
            after = words_of(beside, MAX_BYLINE_CHARS)
        if found := split_people(after, own):
            return list(found)
    return []


@cache
def _labels() -> frozenset[str]:
    return frozenset(load_words("bylines")["labels"])


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
    owners = " ".join(
        letters(content)
        for _, content in description.meta(
            "copyright", "dc.publisher", "dcterms.rightsholder", "publisher", "dc.rights", "rights"
        )
    )
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
        if letters(content) in owners:  # a publisher that signs its pages as their author
            continue
        if content.startswith("http") or (name == "twitter:data1" and not _labelled(description)):
            continue
        yield from split_people(content, own)


def _labelled(description: Description) -> bool:
    return any("by" in content.lower() for _, content in description.meta("twitter:label1"))


def _is_of_others(element: HtmlElement) -> bool:
    """Whether the element holds other articles, whose authors are not this one's."""
    return element.tag not in _WHOLE and bool(_OF_OTHERS.search(label_of(element)))


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
        if _is_of_others(element):
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
    spoken = split_people(text, own)
    return list(spoken) if set(names) <= set(spoken) else names


def _unique(names: list[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(tidy(name).casefold(), name)
    return tuple(kept.values())
