"""Which article took text or information from which other, and how we know.

Invariant: only direct takings, each with its evidence; nobody takes from itself but to update or
follow up, and nobody from the future.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.record import CopyGroup, CopyPair, Derivation, Reading, Story
from onrecord.stories.citations import Names, find_citings, is_vague_credit, names_outlet
from onrecord.stories.credited import find_credited
from onrecord.stories.followups import find_followups
from onrecord.stories.shelf import Shelf, Shelved, shelve
from onrecord.stories.takings import find_silent

AS_LIKE = 0.1
"""Containment by which two pages may differ and both be what a third was copied from."""


def find_derivations(
    readings: tuple[Reading, ...], copies: tuple[CopyGroup, ...], stories: tuple[Story, ...]
) -> tuple[Derivation, ...]:
    """The direct takings among ``readings``, by child and parent in the order of the pages.

    ``copies`` and ``stories`` may speak of articles that are not there; those are left out.
    """
    shelf = shelve(readings, stories)
    names = Names(shelf.outlets)
    copied = _from_copies(copies, shelf, names)
    found: list[Derivation] = []
    for page in shelf.pages:
        if page.id in copied:
            found.append(copied[page.id])
            continue
        credited = find_credited(page, shelf, names)
        own = find_followups(page, shelf, names)
        linked = frozenset(one.parent for one in (*credited, *own))
        found.extend((*own, *credited, *find_silent(page, shelf, linked)))
    return tuple(found)


def _from_copies(
    copies: tuple[CopyGroup, ...], shelf: Shelf, names: Names
) -> dict[str, Derivation]:
    """For each copy or update, the one page that it was made from."""
    made: dict[str, list[CopyPair]] = {}
    for group in copies:
        for pair in group.pairs:
            if pair.kind != "rewrite" and shelf.holds(pair.first) and shelf.holds(pair.second):
                made.setdefault(pair.second, []).append(pair)
    return {child: _choose(pairs, shelf, names) for child, pairs in made.items()}


def _choose(pairs: list[CopyPair], shelf: Shelf, names: Names) -> Derivation:
    """Of all that the page may be a copy of: its own earlier version, whom it credits, the first.

    A page that is much less like it than another is not meant.
    """
    likest = max(one.containment for one in pairs)
    near = [one for one in pairs if one.containment >= likest - AS_LIKE]
    return max((_copy(one, shelf, names) for one in near), key=lambda one: _rank(one, shelf))


def _rank(derivation: Derivation, shelf: Shelf) -> tuple[bool, int, float]:
    parent = shelf.page(derivation.parent)
    minute = parent.out.middle.timestamp() if parent.out is not None else float("inf")
    credited = ("none", "vague", "named").index(derivation.credited)
    return derivation.kind == "update", credited, -minute


def _copy(pair: CopyPair, shelf: Shelf, names: Names) -> Derivation:
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
    return found if same else _credit(found, child, shelf, names)


def _credit(derivation: Derivation, page: Shelved, shelf: Shelf, names: Names) -> Derivation:
    """The derivation with what the page says of where its text is from."""
    parent = shelf.page(derivation.parent)
    citings = find_citings(page.reading, names)
    spans = tuple(one.span for one in citings if parent.outlet in one.outlets)
    article = page.reading.article
    lines = (article.wire, *article.authors, *(one.text for one in article.furniture))
    if spans or any(names_outlet(line, parent.outlet, names) for line in lines):
        return replace(derivation, credited="named", spans=(*derivation.spans, *spans))
    if any(is_vague_credit(line) for line in lines) or any(one.vague for one in citings):
        return replace(derivation, credited="vague")
    return derivation
