"""A trace in the order of a report: pages numbered by time, sources lettered, who hangs on whom.

Invariant: every page and every source of the trace is in it; numbers and letters mean the same in
the terminal, in the graph and in the table.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.painting.page_clock import PageClock, read_clock
from onrecord.record import (
    Article,
    ArticleKind,
    Corpus,
    Derivation,
    Reading,
    Side,
    Telling,
    Trace,
    UltimateSource,
)

Standing = Literal["asserts", "denies", "both", "passes"]


@dataclass(frozen=True, slots=True)
class PageShown:
    """One page: ``standing`` passes = it has a part in the way of the claim and does not tell it.

    ``where`` = what it was read from.
    """

    number: int
    reading: Reading
    standing: Standing
    kind: ArticleKind | None
    clock: PageClock
    tellings: tuple[Telling, ...]
    where: str = ""

    @property
    def article(self) -> Article:
        """What the page says."""
        return self.reading.article

    def told(self, side: Side) -> tuple[Telling, ...]:
        """The places where it asserts, or denies."""
        return tuple(one for one in self.tellings if one.side == side)


@dataclass(frozen=True, slots=True)
class Taking:
    """The page ``child`` took from the page ``parent``, by their numbers."""

    child: int
    parent: int
    derivation: Derivation


@dataclass(frozen=True, slots=True)
class SourceShown:
    """One source; ``pages`` rest on it, and of them ``heads`` have it from no other of them."""

    letter: str
    source: UltimateSource
    side: Side
    pages: tuple[int, ...]
    heads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TraceOutline:
    """A trace, ready to be shown; ``pages_read`` = how many pages were looked through."""

    trace: Trace
    pages: tuple[PageShown, ...]
    sources: tuple[SourceShown, ...]
    takings: tuple[Taking, ...]
    pages_read: int

    def taken(self, page: int) -> tuple[Taking, ...]:
        """What the page with that number took; the takings stand in the order of the takers."""
        first = bisect_left(self.takings, page, key=lambda one: one.child)
        last = bisect_right(self.takings, page, key=lambda one: one.child)
        return self.takings[first:last]

    @property
    def takers(self) -> dict[int, list[int]]:
        """For each page that was taken from, the pages that did, in order."""
        takers: dict[int, list[int]] = {}
        for one in self.takings:
            takers.setdefault(one.parent, []).append(one.child)
        return takers

    def page(self, number: int) -> PageShown:
        """The page with that number, from 1."""
        return self.pages[number - 1]

    @property
    def circling(self) -> frozenset[int]:
        """The pages through which the claim runs in a circle."""
        ids = {one for circle in self.trace.circles for one in circle.articles}
        return frozenset(one.number for one in self.pages if one.article.id in ids)

    def number(self, article: str | None) -> int | None:
        """The number of ``article``, None where it is not among the pages."""
        return next((one.number for one in self.pages if one.article.id == article), None)

    def on(self, side: Side) -> tuple[SourceShown, ...]:
        """The sources behind that side."""
        return tuple(one for one in self.sources if one.side == side)

    def letter(self, source: str) -> str:
        """The letter of a source's id, "" where it has none."""
        return next((one.letter for one in self.sources if one.source.id == source), "")


def outline_trace(trace: Trace, corpus: Corpus, places: Mapping[str, str]) -> TraceOutline:
    """The outline; ``places`` = what each article (by its id) was read from."""
    readings = {one.article.id: one for one in corpus.readings}
    kinds = dict(corpus.kinds)
    named = [one for one in _in_trace(trace) if one in readings]
    clocks = {one: read_clock(readings[one].article, kinds.get(one)) for one in named}
    ids = sorted(clocks, key=lambda one: (clocks[one].key, readings[one].article.outlet, one))
    numbers = {one: number for number, one in enumerate(ids, start=1)}
    told: dict[str, list[Telling]] = {}
    for telling in trace.claim.tellings:
        told.setdefault(telling.article, []).append(telling)
    pages = []
    for one in ids:
        tellings = tuple(told.get(one, ()))
        pages.append(
            PageShown(
                number=numbers[one],
                reading=readings[one],
                standing=_stand(tellings),
                kind=kinds.get(one),
                clock=clocks[one],
                tellings=tellings,
                where=places.get(one, ""),
            )
        )
    takings = sorted(
        (
            Taking(numbers[one.article], numbers[one.parent], one)
            for one in trace.derivations
            if one.article in numbers and one.parent in numbers
        ),
        key=lambda one: (one.child, one.parent),
    )
    sources = _letter_sources(trace, numbers, takings)
    return TraceOutline(trace, tuple(pages), sources, tuple(takings), len(corpus.readings))


def _in_trace(trace: Trace) -> tuple[str, ...]:
    ids = [one.article for one in trace.claim.tellings]
    ids += [one for edge in trace.derivations for one in (edge.parent, edge.article)]
    ids += [one for circle in trace.circles for one in circle.articles]
    sources = (*trace.claim.sources, *trace.claim.denial_sources)
    ids += [one for source in sources for one in source.articles]
    return tuple(dict.fromkeys(ids))


def _stand(tellings: Iterable[Telling]) -> Standing:
    sides = {one.side for one in tellings}
    if len(sides) > 1:
        return "both"
    return sides.pop() if sides else "passes"


def _letter_sources(
    trace: Trace, numbers: Mapping[str, int], takings: list[Taking]
) -> tuple[SourceShown, ...]:
    """Those behind the claim first, then those who deny it; on each side the earliest first."""
    parents: dict[int, set[int]] = {}
    for one in takings:
        parents.setdefault(one.child, set()).add(one.parent)
    sides: tuple[tuple[Side, tuple[UltimateSource, ...]], ...] = (
        ("asserts", trace.claim.sources),
        ("denies", trace.claim.denial_sources),
    )
    shown: list[SourceShown] = []
    for side, sources in sides:
        rows = []
        for source in sources:
            pages = tuple(sorted(numbers[one] for one in source.articles if one in numbers))
            rows.append((pages, _find_heads(pages, parents), source))
        rows.sort(key=lambda row: row[1][:1] or (len(numbers) + 1,))
        for pages, heads, source in rows:
            shown.append(SourceShown(letter_of(len(shown)), source, side, pages, heads))
    return tuple(shown)


def _find_heads(pages: tuple[int, ...], parents: Mapping[int, set[int]]) -> tuple[int, ...]:
    """Pages that took it from none of the others; the earliest where all took in a ring."""
    own = set(pages)
    heads = tuple(one for one in pages if own.isdisjoint(parents.get(one, ())))
    return heads or pages[:1]


def letter_of(position: int) -> str:
    """A … Z, then AA, AB …: the letter of the source at ``position``, from 0."""
    letters = ""
    position += 1
    while position:
        position, place = divmod(position - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters
