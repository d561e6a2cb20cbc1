"""The three tables that a spreadsheet or a data frame holds: statements, events, sources.

Invariant: a row is one finding of one article; its first four columns say which page it is from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Literal, get_args

from onrecord.ontology import cameo_of
from onrecord.record import Event, Reading, Span, Statement, hull

Table = Literal["statements", "events", "sources"]
TABLES: tuple[Table, ...] = get_args(Table)
GAP = " … "
"""Stands between the parts of words that the page has in several places."""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement; ``through`` = the hands between the outlet and the source, the outermost
    first; ``spans`` are those of the content; ``start`` and ``end`` enclose them.
    """

    article: str
    url: str
    outlet: str
    published: date | None
    statement: str
    mode: str
    stance: str
    content: str
    cue: str
    source: str
    source_kind: str
    source_unnamed: bool
    source_title: str
    source_how: str
    source_words: str
    through: tuple[str, ...]
    justification: str
    addressee: str
    start: int
    end: int
    spans: tuple[Span, ...]
    score: float
    found_by: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event; ``cameo`` is the nearest CAMEO code; the dates are those that the text tells."""

    article: str
    url: str
    outlet: str
    published: date | None
    event: str
    type: str
    modes: tuple[str, ...]
    quad: int
    cameo: str
    status: str
    factuality: str
    within: str
    words: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    earliest: date | None
    latest: date | None
    best: date | None
    edtf: str
    place: str
    lat: float | None
    lon: float | None
    geonameid: int | None
    country: str
    spans: tuple[Span, ...]
    score: float
    found_by: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """All that one article has from one source: how much, through whom, and why it knows.

    ``relayed`` = how many of the statements came through another hand than the outlet's own.
    """

    article: str
    url: str
    outlet: str
    published: date | None
    source: str
    kind: str
    unnamed: bool
    titles: tuple[str, ...]
    entity: str
    statements: int
    relayed: int
    through: tuple[str, ...]
    justifications: tuple[str, ...]


Row = StatementRow | EventRow | SourceRow


def row_type(table: Table) -> type[Row]:
    """The type of the rows of ``table``: its fields are the columns."""
    types: dict[Table, type[Row]] = {
        "statements": StatementRow,
        "events": EventRow,
        "sources": SourceRow,
    }
    return types[table]


def rows_of(readings: Iterable[Reading], table: Table) -> Iterator[Row]:
    """The rows of ``table`` in the order of the readings and of the text."""
    makers: dict[Table, Callable[[Reading], Iterable[Row]]] = {
        "statements": lambda one: (_statement_row(one, said) for said in one.statements),
        "events": lambda one: (_event_row(one, event) for event in one.events),
        "sources": _source_rows,
    }
    return chain.from_iterable(map(makers[table], readings))


def published_on(reading: Reading) -> date | None:
    """The day of publication, None where the page does not tell it to the day."""
    found = reading.article.date("published")
    return found.best if found is not None and found.earliest == found.latest else None


def cut(spans: Iterable[Span | None], text: str) -> str:
    """The words of ``spans``, None among them left out."""
    return GAP.join(one.cut(text) for one in spans if one is not None)


def _statement_row(reading: Reading, said: Statement) -> StatementRow:
    article, origin, whole = reading.article, said.chain.origin, hull(said.content)
    return StatementRow(
        article.id,
        article.url,
        article.outlet,
        published_on(reading),
        said.id,
        said.mode,
        said.stance,
        cut(said.content, article.text),
        cut((said.cue,), article.text),
        origin.name,
        origin.kind,
        origin.unnamed,
        origin.title,
        origin.how,
        cut((said.source,), article.text),
        tuple(one.name for one in said.chain.links[1:-1]),
        cut((origin.justification,), article.text),
        cut((said.addressee,), article.text),
        whole.start,
        whole.end,
        said.content,
        said.score,
        said.found_by,
    )


def _event_row(reading: Reading, event: Event) -> EventRow:
    article, day, where = reading.article, event.date, event.place
    known = where.place if where is not None else None
    return EventRow(
        article.id,
        article.url,
        article.outlet,
        published_on(reading),
        event.id,
        event.type,
        event.mode,
        event.quad,
        cameo_of(event.type, event.mode),
        event.status,
        event.factuality,
        event.within or "",
        cut(event.triggers[:1], article.text),
        tuple(one.name for one in event.actors),
        tuple(one.name for one in event.recipients),
        day.earliest if day is not None else None,
        day.latest if day is not None else None,
        day.best if day is not None else None,
        day.edtf if day is not None else "",
        where.name if where is not None else "",
        known.lat if known is not None else None,
        known.lon if known is not None else None,
        known.geonameid if known is not None else None,
        known.country if known is not None else "",
        event.triggers,
        event.score,
        event.found_by,
    )


def _source_rows(reading: Reading) -> Iterator[SourceRow]:
    article = reading.article
    by_source: dict[tuple[str, str, bool], list[Statement]] = {}
    for said in reading.statements:
        origin = said.chain.origin
        key = (origin.entity or origin.name.casefold(), origin.kind, origin.unnamed)
        by_source.setdefault(key, []).append(said)
    for group in by_source.values():
        origins = [said.chain.origin for said in group]
        hands = [one.name for said in group for one in said.chain.links[1:-1]]
        reasons = [one.justification.cut(article.text) for one in origins if one.justification]
        yield SourceRow(
            article.id,
            article.url,
            article.outlet,
            published_on(reading),
            origins[0].name,
            origins[0].kind,
            origins[0].unnamed,
            tuple(dict.fromkeys(one.title for one in origins if one.title)),
            origins[0].entity or "",
            len(group),
            sum(len(said.chain.links) > 2 for said in group),
            tuple(dict.fromkeys(hands)),
            tuple(dict.fromkeys(reasons)),
        )
