"""What was measured, as a file beside the scripts: one row a case, so that a change shows."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value and what it is."""

    name: str
    value: float


def write_rows(name: str, rows: Sequence[Any], folder: Path = FOLDER) -> Path:
    """The file ``name``.csv of these records of one type, of which there is at least one."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.csv"
    with path.open("w", newline="", encoding="utf-8") as stream:
        table = csv.DictWriter(stream, [one.name for one in fields(rows[0])], lineterminator="\n")
        table.writeheader()
        table.writerows(map(asdict, rows))
    return path
