"""Search by meaning: which words get vectors, and what is found by them.

Invariant: a vector stands beside the span whose words it is of; who makes vectors brings them.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right

import numpy as np
from numpy.typing import NDArray

from onrecord import languages
from onrecord.passages import find_sentences
from onrecord.record import Reading, RecordError, Span, hull
from onrecord.store.article_rows import fetch_articles
from onrecord.store.conditions import conditions_of
from onrecord.store.rows import Filters, Hit, Unembedded
from onrecord.store.searching import sayings_at
from onrecord.store.values import unpack_reading
from onrecord.store.vectors import Vectors, find_nearest

CANDIDATES = 500
"""Best units that filters are asked about: a filter that none of them meets leaves no hit."""
FILLS = 0.5
"""Share of its sentence from which a statement has that one's vector: half of the statements of the
sample pages, a fifth of all vectors."""
LONGEST_UNIT = 2_000
"""Characters of a unit: the encoder averages the windows of a longer one to a blur."""


def find_unembedded(
    connection: sqlite3.Connection, encoder: str, limit: int
) -> tuple[Unembedded, ...]:
    """Current readings that have no vectors by ``encoder`` yet, with the words that want them."""
    rows = connection.execute(
        "SELECT r.id, r.packed FROM readings r LEFT JOIN vectors v ON v.reading = r.id "
        "WHERE r.current AND (v.encoder IS NULL OR v.encoder <> ?) ORDER BY r.id LIMIT ?",
        (encoder, limit),
    )
    made = []
    for number, packed in rows:
        reading = unpack_reading(packed)
        spans = units_of(reading)
        made.append(
            Unembedded(number, spans, tuple(one.cut(reading.article.text) for one in spans))
        )
    return tuple(made)


def units_of(reading: Reading) -> tuple[Span, ...]:
    """The sentences of a reading, and its statements where no sentence is nearly the same."""
    article = reading.article
    if article.language in languages.known_languages():
        short = frozenset(languages.load(article.language, "abbreviations")["abbreviations"])
    else:
        short = frozenset()
    blocks = article.paragraphs or ((Span(0, len(article.text)),) if article.text else ())
    sentences = [one for block in blocks for one in find_sentences(article.text, block, short)]
    starts = [one.start for one in sentences]
    found = set(sentences)
    for statement in reading.statements:
        words = hull(statement.content)
        around = sentences[max(bisect_right(starts, words.start) - 1, 0)] if sentences else words
        if not (around.covers(words) and len(words) >= FILLS * len(around)):
            found.add(words)
    return tuple(sorted(one for one in found if len(one) <= LONGEST_UNIT))


def put_vectors(
    connection: sqlite3.Connection,
    unembedded: Unembedded,
    vectors: NDArray[np.float32],
    encoder: str,
) -> None:
    """Keeps ``vectors`` (as many rows as texts, unit length) at half precision."""
    if vectors.shape[:1] != (len(unembedded.spans),) or vectors.ndim != 2:
        raise RecordError(f"{len(unembedded.spans)} texts have vectors of shape {vectors.shape}")
    spans = np.array([(one.start, one.end) for one in unembedded.spans], "<i4")
    connection.execute(
        "INSERT OR REPLACE INTO vectors SELECT id, ?, ?, ?, ? FROM readings "
        "WHERE id = ? AND current",
        (
            encoder,
            len(unembedded.spans),
            spans.tobytes(),
            vectors.astype("<f2").tobytes(),
            unembedded.reading,
        ),
    )


def search_vectors(
    connection: sqlite3.Connection,
    known: Vectors,
    vector: NDArray[np.float32],
    filters: Filters,
    limit: int,
) -> tuple[Hit, ...]:
    """The units nearest to ``vector`` [width], one a place of the text, best first."""
    allowed = _allowed(connection, filters)
    hits: list[Hit] = []
    taken: list[tuple[int, Span]] = []
    for score, reading, span in find_nearest(known, vector, CANDIDATES, allowed):
        if len(hits) == limit:
            break
        if any(number == reading and one.overlaps(span) for number, one in taken):
            continue
        hit = _make_hit(connection, reading, span, filters, score)
        if hit is not None:
            hits.append(hit)
            taken.append((reading, span))
    return tuple(hits)


def _allowed(connection: sqlite3.Connection, filters: Filters) -> list[int] | None:
    """Numbers of the readings that can meet the filters, None where all can."""
    if filters == Filters():
        return None
    conditions, values = conditions_of(filters, "r.id", "0", "1e12")
    join = "JOIN statements s ON s.reading = r.id " if filters.of_statements else ""
    rows = connection.execute(
        "SELECT DISTINCT r.id FROM readings r JOIN articles a ON a.id = r.article "
        f"{join}WHERE r.current {''.join(f'AND {one} ' for one in conditions)}",
        values,
    )
    return [one for (one,) in rows]


def _make_hit(
    connection: sqlite3.Connection, reading: int, span: Span, filters: Filters, score: float
) -> Hit | None:
    if not _meets(connection, reading, span, filters):
        return None
    row = connection.execute(
        "SELECT r.article, p.start, w.words FROM readings r JOIN passages p ON p.reading = r.id "
        "JOIN passage_words w ON w.rowid = p.id "
        "WHERE r.id = ? AND p.start <= ? AND p.stop > ?",
        (reading, span.start, span.start),
    ).fetchone()
    if row is None:
        return None
    article, start, words = row
    inside = Span(span.start - start, min(span.end - start, len(words)))
    whole = Span(start, start + len(words))
    sayings = sayings_at(connection, reading, (span,))
    found = fetch_articles(connection, [article])[article]
    return Hit(found, "text", words, whole, (inside,), (span,), sayings, score)


def _meets(connection: sqlite3.Connection, reading: int, span: Span, filters: Filters) -> bool:
    if not filters.of_statements and not filters.factuality:
        return True
    conditions, values = conditions_of(filters, "s.reading", str(span.start), str(span.end))
    if filters.of_statements:
        table = (
            "statements s JOIN articles a ON a.id = s.article "
            f"WHERE s.reading = ? AND s.start < {span.end} AND s.stop > {span.start}"
        )
    else:
        table = "(SELECT ? AS reading) s JOIN readings r ON r.id = s.reading JOIN articles a "
        table += "ON a.id = r.article WHERE 1"
    row = connection.execute(
        f"SELECT 1 FROM {table} {''.join(f'AND {one} ' for one in conditions)}LIMIT 1",
        (reading, *values),
    ).fetchone()
    return row is not None
