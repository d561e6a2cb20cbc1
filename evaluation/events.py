"""Types, spans and factuality of events, in the form that the scorers read."""

from __future__ import annotations

from pathlib import Path

from evaluation.entities import paragraphs_of
from evaluation.rows import Row
from onrecord.encoder import load_encoder
from onrecord.encoder.findings import EVENT_TYPES
from onrecord.events import read_status, weigh_factuality
from onrecord.ontology import quad_of
from onrecord.passages import Passage, divide, find_quotations
from onrecord.record import Span


def predict_event_type(row: Row, _folder: Path) -> Row:
    """PLOVER type and quad class of what the source does to the target in ``row["text"]``.

    The encoder alone: with a vote of the lexicon's words (62 % right by themselves on plv-dev) the
    macro-F1 there falls from 84.3 to 82.1 and below.
    """
    text = row["text"]
    source, target = (_span_of(row.get(key)) for key in ("source_span", "target_span"))
    probabilities = load_encoder().classify(text, passages_of(text), source, target)
    _, name = max(zip(probabilities, EVENT_TYPES, strict=True))
    return {"id": row["id"], "type": name, "quad": quad_of(name)}


def predict_event_spans(row: Row, _folder: Path) -> Row:
    """The words of ``row["text"]`` that tell how two things stand to one another."""
    text = row["text"]
    found = load_encoder().relations(text, passages_of(text))
    events = [{"trigger": [one.start, one.end], "type": "", "args": []} for one in found]
    return {"id": row["id"], "events": events}


def predict_factuality(row: Row, _folder: Path) -> Row:
    """How far what stands at ``row["span"]`` happened, on −3 … 3."""
    text, span = row["text"], Span(*row["span"])
    value = load_encoder().judge(text, passages_of(text), span)
    standing = read_status(text, span, paragraphs_of(text))
    return {"id": row["id"], "score": weigh_factuality(value, standing)}


def passages_of(text: str) -> tuple[Passage, ...]:
    """The passages of ``text``, whose lines are paragraphs."""
    paragraphs = paragraphs_of(text)
    return divide(text, paragraphs, find_quotations(text, paragraphs))


def _span_of(value: list[int] | None) -> Span | None:
    return None if value is None else Span(*value)
