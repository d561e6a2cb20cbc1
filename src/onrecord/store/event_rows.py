"""Events as single articles tell them.

Invariant: a row is one event of one article; what several articles tell is in the timelines.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from onrecord.record import Span
from onrecord.store.article_rows import fetch_articles
from onrecord.store.conditions import conditions_of
from onrecord.store.names import key_of
from onrecord.store.rows import EventRow, Filters
from onrecord.store.values import day_of


def find_events(
    connection: sqlite3.Connection, people: tuple[str, ...], filters: Filters, limit: int
) -> tuple[EventRow, ...]:
    """Events in which all of ``people`` take part, by their day; undated ones last.

    Filters of statements are passed over.
    """
    of_articles = replace(filters, source="", mode=None, named=None, factuality=None)
    conditions, values = conditions_of(of_articles, "e.reading", "e.start", "e.stop")
    if filters.factuality:
        conditions.append("e.factuality = ?")
        values.append(filters.factuality)
    for name in people:
        conditions.append(
            "e.id IN (SELECT p.event FROM participants p WHERE p.key = ? OR p.key LIKE ?)"
        )
        values += [key_of(name), f"% {key_of(name)}"]
    narrowed = " AND ".join(conditions) or "1"
    rows = connection.execute(
        "SELECT e.id, e.article, e.finding, e.type, e.quad, e.factuality, e.earliest, e.latest, "
        "e.best, e.edtf, e.place, e.start, e.stop, e.words, e.within "
        f"FROM events e JOIN articles a ON a.id = e.article WHERE {narrowed} "
        "ORDER BY e.best IS NULL, e.best, e.id LIMIT ?",
        (*values, limit),
    ).fetchall()
    articles = fetch_articles(connection, {row[1] for row in rows})
    made = []
    for row in rows:
        people_of = connection.execute(
            "SELECT acts, name FROM participants WHERE event = ? ORDER BY position", (row[0],)
        ).fetchall()
        made.append(
            EventRow(
                id=row[2],
                article=articles[row[1]],
                type=row[3],
                quad=row[4],
                factuality=row[5],
                earliest=day_of(row[6]),
                latest=day_of(row[7]),
                best=day_of(row[8]),
                edtf=row[9],
                place=row[10],
                actors=tuple(name for acts, name in people_of if acts),
                recipients=tuple(name for acts, name in people_of if not acts),
                span=Span(row[11], row[12]),
                words=row[13],
                within=row[14],
            )
        )
    return tuple(made)
