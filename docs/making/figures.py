"""Measured figures in pages of documentation, from ``evaluation/results``.

A page has ``<!-- figures: NAME -->`` and ``<!-- figures end -->`` around each table. Invariant: no
figure is typed by hand.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from docs.making.markdown import code, table
from docs.making.words import load, meaning_of
from evaluation.results import Result, read_results

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", ROOT / "docs" / "explanation.md")
CARD = ROOT / "src" / "onrecord" / "encoder" / "model" / "card.toml"
SETS = "sets"
SCORES = "scores"
"""Name of the table of how true the scores themselves are."""

_MARKED = re.compile(r"(<!-- figures: (\w+) -->\n).*?(<!-- figures end -->)", re.DOTALL)


class NoFigureError(LookupError):
    """A figure is asked for that nobody has measured."""


def fill(page: str) -> str:
    """``page`` with each of its tables as the results have it now."""
    results = read_results()
    return _MARKED.sub(lambda found: found[1] + write_table(found[2], results) + found[3], page)


def write_table(name: str, results: tuple[Result, ...]) -> str:
    """The table ``name``. Raises NoFigureError where one of its figures was not measured."""
    if name == SCORES:
        return _write_calibration()
    rows = []
    for asked in load("figures")[name]:
        key = (asked["task"], asked["set"], asked["metric"])
        found = next((one for one in results if (one.task, one.set, one.metric) == key), None)
        if found is None:
            raise NoFigureError(f"nobody has measured {', '.join(key)}")
        value = f"{100 * found.value:.1f} %"
        where = f"{meaning_of('figures', SETS, found.set)} ({code(found.set)})"
        rows.append((asked["words"], value, where, str(found.cases)))
    return table(("measured", "value", "on", "cases"), rows)


def _write_calibration() -> str:
    card = tomllib.loads(CARD.read_text(encoding="utf-8"))["calibration"]
    rows = [(name, f"{one['error']:.3f}", str(one["cases"])) for name, one in card.items()]
    return table(("score of", "mean distance from the share right", "cases"), rows)
