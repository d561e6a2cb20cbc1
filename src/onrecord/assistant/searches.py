"""Search in full text or by meaning, each hit with its words and who says them.

Invariant: whatever is typed is looked for as words and never run; what is not listed is counted.
"""

from __future__ import annotations

from typing import Literal

from onrecord.assistant.answers import Hit as HitAnswer
from onrecord.assistant.answers import Quoted, SearchAnswer
from onrecord.assistant.questions import CannotAnswerError, story_of, words_of
from onrecord.assistant.quoting import LONGEST_QUOTE, places_of, quote, quote_saying
from onrecord.encoder import load_encoder
from onrecord.record import Span
from onrecord.store import Filters, Hit, Record
from onrecord.store.parts import count_articles, count_vectors

By = Literal["words", "meaning"]

COUNTED = 100
"""Hits that are counted behind those that are listed: beyond that the query is too wide."""

BEFORE = 200
"""Characters kept before the first word that was found, in a passage too long to quote whole."""


def search_record(
    record: Record, query: str, by: By, filters: Filters, window: tuple[int, int]
) -> SearchAnswer:
    """The hits of ``window`` (how many, how many to pass over). Raises ModelError by meaning."""
    words = words_of(query, "query")
    story_of(record, filters.story)
    limit, skip = window
    wanted = limit + COUNTED
    notes = []
    if by == "words":
        hits = record.search(words, filters, limit=wanted, skip=skip)
        if hits and not hits[0].whole:
            notes.append("nothing has all of these words; these have some of them")
    else:
        hits, prepared = _search_meaning(record, words, filters, skip + wanted)
        hits = hits[skip:]
        if prepared < (pages := count_articles(record)):
            notes.append(f"only {prepared} of {pages} articles can be searched by meaning")
    if not hits:
        notes.append("nothing was found" if not skip else "there are no more hits")
    return SearchAnswer(
        tuple(_answer(one) for one in hits[:limit]),
        max(len(hits) - limit, 0),
        len(hits) == wanted,
        tuple(notes),
    )


def _search_meaning(
    record: Record, words: str, filters: Filters, many: int
) -> tuple[tuple[Hit, ...], int]:
    """The nearest, and how many articles have vectors to compare."""
    kept = dict(count_vectors(record))
    encoder = load_encoder() if kept else None
    prepared = kept.get(encoder.digest, 0) if encoder else 0
    if encoder is None or not prepared:
        whose = "vectors of another model only" if kept else "no vectors"
        raise CannotAnswerError(
            f"this record has {whose}, so nothing can be searched by meaning: search by words, or "
            "run onrecord add on it once"
        )
    (vector,) = encoder.embed((words,))
    return record.search_meaning(vector, encoder.digest, filters, limit=many), prepared


def _answer(one: Hit) -> HitAnswer:
    return HitAnswer(
        one.place,
        one.article.title,
        one.article.story,
        _quote_hit(one),
        places_of(one.marked_in_article),
        tuple(quote_saying(saying) for saying in one.sayings),
        one.score,
    )


def _quote_hit(one: Hit) -> Quoted:
    if one.place == "statement" and one.sayings:
        return quote_saying(one.sayings[-1]).evidence
    if one.span is None:
        return quote(one.article, (), (one.text,))
    start = 0
    if len(one.text) > LONGEST_QUOTE and one.marked:
        start = max(one.marked[0].start - BEFORE, 0)
    span = Span(one.span.start + start, one.span.start + len(one.text))
    return quote(one.article, (span,), (one.text[start:],))
