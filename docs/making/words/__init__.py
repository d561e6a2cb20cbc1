"""Meanings in a sentence each, as TOML: fields, values, codes, addresses."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


class UntoldError(LookupError):
    """Something of the code has no meaning in the tables; says where to write it."""


def meaning_of(table: str, part: str, name: str) -> str:
    """The sentence for ``name``. Raises UntoldError where nobody has written it."""
    told = load(table).get(part, {}).get(name)
    if not told:
        raise UntoldError(f"docs/making/words/{table}.toml: tell what {part}.{name} means")
    return str(told)


@cache
def load(table: str) -> dict[str, Any]:
    """The table ``table`` of this folder."""
    return tomllib.loads((FOLDER / f"{table}.toml").read_text(encoding="utf-8"))
