"""What kind of article each page is: its own news, or others' passed on.

Invariant: the kind follows from the derivations and from what the page opens with, nothing else.
"""

from __future__ import annotations

from onrecord.record import ArticleKind, Derivation, Reading, Span
from onrecord.stories.outlets import Outlet, find_outlets
from onrecord.stories.own_sources import has_own_sources, is_told_here
from onrecord.stories.particulars import coverage, page_stems, weigh_stems

OPENING = 2
"""Paragraphs that tell what an article is mainly about."""
SHORTEST_PARAGRAPH = 40
"""Characters below which a block is a line of furniture that was left in the text."""
OWN_MOSTLY = 0.3
"""Share of a page's weight in its parents below which what it found itself is the larger part."""
_DENIES = frozenset({"denies"})


def name_kinds(
    readings: tuple[Reading, ...], derivations: tuple[Derivation, ...]
) -> tuple[tuple[str, ArticleKind], ...]:
    """(article id, kind) for every page, in order.

    update, syndicated and followup by the derivation of that kind; rewrite where the main basis is
    kept silent; relay where the page opens with what it has from others; mixed where it opens with
    its own and relays other claims; original where nothing was taken, or where others' reports are
    told only to carry a denial of them.
    """
    weights = weigh_stems(readings)
    stems = {one.article.id: page_stems(one) for one in readings}
    owner = {article: one for one in find_outlets(readings) for article in one.articles}
    edges: dict[str, list[Derivation]] = {}
    for one in derivations:
        edges.setdefault(one.article, []).append(one)
    kinds: list[tuple[str, ArticleKind]] = []
    for reading in readings:
        name = reading.article.id
        there = edges.get(name, [])
        taken = frozenset().union(*(stems.get(one.parent, frozenset()) for one in there))
        covered = coverage(stems[name], taken, weights)
        kinds.append((name, _kind(reading, owner[name], there, covered)))
    return tuple(kinds)


def _kind(
    reading: Reading, outlet: Outlet, derivations: list[Derivation], covered: float
) -> ArticleKind:
    by_kind = {one.kind for one in derivations}
    if "update" in by_kind:
        return "update"
    if "copy" in by_kind:
        return "syndicated"
    if "followup" in by_kind:
        return "followup"
    if "rewrite" in by_kind:
        return "rewrite"
    relays = [one for one in derivations if one.credited != "none"]
    if not relays:
        return "original"
    opening = _opening(reading)
    opens = any(part.overlaps(span) for part in opening for one in relays for span in one.spans)
    if _opens_with_denial(reading, opening):
        return "mixed" if opens else "original"
    if not opens or is_told_here(reading, outlet, opening):
        return "mixed"
    return "mixed" if has_own_sources(reading, outlet) and covered < OWN_MOSTLY else "relay"


def _opening(reading: Reading) -> tuple[Span, ...]:
    paragraphs = reading.article.paragraphs or (Span(0, len(reading.article.text)),)
    return tuple(one for one in paragraphs if len(one) >= SHORTEST_PARAGRAPH)[:OPENING]


def _opens_with_denial(reading: Reading, opening: tuple[Span, ...]) -> bool:
    return any(
        one.stance in _DENIES and any(part.overlaps(opening[0]) for part in one.content)
        for one in reading.statements
        if opening
    )
