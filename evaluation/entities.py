"""The names and the coreference clusters of a text, in the form that the scorers read."""

from __future__ import annotations

from pathlib import Path

from evaluation.rows import Row
from onrecord.encoder import Labels, load_encoder
from onrecord.entities import Found, find_chains
from onrecord.entities.kinds import Named
from onrecord.passages import divide, find_quotations
from onrecord.record import EntityKind, Span

LABELS: dict[EntityKind, str] = {
    "person": "PER",
    "organisation": "ORG",
    "outlet": "ORG",
    "facility": "FAC",
    "place": "LOC",
    "event": "EVENT",
    "product": "PROD",
    "group": "NORP",
}


def predict_names(row: Row, _folder: Path) -> Row:
    """The names of ``row["text"]`` with their labels."""
    found = read_chains(row["text"])
    ents = [[one.span.start, one.span.end, label_of(one)] for one in found.names]
    return {"id": row["id"], "ents": ents}


def label_of(named: Named) -> str:
    """PER, ORG, GPE, LOC, FAC, EVENT, NORP, PROD or MISC.

    The UNER sets call a country LOC whether it acts or not (18 of 18 that act in uner-ewt-dev), so
    only a seat of government that acts ("the Kremlin") becomes an ORG here.
    """
    if named.adjective:
        return "NORP"
    if named.country is not None and named.kind != "group":
        return "ORG" if named.acting and named.is_seat else "GPE" if not named.is_seat else "LOC"
    return LABELS.get(named.kind, "MISC")


def predict_coref(row: Row, _folder: Path) -> Row:
    """The clusters of ``row["text"]``: names, nouns and pronouns that mean the same, no loners."""
    labels = read_labels(row["text"])
    return {"id": row["id"], "clusters": make_clusters(row["text"], labels)}


def make_clusters(text: str, labels: Labels) -> list[list[list[int]]]:
    """The clusters of mentions; a name is its whole noun phrase, a state and its government one."""
    found = find_chains(text, paragraphs_of(text), labels.names, labels.mentions, language="en")
    spans = mention_spans(found, labels)
    country = {
        number: found.names[point.name].country
        for number, point in enumerate(found.points)
        if point.name is not None
    }
    # An apposition is part of the mention that it stands beside, in OntoNotes' scheme.
    apposed = {link.second for link in found.links if link.rule == "role"}
    clusters: dict[str, set[tuple[int, int]]] = {}
    for chain in found.chains():
        code = next((one.code for n in chain if (one := country.get(n)) is not None), "")
        seat = any(
            found.names[name].is_seat and not found.names[name].acting
            for n in chain
            if (name := found.points[n].name) is not None
        )
        key = f"country {code}" if code and not seat else f"chain {chain[0]}"
        places = {spans[number] for number in chain if number in spans and number not in apposed}
        clusters.setdefault(key, set()).update(places)
    return [[list(span) for span in sorted(one)] for one in clusters.values() if len(one) > 1]


def mention_spans(found: Found, labels: Labels) -> dict[int, tuple[int, int]]:
    """Start and end of each point: the longest mention at a name, the name where there is none.

    Adjectives of countries are no mentions: OntoNotes leaves them out.
    """
    spans: dict[int, tuple[int, int]] = {}
    for number, mention in zip(found.of_mention, labels.mentions, strict=True):
        span = (mention.span.start, mention.span.end)
        old = spans.get(number, (0, 0))
        spans[number] = max(old, span, key=lambda one: one[1] - one[0])
    for number, point in enumerate(found.points):
        if point.name is not None and not found.names[point.name].adjective:
            spans.setdefault(number, (point.span.start, point.span.end))
    return spans


def read_chains(text: str) -> Found:
    """The names and points of ``text`` with all links."""
    labels = read_labels(text)
    return find_chains(text, paragraphs_of(text), labels.names, labels.mentions, language="en")


def read_labels(text: str) -> Labels:
    """What the encoder says of ``text``, whose lines are paragraphs."""
    paragraphs = paragraphs_of(text)
    passages = divide(text, paragraphs, find_quotations(text, paragraphs))
    return load_encoder().read(text, passages)


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """The lines of ``text`` that hold anything."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            left = start + len(line) - len(line.lstrip())
            spans.append(Span(left, start + len(line.rstrip())))
        start += len(line) + 1
    return tuple(spans)
