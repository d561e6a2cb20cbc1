"""Tables and code in Markdown.

Invariant: no character of a cell breaks its table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def code(words: str) -> str:
    """``words`` as code."""
    return f"`{words}`" if "`" not in words else f"`` {words} ``"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with its head."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(map(_cell, one))} |\n" for one in lines)


def block(words: str) -> str:
    """``words`` as they stand."""
    return f"```\n{words.strip()}\n```\n"


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")
