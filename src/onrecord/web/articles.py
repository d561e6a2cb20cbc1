"""An article with all that was found in it, and a finding on its own, where it can be corrected.

Invariant: what is painted is the reading as people corrected it; what it was stays to be seen.
"""

from __future__ import annotations

from markupsafe import Markup
from starlette.requests import Request

from onrecord.painting.addresses import Addresses
from onrecord.painting.html_report import render_section
from onrecord.record import Entity, Event, Span, Statement, hull
from onrecord.web.findings import find_finding, quote_findings, spans_of, target_of
from onrecord.web.highlight import Piece, cut_pieces
from onrecord.web.site import NotOnRecordError, Screen, Site, pack
from onrecord.web.typed import typed_filters, typed_page, typed_spans

LISTED = 100
"""Articles on one page of the list."""

AROUND = 240
"""Characters shown before and behind the words of a finding."""


def show_article(site: Site, request: Request) -> Screen:
    """The text with every finding painted on it, chains beside it."""
    name = request.path_params["article"]
    row, reading = site.record.article(name), site.record.reading(name)
    if row is None or reading is None:
        raise NotOnRecordError(name)
    section = render_section(
        reading,
        where=row.where,
        earlier=(),
        addresses=Addresses(f"/article/{row.id}/finding/", "/sources?name=", "/article/"),
        found=typed_spans(request, len(reading.article.text)),
    )
    corrections = site.record.corrections(article=row.id)
    versions = site.record.versions(row.url) if row.url else ()
    return Screen(
        "article.html",
        {
            "row": row,
            "section": Markup(section.html),
            "corrections": corrections,
            "quoted": quote_findings(site.record, corrections),
            "versions": tuple(one for one in versions if one.id != row.id),
        },
        {"row": pack(row), "reading": pack(reading), "corrections": pack(corrections)},
    )


def show_articles(site: Site, request: Request) -> Screen:
    """All articles, newest first."""
    page, filters = typed_page(request), typed_filters(request)
    rows = site.record.articles(filters, limit=LISTED + 1, skip=page * LISTED)
    return Screen(
        "articles.html",
        {
            "rows": rows[:LISTED],
            "page": page,
            "more": len(rows) > LISTED,
            "outlets": site.record.outlets(),
            "filters": filters,
        },
        {"articles": pack(rows[:LISTED]), "page": page, "more": len(rows) > LISTED},
    )


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
            "pieces": _quote(current.article.text, spans),
            "mentions": _list_mentions(shown, current.article.text),
            "others": sorted(others, key=lambda one: (one.name.casefold(), one.id)),
            "corrections": corrections,
            "quoted": {},
        },
        {
            "article": pack(row),
            "target": target,
            "finding": pack(finding) if finding else None,
            "original": pack(original) if original else None,
            "corrections": pack(corrections),
        },
    )


def _quote(text: str, spans: tuple[Span, ...]) -> tuple[Piece, ...]:
    """The first words of a finding in their surroundings; of many spans those that stand near."""
    first = min(spans)
    near = tuple(one for one in spans if one.end - first.start <= len(first) + 2 * AROUND)
    whole = hull(near)
    start, end = max(0, whole.start - AROUND), min(len(text), whole.end + AROUND)
    return cut_pieces(text[start:end], tuple(one.shift(-start) for one in near))


def _list_mentions(finding: Statement | Event | Entity, text: str) -> tuple[tuple[Span, str], ...]:
    if not isinstance(finding, Entity):
        return ()
    return tuple((one, one.cut(text)) for one in finding.mentions)
