"""How many of the captions that a page has come back as fields."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

# Shorter captions ("A. Smith") are found in others by accident.
MIN_CHARS = 8


def caption_recall(
    gold_rows: Iterable[Mapping[str, Any]], predicted_rows: Iterable[Mapping[str, Any]]
) -> float:
    """The share of gold captions that a returned caption holds or is held by.

    Captions are compared without case, spaces and punctuation; one of fewer than MIN_CHARS must be
    the same. Gold rows have ``id`` and ``captions`` [{text, …}], predicted rows ``captions``
    [{text, credit}]. Pages without a gold caption do not count; 1.0 where there is none at all.
    """
    predicted = {row["id"]: row for row in predicted_rows}
    found = total = 0
    for row in gold_rows:
        answers = [
            _normal(f"{one['text']} {one.get('credit') or ''}" if with_credit else one["text"])
            for one in predicted.get(row["id"], {}).get("captions") or []
            for with_credit in (False, True)
        ]
        for caption in {_normal(one.get("text") or "") for one in row.get("captions") or []}:
            if caption:
                total += 1
                found += any(_same(caption, answer) for answer in answers)
    return found / total if total else 1.0


def _same(caption: str, answer: str) -> bool:
    if min(len(caption), len(answer)) < MIN_CHARS:
        return caption == answer
    return caption in answer or answer in caption


def _normal(text: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))
