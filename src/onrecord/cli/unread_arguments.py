"""What can be typed behind ``onrecord unread``."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from onrecord.cli.record_arguments import RECORD, add_limit, make_command

PAGES = 20

UNREAD_HELP = """\
Pages are those of archives that onrecord add has loaded; each has its record's number there.

exit status: 0 done, also where there are none; 1 the record could not be read; 2 wrong usage"""


@dataclass(frozen=True, slots=True)
class UnreadArguments:
    """What was asked of ``onrecord unread``."""

    record: Path = RECORD
    json: bool = False
    limit: int = PAGES
    width: int | None = None


def add_unread(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
) -> argparse.ArgumentParser:
    """The command's parser."""
    command = make_command(
        commands,
        "unread",
        "show which pages of archives have no reading",
        "Tells which pages of archives could not be read, and why.",
        UNREAD_HELP,
    )
    add_limit(command, "pages")
    command.set_defaults(make=_make_unread, where=())
    return command


def _make_unread(typed: argparse.Namespace, command: argparse.ArgumentParser) -> UnreadArguments:
    if typed.where:
        command.error(f"unrecognized arguments: {' '.join(typed.where)}")
    return UnreadArguments(typed.record, typed.json, typed.limit, typed.width)
