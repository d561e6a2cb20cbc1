"""Search by words and by meaning: every hit marked, narrowed by source, outlet, day and standing.

Invariant: whatever is typed is looked for as words and never run.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args
from urllib.parse import quote

from starlette.requests import Request

from onrecord.store import Filters, Hit
from onrecord.web.highlight import Piece, cut_pieces
from onrecord.web.meanings import Meant, find_meant
from onrecord.web.site import Screen, Site, address, pack
from onrecord.web.typed import (
    FACTUALITIES,
    MODES,
    OUTLETS_OFFERED,
    typed_choice,
    typed_filters,
    typed_page,
    typed_text,
)

LISTED = 20
"""Hits on one page."""

MARKED = 30
"""Words of a hit that the article marks: an address has to stay one that can be sent on."""

By = Literal["words", "meaning", "both"]
WAYS: tuple[By, ...] = get_args(By)


@dataclass(frozen=True, slots=True)
class HitShown:
    """A hit with its words cut at the marks; ``address`` leads to them in the article."""

    hit: Hit
    pieces: tuple[Piece, ...]
    address: str


def show_search(site: Site, request: Request) -> Screen:
    """What has the words that were typed, what means nearly the same, or both."""
    query, filters, page = typed_text(request, "q"), typed_filters(request), typed_page(request)
    by = typed_choice(request, "by", WAYS) or "words"
    hits: tuple[Hit, ...] = ()
    if query and by != "meaning":
        hits = site.record.search(query, filters, limit=LISTED + 1, skip=page * LISTED)
    meant = _find_meant(site, query, filters, hits) if by != "words" and page == 0 else None
    sources = site.record.who(query, limit=5, sayings=0) if query and page == 0 else ()
    return Screen(
        "search.html",
        {
            "query": query,
            "by": by,
            "filters": filters,
            "hits": tuple(_show_hit(one) for one in hits[:LISTED]),
            "meant": meant,
            "near": tuple(_show_hit(one) for one in meant.hits) if meant else (),
            "page": page,
            "more": len(hits) > LISTED,
            "sources": tuple(one.source for one in sources),
            "outlets": site.record.outlets(limit=OUTLETS_OFFERED),
            "modes": MODES,
            "factualities": FACTUALITIES,
        },
        {
            "query": query,
            "by": by,
            "page": page,
            "more": len(hits) > LISTED,
            "hits": pack(hits[:LISTED]),
            "meant": pack(meant) if meant else None,
            "sources": pack(tuple(one.source for one in sources)),
        },
    )


def _find_meant(site: Site, query: str, filters: Filters, hits: tuple[Hit, ...]) -> Meant | None:
    """What is near in meaning and is not among the ``hits`` by words that are shown."""
    if not query:
        return None
    meant = find_meant(site, query, filters, LISTED)
    shown = {(one.article.id, span) for one in hits[:LISTED] for span in one.marked_in_article}
    near = tuple(
        one
        for one in meant.hits
        if not any(
            article == one.article.id and span.overlaps(other)
            for article, span in shown
            for other in one.marked_in_article
        )
    )
    return Meant(meant.readiness, near, meant.prepared, meant.articles, meant.why)


def _show_hit(hit: Hit) -> HitShown:
    marked = hit.marked_in_article[:MARKED]
    found = ",".join(f"{one.start}-{one.end}" for one in marked)
    place = "#found-1" if found else ""
    way = address(f"/article/{quote(hit.article.id, safe='')}", found=found)
    return HitShown(hit, cut_pieces(hit.text, hit.marked), f"{way}{place}")
