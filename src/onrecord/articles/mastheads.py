"""The outlet that an HTML page shows to its readers only: in title, masthead and copyright line.

Invariant: a name counts only where two places of the page agree on it, or a copyright line with
its year claims it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from onrecord.articles.dump_outlets import MAX_NAME, claimed_name
from onrecord.articles.outlets import find_agency, letters

MAX_NODES = 5_000
"""Text nodes looked at from either end of the page: mastheads stand first, copyright lines last."""
MAX_LINE = 300
INITIALS = 4
"""Letters up to which a word in capitals is taken for initials (BBC, NN24)."""
_PARTS = re.compile(r"\s{1,3}[|–—•·»:-]{1,2}\s{1,3}")


def find_masthead(tree: HtmlElement, host: str) -> str:
    """The name that the page shows for itself, or "".

    Where the page's ``host`` is known a name must be in it, or it in the name: a copyright line may
    be the owner's.
    """
    lines = list(_lines(tree))
    claims = [claimed_name(line, dated=False) for line in lines]
    shown = {
        letters(line)
        for line, claim in zip(lines, claims, strict=True)
        if len(line) <= MAX_NAME and not claim
    }
    for name in _title_parts(tree):
        if letters(name) in shown and _fits(name, host):
            return _unshout(name)
    for line, name in zip(reversed(lines), reversed(claims), strict=True):
        known = letters(name) in shown or claimed_name(line) == name
        if name and known and _fits(name, host):
            return _unshout(name)
    return ""


def _title_parts(tree: HtmlElement) -> Iterator[str]:
    """First and last part of the page's title, the shorter first; a heading is not the outlet."""
    title = tree.findtext(".//head/title") or tree.findtext(".//title") or ""
    parts = [part.strip() for part in _PARTS.split(" ".join(title.split()))]
    headings = {letters(node.text_content()) for node in tree.iter("h1", "h2")}
    ends = (parts[-1], parts[0]) if len(parts) > 1 else ()
    for part in sorted(ends, key=len):
        if 2 <= len(part) <= MAX_NAME and letters(part) not in headings:
            yield part


def _lines(tree: HtmlElement) -> Iterator[str]:
    """The short text nodes of the body, from both ends of a long page."""
    body = tree.find(".//body")
    texts = [] if body is None else [" ".join(text.split()) for text in body.itertext()]
    short = [text for text in texts if 2 <= len(text) <= MAX_LINE]
    yield from short if len(short) <= 2 * MAX_NODES else short[:MAX_NODES] + short[-MAX_NODES:]


def _fits(name: str, host: str) -> bool:
    if find_agency(name) or not letters(name):
        return False
    bare = letters(host.rsplit(".", 1)[0])
    own = letters(name).removeprefix("the")
    return not host or own in bare or bare.removeprefix("the") in own


def _unshout(name: str) -> str:
    """A name in capitals as it would stand in a sentence; short words may be initials."""
    if not name.isupper():
        return name
    return " ".join(word.capitalize() if len(word) > INITIALS else word for word in name.split())
