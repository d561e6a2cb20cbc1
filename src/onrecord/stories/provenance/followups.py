"""Later articles of an outlet that build on its own earlier ones.

Invariant: a follow-up tells of the same story and says again what the outlet told before.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.record import Derivation, Span
from onrecord.stories.provenance.own_sources import self_citing_words
from onrecord.stories.provenance.particulars import coverage
from onrecord.stories.provenance.shelf import Shelf, Shelved, dates_known

BUILT_ON = 0.15
"""Share of a page's weight in its outlet's earlier page from which it builds on it."""

BUILT_ON_APART = 0.25
"""The same where the two were put in different stories."""


def find_followups(page: Shelved, shelf: Shelf) -> tuple[Derivation, ...]:
    """The earlier page of the same outlet that ``page`` goes on from, if there is one."""
    earlier = [
        one for one in shelf.earlier(page) if one.outlet == page.outlet and dates_known(one, page)
    ]
    if not earlier or not page.outlet.name:
        return ()
    parent = max(earlier, key=lambda one: (_covered(page, one, shelf), one.id))
    covered = _covered(page, parent, shelf)
    cited = tuple(_self_citings(page))
    least = BUILT_ON if shelf.same_story(page, parent) else BUILT_ON_APART
    if covered < least and not cited:
        return ()
    says = "it says what its outlet has told before, and " if cited else ""
    return (
        Derivation(
            page.id,
            parent.id,
            "followup",
            "named",
            "same-outlet",
            f"{says}{round(100 * covered)} % of what it tells stands in its outlet's earlier page",
            cited,
            score=max(covered, 0.8 if cited else 0.5),
        ),
    )


def _covered(page: Shelved, parent: Shelved, shelf: Shelf) -> float:
    return coverage(page.stems, parent.stems, shelf.weights)


def _self_citings(page: Shelved) -> Iterator[Span]:
    """Where the page says what its outlet told before, not where somebody told it something."""
    for one in page.citings:
        if one.outlets == (page.outlet,) and one.rule in ("chain", "phrase"):
            yield one.span
    for match in self_citing_words().finditer(page.reading.article.text):
        yield Span(*match.span())
