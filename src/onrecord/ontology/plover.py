"""PLOVER's event types with their quad classes and modes, and CAMEO codes as a view over them.

Source: the PLOVER manual (Open Event Data Alliance, 2016 ff.) and the CAMEO 1.1b3 codebook.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event; ``modes`` are pairs of a mode and its CAMEO code, ``cameo`` the type's own.

    ``quad``: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    """

    name: str
    quad: int
    cameo: str
    meaning: str
    modes: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        if self.quad not in (1, 2, 3, 4):
            raise ValueError(f"{self.name}: there is no quad class {self.quad}")


@cache
def load_plover() -> Mapping[str, EventType]:
    """All types by name; YIELD, which stands for CONCEDE or RETREAT, is among them."""
    table = tomllib.loads((files(__package__) / "plover.toml").read_text(encoding="utf-8"))
    types = {
        name: EventType(
            name, one["quad"], one["cameo"], one["meaning"], tuple(one.get("modes", {}).items())
        )
        for name, one in table["types"].items()
    }
    return MappingProxyType(types)


def quad_of(name: str) -> int:
    """The quad class of a type; KeyError where there is no such type."""
    return load_plover()[name].quad


def modes_of(name: str) -> tuple[str, ...]:
    """The modes that a type may have; KeyError where there is no such type."""
    return tuple(mode for mode, _ in load_plover()[name].modes)


def cameo_of(name: str, modes: tuple[str, ...] = ()) -> str:
    """The CAMEO code that comes nearest: the most special one among the modes', or the type's.

    KeyError where there is no such type.
    """
    codes = dict(load_plover()[name].modes)
    known = [codes[mode] for mode in modes if mode in codes]
    return max(known, key=len) if known else load_plover()[name].cameo
