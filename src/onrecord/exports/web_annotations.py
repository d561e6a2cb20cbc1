"""Findings as annotations on the pages that they are from, in JSON-LD.

Source: Web Annotation Data Model, W3C Recommendation of 23 February 2017.
Invariant: every target has its words twice, by position and by quotation, and both are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.exports.harmless import to_json_text
from onrecord.exports.iris import iri_of, page_iri
from onrecord.record import Article, Entity, Event, Reading, Span, Statement, TimeExpression

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
QUOTE_CONTEXT = 32
"""Code points of prefix and suffix: what annotators in browsers use, enough to tell two places of
the same words apart in nearly all articles."""
GEONAMES = "https://sws.geonames.org/{}/"
Packed = dict[str, object]


def to_web_annotations(readings: Iterable[Reading]) -> Iterator[str]:
    """An AnnotationCollection with one embedded page, in pieces, an annotation at a time.

    The source of every target is the page. Positions are code points (as the model asks) of the
    extracted ``article.text``, which is named as the state's cached copy, since the page's own
    text has furniture that the article does not; to find the words on the page itself, use the
    quotation. Words in several places are one annotation with a target for each. Bodies: what a
    statement is and whose, what an entity is and where, a time's value in EDTF, an event's type.
    """
    collection, page, total = iri_of("annotations"), iri_of("annotations", "1"), 0
    head = f'"@context": "{CONTEXT}", "id": "{collection}", "type": "AnnotationCollection"'
    first = f'"id": "{page}", "type": "AnnotationPage", "partOf": "{collection}", "startIndex": 0'
    yield f'{{{head}, "first": {{{first}, "items": ['
    for reading in readings:
        for one in _annotate(reading):
            yield f"{',' if total else ''}\n{to_json_text(one)}"
            total += 1
    yield f'\n]}}, "total": {total}}}\n'


def _annotate(reading: Reading) -> Iterator[Packed]:
    for said in reading.statements:
        yield _annotation(reading, said.id, "describing", _say(said), said.content)
    for entity in reading.entities:
        if entity.resolved:
            yield _annotation(reading, entity.id, "identifying", _identify(entity), entity.mentions)
    for time in reading.times:
        if time.edtf:
            yield _annotation(reading, time.id, "classifying", _date(time), (time.span,))
    for event in reading.events:
        yield _annotation(reading, event.id, "classifying", _classify(event), event.triggers)


def _annotation(
    reading: Reading, finding: str, motivation: str, bodies: list[Packed], spans: tuple[Span, ...]
) -> Packed:
    article, stamp = reading.article, reading.stamp
    return {
        "id": iri_of(article.id, finding),
        "type": "Annotation",
        "motivation": motivation,
        "generator": {"type": "Software", "name": f"onrecord {stamp.onrecord}, {stamp.encoder}"},
        "body": bodies,
        "target": [_target(article, span) for span in spans],
    }


def _target(article: Article, span: Span) -> Packed:
    return {
        "type": "SpecificResource",
        "source": page_iri(article),
        "state": {"type": "TimeState", "cached": iri_of(article.id, "text")},
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.cut(article.text),
                "prefix": article.text[max(span.start - QUOTE_CONTEXT, 0) : span.start],
                "suffix": article.text[span.end : span.end + QUOTE_CONTEXT],
            },
        ],
    }


def _say(said: Statement) -> list[Packed]:
    hands = " > ".join(one.name for one in said.chain.links)
    return [
        _body("describing", hands),
        _body("tagging", said.mode),
        _body("tagging", said.stance),
    ]


def _identify(entity: Entity) -> list[Packed]:
    bodies = [_body("identifying", entity.name), _body("tagging", entity.kind)]
    if entity.place is not None and entity.kind in ("place", "facility"):
        address = GEONAMES.format(entity.place.geonameid)
        bodies.append({"type": "SpecificResource", "purpose": "linking", "source": address})
    return bodies


def _date(time: TimeExpression) -> list[Packed]:
    return [_body("classifying", time.edtf), _body("tagging", time.kind)]


def _classify(event: Event) -> list[Packed]:
    tags = (*event.mode, event.factuality)
    return [_body("classifying", event.type), *(_body("tagging", tag) for tag in tags)]


def _body(purpose: str, value: str) -> Packed:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
