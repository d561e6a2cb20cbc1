"""A finding on its own: its words, what found it, what people said of it, and forms to correct it.

Invariant: a finding that a person said no to is shown as it was read, and said to stand no longer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request

from onrecord.painting.highlights import Role, role_of
from onrecord.painting.html_text import anchor
from onrecord.record import Entity, Event, SourceLink, Span, Statement
from onrecord.web.edits import KINDS as ENTITY_KINDS
from onrecord.web.event_edits import FACTUALITIES, TYPES
from onrecord.web.findings import find_finding, spans_of, target_of
from onrecord.web.highlight import Piece, cut_around
from onrecord.web.site import NotOnRecordError, Screen, Site, pack
from onrecord.web.statement_edits import KINDS, MODES, known_stances, shown_words

AROUND = 240
"""Characters shown before and behind the words of a finding."""

NEAR = 40
"""Characters before and behind a mention in the list of them."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a form offers to choose from; ``words`` gives those that a link stands on."""

    stances: tuple[str, ...]
    words: Callable[[SourceLink], str]
    modes: tuple[str, ...] = MODES
    kinds: tuple[str, ...] = KINDS
    types: tuple[str, ...] = TYPES
    factualities: tuple[str, ...] = FACTUALITIES
    entity_kinds: tuple[str, ...] = ENTITY_KINDS


def show_finding(site: Site, request: Request) -> Screen:
    """One statement, event or entity: its words, what found it, and what people said of it."""
    name, wanted = request.path_params["article"], request.path_params["finding"]
    row = site.record.article(name)
    current = site.record.reading(name)
    first = site.record.reading(name, corrected=False)
    if row is None or current is None or first is None:
        raise NotOnRecordError(name)
    finding = find_finding(current, wanted)
    original = find_finding(first, wanted)
    shown = finding or original
    if shown is None:
        raise NotOnRecordError(wanted)
    target = target_of(shown)
    spans = spans_of(shown)
    corrections = site.record.corrections(article=row.id, finding=wanted)
    others = [
        one
        for one in current.entities
        if isinstance(shown, Entity) and one.id != wanted and one.resolved
    ]
    return Screen(
        "finding.html",
        {
            "row": row,
            "finding": shown,
            "target": target,
            "standing": finding is not None,
            "place": _place_of(shown),
            "pieces": _quote(current.article.text, spans),
            "merge_reasons": _list_reasons(shown),
            "mentions": _list_mentions(shown, current.article.text),
            "others": sorted(others, key=lambda one: (one.name.casefold(), one.id)),
            "corrections": corrections,
            "quoted": {},
            "choices": _offer_choices(shown, current.article.text),
        },
        {
            "article": pack(row),
            "target": target,
            "finding": pack(finding) if finding else None,
            "original": pack(original) if original else None,
            "corrections": pack(corrections),
        },
    )


def _place_of(finding: Statement | Event | Entity) -> str:
    """The id of the place in the article where a finding begins."""
    if isinstance(finding, Statement):
        return finding.id
    role: Role = "event" if isinstance(finding, Event) else role_of(finding.kind)
    return anchor(finding.id, role, 1)


def _offer_choices(finding: Statement | Event | Entity, text: str) -> Choices:
    return Choices(
        known_stances(finding) if isinstance(finding, Statement) else (),
        words=lambda link: shown_words(link, text),
    )


def _quote(text: str, spans: tuple[Span, ...]) -> tuple[Piece, ...]:
    """The first words of a finding in their surroundings; of many spans those that stand near."""
    first = min(spans)
    near = tuple(one for one in spans if one.end - first.start <= len(first) + 2 * AROUND)
    return cut_around(text, near, AROUND)


def _list_reasons(finding: Statement | Event | Entity) -> tuple[str, ...]:
    """Why the mentions of a finding are taken for one, each reason once."""
    if isinstance(finding, Statement):
        return ()
    return tuple(dict.fromkeys(one.reason or one.rule for one in finding.merges))


def _list_mentions(
    finding: Statement | Event | Entity, text: str
) -> tuple[tuple[Span, tuple[Piece, ...]], ...]:
    """The mentions of an entity, each in a few words of its surroundings."""
    if not isinstance(finding, Entity):
        return ()
    return tuple((one, cut_around(text, (one,), NEAR)) for one in finding.mentions)
