"""``onrecord mcp``: a record's answers for an assistant.

Invariant: nothing but the protocol goes to standard output.
"""

from __future__ import annotations

from onrecord.cli.mcp_arguments import McpArguments
from onrecord.cli.terminal import complain, print_aside
from onrecord.painting.wording import phrase
from onrecord.record import RecordError
from onrecord.store import open_record


def run_mcp(arguments: McpArguments) -> int:
    """Answers until the client closes; 1 where the record cannot be opened."""
    try:
        # What speaks the protocol is an extra; all else works without it.
        from onrecord.assistant.server import serve
    except ModuleNotFoundError as error:
        return complain("mcp", phrase("mcp", "not_installed", module=error.name))
    try:
        with open_record(arguments.record) as record:
            serve(record)
    except RecordError as error:
        print_aside(str(error))
        return 1
    return 0
