"""What can be typed behind ``onrecord export``."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from onrecord.cli.file_names import file_name, same_file

Format = Literal[
    "jsonl", "csv", "parquet", "web-annotation", "schema.org", "plover", "gdelt", "timelinejs",
    "graphml", "corrections",
]  # fmt: skip
Table = Literal["statements", "events", "sources"]
Cells = Literal["guarded", "exact"]
RECORD = Path("onrecord.db")
"""Read where neither pages nor a record are named."""

EXPORT_HELP = """\
FORMAT is one of
  jsonl           readings, one a line, all that the record holds
  csv, parquet    tables of statements, events and sources; parquet needs onrecord[parquet]
  web-annotation  W3C Web Annotations (JSON-LD) with position and quote selectors
  schema.org      NewsArticle, Quotation and Claim (JSON-LD); nothing is rated
  plover          PLOVER event records, one JSON object a line
  gdelt           GDELT 2.0 event rows, 61 columns; what is not known is empty
  timelinejs      the dated events of stories, for Knight Lab's TimelineJS
  graphml         who took it from whom, claims and their sources, as a graph
  corrections     what people said of findings, one JSON object a line, to train on; of a record

WHERE is what onrecord read takes: a page, a folder, an archive, a feed, a URL, or -. Without it
the record is read: FILE of --record, or onrecord.db. All offsets count Unicode code points.

examples:
  onrecord export csv saved-pages/ --table statements --out statements.csv
  onrecord export csv --record onrecord.db --out tables.csv
  onrecord export graphml saved-pages/ --out graph.graphml

exit status: 0 done; 1 some input could not be read or the file not be written; 2 wrong usage"""


@dataclass(frozen=True, slots=True)
class ExportArguments:
    """What was asked of ``onrecord export``; ``record`` is None where ``where`` is given.

    ``out`` None = standard output; ``table`` None = all tables, a file each.
    """

    format: Format
    where: tuple[str, ...] = ()
    record: Path | None = None
    out: Path | None = None
    table: Table | None = None
    cells: Cells = "guarded"
    claims: bool = True
    story: str = ""


def add_export(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
) -> argparse.ArgumentParser:
    """The command's parser."""
    export = commands.add_parser(
        "export",
        help="write pages or a record as other tools read them",
        description="Writes what pages say, or a record of them, in a format of another tool.",
        usage="onrecord export FORMAT [options] [WHERE ...]",
        epilog=EXPORT_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    export.add_argument(
        "format", choices=get_args(Format), metavar="FORMAT", help="what to write, see below"
    )
    export.add_argument("where", nargs="*", metavar="WHERE", help="what to read, see below")
    export.add_argument(
        "--record", type=file_name, metavar="FILE", help="read this record and no pages"
    )
    export.add_argument(
        "--out", type=file_name, metavar="FILE", help="write to it (default: standard output)"
    )
    export.add_argument(
        "--table",
        choices=get_args(Table),
        help="csv, parquet: only this one (default: all, to FILE-statements and so on)",
    )
    export.add_argument(
        "--exact",
        dest="cells",
        action="store_const",
        const="exact",
        default="guarded",
        help="csv: no apostrophe before what a spreadsheet would run as a formula",
    )
    export.add_argument(
        "--no-claims",
        dest="claims",
        action="store_false",
        help="schema.org, graphml: trace no claims, which takes longest",
    )
    export.add_argument(
        "--story", metavar="ID", default="", help="timelinejs: only this one (default: all)"
    )
    export.set_defaults(make=_make_export)
    return export


def _make_export(typed: argparse.Namespace, export: argparse.ArgumentParser) -> ExportArguments:
    if typed.where and typed.record:
        export.error("pages or a record, not both: leave out WHERE or --record")
    if typed.format == "corrections" and typed.where:
        export.error("corrections are kept in a record: leave out WHERE, name it with --record")
    if typed.format == "parquet" and typed.out is None:
        export.error("parquet is no text for a terminal: name a file with --out")
    if typed.format == "csv" and typed.out is None and typed.table is None:
        export.error("three tables are three files: choose one with --table, or give --out")
    record = typed.record or (None if typed.where else RECORD)
    if typed.out is not None and same_file(typed.out, (*typed.where, str(record or "-"))):
        export.error(f"--out {typed.out} would overwrite what is to be read")
    return ExportArguments(
        format=typed.format,
        where=tuple(typed.where),
        record=record,
        out=typed.out,
        table=typed.table,
        cells=typed.cells,
        claims=typed.claims,
        story=typed.story,
    )
