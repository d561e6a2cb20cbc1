"""What can be typed: commands and their options, refused here where they make no sense."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import onrecord

NARROWEST = 40
"""Below this many columns a chain of three links no longer fits beside its words."""

ABOUT = "Reads news pages and puts them on the record: who said what, on whose authority."

READ_HELP = """\
WHERE is a saved page (HTML or the text of one), a folder of them, an archive (WARC), a feed
(RSS, Atom), a URL, or - for standard input; what it is, is detected.

examples:
  onrecord read page.html
  onrecord read saved-pages/ --html report.html
  curl -s https://news.example/story | onrecord read - --json

exit status: 0 done; 1 some input could not be read (a line on standard error says which and
why, the others are read all the same); 2 wrong usage"""


@dataclass(frozen=True, slots=True)
class ReadArguments:
    """What was asked of ``onrecord read``; ``html`` and ``width`` are None where not given."""

    where: tuple[str, ...]
    json: bool = False
    html: Path | None = None
    inferred: bool = True
    width: int | None = None


def parse_arguments(argv: list[str] | None) -> ReadArguments:
    """What was typed (None = the process's own arguments); SystemExit 2 where it is wrong."""
    parser, read = _build_parsers()
    typed = parser.parse_args(argv)
    if typed.html is not None and _same_file(typed.html, typed.where):
        read.error(f"--html {typed.html} would overwrite a page that is to be read")
    return ReadArguments(
        where=tuple(typed.where),
        json=typed.json,
        html=typed.html,
        inferred=typed.inferred,
        width=typed.width,
    )


def _build_parsers() -> tuple[argparse.ArgumentParser, argparse.ArgumentParser]:
    parser = argparse.ArgumentParser(prog="onrecord", description=ABOUT)
    parser.add_argument("--version", action="version", version=f"onrecord {onrecord.__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, title="commands")
    read = commands.add_parser(
        "read",
        help="read pages and print each one's record",
        description="Reads pages and prints what each one says, and on whose word.",
        epilog=READ_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    read.add_argument("where", nargs="+", metavar="WHERE", help="what to read, see below")
    read.add_argument("--json", action="store_true", help="print one reading a line, as JSON")
    read.add_argument(
        "--html",
        type=_file_name,
        metavar="FILE",
        help="write one self-contained page with every statement highlighted",
    )
    read.add_argument(
        "--no-inferred",
        dest="inferred",
        action="store_false",
        help="leave out of the chains what no words of the page say",
    )
    read.add_argument(
        "--width", type=_width, metavar="N", help="columns of the report (default: the terminal's)"
    )
    return parser, read


def _width(typed: str) -> int:
    if not typed.isascii() or not typed.isdigit() or int(typed) < NARROWEST:
        raise argparse.ArgumentTypeError(f"{typed!r} is not a number of at least {NARROWEST}")
    return int(typed)


def _file_name(typed: str) -> Path:
    if typed in ("", "-"):
        raise argparse.ArgumentTypeError("name a file to write the page to, such as report.html")
    return Path(typed)


def _same_file(html: Path, where: list[str]) -> bool:
    try:
        return any(one != "-" and Path(one).samefile(html) for one in where)
    except (OSError, ValueError):
        return False
