"""How a command asks a record and prints what it answers.

Invariant: results go to standard output, complaints to standard error; nothing found is an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from rich.console import Console

from onrecord.cli.record_report import draw
from onrecord.cli.terminal import (
    complain,
    measure_terminal,
    print_aside,
    speak_unicode,
    wants_colour,
)
from onrecord.record import ModelError, RecordError
from onrecord.store import Record, open_record


def answer(
    path: Path,
    ask: Callable[[Record], tuple[Iterable[str], Callable[[Console], None]]],
    *,
    json: bool,
    width: int | None,
) -> int:
    """Prints the lines or the report that ``ask`` makes of the record at ``path``; 0, or 1.

    ``ask`` gives lines of JSON and what paints the report; only one of them is used.
    """
    speak_unicode(json=json)
    try:
        with open_record(path) as record:
            lines, paint = ask(record)
            if json:
                for line in lines:
                    print(line, flush=True)
                return 0
            print(draw(width or measure_terminal(), wants_colour(), paint), end="", flush=True)
    except RecordError as error:
        print_aside(str(error))
        return 1
    except ModelError as error:
        return complain("the model", str(error))
    return 0
