"""The headline of a page.

Invariant: what readers see wins; what the page tells machines only says which of it is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from onrecord.articles.markup import label_of, tidy, words_of
from onrecord.articles.structured import Description, words

# A visible heading is the headline where it shares this much (F1 of words) with a machine's title;
# chosen on half of the outlets of the development pages.
MIN_AGREEMENT = 0.5
MAX_TITLE = 400

_SEPARATOR = re.compile(r"\s[|–—•·»:›\-]+\s|\s?[|｜ㅣ]\s?| \- |：")
_WORD = re.compile(r"\w+")
_KICKER = re.compile(
    r"kicker|eyebrow|overline|topline|dachzeile|roofline|spitzmarke|pretitle|antetitulo|cintillo|label|badge|supertitle|headline-?intro|super-?title"
)


def find_title(tree: HtmlElement, description: Description, outlet: str) -> str:
    """The page's headline, or "" where it has none."""
    machine = [words(value) for value in description.values("headline")]
    machine += [content for _, content in description.meta("og:title", "twitter:title")]
    machine += [words_of(one) for one in tree.iter("title")][:1]
    plain = [one for one in (strip_outlet(title, outlet) for title in machine) if one]
    visible = list(_headings(tree))
    best, agreement = "", 0.0
    for heading, whole in visible:
        score = max((_agreement(whole, one) for one in plain), default=0.0)
        if score > agreement:
            best, agreement = heading, score
    if agreement >= MIN_AGREEMENT or (visible and not plain):
        return (best or visible[0][0])[:MAX_TITLE]
    return plain[0][:MAX_TITLE] if plain else ""


def strip_outlet(title: str, outlet: str) -> str:
    """``title`` without the outlet's name and section before or after a separator."""
    wanted = _letters(outlet)
    cuts = list(_SEPARATOR.finditer(title))
    if not wanted or not cuts:
        return title
    for cut in cuts:
        rest = _letters(title[cut.end() :])
        if rest and (rest == wanted or rest.startswith(wanted) or rest.endswith(wanted)):
            return title[: cut.start()].strip()
    first = _letters(title[: cuts[0].start()])
    return title[cuts[0].end() :].strip() if first == wanted else title


def _headings(tree: HtmlElement) -> Iterable[tuple[str, str]]:
    """Each main heading: its words without a kicker in it, and with."""
    for heading in list(tree.iter("h1"))[:20]:
        whole = words_of(heading)
        if not whole or len(whole) > MAX_TITLE:
            continue
        kickers = [
            words_of(part)
            for part in heading.iterdescendants()
            if isinstance(part.tag, str) and _KICKER.search(label_of(part))
        ]
        plain = whole
        for kicker in kickers:
            if kicker and plain.startswith(kicker) and len(kicker) < len(plain) / 2:
                plain = plain[len(kicker) :].lstrip(" :|-–").strip()
        yield tidy(plain) or whole, whole


def _agreement(one: str, other: str) -> float:
    mine, theirs = set(_units(one)), set(_units(other))
    if not mine or not theirs:
        return 0.0
    return 2 * len(mine & theirs) / (len(mine) + len(theirs))


def _units(text: str) -> list[str]:
    """Words; in scripts without spaces, characters."""
    found = _WORD.findall(text.casefold())
    if found and max(map(len, found)) > 25:
        return list("".join(found))
    return found


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))
