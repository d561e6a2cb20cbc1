"""The face: what a person types and reads in a terminal, and the page that a browser shows.

Invariant: nothing here finds anything; it only words and paints what a reading or a trace holds.
"""

from __future__ import annotations

import os
import sys

from onrecord.cli.archive_arguments import ArchiveArguments
from onrecord.cli.arguments import (
    Arguments,
    ReadArguments,
    StoriesArguments,
    TraceArguments,
    parse_arguments,
)
from onrecord.cli.export_arguments import ExportArguments
from onrecord.cli.mcp_arguments import McpArguments
from onrecord.cli.record_arguments import (
    AddArguments,
    PruneArguments,
    RecordArguments,
    SearchArguments,
    TimelineArguments,
    WhoArguments,
)
from onrecord.cli.serve_arguments import ServeArguments
from onrecord.cli.unread_arguments import UnreadArguments


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
    if isinstance(arguments, ExportArguments):
        from onrecord.cli.export_command import run_export

        return run_export(arguments)
    if isinstance(arguments, ServeArguments):
        from onrecord.cli.serve_command import run_serve

        return run_serve(arguments)
    if isinstance(arguments, McpArguments):
        from onrecord.cli.mcp_command import run_mcp

        return run_mcp(arguments)
    if isinstance(arguments, ArchiveArguments):
        from onrecord.cli.archive_command import run_archive

        return run_archive(arguments)
    if isinstance(arguments, UnreadArguments):
        from onrecord.cli.unread_command import run_unread

        return run_unread(arguments)
    if isinstance(arguments, StoriesArguments):
        from onrecord.cli.stories_command import run_stories

        return run_stories(arguments)
    return _run_on_record(arguments)


def _run_on_record(arguments: RecordArguments) -> int:
    """The commands that keep a record and ask it."""
    if isinstance(arguments, AddArguments):
        from onrecord.cli.add_command import run_add

        return run_add(arguments)
    if isinstance(arguments, PruneArguments):
        from onrecord.cli.add_command import run_prune

        return run_prune(arguments)
    if isinstance(arguments, SearchArguments):
        from onrecord.cli.search_command import run_search

        return run_search(arguments)
    if isinstance(arguments, WhoArguments):
        from onrecord.cli.who_command import run_who

        return run_who(arguments)
    if isinstance(arguments, TimelineArguments):
        from onrecord.cli.who_command import run_timeline

        return run_timeline(arguments)
    from onrecord.cli.diff_command import run_diff

    return run_diff(arguments)
