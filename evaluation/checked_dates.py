"""Days of publication against gold that was checked page by page.

Invariant: a correction names the gold that it corrects; where the data has another, it is refused.
The rule of the check: the day that the page shows its readers as that of publication, not of a
change; where it shows none, the one that it declares. A day that the page shows without a word for
what it is stays as the gold has it, even where the page declares an earlier one.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("checked_dates.csv")


@dataclass(frozen=True, slots=True)
class CheckedDate:
    """What a look at the page gave: ``checked`` is empty where the page names no such day."""

    gold: str
    checked: str
    why: str


@dataclass(frozen=True, slots=True)
class DateScores:
    """``accuracy`` = right of all pages that have a day; ``f1`` as score_pages.py counts it."""

    accuracy: float
    f1: float
    cases: int


def read_checked(name: str, path: Path = FILE) -> dict[str, CheckedDate]:
    """Id to checked day, for the pages of the set ``name`` that were looked into."""
    with path.open(encoding="utf-8", newline="") as stream:
        return {
            row["id"]: CheckedDate(row["gold"], row["checked"], row["why"])
            for row in csv.DictReader(stream)
            if row["set"] == name
        }


def score_checked(
    gold_rows: Iterable[Mapping[str, Any]],
    predicted_rows: Iterable[Mapping[str, Any]],
    checked: Mapping[str, CheckedDate],
) -> DateScores:
    """How often the predicted ``date`` is the day of the gold as checked.

    An empty answer is a false negative, a wrong one a false positive; pages without a day do not
    count. Raises ValueError where a correction was made for another gold.
    """
    predicted = {row["id"]: str(row.get("date") or "")[:10] for row in predicted_rows}
    right = wrong = missed = 0
    for row in gold_rows:
        day = _checked_day(row, checked)
        if not day:
            continue
        answer = predicted.get(row["id"], "")
        right += answer == day
        wrong += bool(answer) and answer != day
        missed += not answer
    cases = right + wrong + missed
    if not cases:
        return DateScores(0.0, 0.0, 0)
    return DateScores(right / cases, 2 * right / (2 * right + wrong + missed), cases)


def _checked_day(row: Mapping[str, Any], checked: Mapping[str, CheckedDate]) -> str:
    gold = str(row.get("date") or "")[:10]
    one = checked.get(row["id"])
    if one is None:
        return gold
    if one.gold != gold:
        raise ValueError(
            f"{row['id']}: the gold was {one.gold!r} when it was checked and is {gold!r} now; "
            "look at the page again"
        )
    return one.checked
