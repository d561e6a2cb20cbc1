"""Names of files as they are typed: what can be written to, and what must not be written over."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path


def file_name(typed: str) -> Path:
    """The file that was named; ArgumentTypeError for none and for standard input."""
    if typed in ("", "-"):
        raise argparse.ArgumentTypeError("name a file, such as report.html")
    return Path(typed)


def same_file(file: Path, where: Iterable[str]) -> bool:
    """Whether ``file`` is one of the places that are to be read."""
    for one in where:
        try:
            if one != "-" and Path(one).samefile(file):
                return True
        except (OSError, ValueError):
            continue
    return False
