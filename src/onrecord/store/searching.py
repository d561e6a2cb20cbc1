"""Full text: passages and statements by their words, narrowed by filters.

Invariant: the words that a hit marks are those that were searched for, at the right characters.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.record import Span
from onrecord.store.article_rows import fetch_articles
from onrecord.store.conditions import conditions_of
from onrecord.store.queries import parse_query
from onrecord.store.rows import Filters, Hit, Saying
from onrecord.store.sayings import SAYING_COLUMNS, make_sayings
from onrecord.store.writing import JOINT

_OPEN, _CLOSE = "\x02", "\x03"


def search_words(
    connection: sqlite3.Connection, typed: str, filters: Filters, limit: int, skip: int = 0
) -> tuple[Hit, ...]:
    """The best passages, or the best statements where a filter is of statements.

    Where none has all words, those that have some.
    """
    asked = parse_query(typed)
    if not asked:
        return ()
    search = _search_statements if filters.of_statements else _search_passages
    found = search(connection, asked, filters, (limit, skip))
    if found or skip:
        return found
    loose = parse_query(typed, every=False)
    if loose == asked:
        return ()
    return tuple(
        replace(one, whole=False) for one in search(connection, loose, filters, (limit, skip))
    )


def _search_passages(
    connection: sqlite3.Connection, asked: str, filters: Filters, window: tuple[int, int]
) -> tuple[Hit, ...]:
    of_articles = replace(filters, factuality=None)
    conditions, values = conditions_of(of_articles, "p.reading", "p.start", "p.stop")
    if conditions:
        # Found once and held against each passage with the words, be they in half of all. The plus
        # keeps SQLite from asking the index of words once for each passage instead.
        conditions = [
            "+w.rowid IN (SELECT p.id FROM articles a JOIN readings r ON r.article = a.id "
            f"JOIN passages p ON p.reading = r.id WHERE {' AND '.join(conditions)})"
        ]
    if filters.factuality:
        conditions.append(
            "EXISTS (SELECT 1 FROM events f WHERE f.passage = w.rowid AND f.factuality = ?)"
        )
        values.append(filters.factuality)
    narrowed = "".join(f"AND {one} " for one in conditions)
    # Where most is left out, only what stays in is weighed.
    order = "+w.rank" if conditions else "w.rank"
    best = connection.execute(
        "SELECT w.rowid, w.rank FROM passage_words w "
        f"WHERE passage_words MATCH ? {narrowed}ORDER BY {order} LIMIT ? OFFSET ?",
        (asked, *values, *window),
    ).fetchall()
    hits = []
    for number, rank in best:
        (words,) = connection.execute(
            "SELECT highlight(passage_words, 0, ?, ?) FROM passage_words "
            "WHERE passage_words MATCH ? AND rowid = ?",
            (_OPEN, _CLOSE, asked, number),
        ).fetchone()
        reading, start, stop = connection.execute(
            "SELECT reading, start, stop FROM passages WHERE id = ?", (number,)
        ).fetchone()
        (article,) = connection.execute(
            "SELECT article FROM readings WHERE id = ?", (reading,)
        ).fetchone()
        hits.append((article, words, reading, start, stop, rank))
    articles = fetch_articles(connection, {one[0] for one in hits})
    found = []
    for article, words, reading, start, stop, rank in hits:
        text, marked = read_marks(words)
        span = None if start is None else Span(start, stop)
        inside = tuple(one.shift(start) for one in marked) if span else ()
        sayings = sayings_at(connection, reading, inside)
        place = "text" if span else "title"
        found.append(
            Hit(articles[article], place, text, span, marked, inside, sayings, -rank)  # type: ignore[arg-type]
        )
    return tuple(found)


def _search_statements(
    connection: sqlite3.Connection, asked: str, filters: Filters, window: tuple[int, int]
) -> tuple[Hit, ...]:
    conditions, values = conditions_of(
        filters, "s.reading", "s.start", "s.stop", statement="+w.rowid"
    )
    narrowed = "".join(f"AND {one} " for one in conditions)
    order = "+w.rank" if conditions else "w.rank"
    join = "JOIN statements s ON s.id = w.rowid " if "s." in narrowed or "a." in narrowed else ""
    join += "JOIN articles a ON a.id = s.article " if "a." in narrowed else ""
    best = connection.execute(
        f"SELECT w.rowid, w.rank FROM statement_words w {join}"
        f"WHERE statement_words MATCH ? {narrowed}ORDER BY {order} LIMIT ? OFFSET ?",
        (asked, *values, *window),
    ).fetchall()
    rows, texts = [], []
    for number, _ in best:
        (words,) = connection.execute(
            "SELECT highlight(statement_words, 0, ?, ?) FROM statement_words "
            "WHERE statement_words MATCH ? AND rowid = ?",
            (_OPEN, _CLOSE, asked, number),
        ).fetchone()
        texts.append(words)
        rows.append(
            connection.execute(
                f"SELECT {SAYING_COLUMNS} FROM statements s WHERE s.id = ?", (number,)
            ).fetchone()
        )
    sayings = make_sayings(connection, rows)
    return tuple(
        _hit_of(saying, words, -rank)
        for saying, words, (_, rank) in zip(sayings, texts, best, strict=True)
    )


def _hit_of(saying: Saying, words: str, score: float) -> Hit:
    text, marked = read_marks(words)
    span = Span(saying.content[0].start, saying.content[-1].end)
    inside = tuple(part for one in marked for part in place_in_article(one, saying.content))
    return Hit(saying.article, "statement", text, span, marked, inside, (saying,), score)


def place_in_article(span: Span, content: tuple[Span, ...]) -> Iterator[Span]:
    """Where ``span`` of a statement's joined words stands in the article, in one piece or more."""
    start = 0
    for part in content:
        first, last = max(span.start, start), min(span.end, start + len(part))
        if first < last:
            yield Span(part.start + first - start, part.start + last - start)
        start += len(part) + len(JOINT)


def sayings_at(
    connection: sqlite3.Connection, reading: int, spans: Iterable[Span]
) -> tuple[Saying, ...]:
    """The statements of ``reading`` whose words hold one of ``spans``, innermost last."""
    wanted = tuple(spans)
    if not wanted:
        return ()
    rows = connection.execute(
        f"SELECT {SAYING_COLUMNS} FROM statements s WHERE s.reading = ? AND s.start < ? "
        "AND s.stop > ? ORDER BY s.start, s.stop DESC",
        (reading, max(one.end for one in wanted), min(one.start for one in wanted)),
    )
    return tuple(
        saying
        for saying in make_sayings(connection, rows)
        if any(one.overlaps(part) for one in wanted for part in saying.content)
    )


def read_marks(words: str) -> tuple[str, tuple[Span, ...]]:
    """The text without the marks of ``highlight``, and what stood between them."""
    spans: list[Span] = []
    parts: list[str] = []
    length = 0
    for number, part in enumerate(words.split(_OPEN)):
        inside, closed, outside = part.partition(_CLOSE)
        if number and closed and inside:
            spans.append(Span(length, length + len(inside)))
        parts += [inside, outside]
        length += len(inside) + len(outside)
    return "".join(parts), tuple(spans)
