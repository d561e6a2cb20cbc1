"""The statements of a text as attributions: source, cue and content as spans."""

from __future__ import annotations

from pathlib import Path

from evaluation.rows import Row
from onrecord.reading import read_text
from onrecord.record import Span
from onrecord.statements import GOES_ON


def predict_attributions(row: Row, _folder: Path) -> Row:
    """The attributions of ``row["text"]``, as offsets into it."""
    attributions: list[Row] = []
    for statement in read_text(row["text"]).statements:
        content = [pair for span in statement.content for pair in _pack(span)]
        if statement.found_by == GOES_ON and attributions:
            # PolNeAR holds a quotation that goes on in a new paragraph for one attribution.
            attributions[-1]["content"] += content
            continue
        attributions.append(
            {
                "source": _pack(statement.source),
                "cue": _pack(statement.cue),
                "content": content,
                "type": statement.mode,
            }
        )
    return {"id": row["id"], "attributions": attributions}


def _pack(span: Span | None) -> list[list[int]]:
    return [] if span is None else [[span.start, span.end]]
