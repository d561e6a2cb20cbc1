"""Words that were looked for, marked in a text of any length.

Invariant: the pieces put together are the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.record import Span, hull


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text, marked or not."""

    words: str
    marked: bool


def cut_pieces(text: str, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """``text`` cut at the edges of ``spans``; spans that overlap are marked as one."""
    pieces: list[Piece] = []
    reached = 0
    for span in sorted(spans):
        start, end = max(span.start, reached), min(span.end, len(text))
        if end <= start:
            continue
        if start > reached:
            pieces.append(Piece(text[reached:start], False))
        if pieces and pieces[-1].marked and start == reached:
            pieces[-1] = Piece(pieces[-1].words + text[start:end], True)
        else:
            pieces.append(Piece(text[start:end], True))
        reached = end
    if reached < len(text):
        pieces.append(Piece(text[reached:], False))
    return tuple(pieces)


def cut_around(text: str, spans: tuple[Span, ...], room: int) -> tuple[Piece, ...]:
    """``spans``, marked, with about ``room`` characters before and behind them, cut at words."""
    whole = hull(spans)
    before = text[max(0, whole.start - room) : whole.start]
    behind = text[whole.end : whole.end + room]
    if len(before) == room:
        before = "…" + before[before.find(" ") + 1 :]
    if len(behind) == room:
        behind = behind[: behind.rfind(" ") + 1] + "…"
    shift = len(before) - whole.start
    words = before + whole.cut(text) + behind
    return cut_pieces(words, tuple(one.shift(shift) for one in spans))
