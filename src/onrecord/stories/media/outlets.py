"""Which pages are of one outlet, and which outlet a name means.

Invariant: an outlet is what its pages say that they are; a name that fits two outlets equally well
means neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from onrecord import languages
from onrecord.record import Article, Reading
from onrecord.stories.media.outlet_names import (
    OTHER,
    SHORTENED,
    host_of,
    is_medium_word,
    likeness,
    name_key,
    name_words,
)

_SIGNED = re.compile(r"\(([^()\n]{2,40})\)")
_RIGHTS_NAME = re.compile(r"\s*(?:(?:19|20)\d\d\s*)?((?:[^\W\d_][\w’'&.-]*\s?){1,6})")
_EDGE = re.compile(r"^([^|–—:\n]{2,40}?)(?:\s+[|–—-]|:)\s|\s[|–—-]\s+([^|–—\n]{2,40})$")
_LINE = 80
"""Characters of the first or last line of a text in which the outlet may sign."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes some of the pages.

    ``name`` is the fullest that its pages have for it, ``names`` all of them, that one first; both
    are the host where the pages tell no name, and "" where they tell nothing at all. ``hosts`` are
    without "www."; ``articles`` are ids in the order of the pages.
    """

    name: str
    names: tuple[str, ...]
    hosts: tuple[str, ...]
    articles: tuple[str, ...]


def find_outlets(readings: tuple[Reading, ...]) -> tuple[Outlet, ...]:
    """The outlets of all pages, in the order of their first pages; each page in exactly one.

    Pages of one host are one outlet's. Pages without an address join those of the same name, if
    there is only one such outlet; a page that tells neither name nor address stands alone.
    """
    named = _KnownNames(_names_of_media(readings))
    told = [(one.article, _own_names(one.article, named)) for one in readings]
    groups: list[list[tuple[Article, tuple[str, ...]]]] = []
    by_host: dict[str, int] = {}
    for article, names in told:
        host = host_of(article.url)
        if host and host in by_host:
            groups[by_host[host]].append((article, names))
        elif host:
            by_host[host] = len(groups)
            groups.append([(article, names)])
    homeless: dict[str, int] = {}
    known: dict[str, set[int]] = {}
    for number, group in enumerate(groups):
        for name in _outlet(group).names:
            known.setdefault(name_key(name), set()).add(number)
    for article, names in told:
        if host_of(article.url):
            continue
        place = _place_of(names, known, homeless)
        if place is None:
            place = len(groups)
            groups.append([])
        homeless |= {name_key(name): place for name in names if name_key(name) not in homeless}
        groups[place].append((article, names))
    order = {one.article.id: n for n, one in enumerate(readings)}
    found = [_outlet(sorted(group, key=lambda one: order[one[0].id])) for group in groups]
    return tuple(sorted(found, key=lambda one: order[one.articles[0]]))


def resolve_outlet(name: str, outlets: tuple[Outlet, ...]) -> Outlet | None:
    """The outlet that ``name`` means, or None where it is unknown or fits several equally well."""
    fitting = fitting_outlets(name, outlets)
    return fitting[0] if len(fitting) == 1 else None


def fitting_outlets(name: str, outlets: tuple[Outlet, ...]) -> tuple[Outlet, ...]:
    """All outlets that ``name`` fits best: one where it is clear, several with one name.

    ``name`` may be full, shortened ("the Gazette"), initials, a host or a URL.
    """
    host = host_of(name.strip()) if " " not in name.strip() else ""
    if host:
        there = tuple(one for one in outlets if host in one.hosts)
        if there:
            return there
    ranked = [
        (max((likeness(name, own) for own in one.names), default=OTHER), one) for one in outlets
    ]
    best = max((rank for rank, _ in ranked), default=OTHER)
    if best == OTHER or (best == SHORTENED and _is_shared_word(name, outlets)):
        return ()
    return tuple(one for rank, one in ranked if rank == best)


def _is_shared_word(name: str, outlets: tuple[Outlet, ...]) -> bool:
    """Whether ``name`` is one word, no medium's, that several outlets bear: that of their town."""
    words = [word.casefold() for word in name_words(name)]
    if len(words) != 1 or is_medium_word(words[0]):
        return False
    bearers = [
        one for one in outlets if any(words[0] in own.casefold().split() for own in one.names)
    ]
    return len(bearers) > 1


def outlet_of(article: str, outlets: tuple[Outlet, ...]) -> Outlet:
    """The outlet whose page ``article`` (an id) is; LookupError where it is none's."""
    for one in outlets:
        if article in one.articles:
            return one
    raise LookupError(f"{article} is no article of these outlets")


def _outlet(group: list[tuple[Article, tuple[str, ...]]]) -> Outlet:
    hosts = tuple(dict.fromkeys(host for one, _ in group if (host := host_of(one.url))))
    written = tuple(dict.fromkeys(name for _, names in group for name in names))
    written = written or hosts
    full = max(written, key=lambda name: (" " in name, len(name_key(name))), default="")
    names = tuple(dict.fromkeys((full, *written))) if full else ()
    return Outlet(full, names, hosts, tuple(one.id for one, _ in group))


def _place_of(
    names: tuple[str, ...], known: Mapping[str, set[int]], homeless: dict[str, int]
) -> int | None:
    """The one outlet that bears one of ``names``; ``known`` and ``homeless`` are by their keys."""
    for name in names:
        fitting = known.get(name_key(name), set())
        if len(fitting) == 1:
            return next(iter(fitting))
        if not fitting and name_key(name) in homeless:
            return homeless[name_key(name)]
    return None


class _KnownNames:
    """Names of media that the pages speak of, to be looked up by key and by first word."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._rank = {name: rank for rank, name in enumerate(names)}
        self._by_key: dict[str, list[str]] = {}
        self._by_word: dict[str, list[str]] = {}
        for name in names:
            self._by_key.setdefault(name_key(name), []).append(name)
            self._by_word.setdefault(name.casefold().split()[0], []).append(name)

    def __contains__(self, name: str) -> bool:
        return name in self._rank

    def borne(self, seen: Iterable[str], heads: Iterable[str]) -> str | None:
        """The first of the names that is one of ``seen`` or that one of ``heads`` begins with."""
        found = {name for one in seen for name in self._by_key.get(name_key(one), ())}
        for head in heads:
            words = head.split(maxsplit=1)[:1]
            for size in range(1, len(words[0]) + 1) if words else ():
                there = self._by_word.get(words[0][:size], ())
                found.update(name for name in there if head.startswith(name.casefold()))
        return min(found, key=self._rank.__getitem__, default=None)


def _own_names(article: Article, named: _KnownNames) -> tuple[str, ...]:
    """What the page calls its outlet: its metadata, else who holds its rights or signs it."""
    if article.outlet:
        return (article.outlet,)
    lines = [one.text for one in article.furniture]
    found = [name for line in lines for name in _rights_holders(line)]
    text = article.text.strip()
    edges = [part for parts in _EDGE.findall(article.title) for part in parts if part]
    signed = [*_SIGNED.findall(text[: 2 * _LINE]), *_SIGNED.findall(text[-_LINE:])]
    heads = [line.casefold() for line in lines]
    unknown = (one for one in edges if one not in named)
    name = named.borne((*edges, *signed, *found), heads) or next(
        (one for one in unknown if any(head.startswith(one.casefold()) for head in heads)), None
    )
    if name is not None:
        return (name, *(one for one in found if likeness(one, name) != OTHER))
    return tuple(found[:1])


def _rights_holders(line: str) -> list[str]:
    for word in _rights():
        place = line.casefold().find(word)
        if place >= 0 and (match := _RIGHTS_NAME.match(line, place + len(word))):
            return [match[1].strip()]
    return []


def _names_of_media(readings: Iterable[Reading]) -> tuple[str, ...]:
    """Names of media that the pages speak of, the longest first."""
    names = {
        link.name
        for one in readings
        for statement in one.statements
        for link in statement.chain.links
        if link.kind == "outlet" and not link.unnamed
    }
    names |= {one.name for each in readings for one in each.entities if one.kind == "outlet"}
    return tuple(sorted((one for one in names if name_key(one)), key=lambda one: (-len(one), one)))


@cache
def _rights() -> tuple[str, ...]:
    return tuple(languages.load("en", "derivations")["outlets"]["rights"])
