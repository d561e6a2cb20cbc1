"""Whether all of the article may be read, and whether all of it is there.

Invariant: what the page declares and what is seen are told apart: "paywall" is declared, "teaser"
is seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from onrecord.articles.markup import label_of
from onrecord.articles.structured import Description
from onrecord.record import Access

# A declared word count that the text does not half reach means that the rest is held back.
MIN_SHARE = 0.5
# Behind a declared paywall a text of fewer words is a teaser (about four paragraphs).
TEASER_WORDS = 150

_WALL = re.compile(
    r"paywall|pay-wall|regwall|subscri(?:be|ption)-?(?:wall|required|offer)|premium-?(?:wall|gate|overlay)|piano-|meter(?:ed)?-?(?:wall|modal)|bezahlschranke"
)
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s{0,3}$")


def find_access(tree: HtmlElement, description: Description, text: str) -> Access:
    """Open, declared paywall, seen teaser, or unknown."""
    declared = list(_declared(description))
    count = len(text.split())
    wanted = max((_number(value) for value in description.values("wordCount")), default=0)
    short = count < TEASER_WORDS or (wanted > 0 and count < MIN_SHARE * wanted)
    walled = False in declared or any(
        _WALL.search(label_of(element))
        for element in tree.iter("div", "section", "aside", "p", "article")
    )
    if walled and (short or _CUT.search(text)):
        return "teaser"
    if False in declared:
        return "paywall"
    return "open" if True in declared else "unknown"


def _declared(description: Description) -> Iterator[bool]:
    for value in (
        *description.values("isAccessibleForFree"),
        *(
            part.get("isAccessibleForFree")
            for part in description.values("hasPart")
            if isinstance(part, dict)
        ),
    ):
        if value is not None:
            yield str(value).strip().lower().rsplit("/", 1)[-1] not in ("false", "0", "no")
    for _, content in description.meta("article:content_tier", "content_tier"):
        if content.lower() in ("locked", "metered", "free"):
            yield content.lower() == "free"


def _number(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        return 0
