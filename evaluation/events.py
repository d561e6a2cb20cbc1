"""Types, spans and factuality of events, in the form that the scorers read."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from evaluation.entities import paragraphs_of
from evaluation.rows import Row
from onrecord.encoder import load_encoder
from onrecord.encoder.findings import EVENT_TYPES
from onrecord.events import read_status, weigh_factuality
from onrecord.ontology import quad_of
from onrecord.passages import Passage, divide, find_quotations, find_sentences
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
    """The words of ``row["text"]`` that tell how two things stand to one another.

    They stand between two neighbours that are named, as in re3d, and the encoder sees a relation
    in them.
    """
    text = row["text"]
    passages = passages_of(text)
    related = load_encoder().relations(text, passages)
    labels = load_encoder().read(text, passages)
    named = [one.span for one in labels.names if one.score >= NAMED]
    named += [
        one.span
        for one in labels.mentions
        if one.score >= MENTIONED and len(one.span.cut(text).split()) <= SHORT
    ]
    between = find_between(text, named)
    found = [one for one in between if any(one.overlaps(other) for other in related)]
    events = [{"trigger": [one.start, one.end], "type": "", "args": []} for one in found]
    return {"id": row["id"], "events": events}


NAMED, MENTIONED = 0.3, 0.5
"""Scores from which names and other mentions count as neighbours of a relation."""
SHORT = 4
"""Words of a mention that counts as one thing: longer ones hold relations themselves."""
LONGEST = 12
"""Words between two neighbours at most. All four were set by hand and seen on re3d-dev."""
_EMPTY = frozenset({"", "the", "a", "an", "and", "or"})


def find_between(text: str, named: list[Span]) -> list[Span]:
    """The stretches of words between neighbouring spans of one sentence."""
    outer: list[Span] = []
    for span in sorted(named, key=lambda one: (one.start, -one.end)):
        if not outer or span.start >= outer[-1].end:
            outer.append(span)
    found = []
    for sentence in find_sentences(text, Span(0, len(text)), frozenset()):
        inside = [one for one in outer if sentence.covers(one)]
        for one, other in pairwise(inside):
            words = text[one.end : other.start]
            plain = words.strip(" \n\t,;:()'\"’“”")
            if (
                plain.lower() in _EMPTY
                or any(mark in words for mark in "\n.;")
                or len(plain.split()) > LONGEST
            ):
                continue
            start = one.end + words.index(plain)
            found.append(Span(start, start + len(plain)))
    return found


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
