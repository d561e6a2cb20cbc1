"""How newsrooms source what they tell: counts over all statements of the record.

Invariant: the outlet that we read is no source; a statement counts once, by its origin.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import Literal

from onrecord.store.conditions import conditions_of
from onrecord.store.rows import AuditRow, Filters

Audited = Literal["outlet", "author", "story"]

_KEYS = {
    "outlet": ("a.outlet", ""),
    "author": ("u.name", "JOIN authors u ON u.article = a.id "),
    "story": ("t.story", "JOIN story_articles t ON t.article = a.id "),
}


def audit_sources(
    connection: sqlite3.Connection, by: Audited, filters: Filters
) -> tuple[AuditRow, ...]:
    """One row for each outlet, author or story, the one with most statements first."""
    key, join = _KEYS[by]
    conditions, values = conditions_of(filters, "s.reading", "s.start", "s.stop")
    narrowed = "WHERE " + " AND ".join(conditions) if conditions else ""
    rows = connection.execute(
        f"SELECT {key}, o.kind, s.unnamed, count(*), "
        "sum((SELECT max(position) FROM hands h WHERE h.statement = s.id) > 1), "
        "sum(s.unnamed AND EXISTS "
        " (SELECT 1 FROM hands h WHERE h.statement = s.id AND h.justified)) "
        "FROM statements s JOIN articles a ON a.id = s.article "
        f"JOIN sources o ON o.id = s.source {join}{narrowed} GROUP BY 1, 2, 3",
        values,
    ).fetchall()
    pages = dict(
        connection.execute(
            f"SELECT {key}, count(DISTINCT a.id) FROM articles a {join}"
            "JOIN readings r ON r.article = a.id AND r.current GROUP BY 1"
        ).fetchall()
    )
    found = {name for name, *_ in rows}
    made = [
        _make_row(name, pages.get(name, 0), [row[1:] for row in rows if row[0] == name])
        for name in found
    ]
    return tuple(sorted(made, key=lambda one: (-one.statements, one.key)))


def _make_row(key: str, articles: int, rows: list[tuple[str, int, int, int, int]]) -> AuditRow:
    kinds: Counter[str] = Counter()
    named = unnamed = unknown = relayed = reasoned = 0
    for kind, hidden, many, through, why in rows:
        kinds[kind] += many
        relayed += through
        if kind == "unknown" and hidden:
            unknown += many
        elif hidden:
            unnamed += many
            reasoned += why
        else:
            named += many
    total = named + unnamed + unknown
    by_number = tuple(kinds.most_common())
    return AuditRow(
        key,
        articles,
        total,
        named,
        unnamed,
        unknown,
        relayed,
        reasoned,
        by_number,  # type: ignore[arg-type]
    )
