"""Who took it from whom, what they claim and on whose word, as a graph for Gephi, yEd, networkx.

Source: GraphML 1.0 (graphml.graphdrawing.org). Invariant: an edge runs from the later to what it
rests on, from a page to what it says, from a claim to its sources; every end of an edge is a node.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from onrecord.exports.harmless import web_address, xml_text
from onrecord.exports.rows import cut
from onrecord.exports.wordings import written_date
from onrecord.record import Claim, Corpus, Derivation, Reading, Telling, Trace, UltimateSource

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
Value = str | int | float | bool
Edge = tuple[str, str, dict[str, Value]]
KeyKind = Literal["string", "int", "double", "boolean"]
NODE_KEYS: Mapping[str, KeyKind] = {
    "type": "string",
    "label": "string",
    "url": "string",
    "outlet": "string",
    "published": "string",
    "kind": "string",
    "story": "string",
    "unnamed": "boolean",
    "inferred": "boolean",
    "min": "int",
    "max": "int",
}
EDGE_KEYS: Mapping[str, KeyKind] = {
    "relation": "string",
    "kind": "string",
    "credited": "string",
    "rule": "string",
    "reason": "string",
    "words": "string",
    "score": "double",
}


def to_graphml(corpus: Corpus, traces: Iterable[Trace] = ()) -> Iterator[str]:
    """The graph, in pieces. Nodes: article, claim, source (``type``); edges by ``relation``.

    ``derived`` article → parent; ``asserts`` and ``denies`` article → claim; ``rests`` claim →
    source, ``denied_by`` claim → who denies it; ``had_by`` source → the pages that rest on it;
    ``contradicts`` claim → claim. ``min`` and ``max`` of a claim count its independent sources;
    ``published`` is ISO 8601,
    or EDTF where the page does not tell the day. What a trace says of pages outside the corpus is
    left out.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<graphml xmlns="{NAMESPACE}">\n'
    for of, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, kind in keys.items():
            key = f'id="{of}_{name}" for="{of}" attr.name="{name}" attr.type="{kind}"'
            yield f"  <key {key}/>\n"
    yield '  <graph id="provenance" edgedefault="directed">\n'
    for reading in corpus.readings:
        yield _article(reading, corpus)
    known = list(traces)
    yield from _claims(known)
    for number, (start, end, data) in enumerate(_edges(corpus, known), start=1):
        yield (
            f'    <edge id="edge{number}" source="{xml_text(start)}" target="{xml_text(end)}">'
            f"{_data('edge', data)}</edge>\n"
        )
    yield "  </graph>\n</graphml>\n"


def _article(reading: Reading, corpus: Corpus) -> str:
    article = reading.article
    story = corpus.story(article.id)
    data: dict[str, Value] = {
        "type": "article",
        "label": article.title or article.outlet or article.id,
        "url": web_address(article.url),
        "outlet": article.outlet,
        "published": written_date(article),
        "kind": corpus.kind(article.id) or "",
        "story": story.id if story is not None else "",
    }
    return _node(article.id, data)


def _claims(traces: list[Trace]) -> Iterator[str]:
    """A node for each claim, rivals among them, and for each source; each once."""
    claims = {one.id: one for trace in traces for one in (*trace.rivals, trace.claim)}
    sources: dict[str, UltimateSource] = {}
    for claim in claims.values():
        counted = claim.independence
        data: dict[str, Value] = {
            "type": "claim",
            "label": claim.text,
            "story": claim.story or "",
            "min": counted.min,
            "max": counted.max,
        }
        yield _node(claim.id, data)
        sources |= {one.id: one for one in (*claim.sources, *claim.denial_sources)}
    for id_, one in sources.items():
        yield _node(
            id_,
            {
                "type": "source",
                "label": one.name,
                "outlet": one.outlet,
                "kind": one.kind,
                "unnamed": one.unnamed,
                "inferred": one.inferred,
            },
        )


def _edges(corpus: Corpus, traces: list[Trace]) -> Iterator[Edge]:
    texts = {one.article.id: one.article.text for one in corpus.readings}
    for derivation in corpus.derivations:
        yield _derived(derivation, texts)
    claims = {one.id: one for trace in traces for one in (*trace.rivals, trace.claim)}
    had: dict[tuple[str, str], Edge] = {}
    for claim in claims.values():
        yield from (_told(one, claim, texts) for one in claim.tellings if one.article in texts)
        for relation, sources in (("rests", claim.sources), ("denied_by", claim.denial_sources)):
            for source in sources:
                yield claim.id, source.id, {"relation": relation}
                had |= {
                    (source.id, one): (source.id, one, {"relation": "had_by"})
                    for one in source.articles
                    if one in texts
                }
    yield from had.values()
    opposed = {(one.first, one.second): one for trace in traces for one in trace.contradictions}
    for one in opposed.values():
        data: dict[str, Value] = {
            "relation": "contradicts",
            "kind": one.kind,
            "reason": one.reason,
        }
        yield one.first, one.second, data


def _derived(one: Derivation, texts: Mapping[str, str]) -> Edge:
    data: dict[str, Value] = {
        "relation": "derived",
        "kind": one.kind,
        "credited": one.credited,
        "rule": one.rule,
        "reason": one.reason,
        "words": cut(one.spans, texts[one.article]),
        "score": one.score,
    }
    return one.article, one.parent, data


def _told(one: Telling, claim: Claim, texts: Mapping[str, str]) -> Edge:
    data: dict[str, Value] = {
        "relation": one.side,
        "reason": one.reason,
        "words": cut(one.spans, texts[one.article]),
        "score": one.score,
    }
    return one.article, claim.id, data


def _node(id_: str, data: Mapping[str, Value]) -> str:
    return f'    <node id="{xml_text(id_)}">{_data("node", data)}</node>\n'


def _data(of: Literal["node", "edge"], data: Mapping[str, Value]) -> str:
    """Only what is known: an empty text is left out."""
    return "".join(
        f'<data key="{of}_{name}">{_write(value)}</data>'
        for name, value in data.items()
        if value != ""
    )


def _write(value: Value) -> str:
    """XML Schema writes truth in small letters."""
    return str(value).lower() if isinstance(value, bool) else xml_text(str(value))
