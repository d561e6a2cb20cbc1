"""Judgements taken back: an entity parted along one of its merges.

Invariant: the parts have all mentions of the whole between them, and each merge but the one undone.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.entities.naming import choose_name, forms_of
from onrecord.record import Entity, Merge, Span, finding_id


def undo_merge(
    text: str, entities: tuple[Entity, ...], entity_id: str, merge: Merge, *, article_id: str
) -> tuple[Entity, ...]:
    """``entities`` with the one of ``entity_id`` parted where ``merge`` joined it.

    LookupError where there is no such entity or it has no such merge.
    """
    whole = next((one for one in entities if one.id == entity_id), None)
    if whole is None:
        raise LookupError(f"no entity has the id {entity_id}")
    if merge not in whole.merges:
        raise LookupError(f"{whole.name} was not merged by {merge.rule}: {merge.reason}")
    left = tuple(one for one in whole.merges if one != merge)
    away = _reach(merge.second, left)
    split = tuple(span for span in whole.mentions if span in away)
    kept = tuple(span for span in whole.mentions if span not in away)
    if not split or not kept:
        return tuple(replace(one, merges=left) if one is whole else one for one in entities)
    parts = [_part(text, whole, spans, left, article_id) for spans in (kept, split)]
    parts = _share_roles(text, whole.roles, parts)
    found = [one for one in entities if one is not whole] + parts
    return tuple(sorted(found, key=lambda one: one.mentions[0]))


def _reach(start: Span, merges: tuple[Merge, ...]) -> set[Span]:
    """All spans that merges lead to from ``start``."""
    reached, waiting = {start}, [start]
    while waiting:
        span = waiting.pop()
        for merge in merges:
            if span in (merge.first, merge.second):
                other = merge.second if span == merge.first else merge.first
                if other not in reached:
                    reached.add(other)
                    waiting.append(other)
    return reached


def _part(
    text: str, whole: Entity, mentions: tuple[Span, ...], merges: tuple[Merge, ...], article_id: str
) -> Entity:
    forms = dict(zip(whole.mentions, forms_of(whole), strict=True))
    names = [span.cut(text) for span in mentions if forms[span] == "name"]
    nouns = [span.cut(text) for span in mentions if forms[span] == "nominal"]
    name = choose_name(names, whole.kind) if names else (nouns or [mentions[0].cut(text)])[0]
    return Entity(
        id=finding_id(article_id, f"entity {whole.kind}", mentions),
        name=name,
        kind=whole.kind,
        mentions=mentions,
        forms=tuple(forms[span] for span in mentions),
        merges=tuple(one for one in merges if one.first in mentions or one.second in mentions),
        resolved=bool(names or nouns),
    )


def _share_roles(text: str, roles: tuple[str, ...], parts: list[Entity]) -> list[Entity]:
    """The parts with each role given to the one that stands nearest to the role's words."""
    shared: list[list[str]] = [[] for _ in parts]
    for role in roles:
        places, at = [], text.find(role)
        while at >= 0:
            places.append(Span(at, at + len(role)))
            at = text.find(role, at + 1)
        nearest = min(
            range(len(parts)),
            key=lambda n: min(
                (_gap(place, span) for place in places for span in parts[n].mentions), default=0
            ),
        )
        shared[nearest].append(role)
    return [replace(part, roles=tuple(found)) for part, found in zip(parts, shared, strict=True)]


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
