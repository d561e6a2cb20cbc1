"""What can be typed behind ``onrecord mcp``."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from onrecord.cli.file_names import file_name

RECORD = Path("onrecord.db")
"""Asked where no other record is named."""

MCP_HELP = """\
A client of the Model Context Protocol starts this command and asks it on standard input and
output; a person has no use for it in a terminal. The tools are search, article, trace, who and
timeline; they write nothing. It needs onrecord[mcp].

example of a client's configuration, with the full paths of both files:
  {"mcpServers": {"onrecord": {"command": "/home/ada/.venv/bin/onrecord",
                               "args": ["mcp", "--record", "/home/ada/news.db"]}}}

exit status: 0 the client closed; 1 the record could not be opened; 2 wrong usage"""


@dataclass(frozen=True, slots=True)
class McpArguments:
    """What was asked of ``onrecord mcp``."""

    record: Path = RECORD


def add_mcp(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> _Parser:
    """Adds the command to the others."""
    mcp = commands.add_parser(
        "mcp",
        help="answer an assistant from a record (MCP server)",
        description="Answers the questions of an assistant from a record, each with its evidence.",
        epilog=MCP_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    mcp.add_argument(
        "--record", type=file_name, default=RECORD, metavar="FILE", help=f"default: {RECORD}"
    )
    mcp.set_defaults(make=_make_mcp, where=())
    return mcp


_Parser = argparse.ArgumentParser


def _make_mcp(typed: argparse.Namespace, mcp: _Parser) -> McpArguments:
    if typed.where:
        mcp.error(f"unrecognized arguments: {' '.join(typed.where)}")
    return McpArguments(record=typed.record)
