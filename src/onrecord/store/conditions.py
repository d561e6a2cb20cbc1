"""What a search is narrowed to, as conditions of SQL.

Invariant: what a person typed is a value of the query, never a part of it.
"""

from __future__ import annotations

from onrecord.store.names import key_of
from onrecord.store.rows import Filters


def conditions_of(
    filters: Filters, reading: str, start: str, stop: str, *, statement: str = "s.id"
) -> tuple[list[str], list[object]]:
    """Conditions in SQL and their values; ``a`` is the article, ``s`` the statement.

    The others name the columns that say where something stands, and the statement's number.
    """
    pairs: list[tuple[str, list[object]]] = []
    if filters.outlet:
        pairs.append(("a.outlet = ? COLLATE NOCASE", [filters.outlet]))
    if filters.story:
        pairs.append(
            ("a.id IN (SELECT article FROM story_articles WHERE story = ?)", [filters.story])
        )
    if filters.earliest:
        pairs.append(("a.published >= ?", [filters.earliest.isoformat()]))
    if filters.latest:
        pairs.append(("a.published <= ?", [filters.latest.isoformat()]))
    if filters.factuality:
        pairs.append(
            (
                f"EXISTS (SELECT 1 FROM events f WHERE f.reading = {reading} "
                f"AND f.start >= {start} AND f.start < {stop} AND f.factuality = ?)",
                [filters.factuality],
            )
        )
    if filters.source:
        pairs.append(
            (
                f"{statement} IN (SELECT h.statement FROM hands h "
                "JOIN sources o ON o.id = h.source WHERE o.key = ? AND h.position > 0)",
                [key_of(filters.source)],
            )
        )
    if filters.mode:
        pairs.append(("s.mode = ?", [filters.mode]))
    if filters.named is not None:
        pairs.append(("s.unnamed = ?", [not filters.named]))
    return [words for words, _ in pairs], [value for _, values in pairs for value in values]
