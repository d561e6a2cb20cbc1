"""What can be typed behind the commands that keep a record and ask it."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias, get_args

from onrecord.cli.file_names import file_name
from onrecord.cli.widths import width
from onrecord.record import Factuality, Mode

RECORD, HITS = Path("onrecord.db"), 20
"""The record where none is named, and what is printed of a long answer."""

_ENDS = """\
exit status: 0 done, also where nothing was found; 1 some input, or the record, could not be read;
2 wrong usage"""

ADD_HELP = f"""\
WHERE is a saved page (HTML or the text of one), a folder of them, an archive (WARC), a feed
(RSS, Atom), a URL, or - for standard input. A page that this version has read already is passed
over, so that the same command goes on where it was stopped; pages are kept in batches, and none
that was kept is lost. The DIR of onrecord archive is loaded as it is: nothing is read again.

examples:
  onrecord add saved-pages/
  onrecord add saved-pages/ --record harbour.db --no-claims
  onrecord add readings/ --record month.db --no-claims --no-meaning

{_ENDS}"""

SEARCH_HELP = f"""\
QUERY: all its words must stand in one paragraph, in any form; "words in quotation marks" stand
together, word* is a beginning, -word must not be there. With --meaning it is a sentence, and what
is like it in meaning is found. --source, --mode, --named and --unnamed look through statements.

examples:
  onrecord search "valve inspection"
  onrecord search '"night shift" -strike' --outlet "Meridian Wire"
  onrecord search --meaning "The plant was warned before the leak."

{_ENDS}"""

WHO_HELP = f"""\
NAME is that of a person, a body or an outlet, or the words for somebody unnamed ("two officials").

examples:
  onrecord who "Marit Okonjo"
  onrecord who officials

{_ENDS}"""

TIMELINE_HELP = f"""\
NAME is that of somebody who takes part; with two names, of events between them. Events are those of
the stories that onrecord add has traced.

examples:
  onrecord timeline "Tomasz Werell"
  onrecord timeline --story s0123456789abcdef

{_ENDS}"""

DIFF_HELP = f"""\
STAMP is the beginning of a stamp's id; without stamps, those of the record are listed.

{_ENDS}"""

PRUNE_HELP = f"""\
Without STAMP all readings that a newer one took the place of are removed.

{_ENDS}"""


@dataclass(frozen=True, slots=True)
class AddArguments:
    """What was asked of ``onrecord add``; ``workers`` 0 = as many as are worth their start.

    ``at_once`` = pages that are held at once to be judged, 0 = as many as usual.
    """

    where: tuple[str, ...]
    record: Path = RECORD
    json: bool = False
    claims: bool = True
    meaning: bool = True
    workers: int = 0
    at_once: int = 0


@dataclass(frozen=True, slots=True)
class SearchArguments:
    """What was asked of ``onrecord search``."""

    query: str
    record: Path = RECORD
    json: bool = False
    meaning: bool = False
    source: str = ""
    outlet: str = ""
    story: str = ""
    earliest: date | None = None
    latest: date | None = None
    factuality: Factuality | None = None
    mode: Mode | None = None
    named: bool | None = None
    limit: int = HITS
    width: int | None = None


@dataclass(frozen=True, slots=True)
class WhoArguments:
    """What was asked of ``onrecord who``; ``limit`` statements of each source."""

    name: str
    record: Path = RECORD
    json: bool = False
    limit: int = HITS
    width: int | None = None


@dataclass(frozen=True, slots=True)
class TimelineArguments:
    """What was asked of ``onrecord timeline``."""

    names: tuple[str, ...]
    record: Path = RECORD
    json: bool = False
    story: str = ""
    width: int | None = None


@dataclass(frozen=True, slots=True)
class DiffArguments:
    """What was asked of ``onrecord diff``: two stamps, or none to list them."""

    stamps: tuple[str, ...]
    record: Path = RECORD
    json: bool = False
    width: int | None = None


@dataclass(frozen=True, slots=True)
class PruneArguments:
    """What was asked of ``onrecord prune``."""

    stamp: str = ""
    record: Path = RECORD
    json: bool = False


RecordArguments = (
    AddArguments
    | SearchArguments
    | WhoArguments
    | TimelineArguments
    | DiffArguments
    | PruneArguments
)

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_add(commands: _Commands) -> argparse.ArgumentParser:
    """The parser of ``onrecord add``."""
    command = make_command(
        commands, "add", "read pages into a record", "Reads pages into a record.", ADD_HELP
    )
    command.add_argument("where", nargs="+", metavar="WHERE", help="what to read, see below")
    command.add_argument(
        "--no-claims",
        dest="claims",
        action="store_false",
        help="trace no claims, which takes longest",
    )
    command.add_argument(
        "--no-meaning",
        dest="meaning",
        action="store_false",
        help="prepare no search by meaning",
    )
    command.add_argument(
        "--workers",
        type=_number,
        default=0,
        metavar="N",
        help="processes that read (default: 1 for few pages, else one for each core)",
    )
    command.add_argument(
        "--at-once",
        type=_pages,
        default=0,
        metavar="PAGES",
        help="pages held in memory at once to judge what holds across them (default: 5000)",
    )
    command.set_defaults(
        make=lambda typed, _: AddArguments(
            typed.where,
            typed.record,
            typed.json,
            typed.claims,
            typed.meaning,
            typed.workers,
            typed.at_once,
        )
    )
    return command


def add_search(commands: _Commands) -> argparse.ArgumentParser:
    """The parser of ``onrecord search``."""
    command = make_command(
        commands, "search", "search a record", "Searches a record by words or meaning.", SEARCH_HELP
    )
    command.add_argument("where", nargs="+", metavar="QUERY", help="what to look for, see below")
    command.add_argument("--meaning", action="store_true", help="search by meaning, not by words")
    command.add_argument("--source", default="", metavar="NAME", help="statements of this source")
    command.add_argument("--outlet", default="", metavar="NAME", help="articles of this outlet")
    command.add_argument("--story", default="", metavar="ID", help="articles of this story")
    command.add_argument("--since", type=_day, metavar="DAY", help="published on it or after it")
    command.add_argument("--until", type=_day, metavar="DAY", help="published on it or before it")
    command.add_argument(
        "--factuality", choices=get_args(Factuality), help="where an event stands so"
    )
    command.add_argument("--mode", choices=get_args(Mode), help="statements given so")
    named = command.add_mutually_exclusive_group()
    named.add_argument(
        "--named", dest="named", action="store_true", default=None, help="of named sources"
    )
    named.add_argument("--unnamed", dest="named", action="store_false", help="of unnamed sources")
    add_limit(command, "hits")
    command.set_defaults(make=_make_search)
    return command


def _make_search(typed: argparse.Namespace, _: argparse.ArgumentParser) -> SearchArguments:
    return SearchArguments(
        query=" ".join(typed.where),
        record=typed.record,
        json=typed.json,
        meaning=typed.meaning,
        source=typed.source,
        outlet=typed.outlet,
        story=typed.story,
        earliest=typed.since,
        latest=typed.until,
        factuality=typed.factuality,
        mode=typed.mode,
        named=typed.named,
        limit=typed.limit,
        width=typed.width,
    )


def add_who(commands: _Commands) -> argparse.ArgumentParser:
    """The parser of ``onrecord who``."""
    command = make_command(
        commands,
        "who",
        "show all that a source is on record with",
        "Tells all that a source is on record with, and through whom.",
        WHO_HELP,
    )
    command.add_argument("where", nargs="+", metavar="NAME", help="whom to look for, see below")
    add_limit(command, "statements of a source")
    command.set_defaults(
        make=lambda typed, _: WhoArguments(
            " ".join(typed.where), typed.record, typed.json, typed.limit, typed.width
        )
    )
    return command


def add_timeline(commands: _Commands) -> argparse.ArgumentParser:
    """The parser of ``onrecord timeline``."""
    command = make_command(
        commands,
        "timeline",
        "show the dated events of a story or a person",
        "Tells the events of a story, or of one or two who take part, by day.",
        TIMELINE_HELP,
    )
    command.add_argument("where", nargs="*", metavar="NAME", help="who takes part")
    command.add_argument("--story", default="", metavar="ID", help="events of this story")
    _add_width(command)
    command.set_defaults(make=_make_timeline)
    return command


def _make_timeline(
    typed: argparse.Namespace, command: argparse.ArgumentParser
) -> TimelineArguments:
    if not typed.where and not typed.story:
        command.error("name somebody, or a story with --story; onrecord stories --json tells ids")
    return TimelineArguments(tuple(typed.where), typed.record, typed.json, typed.story, typed.width)


def add_diff(commands: _Commands) -> argparse.ArgumentParser:
    """The parser of ``onrecord diff``."""
    command = make_command(
        commands,
        "diff",
        "compare the readings of two versions",
        "Tells how two versions of onrecord or its model read the same pages.",
        DIFF_HELP,
    )
    command.add_argument("where", nargs="*", metavar="STAMP", help="two stamps, or none")
    _add_width(command)
    command.set_defaults(make=_make_diff)
    return command


def _make_diff(typed: argparse.Namespace, command: argparse.ArgumentParser) -> DiffArguments:
    if len(typed.where) not in (0, 2):
        command.error("name two stamps, or none to list them")
    return DiffArguments(tuple(typed.where), typed.record, typed.json, typed.width)


def add_prune(commands: _Commands) -> argparse.ArgumentParser:
    """The parser of ``onrecord prune``."""
    command = make_command(
        commands,
        "prune",
        "remove old readings from a record",
        "Removes readings that newer ones took the place of.",
        PRUNE_HELP,
    )
    command.add_argument("where", nargs="*", metavar="STAMP", help="only readings of this stamp")
    command.set_defaults(make=_make_prune)
    return command


def _make_prune(typed: argparse.Namespace, command: argparse.ArgumentParser) -> PruneArguments:
    if len(typed.where) > 1:
        command.error("name one stamp, or none to remove all old readings")
    return PruneArguments("".join(typed.where), typed.record, typed.json)


def make_command(
    commands: _Commands, name: str, short: str, about: str, epilog: str
) -> argparse.ArgumentParser:
    """A parser with what all commands on a record take: ``--record`` and ``--json``."""
    command = commands.add_parser(
        name,
        help=short,
        description=about,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument(
        "--record",
        type=file_name,
        default=RECORD,
        metavar="FILE",
        help=f"the record (default: {RECORD})",
    )
    command.add_argument("--json", action="store_true", help="print JSON, one object a line")
    return command


def add_limit(command: argparse.ArgumentParser, what: str) -> None:
    """``--limit`` and ``--width``."""
    command.add_argument(
        "--limit",
        type=_number,
        default=HITS,
        metavar="N",
        help=f"{what} to print (default: {HITS})",
    )
    _add_width(command)


def _add_width(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--width", type=width, metavar="N", help="columns of the report (default: the terminal's)"
    )


def _number(typed: str) -> int:
    if not typed.isascii() or not typed.isdigit() or not 0 < int(typed) <= 10_000:
        raise argparse.ArgumentTypeError(f"{typed!r} is not a number from 1 to 10000")
    return int(typed)


def _pages(typed: str) -> int:
    if not typed.isascii() or not typed.isdigit() or int(typed) < 2:
        raise argparse.ArgumentTypeError(f"{typed!r} is not a number of at least 2")
    return int(typed)


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{typed!r} is not a day such as 2024-07-09") from None


COMMANDS = (add_add, add_search, add_who, add_timeline, add_diff, add_prune)
