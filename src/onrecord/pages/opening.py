"""The door of the room: whatever a person names, as pages.

Invariant: every input yields at least one page or issue, and no error leaves here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from onrecord.pages.contents import printable
from onrecord.pages.files import read_file
from onrecord.pages.folders import read_folder
from onrecord.pages.issues import refuse, refuse_unreadable
from onrecord.pages.stdin import read_stdin
from onrecord.record import Issue, Page

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")


def open_pages(where: str) -> Iterator[Page | Issue]:
    """All pages at ``where``: ``-`` for standard input, a URL, a folder or a file of any kind."""
    if where == "-":
        yield from read_stdin()
        return
    if scheme := _SCHEME.match(where):
        yield from _open_address(where, scheme[1].lower())
        return
    if not where.strip():
        yield refuse("missing", "no file was named; give a file, a folder, a URL or -", "")
        return
    path = Path(where)
    try:
        is_folder = path.is_dir()
    except OSError as error:
        yield refuse_unreadable(printable(where), error)
        return
    except ValueError:
        is_folder = False
    yield from read_folder(path) if is_folder else read_file(path)


def _open_address(url: str, scheme: str) -> Iterator[Page | Issue]:
    if scheme not in ("http", "https"):
        message = f"addresses of the kind {scheme!r} are not read; give http or https, or a file"
        yield refuse("scheme", message, printable(url))
        return
    # Loaded only where the network is used: its library alone takes a quarter of a second.
    from onrecord.pages.urls import read_url

    yield from read_url(url)
