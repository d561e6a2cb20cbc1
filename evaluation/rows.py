"""Rows of JSON lines, in and out, plain or gzip.

Invariant: a row is stripped to the keys that its task may see before anybody gets to see it.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

Row = dict[str, Any]


def read_rows(path: Path, keys: tuple[str, ...], *, name: str = "id") -> Iterator[Row]:
    """The rows of ``path`` with nothing in them but ``keys``.

    Raises ValueError with file and line where a row is no JSON object or has no ``name``.
    """
    for number, line in enumerate(_read_lines(path), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise ValueError(f"{path}:{number}: this line is no JSON: {error}") from error
        if not isinstance(row, dict) or name not in row:
            raise ValueError(f"{path}:{number}: a row is an object with an {name}")
        yield {key: row[key] for key in keys if key in row}


def read_gold(path: Path) -> Iterator[Row]:
    """The whole rows of ``path``: for scoring alone, never for a prediction."""
    return (json.loads(line) for line in _read_lines(path) if line.strip())


def read_text(path: Path) -> str:
    """All of the file, plain or gzip, as text."""
    return "".join(_read_lines(path))


def write_rows(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Writes one row a line as they come; packed where the name of the file ends in ``.gz``."""
    with _open_for_writing(path) as stream:
        for row in rows:
            stream.write(json.dumps(row) + "\n")


def unpack(path: Path, target: Path) -> Path:
    """``path`` itself, or ``target`` with its unpacked bytes where it is gzip."""
    if path.suffix != ".gz":
        return path
    target.write_bytes(gzip.decompress(path.read_bytes()))
    return target


def digest_of(*paths: Path) -> str:
    """SHA-256 of the files' bytes, one after the other, hexadecimal."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _open_for_writing(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "wt", encoding="utf-8")
    return path.open("w", encoding="utf-8")


def _read_lines(path: Path) -> Iterator[str]:
    with path.open("rb") as stream:
        packed = stream.read(2) == b"\x1f\x8b"
    with (
        gzip.open(path, "rt", encoding="utf-8") if packed else path.open(encoding="utf-8") as lines
    ):
        yield from lines
