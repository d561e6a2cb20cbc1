"""``python -m docs.making.costs``: reckons what ``docs/archives.md`` says that a month takes.

Invariant: every number of the estimate follows from ``words/costs.toml``, and the page shows how.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docs.making.markdown import table
from docs.making.words import load

PAGE = Path(__file__).parents[1] / "archives.md"
MACHINES = (2, 16, 64, 512)
"""Cores: a small machine, a large one, four of those, a part of a cluster."""
SECONDS, GIGA = 3_600, 1e9
_MARKED = re.compile(r"(<!-- costs: (\w+) -->\n).*?(<!-- costs end -->)", re.DOTALL)


def fill(page: str) -> str:
    """``page`` with its tables as the numbers have them now."""
    made = {"given": write_given, "reckoned": write_reckoned, "machines": write_machines}
    return _MARKED.sub(lambda found: found[1] + made[found[2]]() + found[3], page)


def write_given() -> str:
    """What was measured, by which script, and what is assumed."""
    given = load("costs")
    rows = [
        (one["words"], f"{one['value']:,g} {one['unit']}", one.get("by", "assumed"))
        for part in ("measured", "assumed")
        for one in given[part].values()
    ]
    return table(("what", "how much", "measured by"), rows)


def write_reckoned() -> str:
    """The arithmetic, a line each."""
    n = _numbers()
    english, other = _pages(n)
    hours = _hours(n)
    json = english * n["english_json"] + other * n["other_json"]
    packed = english * n["english_packed"] + other * n["other_packed"]
    rows = [
        ("English pages", f"{n['pages']:,g} × {n['english']:g} × {n['days']:g}", f"{english:,.0f}"),
        ("other pages", f"{n['pages']:,g} × {1 - n['english']:g} × {n['days']:g}", f"{other:,.0f}"),
        (
            "reading, core hours",
            f"({english:,.0f} / {n['english_rate']:g} + {other:,.0f} / {n['other_rate']:g}) "
            "/ 3,600",
            f"{hours:,.0f}",
        ),
        ("reading, US dollars", f"{hours:,.0f} × {n['price']:g}", f"{hours * n['price']:,.0f}"),
        (
            "archives, GiB",
            f"{n['files']:g} × {n['gibibytes']:g} × {n['days']:g}",
            f"{n['files'] * n['gibibytes'] * n['days']:,.0f}",
        ),
        (
            "shards, GB",
            f"({english:,.0f} × {n['english_packed']:,g} + {other:,.0f} × "
            f"{n['other_packed']:,g}) / 10⁹",
            f"{packed / GIGA:,.0f}",
        ),
        (
            "a record of all of it, GB",
            f"({english:,.0f} × {n['english_json']:,g} + {other:,.0f} × {n['other_json']:,g}) × "
            f"{n['record_share']:g} / 10⁹",
            f"{json * n['record_share'] / GIGA:,.0f}",
        ),
        (
            "loading it, hours",
            f"{json / GIGA:,.0f} GB / {n['load_rate']:g} MB a second",
            f"{json / 1e6 / n['load_rate'] / SECONDS:,.0f}",
        ),
        (
            "judging it, hours",
            f"2 × {english:,.0f} / {n['judge_rate']:g} / 3,600",
            f"{2 * english / n['judge_rate'] / SECONDS:,.0f}",
        ),
    ]
    return table(("of a month", "reckoned", "comes to"), rows)


def write_machines() -> str:
    """Days and memory for several numbers of cores."""
    n = _numbers()
    rows = [
        (
            f"{cores:,}",
            f"{_hours(n) / cores:,.0f} h ({_hours(n) / cores / 24:,.1f} days)",
            f"{cores * n['worker'] / 1_000:,.1f} GB",
        )
        for cores in MACHINES
    ]
    return table(("cores", "to read a month", "memory of the workers"), rows)


def _numbers() -> dict[str, float]:
    given: dict[str, dict[str, Any]] = load("costs")
    return {name: one["value"] for part in given.values() for name, one in part.items()}


def _pages(n: dict[str, float]) -> tuple[float, float]:
    whole = n["pages"] * n["days"]
    return whole * n["english"], whole * (1 - n["english"])


def _hours(n: dict[str, float]) -> float:
    english, other = _pages(n)
    return (english / n["english_rate"] + other / n["other_rate"]) / SECONDS


if __name__ == "__main__":
    PAGE.write_text(fill(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
