"""Types, spans and factuality of events, in the form that the scorers read."""

from __future__ import annotations

from pathlib import Path

from evaluation.entities import paragraphs_of
from evaluation.rows import Row
from onrecord.encoder import load_encoder
from onrecord.encoder.findings import EVENT_TYPES
from onrecord.events import read_status
from onrecord.events.words import read_sentence
from onrecord.ontology import Sense, choose_type, load_lemmatiser, load_lexicon
from onrecord.passages import Passage, divide, find_quotations
from onrecord.record import Span

STRONG_WITHIN = 3
"""Among so many entries a strong one comes before a weak one that stands nearer; by hand."""
STATUS_SHIFTS = {
    "actual": 0.0, "planned": 0.0, "hypothetical": 0.0, "negated": 0.0, "abandoned": 0.0,
}  # fmt: skip
"""What the words around an event add to the encoder's value."""


def predict_event_type(row: Row, _folder: Path) -> Row:
    """PLOVER type and quad class of what the source does to the target in ``row["text"]``."""
    text = row["text"]
    source, target = (_span_of(row.get(key)) for key in ("source_span", "target_span"))
    probabilities = load_encoder().classify(text, passages_of(text), source, target)
    coding = choose_type(EVENT_TYPES, probabilities, find_senses(text, source, target))
    if coding is None:
        raise ValueError(f"{row['id']}: neither the encoder nor the words give a type")
    return {"id": row["id"], "type": coding.type, "quad": coding.quad}


def find_senses(text: str, source: Span | None, target: Span | None) -> tuple[Sense, ...]:
    """What the first words behind the source that tell of an event may mean; strong ones first."""
    sentence = read_sentence(text, Span(0, len(text)), load_lemmatiser("en"))
    matches = [
        (sentence.hull(one.first, one.end), one)
        for one in load_lexicon("en").matches(sentence.words, sentence.lemmas)
    ]
    named = [span for span in (source, target) if span is not None]
    free = [pair for pair in matches if not any(pair[0].overlaps(span) for span in named)]
    start = 0 if source is None else source.end
    behind = [one for span, one in free if span.start >= start] or [one for _, one in free]
    if not behind:
        return ()
    strong = [one for one in behind[:STRONG_WITHIN] if one.strong]
    return (strong or behind)[0].senses


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
    status = "actual" if standing is None else standing.status
    return {"id": row["id"], "score": max(-3.0, min(3.0, value + STATUS_SHIFTS[status]))}


def passages_of(text: str) -> tuple[Passage, ...]:
    """The passages of ``text``, whose lines are paragraphs."""
    paragraphs = paragraphs_of(text)
    return divide(text, paragraphs, find_quotations(text, paragraphs))


def _span_of(value: list[int] | None) -> Span | None:
    return None if value is None else Span(*value)
