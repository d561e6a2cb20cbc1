"""Search in full text: every hit marked, narrowed by source, outlet, day and standing.

Invariant: whatever is typed is looked for as words and never run.
"""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from onrecord.store import Hit
from onrecord.web.highlight import Piece, cut_pieces
from onrecord.web.site import Screen, Site, pack
from onrecord.web.typed import FACTUALITIES, MODES, typed_filters, typed_page, typed_text

LISTED = 20
"""Hits on one page."""


@dataclass(frozen=True, slots=True)
class HitShown:
    """A hit with its words cut at the marks; ``anchor`` leads to it in the article."""

    hit: Hit
    pieces: tuple[Piece, ...]
    anchor: str


def show_search(site: Site, request: Request) -> Screen:
    """What has the words that were typed."""
    query, filters, page = typed_text(request, "q"), typed_filters(request), typed_page(request)
    hits = site.record.search(query, filters, limit=LISTED + 1, skip=page * LISTED) if query else ()
    shown = tuple(_show_hit(one) for one in hits[:LISTED])
    sources = site.record.who(query, limit=5, sayings=0) if query and page == 0 else ()
    return Screen(
        "search.html",
        {
            "query": query,
            "filters": filters,
            "hits": shown,
            "page": page,
            "more": len(hits) > LISTED,
            "sources": tuple(one.source for one in sources),
            "outlets": site.record.outlets(),
            "modes": MODES,
            "factualities": FACTUALITIES,
        },
        {
            "query": query,
            "page": page,
            "more": len(hits) > LISTED,
            "hits": pack(hits[:LISTED]),
            "sources": pack(tuple(one.source for one in sources)),
        },
    )


def _show_hit(hit: Hit) -> HitShown:
    anchor = f"#{hit.sayings[-1].id}" if hit.sayings else ""
    return HitShown(hit, cut_pieces(hit.text, hit.marked), anchor)
