"""Predictions of the task copies: which articles of a file have largely the same words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.rows import read_text
from onrecord.record import Article, Block, DateOfRecord, Span
from onrecord.stories.copying.copies import find_copies


def predict_copies(source: Path) -> Mapping[str, Any]:
    """``{"pairs": [[id, id], …]}`` for the file's ``docs``; nothing else in it is looked at."""
    return {"pairs": find_pairs(json.loads(read_text(source))["docs"])}


def find_pairs(rows: Iterable[Mapping[str, str]]) -> list[list[str]]:
    """The pairs of copies among ``rows`` of id, text and date."""
    groups = find_copies(make_article(row) for row in rows)
    return sorted(sorted((pair.first, pair.second)) for one in groups for pair in one.pairs)


def make_article(row: Mapping[str, str]) -> Article:
    """An article of the text alone: each line a paragraph, no address, the day if there is one."""
    text, blocks, at = row["text"], [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", Span(at, at + len(line))))
        at += len(line) + 1
    dates: tuple[DateOfRecord, ...] = ()
    if row.get("date"):
        day = date.fromisoformat(row["date"][:10])
        dates = (
            DateOfRecord(
                "published", day, day, day, day.isoformat(), "row", "the row says so", chosen=True
            ),
        )
    return Article(row["id"], "", "", "", (), "en", text, dates, tuple(blocks))
