"""All addresses of the site.

Invariant: whatever goes wrong is told in words, with the status that fits, on a page or as JSON.
"""

from __future__ import annotations

from importlib.resources import files

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.record import RecordError
from onrecord.web.articles import show_article, show_articles
from onrecord.web.audits import show_audit
from onrecord.web.claims import show_claim, show_claims
from onrecord.web.corrections import post_correction, post_withdrawal, show_corrections
from onrecord.web.days import show_day
from onrecord.web.dyads import show_dyad
from onrecord.web.finding_screen import show_finding
from onrecord.web.safety import HEADERS, HOSTS, SafeHeaders
from onrecord.web.searches import show_search
from onrecord.web.site import (
    JSON,
    TWIN,
    NotOnRecordError,
    Screen,
    Site,
    UnfitRequestError,
    dump,
    render,
    screen_routes,
)
from onrecord.web.sources import show_source, show_sources
from onrecord.web.stories import show_story

STYLES = {
    "site.css": ("onrecord.web", "static", "text/css"),
    "site.js": ("onrecord.web", "static", "text/javascript"),
    "mark.svg": ("onrecord.web", "static", "image/svg+xml"),
    "report.css": ("onrecord.painting", "page", "text/css"),
    "report.js": ("onrecord.painting", "page", "text/javascript"),
    "trace.css": ("onrecord.painting", "page", "text/css"),
}
"""The only files that are handed out: where each lies, and what it is."""


def make_site(site: Site) -> Starlette:
    """The application that shows ``site``."""
    routes = [
        Route("/static/{name}", _hand_out),
        Route("/correct", post_correction, methods=["POST"]),
        Route("/withdraw", post_withdrawal, methods=["POST"]),
    ]
    for path, show in (
        ("/index", show_day),
        ("/article/{article}/finding/{finding}", show_finding),
        ("/article/{article}", show_article),
        ("/articles", show_articles),
        ("/source/{source}", show_source),
        ("/sources", show_sources),
        ("/story/{story}", show_story),
        ("/claim/{claim}", show_claim),
        ("/claims", show_claims),
        ("/search", show_search),
        ("/audit", show_audit),
        ("/dyad", show_dyad),
        ("/corrections", show_corrections),
    ):
        routes += screen_routes(path, show)
    routes += screen_routes("/", show_day)[1:]
    app = Starlette(
        routes=routes,
        middleware=[
            Middleware(SafeHeaders),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(HOSTS)),
        ],
        exception_handlers={
            NotOnRecordError: _tell_missing,
            UnfitRequestError: _tell_unfit,
            RecordError: _tell_record,
            HTTPException: _tell_http,
            Exception: _tell_fault,
        },
    )
    app.state.site = site
    return app


def _hand_out(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STYLES:
        raise NotOnRecordError(name)
    package, folder, kind = STYLES[name]
    body = (files(package) / folder / name).read_bytes()
    return Response(body, media_type=kind, headers={"cache-control": "no-cache"})


def _tell_missing(request: Request, error: Exception) -> Response:
    return _tell(request, 404, "missing", str(error))


def _tell_unfit(request: Request, error: Exception) -> Response:
    return _tell(request, 400, "unfit", str(error))


def _tell_record(request: Request, error: Exception) -> Response:
    return _tell(request, 409, "record", str(error))


def _tell_http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _tell(request, status, "missing" if status == 404 else "unfit", request.url.path)


def _tell_fault(request: Request, error: Exception) -> Response:
    """Stands outside of ``SafeHeaders``; the error itself goes on to the server, which logs it."""
    told = f"this is a fault in onrecord, please report it: {type(error).__name__}"
    answer = _tell(request, 500, "fault", told)
    answer.headers.update(HEADERS)
    return answer


def _tell(request: Request, status: int, kind: str, told: str) -> Response:
    packed: dict[str, object] = {"error": kind, "message": told}
    if request.url.path.endswith(TWIN):
        return Response(dump(packed), status, media_type=JSON)
    return render(request, Screen("error.html", {"kind": kind, "told": told}, packed), status)
