"""Articles without their text.

Invariant: an article without a current reading is still there, and is listed nowhere.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from onrecord.store.conditions import conditions_of
from onrecord.store.rows import ArticleRow, Filters
from onrecord.store.values import day_of, groups_of, marks


def fetch_articles(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, ArticleRow]:
    """The rows of the articles with ``ids``, those that there are, by their id."""
    found: dict[str, ArticleRow] = {}
    for group in groups_of(ids):
        rows = connection.execute(
            "SELECT a.id, a.url, a.outlet, a.title, a.language, a.published, a.place, "
            "coalesce(t.story, ''), "
            "(SELECT count(*) FROM articles b WHERE a.url <> '' AND b.url = a.url "
            " AND (b.added, b.id) < (a.added, a.id)), "
            "(SELECT count(*) FROM articles b WHERE a.url <> '' AND b.url = a.url) "
            "FROM articles a LEFT JOIN story_articles t ON t.article = a.id "
            f"WHERE a.id IN ({marks(group)})",
            group,
        )
        for row in rows:
            id_, url, outlet, title, language, published, where, story, before, versions = row
            found[id_] = ArticleRow(
                id_,
                url,
                outlet,
                title,
                language,
                day_of(published),
                where,
                story,
                before + 1,
                max(versions, 1),
            )
    return found


def list_articles(
    connection: sqlite3.Connection, filters: Filters, limit: int, skip: int
) -> tuple[ArticleRow, ...]:
    """Articles with a current reading, newest first; those without a day last."""
    of_articles = Filters(
        outlet=filters.outlet,
        story=filters.story,
        earliest=filters.earliest,
        latest=filters.latest,
    )
    conditions, values = conditions_of(of_articles, "r.id", "0", "0")
    rows = connection.execute(
        "SELECT a.id FROM articles a JOIN readings r ON r.article = a.id AND r.current "
        f"WHERE {' AND '.join(conditions) or '1'} "
        "ORDER BY a.published IS NULL, a.published DESC, a.id LIMIT ? OFFSET ?",
        (*values, limit, skip),
    ).fetchall()
    found = fetch_articles(connection, [one for (one,) in rows])
    return tuple(found[one] for (one,) in rows)


def list_versions(connection: sqlite3.Connection, url: str) -> tuple[ArticleRow, ...]:
    """All articles that stood at ``url``, in the order in which they came."""
    rows = connection.execute(
        "SELECT id FROM articles WHERE url = ? AND url <> '' ORDER BY added, id", (url,)
    ).fetchall()
    found = fetch_articles(connection, [one for (one,) in rows])
    return tuple(found[one] for (one,) in rows)
