"""Two actors over time: what they did with and against each other, and on how many sources.

Invariant: an event is drawn once however many pages tell it, and what has no day is listed.
"""

from __future__ import annotations

from starlette.requests import Request

from onrecord.record import TimelineEntry
from onrecord.store.parts import list_pairs
from onrecord.web.dyad_chart import draw_chart
from onrecord.web.dyad_events import Meeting, call_actor, meetings_of
from onrecord.web.site import Screen, Site, pack
from onrecord.web.typed import typed_text

PAIRS_OFFERED = 12
"""Pairs with most events that are one click away; any other can be typed."""

MOST_LISTED = 200
"""Events in the table; all are drawn, and the twin has all."""


def show_dyad(site: Site, request: Request) -> Screen:
    """The chart of two actors; a form where none are given."""
    first, second = typed_text(request, "a"), typed_text(request, "b")
    entries: tuple[TimelineEntry, ...] = ()
    if first and second:
        entries = site.record.timeline(first, second)
    first, second = call_actor(first, entries), call_actor(second, entries)
    pairs = () if first and second else list_pairs(site.record, limit=PAIRS_OFFERED)
    meetings = meetings_of(entries, first, second)
    dated = tuple(one for one in meetings if one.entry.date is not None)
    return Screen(
        "dyad.html",
        {
            "first": first,
            "second": second,
            "asked": bool(first and second),
            "pairs": pairs,
            "chart": draw_chart(dated, first, second) if dated else "",
            "meetings": meetings[:MOST_LISTED],
            "outlet_of": _name_outlets(site, meetings[:MOST_LISTED]),
            "left": max(0, len(meetings) - MOST_LISTED),
            "undated": len(meetings) - len(dated),
        },
        {
            "a": first,
            "b": second,
            "pairs": [{"a": one, "b": other, "events": many} for one, other, many in pairs],
            "events": [_pack_meeting(one) for one in meetings],
        },
    )


def _name_outlets(site: Site, meetings: tuple[Meeting, ...]) -> dict[str, str]:
    """The outlet of each article that tells of one of ``meetings``, by the article's id."""
    articles = {one.article for meeting in meetings for one in meeting.entry.tellings}
    rows = (site.record.article(one) for one in articles)
    return {row.id: row.outlet for row in rows if row is not None}


def _pack_meeting(one: Meeting) -> object:
    return {"quad": one.quad, "by": one.by, "entry": pack(one.entry)}
