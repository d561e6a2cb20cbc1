"""Findings by their ids, and the words that they stand on.

Invariant: a finding that was corrected away is still found in what was read.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.painting.visible_text import wrap_short
from onrecord.record import Entity, Event, Reading, Span, Statement
from onrecord.store import Correction, Record

QUOTED = 90
"""Characters of a finding's words in a list."""


def find_finding(reading: Reading, wanted: str) -> Statement | Event | Entity | None:
    """The finding with the id ``wanted``, None where the reading has none."""
    findings: tuple[Statement | Event | Entity, ...] = (
        *reading.statements,
        *reading.events,
        *reading.entities,
    )
    return next((one for one in findings if one.id == wanted), None)


def target_of(finding: Statement | Event | Entity) -> str:
    """What a correction calls this kind of finding."""
    if isinstance(finding, Statement):
        return "statement"
    return "event" if isinstance(finding, Event) else "entity"


def spans_of(finding: Statement | Event | Entity) -> tuple[Span, ...]:
    """The words of a finding."""
    if isinstance(finding, Statement):
        return finding.content
    return finding.triggers if isinstance(finding, Event) else finding.mentions


def quote_findings(record: Record, corrections: Iterable[Correction]) -> dict[int, str]:
    """What each of ``corrections`` is about, in words, by its id; those of no article are left out.

    An entity is told by its name, all else by the words of the article.
    """
    readings: dict[str, Reading | None] = {}
    quoted: dict[int, str] = {}
    for one in corrections:
        if one.article not in readings:
            readings[one.article] = (
                record.reading(one.article, corrected=False) if one.article else None
            )
        reading = readings[one.article]
        finding = find_finding(reading, one.finding) if reading else None
        if reading is None or finding is None:
            continue
        text = reading.article.text
        words = (
            finding.name
            if isinstance(finding, Entity)
            else " … ".join(span.cut(text) for span in spans_of(finding))
        )
        quoted[one.id] = wrap_short(words, QUOTED, 1)
    return quoted
