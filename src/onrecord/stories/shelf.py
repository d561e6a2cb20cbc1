"""The pages side by side, with what is needed to tell which of them may have fed which.

Invariant: a page may have fed another only within a story and not from the future.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.record import Article, Reading, Story
from onrecord.stories.moments import Moment, moment_of
from onrecord.stories.outlets import Outlet, find_outlets
from onrecord.stories.own_sources import has_own_sources
from onrecord.stories.particulars import Weights, page_stems, weigh_stems
from onrecord.stories.quotes import Quote, find_quotes
from onrecord.stories.versions import address_of


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

    @property
    def id(self) -> str:
        """The article's id."""
        return self.reading.article.id


@dataclass(frozen=True, slots=True)
class Shelf:
    """All pages, in the order given, and in the order of each story."""

    pages: tuple[Shelved, ...]
    outlets: tuple[Outlet, ...]
    weights: Weights
    _by_id: dict[str, Shelved]
    _stories: dict[str, tuple[str, ...]]

    def page(self, article: str) -> Shelved:
        """The page with the id ``article``; KeyError where there is none."""
        return self._by_id[article]

    def holds(self, article: str) -> bool:
        """Whether there is a page with this id."""
        return article in self._by_id

    def together(self, page: Shelved) -> tuple[Shelved, ...]:
        """The other pages of its stories."""
        others = (self._by_id[one] for one in self._stories.get(page.id, ()) if one in self._by_id)
        return tuple(one for one in others if one.id != page.id)

    def earlier(self, page: Shelved) -> tuple[Shelved, ...]:
        """The other pages of its stories that ``page`` may have taken from."""
        return tuple(one for one in self.together(page) if may_feed(one, page))


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


def shelve(readings: tuple[Reading, ...], stories: Iterable[Story]) -> Shelf:
    """The shelf of ``readings``; an article in no story stands alone."""
    outlets = find_outlets(readings)
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
        )
        for one in readings
    )
    together: dict[str, list[str]] = {}
    for story in stories:
        for article in story.articles:
            together.setdefault(article, []).extend(story.articles)
    return Shelf(
        pages,
        outlets,
        weigh_stems(readings),
        {one.id: one for one in pages},
        {name: tuple(dict.fromkeys(ids)) for name, ids in together.items()},
    )


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
