"""A source: everything that it is on record with, named or not, and through whom.

Invariant: a description ("two officials") is shown as one, never as if it were a name.
"""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from onrecord.record import SourceLink, Span
from onrecord.store import Record, Saying
from onrecord.store.parts import passages_of
from onrecord.web.highlight import Piece, cut_around
from onrecord.web.site import NotOnRecordError, Screen, Site, pack
from onrecord.web.typed import typed_choice, typed_page, typed_text

LISTED = 100
"""Sources on one page of the list."""

MOST_SAYINGS = 100
"""Statements on one source's page, the newest; all are counted."""

AROUND = 140
"""Characters before and behind a statement: most often its sentence, and whose words it is."""

SUGGESTED = 12
"""Sources of like name that it may be merged with."""


@dataclass(frozen=True, slots=True)
class Way:
    """The hands between us and the source, and what came that way."""

    hands: tuple[tuple[int, SourceLink], ...]
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A statement in the words around it, cut at the marks of its own."""

    saying: Saying
    pieces: tuple[Piece, ...]


def show_source(site: Site, request: Request) -> Screen:
    """One source, what it said grouped by the way on which it came."""
    number = request.path_params["source"]
    known = number.isascii() and number.isdecimal() and len(number) < 19
    found = site.record.source(int(number), sayings=MOST_SAYINGS) if known else None
    if found is None:
        raise NotOnRecordError(number)
    like = [
        one.source
        for one in site.record.who(_last_words(found.source.name), limit=SUGGESTED, sayings=0)
        if one.source.id != found.source.id
    ]
    corrections = site.record.corrections(finding=str(found.source.id))
    of_source = tuple(one for one in corrections if one.target == "source")
    return Screen(
        "source.html",
        {
            "source": found.source,
            "ways": group_by_way(found.sayings),
            "passed_on": found.passed_on,
            "quoted": quote_sayings(site.record, (*found.sayings, *found.passed_on)),
            "like": like,
            "corrections": of_source,
        },
        {
            "source": pack(found.source),
            "sayings": pack(found.sayings),
            "passed_on": pack(found.passed_on),
            "corrections": pack(of_source),
        },
    )


def show_sources(site: Site, request: Request) -> Screen:
    """The sources that a name leads to, or all of them, those with most statements first."""
    name, page = typed_text(request, "name"), typed_page(request)
    kind = typed_choice(request, "named", ("named", "unnamed"))
    if name:
        rows = tuple(one.source for one in site.record.who(name, limit=LISTED, sayings=0))
    else:
        named = None if kind is None else kind == "named"
        rows = site.record.sources(named=named, limit=LISTED + 1, skip=page * LISTED)
    more = len(rows) > LISTED
    return Screen(
        "sources.html",
        {"rows": rows[:LISTED], "name": name, "kind": kind, "page": page, "more": more},
        {"sources": pack(rows[:LISTED]), "page": page, "more": more},
    )


def group_by_way(sayings: tuple[Saying, ...]) -> tuple[Way, ...]:
    """Statements by the hands that they went through, the way with most of them first."""
    ways: dict[tuple[int, ...], list[Saying]] = {}
    for one in sayings:
        ways.setdefault(one.hands[:-1], []).append(one)
    made = [
        Way(tuple(zip(hands, many[0].chain.links, strict=False)), tuple(many))
        for hands, many in ways.items()
    ]
    return tuple(sorted(made, key=lambda one: -len(one.sayings)))


def quote_sayings(record: Record, sayings: tuple[Saying, ...]) -> dict[tuple[str, str], Quoted]:
    """Each statement in its passage, by the ids of its article and its own; alone where in none."""
    quoted = {}
    for one, (start, words) in zip(sayings, passages_of(record, sayings), strict=True):
        inside = tuple(
            Span(max(span.start - start, 0), min(span.end - start, len(words)))
            for span in one.content
            if span.start < start + len(words) and span.end > start
        )
        pieces = cut_around(words, inside, AROUND) if inside else (Piece(one.words, True),)
        quoted[one.article.id, one.id] = Quoted(one, pieces)
    return quoted


def _last_words(name: str) -> str:
    """The last word of a name: what another page would call the same person by."""
    return name.split()[-1] if name.split() else name
