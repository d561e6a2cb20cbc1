"""The statements of a text as attributions: source, cue and content as spans."""

from __future__ import annotations

from pathlib import Path

from evaluation.rows import Row
from onrecord.reading import read_text
from onrecord.record import Span


def predict_attributions(row: Row, _folder: Path) -> Row:
    """The attributions of ``row["text"]``, as offsets into it."""
    statements = read_text(row["text"]).statements
    return {
        "id": row["id"],
        "attributions": [
            {
                "source": _pack(statement.source),
                "cue": _pack(statement.cue),
                "content": [pair for span in statement.content for pair in _pack(span)],
                "type": statement.mode,
            }
            for statement in statements
        ],
    }


def _pack(span: Span | None) -> list[list[int]]:
    return [] if span is None else [[span.start, span.end]]
