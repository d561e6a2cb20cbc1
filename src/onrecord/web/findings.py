"""Findings by their ids, and the words that they stand on.

Invariant: a finding that was corrected away is still found in what was read.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.painting.days import describe_days
from onrecord.painting.verdicts import Verdict, VerdictKind
from onrecord.painting.visible_text import wrap_short
from onrecord.painting.wording import describe_kind, word_for
from onrecord.record import (
    Entity,
    Event,
    Reading,
    RecordError,
    Span,
    Statement,
    unpack_record,
)
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


def pass_verdicts(corrections: Iterable[Correction]) -> tuple[Verdict, ...]:
    """What was said last of each finding, in the order in which it was first spoken of.

    A merge is a correction of the finding that it went into as well.
    """
    last: dict[str, Verdict] = {}
    for one in corrections:
        kind: VerdictKind = "accepted" if one.kind == "accept" else "corrected"
        last[one.finding] = Verdict(one.finding, kind, one.who)
        if one.kind == "merge":
            last[one.corrected] = Verdict(one.corrected, kind, one.who)
    return tuple(last.values())


def tell_changes(correction: Correction) -> tuple[tuple[str, str, str], ...]:
    """What an edit changed: the name of each fact, what it was and what it is."""
    if correction.kind != "edit" or correction.target not in _TYPES:
        return ()
    told = _TYPES[correction.target]
    try:
        before = _tell_facts(unpack_record(told, correction.original))
        after = _tell_facts(unpack_record(told, correction.corrected))
    except RecordError:
        return ()
    return tuple(
        (name, old, new) for (name, old), (_, new) in zip(before, after, strict=True) if old != new
    )


_TYPES: dict[str, type[Statement] | type[Event] | type[Entity]] = {
    "statement": Statement,
    "event": Event,
    "entity": Entity,
}


def _tell_facts(finding: Statement | Event | Entity) -> tuple[tuple[str, str], ...]:
    """What a form can change of a finding, in words."""
    if isinstance(finding, Statement):
        hands = [
            f"{one.name}{f', {one.title}' if one.title else ''} ({describe_kind(one)})"
            for one in finding.chain.links[1:]
        ]
        return (
            ("stance", word_for("stances", finding.stance)),
            ("given as", word_for("modes", finding.mode)),
            ("source", " → ".join(hands)),
        )
    if isinstance(finding, Entity):
        kind = word_for("entity_kinds", finding.kind)
        return (("name", finding.name), ("is", kind), ("titles", ", ".join(finding.roles)))
    day = finding.date
    return (
        ("type", word_for("event_types", finding.type)),
        ("standing", word_for("factuality", finding.factuality)),
        ("who", ", ".join(one.name for one in finding.actors)),
        ("to whom", ", ".join(one.name for one in finding.recipients)),
        ("when", describe_days(day.earliest, day.latest) if day else ""),
        ("where", finding.place.name if finding.place else ""),
    )


def quote_findings(record: Record, corrections: Iterable[Correction]) -> dict[int, str]:
    """What each of ``corrections`` is about, in words, by its id; those of no article are left out.

    An entity is told by its name, a derivation by its two outlets, all else by the words of the
    article.
    """
    readings: dict[str, Reading | None] = {}
    quoted: dict[int, str] = {}
    for one in corrections:
        if one.target == "derivation":
            quoted[one.id] = _tell_derivation(record, one.finding)
            continue
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


def _tell_derivation(record: Record, derivation: str) -> str:
    """Who took it from whom, by the outlets of the two articles that the id is made of."""
    rows = (record.article(one) for one in derivation.split("<"))
    child, parent = ([row.outlet or row.title if row else "?" for row in rows] + ["?", "?"])[:2]
    return f"{child} took it from {parent}"
