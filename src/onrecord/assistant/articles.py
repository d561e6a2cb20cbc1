"""One article: a stretch of its text with what is said and what happens in it.

Invariant: what is listed begins in the stretch that is given, and what is not listed is counted.
"""

from __future__ import annotations

from onrecord.assistant.answers import (
    ArticleAnswer,
    Date,
    Happening,
    Quoted,
    SaidHere,
    TracedClaim,
)
from onrecord.assistant.questions import CannotAnswerError, plain
from onrecord.assistant.quoting import (
    excerpt,
    place_of,
    places_of,
    quote,
    quote_statement,
    sentence_of,
)
from onrecord.record import Article, Event, Reading, Span
from onrecord.store import ArticleRow, Record

STRETCH = 6_000
"""Characters of text in one answer: most articles whole, and about 1,500 tokens of a model."""

LISTED = 40
"""Statements, and events, in one answer; an article of that length has fewer as a rule."""

CLAIMS = 20


def show_article(record: Record, article: str, start: int) -> ArticleAnswer:
    """The article with this id, or the newest at this URL, from the character ``start`` on."""
    row, reading = _find(record, plain(article))
    text = reading.article.text
    if start and start >= len(text):
        raise CannotAnswerError(f"start: {start} is behind the text of {len(text)} characters")
    end = min(start + STRETCH, len(text))
    said = _list_said(record, row, reading, (start, end))
    happened = tuple(one for one in reading.events if start <= one.triggers[0].start < end)
    traces = record.traces(story=row.story) if row.story else ()
    claims = tuple(
        TracedClaim(one.id, one.text, one.independence.min, one.independence.max)
        for one in (trace.claim for trace in traces)
    )
    return ArticleAnswer(
        row.id,
        row.url,
        row.outlet,
        row.title,
        reading.article.authors,
        row.language,
        tuple(
            Date(
                one.role,
                one.edtf,
                one.best.isoformat(),
                one.reason,
                one.conflict,
                places_of(one.spans),
            )
            for one in reading.article.dates
            if one.chosen
        ),
        row.story,
        row.version,
        row.versions,
        _quote_text(row, text, start, end),
        start,
        end,
        len(text),
        said[:LISTED],
        max(len(said) - LISTED, 0),
        tuple(_answer(one, reading.article) for one in happened[:LISTED]),
        max(len(happened) - LISTED, 0),
        claims[:CLAIMS],
        max(len(claims) - CLAIMS, 0),
        tuple(one.message for one in reading.issues),
    )


def _find(record: Record, wanted: str) -> tuple[ArticleRow, Reading]:
    row = record.article(wanted)
    if row is None and "/" in wanted:
        row = next(reversed(record.versions(wanted)), None)
    reading = record.reading(row.id) if row is not None else None
    if row is None or reading is None:
        raise CannotAnswerError(
            f"there is no article with the id or address {wanted!r} in this record: search for it"
        )
    return row, reading


def _list_said(
    record: Record, row: ArticleRow, reading: Reading, stretch: tuple[int, int]
) -> tuple[SaidHere, ...]:
    start, end = stretch
    standings = {
        one.finding: one.kind
        for one in record.corrections(article=row.id)
        if one.target == "statement"
    }
    return tuple(
        quote_statement(one, reading.article, standings.get(one.id, ""))
        for one in reading.statements
        if start <= one.content[0].start < end
    )


def _answer(one: Event, article: Article) -> Happening:
    trigger = one.triggers[0]
    return Happening(
        one.id,
        one.type,
        one.factuality,
        tuple(each.name for each in one.actors),
        tuple(each.name for each in one.recipients),
        one.date.edtf if one.date else None,
        one.place.name if one.place else "",
        place_of(trigger) or (0, 0),
        one.within,
        excerpt(article, (sentence_of(article, trigger),)),
    )


def _quote_text(row: ArticleRow, text: str, start: int, end: int) -> Quoted:
    span = (Span(start, end),) if end > start else ()
    return quote(row, span, tuple(one.cut(text) for one in span), room=STRETCH)
