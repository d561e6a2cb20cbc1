"""``onrecord read``: each page is read, reported and forgotten before the next one.

Invariant: results go to standard output, complaints to standard error, and one bad page never
stops the rest.
"""

from __future__ import annotations

import os
import shutil
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.arguments import NARROWEST, ReadArguments
from onrecord.cli.visible_text import show_plainly
from onrecord.cli.wording import count
from onrecord.reading.walk import read_all
from onrecord.record import Issue, ModelError, Reading, to_json

if TYPE_CHECKING:
    from onrecord.cli.html_report import Section

WIDEST = 110
"""Columns of a report where none were asked for: longer lines are hard to read."""

UNSHOWN = "this page was read, and a fault in onrecord keeps it from being shown, please report it"


def run_read(arguments: ReadArguments) -> int:
    """Reads and reports all that was asked for; 0 = all of it, 1 = some could not be read."""
    _speak_unicode(arguments)
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
                    continue
                try:
                    words = _word(found, place, arguments, sections)
                except Exception as error:  # one reading that defeats us never hides the others
                    failed = bool(_complain(place, f"{UNSHOWN}: {type(error).__name__}: {error}"))
                    continue
                if words:
                    print(words, flush=True)
            if nothing:
                failed = bool(_complain(where, "no page was found there; name a page or a folder"))
    except ModelError as error:
        return _complain("the model", str(error))
    if arguments.html is not None:
        failed |= _write_html(arguments.html, sections)
    return int(failed)


def _word(reading: Reading, where: str, arguments: ReadArguments, sections: list[Section]) -> str:
    """What is printed for one reading; its section of the page, if one is asked for, is kept."""
    if arguments.html is not None:
        from onrecord.cli.html_report import render_section

        sections.append(render_section(reading, where=where, earlier=sections))
    if arguments.json:
        return to_json(reading)
    if arguments.html is not None:
        return ""
    from onrecord.cli.report import render_report

    width = arguments.width or _measure_terminal()
    return render_report(reading, where=where, width=width, colour=_wants_colour())


def _write_html(path: Path, sections: list[Section]) -> bool:
    from onrecord.cli.html_report import render_page

    try:
        path.write_text(render_page(sections), encoding="utf-8")
    except OSError as error:
        return bool(_complain(str(path), f"the report could not be written: {error.strerror}"))
    _print_aside(f"{count(len(sections), 'page')} read; the report is in {path}")
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


def _measure_terminal() -> int:
    return min(max(shutil.get_terminal_size((80, 24)).columns, NARROWEST), WIDEST)


def _wants_colour() -> bool:
    return (
        sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") not in (None, "", "dumb")
    )


def _speak_unicode(arguments: ReadArguments) -> None:
    """JSON is UTF-8 whatever the terminal is; a report shows "?" for what the terminal lacks."""
    if isinstance(sys.stdout, TextIOWrapper):
        if arguments.json:
            sys.stdout.reconfigure(encoding="utf-8")
        else:
            sys.stdout.reconfigure(errors="replace")
