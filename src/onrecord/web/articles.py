"""An article with all that was found in it, and the list of all articles.

Invariant: what is painted is the reading as people corrected it; what it was stays to be seen.
"""

from __future__ import annotations

from markupsafe import Markup
from starlette.requests import Request

from onrecord.painting.addresses import Addresses
from onrecord.painting.html_report import render_section
from onrecord.web.findings import pass_verdicts, quote_findings
from onrecord.web.site import NotOnRecordError, Screen, Site, pack
from onrecord.web.typed import OUTLETS_OFFERED, typed_filters, typed_page, typed_spans

LISTED = 100
"""Articles on one page of the list."""


def show_article(site: Site, request: Request) -> Screen:
    """The text with every finding painted on it, chains beside it."""
    name = request.path_params["article"]
    row, reading = site.record.article(name), site.record.reading(name)
    if row is None or reading is None:
        raise NotOnRecordError(name)
    corrections = site.record.corrections(article=row.id)
    section = render_section(
        reading,
        where=row.where,
        earlier=(),
        addresses=Addresses(
            f"/article/{row.id}/finding/", "/sources?name=", "/article/", pass_verdicts(corrections)
        ),
        found=typed_spans(request, len(reading.article.text)),
    )
    versions = site.record.versions(row.url) if row.url else ()
    return Screen(
        "article.html",
        {
            "row": row,
            "section": Markup(section.html),
            "corrections": corrections,
            "checked": any(one.kind != "reject" for one in corrections),
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
            "outlets": site.record.outlets(limit=OUTLETS_OFFERED),
            "filters": filters,
        },
        {"articles": pack(rows[:LISTED]), "page": page, "more": len(rows) > LISTED},
    )
