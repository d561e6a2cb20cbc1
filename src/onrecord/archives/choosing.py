"""Which archives are read, and which of them by this one of several runs.

Invariant: the shares of n runs are apart, and together they are all archives.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from onrecord.archives.failures import ArchiveError

SUFFIXES = (".warc.gz", ".warc")


def find_archives(where: Iterable[str]) -> tuple[Path, ...]:
    """The archives named, and those in the folders named, in the order of their names.

    Raises ArchiveError where one is not there or two would write the same files.
    """
    found: set[Path] = set()
    for name in where:
        path = Path(name)
        if path.is_dir():
            inside = {one for one in path.rglob("*") if one.name.lower().endswith(SUFFIXES)}
            if not inside:
                raise ArchiveError(f"{name}: no file in this folder ends in .warc or .warc.gz")
            found |= inside
        elif path.is_file():
            found.add(path)
        else:
            raise ArchiveError(f"{name}: there is no archive or folder of this name")
    names = Counter(map(name_shard, found))
    if double := sorted(name for name, times in names.items() if times > 1):
        raise ArchiveError(f"two archives are called {double[0]}: rename one of them")
    return tuple(sorted(found, key=lambda one: (name_shard(one), one)))


def take_share(archives: Sequence[Path], share: tuple[int, int]) -> tuple[Path, ...]:
    """Of n shares the i-th, ``share`` = (i, n) with i from 1."""
    number, shares = share
    return tuple(archives[number - 1 :: shares])


def name_shard(archive: Path) -> str:
    """The name that all files of an archive's shard begin with."""
    for suffix in SUFFIXES:
        if archive.name.lower().endswith(suffix):
            return archive.name[: -len(suffix)]
    return archive.name
