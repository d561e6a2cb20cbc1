"""Circles: an outlet's own claim that comes back to it through others as if it were confirmed.

Invariant: in a circle nobody but the outlet itself knew anything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from onrecord import languages
from onrecord.record import ArticleKind, Circle, Derivation, Reading, Span
from onrecord.stories.media.outlets import Outlet, find_outlets
from onrecord.stories.provenance.article_kinds import name_kinds

_EMPTY_HANDED = ("relay", "rewrite", "syndicated")
"""Kinds of articles that add no source of their own to what they pass on."""
_LONGEST = 12
"""Articles of a circle at most; chains of relays are shorter."""


def find_circles(
    readings: tuple[Reading, ...],
    derivations: tuple[Derivation, ...],
    outlets: tuple[Outlet, ...] = (),
    named: tuple[tuple[str, ArticleKind], ...] = (),
) -> tuple[Circle, ...]:
    """The circles, each from the first telling to the article that takes it for confirmed.

    ``outlets`` and kinds (``named``) of the pages, where they are known already.
    """
    outlets = outlets or find_outlets(readings)
    kinds = dict(named or name_kinds(readings, derivations, outlets))
    owner = {article: one.name for one in outlets for article in one.articles}
    by_id = {one.article.id: one for one in readings}
    parents: dict[str, list[Derivation]] = {}
    for one in derivations:
        parents.setdefault(one.article, []).append(one)
    found: dict[frozenset[str], Circle] = {}
    for last in readings:
        name = last.article.id
        for edge in parents.get(name, []):
            passed_on = kinds.get(edge.parent) in _EMPTY_HANDED
            if not passed_on or not owner.get(name) or owner[edge.parent] == owner[name]:
                continue
            if not _is_confirmation(by_id[name], edge.spans):
                continue
            for way in _ways_back(edge.parent, owner[name], parents, owner, kinds):
                circle = Circle((*reversed(way), name), _reason(owner, (*way, name)))
                found.setdefault(frozenset(circle.articles), circle)
    return tuple(found.values())


def _ways_back(
    start: str,
    outlet: str,
    parents: dict[str, list[Derivation]],
    owner: dict[str, str],
    kinds: Mapping[str, str],
) -> list[tuple[str, ...]]:
    """The chains from ``start`` back to an article of ``outlet``, all between empty-handed."""
    ways: list[tuple[str, ...]] = []
    open_ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while open_ways:
        way = open_ways.pop(0)
        for edge in parents.get(way[-1], []):
            if owner.get(edge.parent) == outlet:
                ways.append((*way, edge.parent))
            elif (
                edge.parent not in seen
                and len(way) < _LONGEST
                and kinds.get(edge.parent) in _EMPTY_HANDED
            ):
                seen.add(edge.parent)
                open_ways.append((*way, edge.parent))
    return ways


def _is_confirmation(reading: Reading, spans: tuple[Span, ...]) -> bool:
    """Whether the article takes what it cites at ``spans`` for a confirmation."""
    article = reading.article
    near = [
        one.cut(article.text)
        for one in article.paragraphs
        if any(one.overlaps(span) for span in spans)
    ]
    return any(_confirming().search(words) for words in near)


def _reason(owner: dict[str, str], way: tuple[str, ...]) -> str:
    last, between = owner[way[-1]], [owner.get(one, "") or "a page" for one in way[:-2]]
    return (
        f"{last} takes {between[0]} for a confirmation, but that has it "
        f"{'through ' + ', '.join(between[1:]) + ' ' if between[1:] else ''}from {last} itself"
    )


@cache
def _confirming() -> re.Pattern[str]:
    words = languages.load("en", "derivations")["confirming"]["words"]
    longest = sorted(words, key=len, reverse=True)
    phrases = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in longest)
    return re.compile(rf"(?<!\w)(?:{phrases})", re.I)
