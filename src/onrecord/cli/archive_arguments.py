"""What can be typed behind ``onrecord archive``."""

from __future__ import annotations

import argparse
import os
import re
from dataclasses import dataclass
from pathlib import Path

from onrecord.cli.file_names import file_name

SECONDS = 60
MEGABYTES = 2000
_SHARE = re.compile(r"([0-9]{1,9})/([0-9]{1,9})")

ARCHIVE_HELP = """\
WARC is a web archive, packed or not, or a folder of them. Of each, DIR holds
  NAME.readings.jsonl.gz   readings, one a line
  NAME.errors.jsonl.gz     a row for each record that holds a page and has no reading, and why
  NAME.report.json         pages, articles, languages, errors by code
What is done is not read again; after any kill the same command goes on. What another model has
read is left as it is, and told: to read an archive once more, remove its report. onrecord add DIR
loads all of it into a record.

examples:
  onrecord archive CC-NEWS-20200105000000-00001.warc.gz --out readings/
  onrecord archive warcs/ --out readings/ --workers 8
  onrecord archive warcs/ --out readings/ --shard $SLURM_ARRAY_TASK_ID/64
  onrecord archive warcs/ --out /shared/readings/ --workers 4 --ray auto

exit status: 0 done; 1 an archive could not be read, or not all of it; 2 wrong usage"""


@dataclass(frozen=True, slots=True)
class ArchiveArguments:
    """What was asked of ``onrecord archive``; ``shard`` = (i, n) is the i-th share of n.

    ``ray`` = the address of a cluster, "" for this machine.
    """

    where: tuple[str, ...]
    out: Path
    shard: tuple[int, int] = (1, 1)
    workers: int = 1
    seconds: int = SECONDS
    megabytes: int = MEGABYTES
    ray: str = ""
    json: bool = False


def add_archive(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
) -> argparse.ArgumentParser:
    """The command's parser."""
    archive = commands.add_parser(
        "archive",
        help="read whole web archives on many workers",
        description="Reads web archives into files of readings and of errors, a page at a time on "
        "each worker; nothing that a page contains stops the rest.",
        epilog=ARCHIVE_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    archive.add_argument("where", nargs="+", metavar="WARC", help="what to read, see below")
    archive.add_argument(
        "--out", type=file_name, metavar="DIR", required=True, help="the folder to write to"
    )
    archive.add_argument(
        "--shard",
        type=_share,
        metavar="I/N",
        default=(1, 1),
        help="read only the I-th of N shares of the archives, I from 1 to N",
    )
    archive.add_argument(
        "--workers",
        type=_number,
        metavar="N",
        default=_count_cores(),
        help="processes that read (default: one for each core)",
    )
    archive.add_argument(
        "--seconds",
        type=_number,
        metavar="N",
        default=SECONDS,
        help=f"CPU seconds after which a page is given up (default: {SECONDS})",
    )
    archive.add_argument(
        "--megabytes",
        type=_number,
        metavar="N",
        default=MEGABYTES,
        help=f"memory that one page may ask for (default: {MEGABYTES})",
    )
    archive.add_argument(
        "--ray",
        metavar="ADDRESS",
        default="",
        help="a task for each archive on this Ray cluster, whose nodes all see WARC and DIR; each "
        "takes as many cores as there are workers; needs onrecord[ray]",
    )
    archive.add_argument("--json", action="store_true", help="print the report as JSON")
    archive.set_defaults(make=_make_archive)
    return archive


def _make_archive(typed: argparse.Namespace, _: argparse.ArgumentParser) -> ArchiveArguments:
    return ArchiveArguments(
        where=tuple(typed.where),
        out=typed.out,
        shard=typed.shard,
        workers=typed.workers,
        seconds=typed.seconds,
        megabytes=typed.megabytes,
        ray=typed.ray,
        json=typed.json,
    )


def _share(typed: str) -> tuple[int, int]:
    found = _SHARE.fullmatch(typed)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise argparse.ArgumentTypeError(f"{typed!r} is no share: give I/N, such as 3/64")
    return int(found[1]), int(found[2])


def _number(typed: str) -> int:
    if not typed.isascii() or not typed.isdigit() or not int(typed):
        raise argparse.ArgumentTypeError(f"{typed!r} is not a number of at least 1")
    return int(typed)


def _count_cores() -> int:
    """Those that this process may use, which a cluster may have made fewer."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
