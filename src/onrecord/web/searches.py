"""Search in full text: every hit marked, narrowed by source, outlet, day and standing.

Invariant: whatever is typed is looked for as words and never run.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import Request

from onrecord.store import Hit
from onrecord.web.highlight import Piece, cut_pieces
from onrecord.web.site import Screen, Site, address, pack
from onrecord.web.typed import FACTUALITIES, MODES, typed_filters, typed_page, typed_text

LISTED = 20
"""Hits on one page."""

MARKED = 30
"""Words of a hit that the article marks: an address has to stay one that can be sent on."""


@dataclass(frozen=True, slots=True)
class HitShown:
    """A hit with its words cut at the marks; ``address`` leads to them in the article."""

    hit: Hit
    pieces: tuple[Piece, ...]
    address: str


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
    marked = hit.marked_in_article[:MARKED]
    found = ",".join(f"{one.start}-{one.end}" for one in marked)
    place = "#found-1" if found else ""
    way = address(f"/article/{quote(hit.article.id, safe='')}", found=found)
    return HitShown(hit, cut_pieces(hit.text, hit.marked), f"{way}{place}")
