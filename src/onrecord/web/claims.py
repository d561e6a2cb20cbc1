"""A claim: who stands behind it, through whom, on how many independent sources, and who denies it.

Invariant: what is counted is told with its reasons; a claim that nobody traced is not shown.
"""

from __future__ import annotations

import json
from dataclasses import replace

from markupsafe import Markup
from starlette.requests import Request

from onrecord.painting.addresses import Addresses
from onrecord.painting.html_trace import render_traced
from onrecord.painting.trace_json import to_trace_json
from onrecord.painting.trace_outline import outline_trace
from onrecord.record import Trace
from onrecord.store.parts import corpus_of, count_articles
from onrecord.web.site import NotOnRecordError, Screen, Site, pack
from onrecord.web.typed import typed_page

LISTED = 50
"""Claims on one page of the list."""


def show_claim(site: Site, request: Request) -> Screen:
    """The trace of one claim."""
    wanted = request.path_params["claim"]
    trace = site.record.trace(wanted)
    if trace is None:
        raise NotOnRecordError(wanted)
    corpus = corpus_of(site.record, articles_of(trace))
    rows = {one.article.id: site.record.article(one.article.id) for one in corpus.readings}
    places = {one: row.where for one, row in rows.items() if row is not None}
    known = replace(
        trace,
        derivations=tuple(
            one for one in trace.derivations if {one.article, one.parent} <= set(places)
        ),
    )
    outline = replace(outline_trace(known, corpus, places), pages_read=count_articles(site.record))
    section = render_traced(outline, number=1, addresses=Addresses(articles="/article/"))
    corrections = site.record.corrections(finding=wanted)
    packed = json.loads(to_trace_json(known, corpus, places=places, queries={}))
    return Screen(
        "claim.html",
        {
            "claim": trace.claim,
            "section": Markup(section.html),
            "rivals": [(one, site.record.trace(one.id) is not None) for one in trace.rivals],
            "corrections": corrections,
        },
        {**packed, "corrections": pack(corrections)},
    )


def show_claims(site: Site, request: Request) -> Screen:
    """All claims that were traced, those with most independent sources first."""
    page = typed_page(request)
    traces = site.record.traces(limit=LISTED + 1, skip=page * LISTED)
    claims = tuple(one.claim for one in traces[:LISTED])
    more = len(traces) > LISTED
    return Screen(
        "claims.html",
        {"claims": claims, "page": page, "more": more},
        {"claims": pack(claims), "page": page, "more": more},
    )


def articles_of(trace: Trace) -> tuple[str, ...]:
    """Ids of all articles that a trace speaks of, each once."""
    named = [one.article for claim in (trace.claim, *trace.rivals) for one in claim.tellings]
    for claim in (trace.claim, *trace.rivals):
        for source in (*claim.sources, *claim.denial_sources):
            named += source.articles
    named += [one for edge in trace.derivations for one in (edge.article, edge.parent)]
    named += [one for circle in trace.circles for one in circle.articles]
    return tuple(dict.fromkeys(named))
