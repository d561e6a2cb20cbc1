"""Which of two articles was there first, as far as the pages tell.

Invariant: what is not known is said; the order is then that of the ids and means nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record import Article
from onrecord.stories.media.credits import Credit, credits_outlet, find_credits
from onrecord.stories.media.moments import Moment, moment_of


@dataclass(frozen=True, slots=True)
class Placed:
    """The id of the article that was there first, and why; ``known`` is False where none tells."""

    first: str
    reason: str
    known: bool = True


def put_first(one: Article, other: Article, *, versions: bool = False) -> Placed:
    """Which of the two came out first; of ``versions`` the day of the change counts.

    A page that credits the other's outlet is the later one whatever the clocks say: the clock of
    an agency's page is often that of its last change.
    """
    if not versions and (placed := _by_credit(one, other)):
        return placed
    moments = {
        each.id: (versions and moment_of(each, "modified")) or moment_of(each)
        for each in (one, other)
    }
    early, late = sorted((one.id, other.id), key=lambda name: _middle(moments[name]))
    before, after = moments[early], moments[late]
    if before is None or after is None:
        return Placed(
            min(early, late), "which came first is not known: a page gives no date", False
        )
    if before.surely_before(after):
        return Placed(early, f"it came out at {_word(before)}, the other at {_word(after)}")
    if before.middle < after.middle:
        reason = "by the clocks on the pages, whose zones are not all known, it came out first"
        return Placed(early, reason)
    return Placed(
        min(early, late), "which came first is not known: the pages give the same time", False
    )


def _by_credit(one: Article, other: Article) -> Placed | None:
    given = {each.id: _credit_for(each, parent) for each, parent in ((one, other), (other, one))}
    if (given[one.id] is None) == (given[other.id] is None):
        return None
    parent, credit = (other, given[one.id]) if given[one.id] else (one, given[other.id])
    assert credit is not None
    return Placed(parent.id, f"the other credits {credit.name} ({credit.how})")


def _credit_for(article: Article, parent: Article) -> Credit | None:
    return next((one for one in find_credits(article) if credits_outlet(one, parent)), None)


def _middle(moment: Moment | None) -> float:
    return moment.middle.timestamp() if moment is not None else float("inf")


def _word(moment: Moment) -> str:
    return (
        moment.middle.strftime("%Y-%m-%d %H:%M UTC")
        if moment.earliest == moment.latest
        else (moment.middle.date().isoformat())
    )
