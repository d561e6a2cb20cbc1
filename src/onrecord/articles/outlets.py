"""Who publishes the page, and which agency it credits.

Invariant: an outlet is the page's own; an agency that wrote the text is ``wire``, never outlet.
"""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from onrecord.articles.structured import Description, words
from onrecord.articles.vocabulary import load_words

_WORD = re.compile(r"\w+")
_SUFFIX = re.compile(r"\.(?:co|com|org|net|gov|ac|edu|gob|or|ne)\.[a-z]{2}$|\.[a-z]{2,12}$")
_CREDIT = re.compile(r"\(([^()\n]{2,40})\)\s{0,3}[—–-]")
_TAGLINE = re.compile(r"\s[|–—•:-]\s.*$")


def find_outlet(tree: HtmlElement, description: Description, url: str) -> str:
    """The outlet's name: publisher, og:site_name, domain; "" where the page tells none.

    A name that the host has in it wins: a portal gives an agency as publisher of its text.
    """
    host = host_of(url) or host_of(_canonical(tree, description))
    names = [words(value) for value in description.values("publisher")]
    names += [
        content
        for _, content in description.meta("og:site_name", "application-name", "dc.publisher")
    ]
    names += [
        words(node.get("name"))
        for node in description.nodes
        if str(node.get("@type")) in ("NewsMediaOrganization", "WebSite")
    ]
    fitting = [name for name in map(_bare_name, names) if name]
    name = next((one for one in fitting if _is_of(one, host)), fitting[0] if fitting else host)
    return name.lower() if host_of(f"https://{name}") and " " not in name else name


def _bare_name(name: str) -> str:
    """The name without its tagline; "" where it is none."""
    bare = _TAGLINE.sub("", name).strip()
    return bare if len(bare) <= 60 and not bare.startswith(("http", "@", "{")) else ""


def _is_of(name: str, host: str) -> bool:
    """Whether the host is the name's own: a page's publisher may be whoever wrote its text."""
    return bool(host) and letters(name).removeprefix("the") in letters(host)


def host_of(url: str) -> str:
    """The domain of ``url`` without "www.", or ""."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").removeprefix("m.") if "." in host else ""


def names_of_outlet(outlet: str, url: str) -> frozenset[str]:
    """The letters of all names by which a byline may call the outlet itself."""
    host = host_of(url)
    bare = _SUFFIX.sub("", host)
    forms = {outlet, host, bare, bare.split(".")[-1], _SUFFIX.sub("", outlet.lower())}
    return frozenset(letters(form).removeprefix("the") for form in forms if form)


def letters(text: str) -> str:
    """The letters and digits of ``text``, case folded, nothing between."""
    return "".join(_WORD.findall(text.casefold()))


def find_agency(text: str) -> str:
    """The agency that ``text`` is the name of, or ""."""
    return _agencies().get(letters(text).removeprefix("the"), "")


def find_wire(description: Description, bylines: tuple[str, ...], text: str, outlet: str) -> str:
    """The agency that the page credits for its text, or ""; an agency's own page credits none."""
    own = find_agency(outlet)
    given = [words(value) for value in description.values("sourceOrganization")]
    given += [words(value) for value in description.values("author")]
    given += [content for _, content in description.meta("dc.source", "article:author", "author")]
    for name in (*given, *bylines):
        for part in re.split(r"\s*[,;/|]\s*|\s+(?:and|und|et|y|with|mit)\s+|^By\s+", name)[:12]:
            agency = find_agency(part)
            if agency and agency != own:
                return agency
    for credit in _CREDIT.finditer(text[:300]):
        agency = find_agency(credit.group(1).split("/")[0])
        if agency and agency != own:
            return agency
    return _last_credit(text, own)


def _last_credit(text: str, own: str) -> str:
    """The agency named alone at the text's end: "(Reuters)", "© AP", "– dpa"."""
    last = text.rstrip().rsplit("\n", 1)[-1]
    if len(last) <= 60:
        agency = find_agency(last.strip("()[]©–—- .").removeprefix("Source:"))
        return agency if agency != own else ""
    found = re.search(r"\(([^()]{2,30})\)\W{0,3}$", last[-40:])
    agency = find_agency(found.group(1).split("/")[0]) if found else ""
    return agency if agency != own else ""


def _canonical(tree: HtmlElement, description: Description) -> str:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            return link.get("href") or ""
    return next((content for _, content in description.meta("og:url")), "")


@cache
def _agencies() -> dict[str, str]:
    table = load_words("agencies")
    return {
        letters(form).removeprefix("the"): name
        for name, forms in table["agencies"].items()
        for form in (name, *forms)
    }
