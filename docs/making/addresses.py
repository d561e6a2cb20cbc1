"""Every address of the local pages, its twin as JSON, and what can be asked for there."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from starlette.routing import Route

from docs.making.markdown import code, table
from docs.making.words import load, meaning_of
from onrecord.store import Record
from onrecord.web import typed
from onrecord.web.application import make_site
from onrecord.web.site import TWIN, Site

NO_RECORD = cast(Record, None)
"""Addresses are known without a record."""
ASKING = ("typed_text", "typed_day", "typed_choice")


def list_addresses() -> tuple[str, ...]:
    """The path of every route, twins among them."""
    return tuple(one.path for one in make_site(Site(NO_RECORD)).routes if isinstance(one, Route))


def list_asked() -> tuple[str, ...]:
    """The names of all that can stand behind a question mark, in order."""
    found: set[str] = set()
    for path in Path(inspect.getfile(typed)).parent.glob("*.py"):
        found |= set(_asked_in(ast.parse(path.read_text(encoding="utf-8"))))
    return tuple(sorted(found))


def write_addresses() -> Iterator[str]:
    """A table of the screens, one of the forms, and one of what can be asked for."""
    meanings = load("addresses")
    known = list_addresses()
    rows = [
        (code(path), code(f"{path.rstrip('/') or '/index'}{TWIN}"), what)
        for path, what in meanings["screens"].items()
    ]
    yield table(("address", "twin", "what it shows"), rows)
    yield "Behind the question mark of a screen and of its twin:\n"
    yield table(
        ("name", "meaning"),
        [(code(one), meaning_of("addresses", "asked", one)) for one in list_asked()],
    )
    yield "Not screens:\n"
    yield table(
        ("address", "what it does"),
        [(code(path), what) for path, what in meanings["actions"].items() if path in known],
    )


def _asked_in(tree: ast.AST) -> Iterator[str]:
    for call in (one for one in ast.walk(tree) if isinstance(one, ast.Call)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if name in ASKING and len(call.args) > 1 and isinstance(call.args[1], ast.Constant):
            yield str(call.args[1].value)
