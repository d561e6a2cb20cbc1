"""Floors: what a headline figure may not fall below.

Invariant: a floor rises by itself and is lowered only by somebody who gives a reason, which is
written beside it. A figure on changed data is held to the floor of the old data all the same.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.results import ROOT, Result, find_headline

FILE = ROOT / "evaluation" / "floors.toml"

# Rounding on another processor moves a figure by a case or two in a thousand.
SLACK = 0.002

_HEAD = """# What the headline figures may not fall below, with the SHA-256 of the data behind them.
# Written by `python -m evaluation run`; a floor rises by itself and is lowered with
# `--lower-floor REASON`.
"""

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Floor:
    """The worst value that a figure may have; ``lowered`` = why it was lowered the last time."""

    task: str
    set: str
    metric: str
    value: float
    data: str
    lowered: str = ""

    @property
    def key(self) -> Key:
        """What the floor is of."""
        return self.task, self.set, self.metric


def check_floors(
    floors: Mapping[Key, Floor], results: Iterable[Result], *, reason: str = ""
) -> tuple[dict[Key, Floor], tuple[str, ...]]:
    """The floors after ``results``, and a line for each result that is below its own.

    With a ``reason`` those floors are lowered instead, and there are no such lines.
    """
    kept, failures = dict(floors), []
    for result in results:
        headline = find_headline(result)
        if headline is None:
            continue
        sign = -1 if headline.lower_is_better else 1
        new = Floor(result.task, result.set, result.metric, round(result.value, 4), result.data)
        old = floors.get(new.key)
        if old is None or sign * (new.value - old.value) >= 0:
            kept[new.key] = replace(new, lowered=old.lowered if old else "")
        elif sign * (new.value - old.value) >= -SLACK and new.data == old.data:
            continue
        elif reason:
            kept[new.key] = replace(new, lowered=reason)
        else:
            failures.append(_word_failure(old, new))
    return kept, tuple(failures)


def read_floors(path: Path = FILE) -> dict[Key, Floor]:
    """The floors in the file; none where there is no file."""
    if not path.is_file():
        return {}
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    floors = [Floor(**one) for one in table.get("floor", ())]
    return {floor.key: floor for floor in floors}


def write_floors(floors: Mapping[Key, Floor], path: Path = FILE) -> None:
    """Writes the floors in the order of their keys."""
    blocks = [_HEAD, *(_format(floors[key]) for key in sorted(floors))]
    path.write_text("\n".join(blocks), encoding="utf-8")


def _format(floor: Floor) -> str:
    pairs: Sequence[tuple[str, object]] = [
        ("task", floor.task),
        ("set", floor.set),
        ("metric", floor.metric),
        ("value", floor.value),
        ("data", floor.data),
        ("lowered", floor.lowered),
    ]
    # What JSON writes for strings and numbers is TOML as well.
    lines = [f"{name} = {json.dumps(value)}" for name, value in pairs if value != ""]
    return "\n".join(["[[floor]]", *lines, ""])


def _word_failure(old: Floor, new: Floor) -> str:
    changed = " (the data changed as well)" if old.data != new.data else ""
    name = f"{new.task}, {new.set}, {new.metric}"
    return f"{name}: {new.value:.4f}, but the floor is {old.value:.4f}{changed}"
