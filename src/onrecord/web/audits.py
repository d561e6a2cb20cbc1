"""How newsrooms source what they tell: named against unnamed, kinds, relayed, with a reason or not.

Invariant: a share is shown with the number that it is of.
"""

from __future__ import annotations

from typing import Literal

from starlette.requests import Request

from onrecord.store.audits import Audited
from onrecord.store.parts import list_most_telling, title_stories
from onrecord.web.site import TWIN, Screen, Site, pack
from onrecord.web.typed import OUTLETS_OFFERED, typed_choice, typed_filters

WAYS: tuple[Audited, ...] = ("outlet", "author", "story")
MOST_ROWS = 100
"""Rows that are shown, those with most statements; the twin has all."""

Part = Literal["named", "unnamed", "unknown"]
PARTS: tuple[Part, ...] = ("named", "unnamed", "unknown")
BAR = 240
"""Width of a whole bar in its own units."""


def show_audit(site: Site, request: Request) -> Screen:
    """A row for each outlet, author or story."""
    by = typed_choice(request, "by", WAYS) or "outlet"
    filters = typed_filters(request)
    whole = request.url.path.endswith(TWIN)
    rows, many = list_most_telling(site.record, by, filters, None if whole else MOST_ROWS)
    titles = title_stories(site.record, [one.key for one in rows] if by == "story" else [])
    return Screen(
        "audit.html",
        {
            "by": by,
            "ways": WAYS,
            "rows": [(one, cut_bar((one.named, one.unnamed, one.unknown))) for one in rows],
            "left": many - len(rows),
            "titles": titles,
            "filters": filters,
            "outlets": site.record.outlets(limit=OUTLETS_OFFERED),
            "bar": BAR,
        },
        {"by": by, "rows": pack(rows)},
    )


def cut_bar(counts: tuple[int, ...]) -> tuple[tuple[Part, float, float], ...]:
    """Where each part of a bar begins and how wide it is; parts of nothing are left out."""
    whole = sum(counts)
    parts: list[tuple[Part, float, float]] = []
    start = 0.0
    for part, many in zip(PARTS, counts, strict=True):
        width = round(BAR * many / whole, 1) if whole else 0.0
        if width:
            parts.append((part, round(start, 1), width))
        start += width
    return tuple(parts)
