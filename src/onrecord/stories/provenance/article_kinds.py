"""What kind of article each page is: its own news, or others' passed on.

Invariant: the kind follows from the derivations and from what the page opens with, nothing else.
"""

from __future__ import annotations

from onrecord.record import ArticleKind, Derivation, Reading, Span
from onrecord.stories.media.outlets import Outlet, find_outlets
from onrecord.stories.provenance.own_sources import has_own_sources, is_told_here

OPENING = 2
"""Paragraphs that tell what an article is mainly about."""
SHORTEST_PARAGRAPH = 40
"""Characters below which a block is a line of furniture that was left in the text."""
_DENIES = frozenset({"denies"})


def name_kinds(
    readings: tuple[Reading, ...],
    derivations: tuple[Derivation, ...],
    outlets: tuple[Outlet, ...] = (),
) -> tuple[tuple[str, ArticleKind], ...]:
    """(article id, kind) for every page, in order.

    update, syndicated and followup by the derivation of that kind; rewrite where the main basis is
    kept silent; relay where the page opens with what it has from others; mixed where it opens with
    its own and relays other claims, or passes on further down in its opening and has sources of its
    own; original where nothing was taken, or others' reports are told only to carry a denial.
    ``outlets`` of the pages, where they are known already.
    """
    owner = {article: one for one in outlets or find_outlets(readings) for article in one.articles}
    edges: dict[str, list[Derivation]] = {}
    for one in derivations:
        edges.setdefault(one.article, []).append(one)
    return tuple(
        (name, _kind(reading, owner[name], edges.get(name, [])))
        for reading in readings
        for name in (reading.article.id,)
    )


def _kind(reading: Reading, outlet: Outlet, derivations: list[Derivation]) -> ArticleKind:
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
    cited = tuple(span for one in relays for span in one.spans)
    opening = _opening(reading)
    opens = [any(part.overlaps(span) for span in cited) for part in opening]
    if _opens_with_denial(reading, opening):
        return "mixed" if any(opens) else "original"
    if not any(opens) or is_told_here(reading, outlet, opening):
        return "mixed"
    return "relay" if opens[0] or not has_own_sources(reading, outlet) else "mixed"


def _opening(reading: Reading) -> tuple[Span, ...]:
    paragraphs = reading.article.paragraphs or (Span(0, len(reading.article.text)),)
    return tuple(one for one in paragraphs if len(one) >= SHORTEST_PARAGRAPH)[:OPENING]


def _opens_with_denial(reading: Reading, opening: tuple[Span, ...]) -> bool:
    return any(
        one.stance in _DENIES and any(part.overlaps(opening[0]) for part in one.content)
        for one in reading.statements
        if opening
    )
