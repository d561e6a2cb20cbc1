"""``onrecord read``: each page is read, reported and forgotten before the next one.

Invariant: results go to standard output, complaints to standard error, and one bad page never
stops the rest.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.arguments import NARROWEST, ReadArguments
from onrecord.cli.visible_text import show_plainly
from onrecord.reading.walk import read_all
from onrecord.record import Issue, ModelError, Reading, to_json

if TYPE_CHECKING:
    from onrecord.cli.html_report import Section

WIDEST = 110
"""Columns of a report where none were asked for: longer lines are hard to read."""


def run_read(arguments: ReadArguments) -> int:
    """Reads and reports all that was asked for; 0 = all of it, 1 = some could not be read."""
    if arguments.html is not None and (why := _refuse_to_write(arguments.html)):
        return _complain(str(arguments.html), why)
    failed = False
    sections: list[Section] = []
    try:
        for where in arguments.where:
            nothing = True
            for place, found in read_all(where, inferred=arguments.inferred):
                nothing = False
                if isinstance(found, Issue):
                    failed = bool(_complain(place, found.message))
                else:
                    _report(found, place, arguments, sections)
            if nothing:
                failed = bool(_complain(where, "no page was found there; name a page or a folder"))
    except ModelError as error:
        return _complain("the model", str(error))
    if arguments.html is not None:
        failed |= _write_html(arguments.html, sections)
    return int(failed)


def _report(
    reading: Reading, where: str, arguments: ReadArguments, sections: list[Section]
) -> None:
    if arguments.html is not None:
        from onrecord.cli.html_report import render_section

        sections.append(render_section(reading, where=where, earlier=sections))
    if arguments.json:
        _print(to_json(reading))
        return
    if arguments.html is None:
        from onrecord.cli.report import render_report

        width = arguments.width or _measure_terminal()
        _print(render_report(reading, where=where, width=width, colour=_wants_colour()))


def _write_html(path: Path, sections: list[Section]) -> bool:
    from onrecord.cli.html_report import render_page

    try:
        path.write_text(render_page(sections), encoding="utf-8")
    except OSError as error:
        return bool(_complain(str(path), f"the report could not be written: {error.strerror}"))
    _print_aside(f"{len(sections)} read; the report is in {path}")
    return False


def _refuse_to_write(path: Path) -> str:
    """Why nothing can be written to ``path``; "" where it can, and then it is left as it was."""
    existed = path.exists()
    try:
        with path.open("a", encoding="utf-8"):
            pass
        if not existed:
            path.unlink()
    except OSError as error:
        return f"the report cannot be written there: {error.strerror}; choose another file"
    return ""


def _complain(where: str, message: str) -> int:
    _print_aside(f"{show_plainly(where)}: {show_plainly(message)}")
    return 1


def _print_aside(words: str) -> None:
    sys.stdout.flush()
    print(f"onrecord: {words}", file=sys.stderr, flush=True)


def _print(words: str) -> None:
    print(words, flush=True)


def _measure_terminal() -> int:
    return min(max(shutil.get_terminal_size((80, 24)).columns, NARROWEST), WIDEST)


def _wants_colour() -> bool:
    return (
        sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") not in (None, "", "dumb")
    )
