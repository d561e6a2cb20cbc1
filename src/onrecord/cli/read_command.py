"""``onrecord read``: each page is read, reported and forgotten before the next one.

Invariant: results go to standard output, complaints to standard error, and one bad page never
stops the rest.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.arguments import ReadArguments
from onrecord.cli.terminal import (
    complain,
    measure_terminal,
    print_aside,
    refuse_to_write,
    speak_unicode,
    wants_colour,
)
from onrecord.painting.wording import count
from onrecord.reading.walk import read_all
from onrecord.record import Issue, ModelError, Reading, to_json

if TYPE_CHECKING:
    from onrecord.painting.html_report import Section

UNSHOWN = "this page was read, and a fault in onrecord keeps it from being shown, please report it"


def run_read(arguments: ReadArguments) -> int:
    """Reads and reports all that was asked for; 0 = all of it, 1 = some could not be read."""
    speak_unicode(json=arguments.json)
    if arguments.html is not None and (why := refuse_to_write(arguments.html)):
        return complain(str(arguments.html), why)
    failed = False
    sections: list[Section] = []
    try:
        for where in arguments.where:
            nothing = True
            for place, found in read_all(where, inferred=arguments.inferred):
                nothing = False
                if isinstance(found, Issue):
                    failed = bool(complain(place, found.message))
                    continue
                try:
                    words = _word(found, place, arguments, sections)
                except Exception as error:  # one reading that defeats us never hides the others
                    failed = bool(complain(place, f"{UNSHOWN}: {type(error).__name__}: {error}"))
                    continue
                if words:
                    print(words, flush=True)
            if nothing:
                failed = bool(complain(where, "no page was found there; name a page or a folder"))
    except ModelError as error:
        return complain("the model", str(error))
    if arguments.html is not None:
        failed |= _write_html(arguments.html, sections)
    return int(failed)


def _word(reading: Reading, where: str, arguments: ReadArguments, sections: list[Section]) -> str:
    """What is printed for one reading; its section of the page, if one is asked for, is kept."""
    if arguments.html is not None:
        from onrecord.painting.html_report import render_section

        sections.append(render_section(reading, where=where, earlier=sections))
    if arguments.json:
        return to_json(reading)
    if arguments.html is not None:
        return ""
    from onrecord.cli.report import render_report

    width = arguments.width or measure_terminal()
    return render_report(reading, where=where, width=width, colour=wants_colour())


def _write_html(path: Path, sections: list[Section]) -> bool:
    from onrecord.painting.html_report import render_page

    try:
        path.write_text(render_page(sections), encoding="utf-8")
    except OSError as error:
        return bool(complain(str(path), f"the report could not be written: {error.strerror}"))
    print_aside(f"{count(len(sections), 'page')} read; the report is in {path}")
    return False
