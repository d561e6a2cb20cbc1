"""The pages side by side, with what is needed to tell which of them may have fed which.

Invariant: a page may have fed another only if they tell of the same and not from the future.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from onrecord.record import Article, CopyGroup, Reading, Story
from onrecord.stories.copying.versions import address_of
from onrecord.stories.media.moments import Moment, moment_of
from onrecord.stories.media.outlet_index import Names
from onrecord.stories.media.outlets import Outlet, find_outlets
from onrecord.stories.provenance.citations import Citing, find_citings
from onrecord.stories.provenance.own_sources import has_own_sources
from onrecord.stories.provenance.particulars import Weights, page_stems, weigh_stems
from onrecord.stories.provenance.quotes import Quote, find_quotes

SELDOM, SELDOM_SHARE = 8, 0.002
"""Pages on which a stem may stand to propose that two of them tell of the same; the larger of the
number and the share of all pages. Chosen for the cost; what is proposed is looked at."""
SHARED = 4
"""Seldom stems that two pages must share to be looked at; chosen."""
WITHIN = timedelta(days=30)
"""How far apart two pages may lie to be looked at though they are in no story; chosen."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """One page: its reading, whose it is, its stems, and when it may have been out.

    ``out`` = from when on others could read it, ``closed`` = until when it could take from others;
    None where the page does not say. ``own`` = it found something out itself.
    """

    reading: Reading
    outlet: Outlet
    stems: frozenset[str]
    out: Moment | None
    closed: Moment | None
    own: bool
    quotes: tuple[Quote, ...]
    citings: tuple[Citing, ...]

    @property
    def id(self) -> str:
        """The article's id."""
        return self.reading.article.id


@dataclass(frozen=True, slots=True)
class Shelf:
    """All pages, in the order given, and in the order of each story."""

    pages: tuple[Shelved, ...]
    outlets: tuple[Outlet, ...]
    names: Names
    weights: Weights
    _by_id: dict[str, Shelved]
    _stories: dict[str, set[str]]
    _near: dict[str, tuple[str, ...]]
    _kin: dict[str, set[str]]

    def page(self, article: str) -> Shelved:
        """The page with the id ``article``; KeyError where there is none."""
        return self._by_id[article]

    def holds(self, article: str) -> bool:
        """Whether there is a page with this id."""
        return article in self._by_id

    def together(self, page: Shelved) -> tuple[Shelved, ...]:
        """The other pages of its stories, and those that share seldom words with it.

        A story that fell in two, or an article that begins another, hides no taking.
        """
        names = self._stories.get(page.id, set()) | set(self._near.get(page.id, ()))
        names.discard(page.id)
        return tuple(self._by_id[one] for one in sorted(names) if one in self._by_id)

    def same_story(self, one: Shelved, other: Shelved) -> bool:
        """Whether the two are of one story."""
        return other.id in self._stories.get(one.id, ())

    def earlier(self, page: Shelved) -> tuple[Shelved, ...]:
        """Those of ``together`` that ``page`` may have taken from; a copy of it is none."""
        kin = self._kin.get(page.id, ())
        return tuple(
            one for one in self.together(page) if one.id not in kin and may_feed(one, page)
        )


def may_feed(parent: Shelved, child: Shelved) -> bool:
    """Whether ``parent`` was out, as far as the pages tell, before ``child`` was closed."""
    if parent.out is None or child.closed is None:
        return True
    if _is_version(parent, child):
        return (
            not child.closed.surely_before(parent.out) and child.closed.middle > parent.out.middle
        )
    return not child.closed.surely_before(parent.out)


def dates_known(parent: Shelved, child: Shelved) -> bool:
    """Whether the pages say that ``parent`` was there first."""
    return (
        parent.out is not None
        and child.closed is not None
        and parent.out.middle < child.closed.middle
    )


def is_undated(parent: Shelved, child: Shelved) -> bool:
    """Whether one of the two does not say at all when it came out."""
    return parent.out is None or child.closed is None


def shelve(
    readings: tuple[Reading, ...],
    stories: Iterable[Story],
    copies: Iterable[CopyGroup] = (),
    outlets: tuple[Outlet, ...] = (),
) -> Shelf:
    """The shelf of ``readings``; ``stories`` and ``copies`` may leave articles out.

    ``outlets`` of the pages, where they are known already.
    """
    outlets = outlets or find_outlets(readings)
    names = Names(outlets)
    owner = {article: one for one in outlets for article in one.articles}
    versions: dict[str, list[Article]] = {}
    for one in readings:
        if address := address_of(one.article.url):
            versions.setdefault(address, []).append(one.article)
    pages = tuple(
        Shelved(
            one,
            owner[one.article.id],
            page_stems(one),
            _out(one.article, versions.get(address_of(one.article.url), [])),
            _closed(one.article),
            has_own_sources(one, owner[one.article.id]),
            find_quotes(one, owner[one.article.id]),
            find_citings(one, names),
        )
        for one in readings
    )
    told: dict[str, set[str]] = {}
    for story in stories:
        for article in story.articles:
            told.setdefault(article, set()).update(story.articles)
    kin: dict[str, set[str]] = {}
    for pair in (pair for group in copies for pair in group.pairs if pair.kind != "rewrite"):
        kin.setdefault(pair.first, set()).add(pair.second)
        kin.setdefault(pair.second, set()).add(pair.first)
    weights = weigh_stems(readings)
    near = _neighbours(pages, weights)
    return Shelf(pages, outlets, names, weights, {one.id: one for one in pages}, told, near, kin)


def _neighbours(pages: tuple[Shelved, ...], weights: Weights) -> dict[str, tuple[str, ...]]:
    """For each page those that share seldom words with it and came out at about the same time."""
    most = max(SELDOM, SELDOM_SHARE * weights.pages)
    holders: dict[str, list[int]] = {}
    for place, one in enumerate(pages):
        for stem in one.stems:
            if weights.counts[stem] <= most:
                holders.setdefault(stem, []).append(place)
    near: dict[str, tuple[str, ...]] = {}
    for place, one in enumerate(pages):
        shared = Counter(other for stem in one.stems for other in holders.get(stem, ()))
        near[one.id] = tuple(
            pages[other].id
            for other, count in sorted(shared.items())
            if count >= SHARED and other != place and _close(one, pages[other])
        )
    return near


def _close(one: Shelved, other: Shelved) -> bool:
    if one.out is None or other.out is None:
        return True
    return abs(one.out.middle - other.out.middle) <= WITHIN


def _is_version(one: Shelved, other: Shelved) -> bool:
    address = address_of(one.reading.article.url)
    return bool(address) and address == address_of(other.reading.article.url)


def _out(article: Article, versions: list[Article]) -> Moment | None:
    """When this text was out: a later version of a page only from its change on."""
    published, modified = moment_of(article), moment_of(article, "modified")
    if modified is not None and len(versions) > 1:
        others = [
            moment_of(one, "modified") or moment_of(one) for one in versions if one != article
        ]
        if any(one is not None and one.middle < modified.middle for one in others):
            return modified
    return published or modified


def _closed(article: Article) -> Moment | None:
    published, modified = moment_of(article), moment_of(article, "modified")
    if published is None or modified is None:
        return published or modified
    return max(published, modified, key=lambda one: one.middle)
