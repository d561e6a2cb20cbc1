"""Every command with all that can be typed behind it, as argparse knows it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from docs.making.markdown import block, code, table
from onrecord.cli.arguments import make_parser


def list_commands() -> dict[str, argparse.ArgumentParser]:
    """The parser of each command, by name, in the order of ``onrecord --help``."""
    for action in make_parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    raise LookupError("onrecord has no commands")


def write_commands() -> Iterator[str]:
    """A section for each command."""
    short = {
        one.dest: one.help or ""
        for action in make_parser()._actions
        if isinstance(action, argparse._SubParsersAction)
        for one in action._choices_actions
    }
    yield table(
        ("command", "what it does"),
        [(f"[{name}](#onrecord-{name})", short[name]) for name in list_commands()],
    )
    for name, parser in list_commands().items():
        yield f"### onrecord {name}\n\n{' '.join((parser.description or '').split())}\n"
        yield block(_usage(name, parser))
        rows = [_row(one) for one in parser._actions if one.dest != "help"]
        yield table(("argument", "meaning"), rows)
        if parser.epilog:
            yield block(parser.epilog)


def _usage(name: str, parser: argparse.ArgumentParser) -> str:
    if parser.usage:
        return parser.usage
    given = [one for one in parser._actions if not one.option_strings]
    words = [_metavar(one) + ("" if one.nargs is None else " …") for one in given]
    return f"onrecord {name} [options] {' '.join(words)}".rstrip()


def _row(one: argparse.Action) -> tuple[str, str]:
    meaning = (one.help or "").replace("%%", "%")
    if not one.option_strings:
        return code(_metavar(one)), meaning
    value = f" {_metavar(one)}" if one.nargs != 0 else ""
    if one.choices and one.metavar is None:
        value = f" {' | '.join(map(str, one.choices))}"
    return code(f"{', '.join(one.option_strings)}{value}"), meaning


def _metavar(one: argparse.Action) -> str:
    return str(one.metavar or one.dest.upper())
