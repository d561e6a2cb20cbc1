"""The tree of a trace: from a source to the page that had it, and on to those that took it there.

Invariant: a page is told once; wherever else it hangs there stands a reference to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.painting.trace_outline import SourceShown, Taking, TraceOutline


@dataclass(frozen=True, slots=True)
class Branch:
    """A page by its number, and how it came by the claim; None = from the source itself.

    ``told`` = the page is told here; where it is not, it is told elsewhere in the forest.
    """

    page: int
    taking: Taking | None
    told: bool
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceTree:
    """All that came from one source; ``source`` None = pages of which no source is known."""

    source: SourceShown | None
    branches: tuple[Branch, ...]


def grow_forest(outline: TraceOutline) -> tuple[SourceTree, ...]:
    """A tree for each source behind the claim, and one for what no source is known of."""
    below: dict[int, list[Taking]] = {}
    for taking in outline.takings:
        below.setdefault(taking.parent, []).append(taking)
    sources = outline.on("asserts")
    resting = {one for source in sources for one in source.pages}
    unplaced = {one.number for one in outline.pages} - resting
    homes: dict[int, Taking | None] = {}
    owners: dict[int, str] = {}
    for source in sources:
        for page in _place(source.heads, set(source.pages) | unplaced, below, homes):
            owners[page] = source.letter
    stray = [
        one.number
        for one in outline.pages
        if one.number not in homes and one.standing in ("asserts", "both")
    ]
    parents = {one.child for one in outline.takings if one.parent in stray}
    loose = [one for one in stray if one not in parents] or stray[:1]
    _place(loose, set(unplaced) | set(stray), below, homes)
    grown = _grow(homes, below)
    forest = []
    for source in sources:
        here = [owners.get(page) == source.letter for page in source.heads]
        roots = tuple(
            grown[page] if told else Branch(page, None, told=False)
            for page, told in zip(source.heads, here, strict=True)
        )
        forest.append(SourceTree(source, roots))
    if loose:
        forest.append(SourceTree(None, tuple(grown[page] for page in loose)))
    return tuple(forest)


def _place(
    heads: Iterable[int],
    allowed: set[int],
    below: dict[int, list[Taking]],
    homes: dict[int, Taking | None],
) -> list[int]:
    """Gives each page the taking nearest to the source as its home; the pages newly placed."""
    placed = [one for one in heads if one not in homes]
    homes.update(dict.fromkeys(placed))
    for page in placed:
        for taking in below.get(page, ()):
            if taking.child in allowed and taking.child not in homes:
                homes[taking.child] = taking
                placed.append(taking.child)
    return placed


def _grow(homes: dict[int, Taking | None], below: dict[int, list[Taking]]) -> dict[int, Branch]:
    """The branch of each page; a page was placed after the one that it hangs on."""
    grown: dict[int, Branch] = {}
    for page in reversed(homes):
        branches = tuple(
            grown[one.child] if homes.get(one.child) is one else Branch(one.child, one, told=False)
            for one in below.get(page, ())
            if one.child in homes
        )
        grown[page] = Branch(page, homes[page], told=True, branches=branches)
    return grown
