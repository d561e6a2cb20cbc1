"""Which article took text or information from which other, and how we know.

Invariant: only direct takings, each with its evidence; nobody takes from itself but to update or
follow up, and nobody from the future.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.record import CopyGroup, CopyPair, Derivation, Reading, Story
from onrecord.stories.media.credits import find_credits
from onrecord.stories.media.outlets import Outlet
from onrecord.stories.provenance.credited import find_credited
from onrecord.stories.provenance.followups import find_followups
from onrecord.stories.provenance.particulars import coverage
from onrecord.stories.provenance.shelf import Shelf, Shelved, shelve
from onrecord.stories.provenance.takings import find_silent

CREDITED = 0.2
"""Share of a page's weight that a page of an outlet it credits must have to be what it is from."""
_CREDITS = ("byline", "credit")
"""Lines of a page beside its text in which the name of an agency may stand alone."""
AS_LIKE = 0.1
"""Containment by which two pages may differ and both be what a third was copied from."""


def find_derivations(
    readings: tuple[Reading, ...],
    copies: tuple[CopyGroup, ...],
    stories: tuple[Story, ...],
    outlets: tuple[Outlet, ...] = (),
) -> tuple[Derivation, ...]:
    """The direct takings among ``readings``, by child and parent in the order of the pages.

    ``copies`` and ``stories`` may speak of articles that are not there; those are left out.
    ``outlets`` of the pages, where they are known already.
    """
    shelf = shelve(readings, stories, copies, outlets)
    copied = _from_copies(copies, shelf)
    found: list[Derivation] = []
    for page in shelf.pages:
        if page.id in copied:
            found.append(copied[page.id])
            continue
        credited = find_credited(page, shelf)
        own = find_followups(page, shelf)
        by_line = list(_by_credits(page, shelf))
        known = {one.parent: one for one in (*by_line, *credited, *own)}
        silent = find_silent(page, shelf, frozenset(known))
        found.extend((*known.values(), *silent))
    return _one_way(found)


def _one_way(found: list[Derivation]) -> tuple[Derivation, ...]:
    """Of two pages without dates that cite each other, the surer taking; all others as they are."""
    by_pair = {(one.article, one.parent): one for one in found}

    def is_weaker(one: Derivation) -> bool:
        back = by_pair.get((one.parent, one.article))
        return back is not None and (back.score, back.article) > (one.score, one.article)

    return tuple(one for one in found if not is_weaker(one))


def _from_copies(copies: tuple[CopyGroup, ...], shelf: Shelf) -> dict[str, Derivation]:
    """For each copy or update, the one page that it was made from."""
    made: dict[str, list[CopyPair]] = {}
    for group in copies:
        for pair in group.pairs:
            if pair.kind != "rewrite" and shelf.holds(pair.first) and shelf.holds(pair.second):
                made.setdefault(pair.second, []).append(pair)
    return {child: _choose(pairs, shelf) for child, pairs in made.items()}


def _choose(pairs: list[CopyPair], shelf: Shelf) -> Derivation:
    """Of all that the page may be a copy of: its own earlier version, whom it credits, the first.

    A page that is much less like it than another is not meant.
    """
    likest = max(one.containment for one in pairs)
    near = [one for one in pairs if one.containment >= likest - AS_LIKE]
    return max((_copy(one, shelf) for one in near), key=lambda one: _rank(one, shelf))


def _rank(derivation: Derivation, shelf: Shelf) -> tuple[bool, int, float]:
    parent = shelf.page(derivation.parent)
    minute = parent.out.middle.timestamp() if parent.out is not None else float("inf")
    credited = ("none", "vague", "named").index(derivation.credited)
    return derivation.kind == "update", credited, -minute


def _copy(pair: CopyPair, shelf: Shelf) -> Derivation:
    child = shelf.page(pair.second)
    same = shelf.page(pair.first).outlet == child.outlet
    found = Derivation(
        pair.second,
        pair.first,
        "update" if same else "copy",
        "named" if same else "none",
        "copied-text",
        pair.reason,
        pair.spans,
        score=pair.containment,
    )
    return found if same else _credit(found, child, shelf)


def _credit(derivation: Derivation, page: Shelved, shelf: Shelf) -> Derivation:
    """The derivation with what the page says of where its text is from."""
    parent = shelf.page(derivation.parent)
    credits = find_credits(page.reading.article)
    spans = [one.span for one in page.citings if parent.outlet in one.outlets]
    named = [one for one in credits if parent.outlet in shelf.names.called(one.name)[0]]
    spans += [one.span for one in named if one.span is not None]
    lines = [one.text for one in page.reading.article.furniture if one.kind in _CREDITS]
    in_line = any(parent.outlet in shelf.names.called(line)[0] for line in lines)
    if spans or named or in_line:
        return replace(
            derivation,
            credited="named",
            spans=tuple(dict.fromkeys((*derivation.spans, *spans))),
            reason=f"{derivation.reason}; it credits {parent.outlet.name}",
        )
    if any(one.vague for one in credits):
        return replace(derivation, credited="vague")
    return derivation


def _by_credits(page: Shelved, shelf: Shelf) -> Iterator[Derivation]:
    """Pages of outlets that ``page`` credits for its text, though it has other words."""
    earlier = [one for one in shelf.earlier(page) if one.outlet != page.outlet]
    for credit in find_credits(page.reading.article) if earlier else ():
        outlets = () if credit.vague else shelf.names.called(credit.name)[0]
        fits = [
            (coverage(page.stems, one.stems, shelf.weights), one)
            for one in earlier
            if one.outlet in outlets
        ]
        if not fits:
            continue
        covered, parent = max(fits, key=lambda fit: fit[0])
        if covered < CREDITED:
            continue
        yield Derivation(
            page.id,
            parent.id,
            "rewrite",
            "named",
            "credited",
            f"it credits {credit.name} ({credit.how}), whose page has {round(100 * covered)} % of "
            "what it tells",
            () if credit.span is None else (credit.span,),
            score=covered,
        )
