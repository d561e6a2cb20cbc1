"""The first page: the stories of a day, those on most independent sources first.

Invariant: an article that is in no story is listed all the same.
"""

from __future__ import annotations

from datetime import date

from starlette.requests import Request

from onrecord.store import Filters
from onrecord.store.parts import list_days
from onrecord.web.site import Screen, Site, pack
from onrecord.web.typed import typed_day, typed_page, typed_text

LISTED = 40
"""Stories, or articles, on one page."""

DAYS_OFFERED = 14
"""Newest days that are one click away; any other can be typed."""


def show_day(site: Site, request: Request) -> Screen:
    """The stories of the day that was asked for, of the newest one, or of all days."""
    days = list_days(site.record, limit=DAYS_OFFERED)
    every = typed_text(request, "days") == "all"
    day = None if every else typed_day(request, "day") or _newest(days)
    page = typed_page(request)
    stories = site.record.stories(
        day=day.isoformat() if day else "", limit=LISTED + 1, skip=page * LISTED
    )
    loose = Filters(earliest=day, latest=day)
    articles = site.record.articles(loose, limit=LISTED, skip=0) if page == 0 else ()
    apart = tuple(one for one in articles if not one.story)
    more = len(stories) > LISTED
    return Screen(
        "day.html",
        {
            "day": day,
            "newest": days,
            "stories": stories[:LISTED],
            "apart": apart,
            "page": page,
            "more": more,
            "judged": site.record.is_judged(),
        },
        {
            "day": day.isoformat() if day else None,
            "stories": pack(stories[:LISTED]),
            "apart": pack(apart),
            "page": page,
            "more": more,
        },
    )


def _newest(days: tuple[tuple[date, int], ...]) -> date | None:
    return days[0][0] if days else None
