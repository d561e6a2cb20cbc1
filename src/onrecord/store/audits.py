"""How newsrooms source what they tell: counts over all statements of the record.

Invariant: the outlet that we read is no source; a statement counts once, by its origin.
"""

from __future__ import annotations

import sqlite3
from operator import itemgetter
from typing import Literal, get_args

from onrecord.record import SourceKind
from onrecord.store.conditions import conditions_of
from onrecord.store.rows import AuditRow, Filters

Audited = Literal["outlet", "author", "story"]

KINDS: tuple[SourceKind, ...] = get_args(SourceKind)

_KEYS = {
    "outlet": ("a.outlet", "articles a"),
    "author": ("u.name", "authors u CROSS JOIN articles a ON a.id = u.article"),
    "story": ("t.story", "story_articles t CROSS JOIN articles a ON a.id = t.article"),
}
"""What each is counted by, and its articles; CROSS JOIN keeps the order, which by author is twice
as fast as the one that SQLite would choose."""

_KEPT = (
    "SELECT {key} AS key, s.kind AS kind, s.unnamed AS unnamed, s.statements AS many, "
    "s.relayed AS relayed, s.reasoned AS reasoned "
    "FROM {articles} JOIN sourcing s ON s.article = a.id {narrowed}"
)
_ANEW = (
    "SELECT {key} AS key, o.kind AS kind, s.unnamed AS unnamed, 1 AS many, "
    "s.relayed AS relayed, s.unnamed AND s.reasoned AS reasoned "
    "FROM {articles} JOIN statements s ON s.article = a.id JOIN sources o ON o.id = s.source "
    "{narrowed}"
)
_SUMS = (
    "sum(many)",
    "sum(CASE WHEN NOT unnamed THEN many ELSE 0 END)",
    "sum(CASE WHEN unnamed AND kind <> 'unknown' THEN many ELSE 0 END)",
    "sum(CASE WHEN unnamed AND kind = 'unknown' THEN many ELSE 0 END)",
    "sum(relayed)",
    "sum(CASE WHEN kind <> 'unknown' THEN reasoned ELSE 0 END)",
    *(f"sum(CASE WHEN kind = '{one}' THEN many ELSE 0 END)" for one in KINDS),
)


def audit_sources(
    connection: sqlite3.Connection, by: Audited, filters: Filters, limit: int | None = None
) -> tuple[tuple[AuditRow, ...], int]:
    """A row for each outlet, author or story, those with most statements first, and how many.

    At most ``limit`` rows. From the counts that are kept, or statement by statement where a filter
    asks more of them.
    """
    key, articles = _KEYS[by]
    conditions, values = conditions_of(filters, "s.reading", "s.start", "s.stop")
    one_by_one = filters.source or filters.mode or filters.factuality
    counted = (_ANEW if one_by_one else _KEPT).format(
        key=key,
        articles=articles,
        narrowed="WHERE " + " AND ".join(conditions) if conditions else "",
    )
    rows = connection.execute(
        f"SELECT key, count(*) OVER (), {', '.join(_SUMS)} FROM ({counted}) GROUP BY 1 "
        "ORDER BY 3 DESC, 1 LIMIT ?",
        [*values, -1 if limit is None else limit],
    ).fetchall()
    # With the sign no index on the key is used: by author it made the question five times as slow.
    shown = "" if limit is None else f"WHERE +{key} IN ({', '.join('?' * len(rows))}) "
    pages = dict(
        connection.execute(
            f"SELECT {key}, count(*) FROM {articles} "
            f"JOIN readings r ON r.article = a.id AND r.current {shown}GROUP BY 1",
            [] if limit is None else [name for name, *_ in rows],
        ).fetchall()
    )
    made = tuple(
        AuditRow(
            name,
            pages.get(name, 0),
            statements,
            named,
            unnamed,
            unknown,
            relayed,
            reasoned,
            _list_kinds(kinds),
        )
        for name, _, statements, named, unnamed, unknown, relayed, reasoned, *kinds in rows
    )
    return made, int(rows[0][1]) if rows else 0


def _list_kinds(counts: list[int]) -> tuple[tuple[SourceKind, int], ...]:
    """The kinds that there are, most first; thousands of rows ask for it."""
    found = [pair for pair in zip(KINDS, counts, strict=True) if pair[1]]
    found.sort(key=itemgetter(1), reverse=True)
    return tuple(found)
