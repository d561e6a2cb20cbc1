"""What can be typed: commands and their options, refused here where they make no sense."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import onrecord
from onrecord.cli.archive_arguments import ArchiveArguments, add_archive
from onrecord.cli.export_arguments import ExportArguments, add_export
from onrecord.cli.file_names import file_name, same_file
from onrecord.cli.mcp_arguments import McpArguments, add_mcp
from onrecord.cli.record_arguments import COMMANDS, RECORD, RecordArguments
from onrecord.cli.serve_arguments import ServeArguments, add_serve
from onrecord.cli.unread_arguments import UnreadArguments, add_unread

NARROWEST = 40
"""Below this many columns a chain of three links no longer fits beside its words."""

ABOUT = "Reads news pages and puts them on the record: who said what, on whose authority."

WHERE_HELP = """\
WHERE is a saved page (HTML or the text of one), a folder of them, an archive (WARC), a feed
(RSS, Atom), a URL, or - for standard input; what it is, is detected.
"""

EXIT_HELP = """\
exit status: 0 done; 1 some input could not be read (a line on standard error says which and
why, the others are read all the same); 2 wrong usage"""

READ_HELP = f"""\
{WHERE_HELP}
examples:
  onrecord read page.html
  onrecord read saved-pages/ --html report.html
  curl -s https://news.example/story | onrecord read - --json

{EXIT_HELP}"""

TRACE_HELP = f"""\
CLAIM is one sentence that is true or false, in quotation marks.
{WHERE_HELP}Without WHERE a record is looked through: FILE of --record, or onrecord.db.
Where no page says it, that is the answer; the exit status is 0 all the same.

examples:
  onrecord trace "The bridge was closed in May." saved-pages/
  onrecord trace "The bridge was closed in May." saved-pages/ --html trace.html
  onrecord trace "The bridge was closed in May." --record onrecord.db
  onrecord trace --queries claims.txt saved-pages/ --json

{EXIT_HELP}"""

STORIES_HELP = f"""\
{WHERE_HELP}\
Without WHERE the record is looked through: FILE of --record, or onrecord.db.

examples:
  onrecord stories saved-pages/
  onrecord stories saved-pages/ --claims

{EXIT_HELP}"""


@dataclass(frozen=True, slots=True)
class ReadArguments:
    """What was asked of ``onrecord read``; ``html`` and ``width`` are None where not given."""

    where: tuple[str, ...]
    json: bool = False
    html: Path | None = None
    inferred: bool = True
    width: int | None = None


@dataclass(frozen=True, slots=True)
class TraceArguments:
    """What was asked of ``onrecord trace``: ``claim``, or the claims of the file ``queries``.

    ``record`` is None where pages are named.
    """

    where: tuple[str, ...]
    claim: str = ""
    queries: Path | None = None
    json: bool = False
    html: Path | None = None
    width: int | None = None
    record: Path | None = None


@dataclass(frozen=True, slots=True)
class StoriesArguments:
    """What was asked of ``onrecord stories``; ``record`` is None where pages are named."""

    where: tuple[str, ...]
    json: bool = False
    claims: bool = False
    width: int | None = None
    record: Path | None = None


Arguments = (
    ReadArguments
    | TraceArguments
    | StoriesArguments
    | RecordArguments
    | ExportArguments
    | ServeArguments
    | McpArguments
    | UnreadArguments
    | ArchiveArguments
)


def make_parser() -> argparse.ArgumentParser:
    """What can be typed: all commands with their options."""
    parser = argparse.ArgumentParser(prog="onrecord", description=ABOUT)
    parser.add_argument("--version", action="version", version=f"onrecord {onrecord.__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, title="commands")
    for add in (
        _add_read, _add_trace, _add_stories, *COMMANDS,
        add_export, add_serve, add_mcp, add_archive, add_unread,
    ):  # fmt: skip
        command = add(commands)
        command.set_defaults(command=command)
    return parser


def parse_arguments(argv: list[str] | None) -> Arguments:
    """What was typed (None = the process's own arguments); SystemExit 2 where it is wrong."""
    typed, more = make_parser().parse_known_args(argv)
    command = typed.command
    # Of places before and behind an option argparse keeps only the first ones.
    if options := [one for one in more if one.startswith("-") and one != "-"]:
        command.error(f"unrecognized arguments: {' '.join(options)}")
    typed.where = (*typed.where, *more)
    arguments: Arguments = typed.make(typed, command)
    return arguments


def _add_read(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> _Parser:
    read = commands.add_parser(
        "read",
        help="read pages and print each one's record",
        description="Reads pages and prints what each one says, and on whose word.",
        epilog=READ_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    read.add_argument("where", nargs="+", metavar="WHERE", help="what to read, see below")
    read.add_argument("--json", action="store_true", help="print one reading a line, as JSON")
    _add_html(read, "write one self-contained page with every statement highlighted")
    read.add_argument(
        "--no-inferred",
        dest="inferred",
        action="store_false",
        help="leave out of the chains what no words of the page say",
    )
    _add_width(read)
    read.set_defaults(make=_make_read)
    return read


def _add_trace(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> _Parser:
    trace = commands.add_parser(
        "trace",
        help="find who stands behind a claim, and who took it from whom",
        description="Reads pages and tells which of them say so, who took it from whom, and on "
        "how many independent sources it rests.",
        usage="onrecord trace [options] CLAIM [WHERE ...]\n"
        "       onrecord trace [options] --queries FILE [WHERE ...]",
        epilog=TRACE_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    trace.add_argument(
        "where", nargs="*", metavar="CLAIM WHERE", help="the claim and what to read, see below"
    )
    _add_record(trace)
    trace.add_argument(
        "--queries",
        type=file_name,
        metavar="FILE",
        help="trace the claims in it: one a line, or JSON, a list of objects with id and text",
    )
    trace.add_argument("--json", action="store_true", help="print one trace a line, as JSON")
    _add_html(trace, "write one self-contained page with the graph of who took it from whom")
    _add_width(trace)
    trace.set_defaults(make=_make_trace)
    return trace


def _add_stories(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> _Parser:
    stories = commands.add_parser(
        "stories",
        help="group pages by what they report on",
        description="Reads pages and tells which of them report on the same, in order of time.",
        epilog=STORIES_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    stories.add_argument("where", nargs="*", metavar="WHERE", help="what to read, see below")
    _add_record(stories)
    stories.add_argument("--json", action="store_true", help="print one story a line, as JSON")
    stories.add_argument(
        "--claims",
        action="store_true",
        help="tell what each story claims, on how many independent sources, and who denies it",
    )
    _add_width(stories)
    stories.set_defaults(make=_make_stories)
    return stories


def _make_read(typed: argparse.Namespace, read: _Parser) -> ReadArguments:
    _keep(typed.html, typed.where, read)
    return ReadArguments(
        where=typed.where,
        json=typed.json,
        html=typed.html,
        inferred=typed.inferred,
        width=typed.width,
    )


def _make_trace(typed: argparse.Namespace, trace: _Parser) -> TraceArguments:
    claims = 0 if typed.queries else 1
    claim, where = "".join(typed.where[:claims]), typed.where[claims:]
    if not typed.queries and not claim.strip():
        trace.error("there is no claim: give one sentence in quotation marks, then where to look")
    _keep(typed.html, (*where, str(typed.queries or "-")), trace)
    return TraceArguments(
        where=where,
        claim=claim,
        queries=typed.queries,
        json=typed.json,
        html=typed.html,
        width=typed.width,
        record=_choose_record(typed.record, where, trace),
    )


def _make_stories(typed: argparse.Namespace, stories: _Parser) -> StoriesArguments:
    return StoriesArguments(
        where=typed.where,
        json=typed.json,
        claims=typed.claims,
        width=typed.width,
        record=_choose_record(typed.record, typed.where, stories),
    )


def _choose_record(typed: Path | None, where: tuple[str, ...], command: _Parser) -> Path | None:
    """The record to look through, None where pages are named."""
    if typed is not None and where:
        command.error("pages or a record, not both: leave out WHERE or --record")
    if typed is None and not where and not RECORD.exists():
        command.error("it is not said where to look: name pages or a folder, or a record")
    return typed or (None if where else RECORD)


_Parser = argparse.ArgumentParser


def _add_record(command: _Parser) -> None:
    command.add_argument(
        "--record", type=file_name, metavar="FILE", help="look through this record, read no pages"
    )


def _add_html(command: _Parser, words: str) -> None:
    command.add_argument("--html", type=file_name, metavar="FILE", help=words)


def _add_width(command: _Parser) -> None:
    command.add_argument(
        "--width", type=_width, metavar="N", help="columns of the report (default: the terminal's)"
    )


def _width(typed: str) -> int:
    if not typed.isascii() or not typed.isdigit() or int(typed) < NARROWEST:
        raise argparse.ArgumentTypeError(f"{typed!r} is not a number of at least {NARROWEST}")
    return int(typed)


def _keep(html: Path | None, where: Iterable[str], command: _Parser) -> None:
    """Refuses to write over what is to be read."""
    if html is not None and same_file(html, where):
        command.error(f"--html {html} would overwrite a page that is to be read")
