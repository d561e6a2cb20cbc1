"""How newsrooms source what they tell: counts over all statements of the record.

Invariant: the outlet that we read is no source; a statement counts once, by its origin.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import Any, Literal

from onrecord.store.conditions import conditions_of
from onrecord.store.rows import AuditRow, Filters

Audited = Literal["outlet", "author", "story"]

_Row = tuple[Any, ...]
"""Kind, unnamed, statements, relayed ones, unnamed ones with a reason."""

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
        f"SELECT {key}, o.kind, s.unnamed, count(*), sum(s.relayed), sum(s.unnamed AND s.reasoned) "
        "FROM statements s JOIN articles a ON a.id = s.article "
        f"JOIN sources o ON o.id = s.source {join}{narrowed} GROUP BY 1, 2, 3",
        values,
    )
    by_key: dict[str, list[_Row]] = {}
    for name, *counts in rows:
        by_key.setdefault(name, []).append(tuple(counts))
    pages = dict(
        connection.execute(
            f"SELECT {key}, count(DISTINCT a.id) FROM articles a {join}"
            "JOIN readings r ON r.article = a.id AND r.current GROUP BY 1"
        ).fetchall()
    )
    made = [_make_row(name, pages.get(name, 0), counts) for name, counts in by_key.items()]
    return tuple(sorted(made, key=lambda one: (-one.statements, one.key)))


def _make_row(key: str, articles: int, rows: list[_Row]) -> AuditRow:
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
