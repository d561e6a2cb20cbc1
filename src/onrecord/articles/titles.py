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
# A lone main heading of as many words is the headline even where the machine's title is another.
MIN_ALONE = 3
MAX_SECTION_WORDS = 3

_SEPARATOR = re.compile(r"\s[|–—•·»:›\-]+\s|\s?[|｜ㅣ]\s?| \- |：")
_SECTION = re.compile(r"^[^|–—:]{2,30}\s[|–—]\s")
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
    visible = [one for one in _headings(tree) if _letters(one[1]) != _letters(outlet)]
    best, agreement = "", 0.0
    for heading, whole in visible:
        score = max((_agreement(whole, one) for one in plain), default=0.0)
        if score > agreement:
            best, agreement = heading, score
    if agreement >= MIN_AGREEMENT:
        return _without_section(best, plain)[:MAX_TITLE]
    alone = [heading for heading, _ in visible if len(_units(heading)) >= MIN_ALONE]
    if len(alone) == 1 or (alone and not plain):
        return _without_section(alone[0], plain)[:MAX_TITLE]
    return plain[0][:MAX_TITLE] if plain else ""


def _without_section(heading: str, plain: list[str]) -> str:
    """``heading`` without the section's name before it ("Opinion | …")."""
    cut = _SECTION.match(heading)
    if cut and len(cut.group(0).split()) <= MAX_SECTION_WORDS:
        heading = heading[cut.end() :]
    for title in plain:
        title = _SECTION.sub("", title)
        rest = heading[: -len(title)] if title and heading.endswith(title) else ""
        if rest and len(rest.split()) <= MAX_SECTION_WORDS and len(title.split()) > 3:
            return title
    return heading


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
