"""The words by which pages of many languages label their parts; data files and their loader.

Invariant: every list is words alone; the rules that use them know no language.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def load_words(table: str) -> Mapping[str, Any]:
    """The table ``table`` of this room's ``words`` folder; LookupError where there is none."""
    path = files("onrecord.articles") / "words" / f"{table}.toml"
    if not path.is_file():
        raise LookupError(f"no words for {table!r}")
    return MappingProxyType(tomllib.loads(path.read_text(encoding="utf-8")))


def alternatives(words: Iterable[str]) -> str:
    """A regular expression's alternatives for ``words``, the longest first, spaces elastic."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in ordered)
