"""The face: what a person types and reads in a terminal, and the page that a browser shows.

Invariant: nothing here finds anything; it only words and paints what a reading or a trace holds.
"""

from __future__ import annotations

import os
import sys

from onrecord.cli.arguments import Arguments, ReadArguments, TraceArguments, parse_arguments


def main(argv: list[str] | None = None) -> int:
    """Runs one command: 0 = done, 1 = some input could not be read, 2 = wrong usage."""
    try:
        arguments = parse_arguments(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of the pipe has seen enough; the interpreter must not complain at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code


def _run(arguments: Arguments) -> int:
    """Only the command that was asked for is loaded."""
    if isinstance(arguments, ReadArguments):
        from onrecord.cli.read_command import run_read

        return run_read(arguments)
    if isinstance(arguments, TraceArguments):
        from onrecord.cli.trace_command import run_trace

        return run_trace(arguments)
    from onrecord.cli.stories_command import run_stories

    return run_stories(arguments)
