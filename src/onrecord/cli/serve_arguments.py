"""What can be typed behind ``onrecord serve``."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

RECORD = Path("onrecord.db")
"""Shown where no other record is named."""

PORT = 8421
"""One that no other tool of a newsroom's desk is known to listen on."""

HIGHEST_PORT = 65_535

SERVE_HELP = """\
The pages are for a browser of this machine: nothing listens on any other address, and no page
fetches anything from elsewhere. Every page has a twin as JSON at the same address with .json.

examples:
  onrecord serve
  onrecord serve --record harbour.db --port 8500

exit status: 0 ended by you; 1 the record or the port could not be had; 2 wrong usage"""


@dataclass(frozen=True, slots=True)
class ServeArguments:
    """What was asked of ``onrecord serve``; port 0 = any that is free."""

    record: Path = RECORD
    port: int = PORT


def add_serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> _Parser:
    """Adds the command to the others."""
    serve = commands.add_parser(
        "serve",
        help="show a record on pages in the browser",
        description="Shows a record on pages in the browser of this machine.",
        epilog=SERVE_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    serve.add_argument(
        "--record", type=Path, default=RECORD, metavar="FILE", help=f"default: {RECORD}"
    )
    serve.add_argument(
        "--port", type=_port, default=PORT, metavar="N", help=f"default: {PORT}; 0 = any free one"
    )
    serve.set_defaults(make=_make_serve, where=())
    return serve


_Parser = argparse.ArgumentParser


def _port(typed: str) -> int:
    if not (typed.isascii() and typed.isdecimal()) or int(typed) > HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"{typed!r} is not a port, 0 to {HIGHEST_PORT}")
    return int(typed)


def _make_serve(typed: argparse.Namespace, serve: _Parser) -> ServeArguments:
    if typed.where:
        serve.error(f"unrecognized arguments: {' '.join(typed.where)}")
    return ServeArguments(record=typed.record, port=typed.port)
