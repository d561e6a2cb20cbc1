"""What a person types into a search box, as a query of FTS5.

Invariant: whatever is typed, the query is well formed and asks for nothing but words.
"""

from __future__ import annotations

import re

MOST_WORDS = 32
"""Words of a query that are looked for; nobody types more, and a pasted page must not cost more."""
_PART = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')


def parse_query(typed: str, *, every: bool = True) -> str:
    """The query for FTS5, "" where nothing is asked for.

    All words must be there, or where not ``every`` one of them; "words in quotation marks" stand
    together, word* is a beginning and -word must not be there.
    """
    wanted: list[str] = []
    refused: list[str] = []
    straight = typed.replace("\x00", " ").replace("“", '"').replace("”", '"')
    for minus, phrase, word in _PART.findall(straight):
        text = phrase or word
        if not any(letter.isalnum() for letter in text):
            continue
        beginning = "*" if word.endswith("*") else ""
        clean = text.rstrip("*").encode("utf-8", "replace").decode()
        (refused if minus else wanted).append(f'"{clean}"{beginning}')
    if not wanted:
        return ""
    asked = (" AND " if every else " OR ").join(wanted[:MOST_WORDS])
    if not refused:
        return asked
    return f"({asked}) NOT ({' OR '.join(refused[:MOST_WORDS])})"
