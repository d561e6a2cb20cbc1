"""How wide a report may be."""

from __future__ import annotations

import argparse

NARROWEST = 40
"""Below this many columns a chain of three links no longer fits beside its words."""


def width(typed: str) -> int:
    """The number of columns that was typed; ArgumentTypeError where it is too small or none."""
    if not typed.isascii() or not typed.isdigit() or int(typed) < NARROWEST:
        raise argparse.ArgumentTypeError(f"{typed!r} is not a number of at least {NARROWEST}")
    return int(typed)
