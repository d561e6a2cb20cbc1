"""The page ``docs/reference.md``, made from the code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent
from types import ModuleType

from docs.making.addresses import write_addresses
from docs.making.commands import write_commands
from docs.making.issue_codes import write_codes
from docs.making.markdown import block, code, table
from docs.making.records import link, write_choices, write_types
from onrecord.cli.export_arguments import EXPORT_HELP
from onrecord.ontology import load_plover
from onrecord.painting import stories_json, trace_json

PAGE = Path(__file__).parents[1] / "reference.md"

HEAD = """\
# Reference

Made by `make reference` from the code: every command and option, every web address, every type,
field and value of the record, every code of an issue. What the numbers mean and how often they are
right is told in the [explanation](explanation.md).
"""

TYPES = """\
The names of the fields are the names in JSON. There a Span is `[start, end]`: characters of the
article's text, counted in Unicode code points from 0, the end left out. A SourceChain is the list
of its links. A day is written `2024-03-15`. A place of an event has `lat`, `lon` and `geonameid`
beside its fields. `null` stands for what is not known."""

PRINTED = (
    ("read", link("Reading")),
    ("trace, stories", "as drawn below"),
    ("search", link("Hit")),
    ("who", link("Found")),
    ("timeline", link("TimelineEntry")),
    ("diff", f"{link('StampRow')} without stamps, {link('Difference')} with two"),
)

EXITS = (
    ("0", "done, also where nothing was found"),
    ("1", "some input, or the record, could not be read or written; the rest was done"),
    ("2", "wrong usage: nothing was done"),
    ("130", "stopped by Ctrl-C"),
)


def write_reference() -> str:
    """The whole page."""
    return "\n".join(_parts())


def _parts() -> Iterator[str]:
    yield HEAD
    for head, words, write in _SECTIONS:
        yield f"## {head}\n"
        if words:
            yield f"{words}\n"
        yield from write()


def _write_printed() -> Iterator[str]:
    yield table(("command", "object"), PRINTED)
    for name, module in (("trace", trace_json), ("stories", stories_json)):
        yield f"`onrecord {name} --json` prints for each:\n"
        yield block(_shape_in(module))


def _shape_in(module: ModuleType) -> str:
    """The object that a module's docstring draws."""
    drawn = (module.__doc__ or "").partition("::\n\n")[2]
    return dedent(drawn.partition("\n\n")[0]).replace("``", "")


def _write_exits() -> Iterator[str]:
    yield table(("status", "meaning"), [(code(one), what) for one, what in EXITS])


def _write_formats() -> Iterator[str]:
    rows = []
    for line in EXPORT_HELP.partition("\n\n")[0].splitlines()[1:]:
        names, _, what = line.strip().partition("  ")
        rows += [(code(name), what.strip()) for name in names.split(", ")]
    yield table(("format", "what it holds"), rows)


def _write_event_types() -> Iterator[str]:
    rows = [
        (
            code(name),
            str(one.quad),
            one.cameo,
            ", ".join(f"{mode} {cameo}" for mode, cameo in one.modes),
            one.meaning,
        )
        for name, one in load_plover().items()
    ]
    yield table(("type", "quad", "CAMEO", "modes with their CAMEO code", "meaning"), rows)


_SECTIONS: tuple[tuple[str, str, Callable[[], Iterator[str]]], ...] = (
    ("Commands", "", write_commands),
    (
        "What --json prints",
        "One object a line. The types stand [below](#types-and-fields).",
        _write_printed,
    ),
    (
        "Exit status",
        "Each complaint is one line on standard error: what, where, and what to do.",
        _write_exits,
    ),
    ("Formats of export", "More in [exports](exports.md).", _write_formats),
    (
        "Web addresses",
        "Of `onrecord serve`, at http://127.0.0.1:8421 unless told otherwise.",
        write_addresses,
    ),
    (
        "Codes of issues",
        "An issue says what was not understood. Nothing is left out in silence.",
        write_codes,
    ),
    (
        "Types of event",
        "PLOVER's, each with its quad class and the nearest code of CAMEO.",
        _write_event_types,
    ),
    ("Types and fields", TYPES, write_types),
    ("Values", "What a field can hold where only some values are allowed.", write_choices),
)
