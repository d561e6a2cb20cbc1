"""A trace as JSON, one object a line; all names of fields are the record's.

``onrecord trace --json`` prints for each claim::

    {"claim": {"id", "query": the id in the file of claims or null, "text",
       "independent": {"min", "max", "why": [{"rule": "R1" … "R7", "sources": [source ids],
                       "adds_min", "adds_max", "reason"}]},
       "asserting": [article ids], "denying": [article ids], "first": article id or null,
       "story": story id or null,
       "sources": [{"id", "name", "kind", "unnamed", "articles": [ids], "names": [..], "outlet",
                    "spans": [{"article", "span": [s, e]}], "inferred", "rests"}],
       "denial_sources": [the same],
       "tellings": [{"article", "side": "asserts|denies", "spans": [[s, e]], "words": [..],
                     "statement": id or null, "score", "reason"}]},
     "derivations": [{"article", "parent", "kind": "copy|rewrite|relay|update|followup",
                      "credited": "named|vague|none", "rule", "reason", "spans", "parent_spans",
                      "score"}],
     "circles": [{"articles": [ids], "reason"}],
     "contradictions": [{"first": claim id, "second": claim id,
                         "kind": "number|denial|version", "reason", "superseded"}],
     "rivals": [claims, as above],
     "articles": [{"id", "url", "outlet", "title", "published", "modified", "kind", "story",
                   "where"}],
     "issues": [{"stage", "code", "message", "span": [s, e] or null}]}

Spans are half-open code-point offsets into the article's text. ``articles`` are all that the trace
names. ``published`` and ``modified`` are ISO 8601 with a zone where the page gives the clock with
one, else EDTF, null where the page gives no date; ``where`` is what the page was read from.

Invariant: every id in the object stands in it, but those of statements and stories.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from onrecord.record import (
    Article,
    Claim,
    Corpus,
    DateRole,
    Derivation,
    Issue,
    Span,
    Telling,
    Trace,
    UltimateSource,
)
from onrecord.stories.media.moments import moment_of

Packed = dict[str, object]


def to_trace_json(
    trace: Trace, corpus: Corpus, *, places: Mapping[str, str], queries: Mapping[str, str]
) -> str:
    """One line; ``queries`` = the id in the file of claims for each claim (by its id)."""
    articles = {one.article.id: one.article for one in corpus.readings}
    claims = (trace.claim, *trace.rivals)
    named = [one for claim in claims for one in _articles_of(claim)]
    named += [one for edge in trace.derivations for one in (edge.parent, edge.article)]
    named += [one for circle in trace.circles for one in circle.articles]
    packed: Packed = {
        "claim": _pack_claim(trace.claim, articles, queries),
        "derivations": [pack_derivation(one) for one in trace.derivations],
        "circles": [
            {"articles": list(one.articles), "reason": one.reason} for one in trace.circles
        ],
        "contradictions": [
            {
                "first": one.first,
                "second": one.second,
                "kind": one.kind,
                "reason": one.reason,
                "superseded": one.superseded,
            }
            for one in trace.contradictions
        ],
        "rivals": [_pack_claim(one, articles, queries) for one in trace.rivals],
        "articles": [
            pack_article(articles[one], corpus, places)
            for one in dict.fromkeys(named)
            if one in articles
        ],
        "issues": [pack_issue(one) for one in trace.issues],
    }
    return dump(packed)


def dump(packed: Packed) -> str:
    """One line of JSON; lone surrogates, which no JSON may hold, become question marks."""
    line = json.dumps(packed, ensure_ascii=False)
    return line.encode("utf-8", "replace").decode()


def pack_article(article: Article, corpus: Corpus, places: Mapping[str, str]) -> Packed:
    """What is told of an article beside its text."""
    story = corpus.story(article.id)
    return {
        "id": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "published": _date(article, "published"),
        "modified": _date(article, "modified"),
        "kind": corpus.kind(article.id),
        "story": story.id if story is not None else None,
        "where": places.get(article.id, ""),
    }


def pack_derivation(one: Derivation) -> Packed:
    """Who took from whom, and what shows it."""
    return {
        "article": one.article,
        "parent": one.parent,
        "kind": one.kind,
        "credited": one.credited,
        "rule": one.rule,
        "reason": one.reason,
        "spans": _pack_spans(one.spans),
        "parent_spans": _pack_spans(one.parent_spans),
        "score": one.score,
    }


def pack_issue(one: Issue) -> Packed:
    """What could not be answered."""
    span = [one.span.start, one.span.end] if one.span is not None else None
    return {"stage": one.stage, "code": one.code, "message": one.message, "span": span}


def _articles_of(claim: Claim) -> Iterable[str]:
    yield from (one.article for one in claim.tellings)
    for source in (*claim.sources, *claim.denial_sources):
        yield from source.articles


def _pack_claim(
    claim: Claim, articles: Mapping[str, Article], queries: Mapping[str, str]
) -> Packed:
    independence = claim.independence
    return {
        "id": claim.id,
        "query": queries.get(claim.id),
        "text": claim.text,
        "independent": {
            "min": independence.min,
            "max": independence.max,
            "why": [
                {
                    "rule": one.rule,
                    "sources": list(one.sources),
                    "adds_min": one.adds_min,
                    "adds_max": one.adds_max,
                    "reason": one.reason,
                }
                for one in independence.why
            ],
        },
        "asserting": list(claim.articles("asserts")),
        "denying": list(claim.articles("denies")),
        "first": claim.first,
        "story": claim.story,
        "sources": [pack_source(one) for one in claim.sources],
        "denial_sources": [pack_source(one) for one in claim.denial_sources],
        "tellings": [_pack_telling(one, articles) for one in claim.tellings],
    }


def pack_source(one: UltimateSource) -> Packed:
    """A source with all names that the pages have for it."""
    return {
        "id": one.id,
        "name": one.name,
        "kind": one.kind,
        "unnamed": one.unnamed,
        "articles": list(one.articles),
        "names": list(one.names),
        "outlet": one.outlet,
        "spans": [{"article": article, "span": [at.start, at.end]} for article, at in one.spans],
        "inferred": one.inferred,
        "rests": one.rests,
    }


def _pack_telling(one: Telling, articles: Mapping[str, Article]) -> Packed:
    article = articles.get(one.article)
    return {
        "article": one.article,
        "side": one.side,
        "spans": _pack_spans(one.spans),
        "words": [span.cut(article.text) for span in one.spans] if article is not None else [],
        "statement": one.statement,
        "score": one.score,
        "reason": one.reason,
    }


def _pack_spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[one.start, one.end] for one in spans]


def _date(article: Article, role: DateRole) -> str | None:
    moment, day = moment_of(article, role), article.date(role)
    if moment is None or day is None:
        return None
    return moment.middle.isoformat() if moment.earliest == moment.latest else day.edtf
