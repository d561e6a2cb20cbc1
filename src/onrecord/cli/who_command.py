"""``onrecord who`` and ``onrecord timeline``: who is on record with what, and did what."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.console import Console

from onrecord.cli.record_answers import answer
from onrecord.cli.record_arguments import TimelineArguments, WhoArguments
from onrecord.cli.record_report import print_entries, print_found
from onrecord.record import pack_record
from onrecord.store import Record


def run_who(arguments: WhoArguments) -> int:
    """Prints the sources that the name leads to; 0, or 1 where the record cannot be read."""

    def ask(record: Record) -> tuple[Iterable[str], Callable[[Console], None]]:
        found = record.who(arguments.name, sayings=arguments.limit)
        return map(pack_record, found), lambda console: print_found(
            console, found, limit=arguments.limit
        )

    return answer(arguments.record, ask, json=arguments.json, width=arguments.width)


def run_timeline(arguments: TimelineArguments) -> int:
    """Prints the events; 0, or 1 where the record cannot be read."""

    def ask(record: Record) -> tuple[Iterable[str], Callable[[Console], None]]:
        entries = record.timeline(*arguments.names, story=arguments.story)
        return map(pack_record, entries), lambda console: print_entries(
            console, entries, story=bool(arguments.story)
        )

    return answer(arguments.record, ask, json=arguments.json, width=arguments.width)
