"""Scores of kept lines, page by page, and the files that hold them.

The measure is word-weighted F1 of the kept lines, the mean over pages; lines that may go either way
are left out.
"""

from __future__ import annotations

import csv
import re
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.articles.line_units import Line

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class PageScore:
    """One dump's figures; captions counted in lines."""

    id: str
    style: str
    precision: float
    recall: float
    f1: float
    captions: int
    captions_kept: int


def score_page(row: Mapping[str, Any], lines: Sequence[Line], keep: NDArray[np.bool_]) -> PageScore:
    """The figures of one dump."""
    right = wrong = missed = captions = kept_captions = 0
    kept = {
        n
        for line, one in zip(lines, keep, strict=True)
        if one
        for n in range(line.number, line.last + 1)
    }
    for number, text in enumerate(row["dump"].split("\n")):
        label, kind = row["labels"][number], row["kinds"][number]
        if kind == "caption":
            captions += 1
            kept_captions += number in kept
        words = len(_WORD.findall(text))
        if label == -1 or not words:
            continue
        right += words if label == 1 and number in kept else 0
        wrong += words if label == 0 and number in kept else 0
        missed += words if label == 1 and number not in kept else 0
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return PageScore(row["id"], row["style"], precision, recall, f1, captions, kept_captions)


def results(pages: Sequence[PageScore]) -> dict[str, float]:
    """The figures over all dumps."""
    captions = sum(page.captions for page in pages)
    return {
        "dumps": len(pages),
        "line_precision": statistics.mean(page.precision for page in pages),
        "line_recall": statistics.mean(page.recall for page in pages),
        "line_f1": statistics.mean(page.f1 for page in pages),
        "page_perfect": statistics.mean(page.f1 > 0.9999 for page in pages),
        "caption_lines": captions,
        "caption_lines_kept": sum(page.captions_kept for page in pages) / max(1, captions),
    }


def write_results(path: Path, pages: Sequence[PageScore]) -> None:
    """One row for all dumps and one for each style."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as handle:
        table = csv.writer(handle, lineterminator="\n")
        table.writerow(["style", *results(pages)])
        for style in ("all", *sorted({page.style for page in pages})):
            chosen = [page for page in pages if style in ("all", page.style)]
            table.writerow([style, *(round(value, 4) for value in results(chosen).values())])


def write_card(
    path: Path,
    figures: Mapping[str, float],
    digest: str,
    data: str,
    settings: Mapping[str, tuple[int, Mapping[str, Any]]],
) -> None:
    """The model card, as TOML."""
    parts = [
        "# The line model of text dumps: what it is, what it was trained on, how good it is.",
        'name = "lines"',
        'file = "lines.npz"',
        f'sha256 = "{digest}"',
        'task = "tells the lines of an article from a page\'s furniture in a text dump"',
        'kind = "boosted trees over line features, and a linear lexical score; arrays only"',
        'recipe = "python -m training.lines DATA OUT"',
        'limits = "trained on news and other web pages, two thirds of them English; '
        'short headings, comments and teasers with whole sentences are its common errors"',
        "",
        "[[data]]",
        'set = "pages/text-dumps-dev"',
        f'sha256 = "{data}"',
        "dumps = 927",
        "licence = \"publishers' pages; none of their text is shipped; "
        'weights from line features may ship"',
        "",
        "[scores]",
        'how = "cross-validated by domain in five folds; all styles of a page in one fold; '
        'the numbers of the decision were chosen on the same probabilities"',
        *(f"{name} = {round(value, 4)}" for name, value in figures.items()),
    ]
    for name, (rounds, values) in settings.items():
        parts += ["", f"[settings.{name}]", f"rounds = {rounds}"]
        parts += [f"{key} = {value}" for key, value in values.items()]
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")
