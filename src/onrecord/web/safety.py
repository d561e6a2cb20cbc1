"""What a browser is told about every answer, and who may ask.

Invariant: no answer lets a browser fetch from elsewhere, run a stranger's code or be framed.
"""

from __future__ import annotations

from secrets import compare_digest
from urllib.parse import parse_qsl

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.site import Site, UnfitRequestError

HOSTS = ("127.0.0.1", "localhost")
"""The names by which a browser on this machine asks; any other is somebody else's page's trick."""

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}

LONGEST_FORM = 200_000
"""Bytes of a form; the longest, a split of an entity with thousands of mentions, has a tenth."""

MOST_FIELDS = 5_000


class SafeHeaders:
    """Puts ``HEADERS`` on every answer, errors included."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)

        await self.app(scope, receive, send_safely)


async def read_form(request: Request) -> list[tuple[str, str]]:
    """The fields of a form of these pages; UnfitRequestError for any other."""
    site: Site = request.app.state.site
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_FORM:
            raise UnfitRequestError("this form is longer than any of these pages")
    try:
        fields = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise UnfitRequestError("this is not a form of these pages") from error
    token = dict(fields).get("token", "")
    elsewhere = request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")
    if elsewhere or not compare_digest(token.encode(), site.token.encode()):
        raise UnfitRequestError(
            "this form is not of these pages, or older than the server: open the page again"
        )
    return fields
