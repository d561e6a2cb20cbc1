"""What all screens share: the record, how a screen is rendered, and its twin as JSON.

Invariant: a page and its twin are made from the same findings, in one call.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from secrets import token_urlsafe
from urllib.parse import urlencode

import numpy as np
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from numpy.typing import NDArray
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from onrecord import __version__
from onrecord.painting.days import describe_day, describe_days
from onrecord.painting.markup import isolate, link_out
from onrecord.painting.visible_text import find_controls, name_control, show_plainly
from onrecord.painting.wording import count, word_for
from onrecord.record import pack_record
from onrecord.store import Record
from onrecord.web.findings import tell_changes

TWIN = ".json"


class NotOnRecordError(Exception):
    """There is nothing at an address; says what was looked for."""


class UnfitRequestError(Exception):
    """What was asked for, or typed into a form, makes no sense; says what and what to do."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a query means: its vector ([384], unit length), and the digest of who made it."""

    vector: NDArray[np.float32]
    encoder: str


Embed = Callable[[str], Meaning]
"""Gives a query its meaning; raises ModelError where there is no model."""


@dataclass(frozen=True, slots=True)
class Site:
    """A record on screens. ``who`` signs corrections; ``writable`` = they can be kept.

    ``embed`` is asked at the first search by meaning and not before, since a model is slow to load;
    without it there is none. ``token`` stands in every form: what is posted without it was not
    written on these pages.
    """

    record: Record
    who: str = ""
    writable: bool = True
    embed: Embed | None = None
    token: str = field(default_factory=lambda: token_urlsafe(24))


@dataclass(frozen=True, slots=True)
class Screen:
    """A page before it is rendered: ``shown`` is for the template, ``packed`` its twin."""

    template: str
    shown: Mapping[str, object]
    packed: Mapping[str, object]


Show = Callable[[Site, Request], Screen]


def screen_routes(path: str, show: Show) -> list[Route]:
    """The routes of a screen and of its twin at the same address with ``.json``."""

    def page(request: Request) -> Response:
        return render(request, show(request.app.state.site, request))

    def twin(request: Request) -> Response:
        return Response(dump(show(request.app.state.site, request).packed), media_type=JSON)

    return [Route(f"{path}{TWIN}", twin), Route(path, page)]


JSON = "application/json"


def render(request: Request, screen: Screen, status: int = 200) -> Response:
    """The page of ``screen``."""
    site: Site = request.app.state.site
    twin = request.url.path.rstrip("/") or "/index"
    query = f"?{request.url.query}" if request.url.query else ""
    html = _ENVIRONMENT.get_template(screen.template).render(
        site=site,
        here=f"{request.url.path}{query}",
        twin="" if request.method == "POST" else f"{twin}{TWIN}{query}",
        version=__version__,
        **screen.shown,
    )
    return HTMLResponse(html.encode("utf-8", "replace"), status)


@dataclass(frozen=True, slots=True)
class Packed:
    """A value of a twin that is turned into JSON only where the twin is asked for."""

    value: object


def pack(value: object) -> Packed:
    """Rows, findings, or tuples of them as a value of a twin."""
    return Packed(value)


def dump(packed: Mapping[str, object]) -> bytes:
    """JSON in UTF-8; lone surrogates, which no JSON may hold, become question marks."""
    return json.dumps(packed, ensure_ascii=False, default=_unfold).encode("utf-8", "replace")


def _unfold(one: object) -> object:
    if not isinstance(one, Packed):
        raise TypeError(f"{type(one).__name__} has no place in a twin: pack it")
    return json.loads(pack_record(one.value))


def address(path: str, **asked: object) -> str:
    """``path`` with what is asked for; what is None or "" is left out."""
    query = urlencode({key: value for key, value in asked.items() if value not in (None, "")})
    return f"{path}?{query}" if query else path


def _told(text: str) -> Markup:
    """A stranger's words: on their own as to direction, and nothing invisible acts."""
    return Markup(isolate(text))


def _link_out(url: str, text: str) -> Markup:
    return Markup(link_out(url, text))


def _show_controls(value: object) -> object:
    """What a template puts out beside markup: escaped afterwards, invisible characters named."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    for position, _ in reversed(find_controls(value)):
        value = value[:position] + name_control(value[position]) + value[position + 1 :]
    return value


def _day(value: date | None) -> str:
    return describe_day(value, weekday=True) if value else ""


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "–"


def _make_environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("onrecord.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_show_controls,
    )
    environment.filters |= {
        "told": _told, "day": _day, "count": count, "word": lambda key, table: word_for(table, key),
        "plainly": show_plainly,
    }  # fmt: skip
    environment.globals |= {
        "address": address, "changes": tell_changes, "link_out": _link_out, "share": _share,
        "days": describe_days,
    }  # fmt: skip
    return environment


_ENVIRONMENT = _make_environment()
