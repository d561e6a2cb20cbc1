"""What a language must tell us: cues, titles, month names, media; data files and their loader.

Invariant: no room asks which language it is; it asks for a table of words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def load(language: str, table: str) -> Mapping[str, Any]:
    """The table (a TOML file) of ``language``, an ISO 639-1 code; LookupError where none is."""
    path = files(__package__) / language / f"{table}.toml"
    if not path.is_file():
        raise LookupError(f"no table {table!r} for the language {language!r}")
    return MappingProxyType(tomllib.loads(path.read_text(encoding="utf-8")))


def known_languages() -> tuple[str, ...]:
    """The codes of all languages that there are tables for."""
    return tuple(sorted(one.name for one in files(__package__).iterdir() if len(one.name) == 2))
