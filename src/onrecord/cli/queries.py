"""Claims of a file: one a line, or JSON, a list of objects with ``id`` and ``text``.

Invariant: a file that is neither is refused with what was found in it, and where.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from onrecord.painting.wording import phrase
from onrecord.record import OnrecordError


class QueriesError(OnrecordError):
    """A file of claims that cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Query:
    """A claim that is asked for; ``id`` is the file's own, or the number of the claim in it."""

    id: str
    text: str


def read_queries(path: Path) -> tuple[Query, ...]:
    """The claims in the file, at least one. Raises QueriesError."""
    try:
        words = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        why = error.strerror or str(error)
        raise QueriesError(phrase("errors", "unreadable", why=why)) from error
    except UnicodeDecodeError as error:
        raise QueriesError(phrase("errors", "not_utf8")) from error
    queries = _read_json(words) if words.lstrip()[:1] in ("[", "{") else _read_lines(words)
    if not queries:
        raise QueriesError(phrase("errors", "no_queries"))
    return queries


def _read_lines(words: str) -> tuple[Query, ...]:
    lines = [line.strip() for line in words.splitlines()]
    claims = [line for line in lines if line]
    return tuple(Query(str(number), text) for number, text in enumerate(claims, start=1))


def _read_json(words: str) -> tuple[Query, ...]:
    try:
        entries = json.loads(words)
    except (ValueError, RecursionError) as error:
        raise QueriesError(phrase("errors", "not_json", why=str(error))) from error
    if not isinstance(entries, list):
        raise QueriesError(phrase("errors", "not_list"))
    queries: dict[str, Query] = {}
    for number, entry in enumerate(entries, start=1):
        given = (entry.get("id"), entry.get("text")) if isinstance(entry, dict) else (None, None)
        id_, text = given
        if not isinstance(id_, str) or not isinstance(text, str):
            raise QueriesError(phrase("errors", "not_query", number=number))
        if id_ in queries:
            raise QueriesError(phrase("errors", "twice", id=id_))
        queries[id_] = Query(id_, text)
    return tuple(queries.values())
