"""One file, whatever it holds.

Invariant: a file that cannot be read is an issue, never an error.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from onrecord.pages.contents import printable, read_contents
from onrecord.pages.documents import Origin
from onrecord.pages.issues import refuse, refuse_unreadable
from onrecord.record import Issue, MediaType, Page

_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})


def read_file(path: Path) -> Iterator[Page | Issue]:
    """All pages in the file at ``path``, which is no folder."""
    where = printable(path)
    if problem := _find_problem(path, where):
        yield problem
        return
    origin = Origin(where=where, hint=suggest_type(path))
    try:
        with path.open("rb") as stream:
            yield from read_contents(stream, origin)
    except OSError as error:
        yield refuse_unreadable(where, error)


def suggest_type(path: Path) -> MediaType | None:
    """The media type that the name of the file claims, looking through ``.gz``."""
    name = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    if name.suffix.lower() in _HTML_SUFFIXES:
        return "html"
    return "text" if name.suffix.lower() in _TEXT_SUFFIXES else None


def _find_problem(path: Path, where: str) -> Issue | None:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink():
            return refuse("broken-link", "the link points to no file; mend or remove it", where)
        return refuse("missing", "there is no file or folder of this name; check the path", where)
    except OSError as error:
        return refuse_unreadable(where, error)
    except ValueError:
        return refuse("missing", "this cannot be the name of a file; check the path", where)
    if not stat.S_ISREG(mode):
        return refuse("not-a-file", "this is a device or a pipe; use - for standard input", where)
    return None
