"""Where words go: results to standard output, all else to standard error; both stay clean."""

from __future__ import annotations

import os
import shutil
import sys
from io import TextIOWrapper
from pathlib import Path

from onrecord.cli.arguments import NARROWEST
from onrecord.painting.visible_text import show_plainly, wrap_short

WIDEST = 110
"""Columns of a report where none were asked for: longer lines are hard to read."""

_CLEAR = "\r\x1b[K"


def complain(where: str, message: str) -> int:
    """One line on standard error that says what and why; 1, the exit status that it means."""
    print_aside(f"{show_plainly(where)}: {show_plainly(message)}")
    return 1


def print_aside(words: str) -> None:
    """One line for a person, beside the results."""
    clear_progress()
    sys.stdout.flush()
    print(f"onrecord: {words}", file=sys.stderr, flush=True)


def show_progress(words: str) -> None:
    """One line that the next one writes over; nothing where standard error is no terminal."""
    if _shows_progress():
        room = max(measure_terminal() - 1, NARROWEST)
        line = wrap_short(show_plainly(words), room, 1)
        print(f"{_CLEAR}{line}", end="", file=sys.stderr, flush=True)


def clear_progress() -> None:
    """Takes the line of progress away."""
    if _shows_progress():
        print(_CLEAR, end="", file=sys.stderr, flush=True)


def measure_terminal() -> int:
    """Columns for a report: the terminal's, neither too few nor too many."""
    return min(max(shutil.get_terminal_size((80, 24)).columns, NARROWEST), WIDEST)


def wants_colour() -> bool:
    """Whether standard output is a terminal that colours are wanted on."""
    return (
        sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") not in (None, "", "dumb")
    )


def speak_unicode(*, json: bool) -> None:
    """JSON is UTF-8 whatever the terminal is; a report shows "?" for what the terminal lacks."""
    if isinstance(sys.stdout, TextIOWrapper):
        if json:
            sys.stdout.reconfigure(encoding="utf-8")
        else:
            sys.stdout.reconfigure(errors="replace")


def refuse_to_write(path: Path) -> str:
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


def _shows_progress() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") not in (None, "", "dumb")
