"""Who was first: when each page's version of a claim came out.

Invariant: a page without a date is never first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from onrecord.record import Derivation, Reading, Telling
from onrecord.stories.media.moments import moment_of


def date_pages(
    readings: Iterable[Reading], derivations: Iterable[Derivation]
) -> dict[str, datetime]:
    """When each page came out, by id: an update as modified, any other page as published.

    The middle of the time that the page leaves open; pages without any date are left out.
    """
    updates = {one.article for one in derivations if one.kind == "update"}
    found = {}
    for one in readings:
        article = one.article
        modified = moment_of(article, "modified") if article.id in updates else None
        moment = modified or moment_of(article)
        if moment is not None:
            found[article.id] = moment.middle
    return found


def find_first(tellings: Iterable[Telling], dates: Mapping[str, datetime]) -> str | None:
    """The article that asserts the claim earliest; None where none of them has a date."""
    asserting = dict.fromkeys(one.article for one in tellings if one.side == "asserts")
    dated = [(dates[one], number, one) for number, one in enumerate(asserting) if one in dates]
    return min(dated)[2] if dated else None
