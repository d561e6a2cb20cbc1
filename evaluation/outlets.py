"""News media found as such on the sample pages, against a list that was made by reading them.

Invariant: an outlet counts once a page, under whichever of its names the page uses.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evaluation.results import ROOT
from onrecord.pages import open_pages
from onrecord.reading import read
from onrecord.record import Entity, Page, Reading

LIST = ROOT / "evaluation" / "outlets.csv"
PAGES = ROOT / "examples" / "pages"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A medium that a page names; ``names`` are all that it is called there."""

    page: str
    names: tuple[str, ...]
    optional: bool


def read_outlets(path: Path = LIST) -> tuple[Outlet, ...]:
    """The list of outlets, a row each."""
    with path.open(encoding="utf-8", newline="") as stream:
        return tuple(
            Outlet(row["page"], tuple(row["outlet"].split("|")), row["optional"] == "yes")
            for row in csv.DictReader(stream)
        )


def measure_outlets() -> dict[str, tuple[float, int]]:
    """Precision, recall and F1 of entities of the kind outlet on the sample pages."""
    listed = read_outlets()
    found: dict[str, tuple[Entity, ...]] = {}
    for page in sorted({one.page for one in listed}):
        for opened in open_pages(str(PAGES / page)):
            reading = read(opened) if isinstance(opened, Page) else opened
            if isinstance(reading, Reading):
                found[page] = reading.entities
    return score_outlets(listed, found)


def score_outlets(
    listed: Iterable[Outlet], found: dict[str, tuple[Entity, ...]]
) -> dict[str, tuple[float, int]]:
    """Precision, recall and F1, and the number of outlets that each rests on."""
    gold = tuple(listed)
    right = predicted = hit = wanted = 0
    for page in sorted({one.page for one in gold}):
        outlets = [one for one in found.get(page, ()) if one.kind == "outlet"]
        here = [one for one in gold if one.page == page]
        matched = [(one, outlet) for outlet in outlets for one in here if _is_same(one, outlet)]
        free = [outlet for one, outlet in matched if one.optional]
        right += len({outlet.id for one, outlet in matched if not one.optional})
        predicted += len([outlet for outlet in outlets if outlet not in free])
        hit += sum(any(one is other for other, _ in matched) for one in here if not one.optional)
        wanted += sum(not one.optional for one in here)
    precision = right / predicted if predicted else 0.0
    recall = hit / wanted if wanted else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {
        "outlets F1": (f1, wanted),
        "outlets precision": (precision, predicted),
        "outlets recall": (recall, wanted),
    }


def _is_same(outlet: Outlet, entity: Entity) -> bool:
    return _bare(entity.name) in {_bare(name) for name in outlet.names}


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")
