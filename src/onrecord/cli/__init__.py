"""The face: what a person types and reads in a terminal, and the page that a browser shows.

Invariant: nothing here finds anything; it only words and paints what a reading holds.
"""

from __future__ import annotations

import os
import sys

from onrecord.cli.arguments import parse_arguments


def main(argv: list[str] | None = None) -> int:
    """Runs one command: 0 = done, 1 = some input could not be read, 2 = wrong usage."""
    try:
        arguments = parse_arguments(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    from onrecord.cli.read_command import run_read

    try:
        code = run_read(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of the pipe has seen enough; the interpreter must not complain at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code
