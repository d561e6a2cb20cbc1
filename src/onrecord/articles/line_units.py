"""A text dump cut into lines, each tied to its characters.

Invariant: lines lie in order and apart; what a line holds is exactly its span of the dump.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.record import Span

# A dump is hard-wrapped where at least so many of its lines are full, so many lines of prose follow
# another without a gap, and none is much longer than a full one. The widths are those of lynx, w3m,
# links and mail programs (72 to 80 columns).
_FULL_WIDTH = range(60, 84)
_MIN_FULL_LINES = 6
_MIN_FULL_SHARE = 0.25

_NUMBERED = re.compile(r"[-*•+>#|]|\[?[0-9]{1,3}[.)\]]\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the dump that is not blank, without the white space around it.

    ``number`` = its first line of the dump, counted from 0, ``last`` = its last one (they differ
    where a hard-wrapped paragraph was joined); ``indent`` = columns before the text;
    ``gap`` = blank lines before it.
    """

    span: Span
    text: str
    number: int
    last: int
    indent: int
    gap: int


def divide_lines(dump: str) -> tuple[Line, ...]:
    """All lines with text; the lines of a hard-wrapped paragraph are one line."""
    lines = tuple(_lines(dump))
    return _unwrap(lines, dump) if _is_wrapped(lines) else lines


def _lines(dump: str) -> Iterator[Line]:
    gap = 0
    start = 0
    for number, raw in enumerate(dump.split("\n")):
        text = raw.strip()
        if text:
            indent = len(raw) - len(raw.lstrip())
            at = start + indent
            yield Line(Span(at, at + len(text)), text, number, number, indent, gap)
            gap = 0
        else:
            gap += 1
        start += len(raw) + 1


def _is_wrapped(lines: tuple[Line, ...]) -> bool:
    widths = [line.indent + len(line.text) for line in lines]
    if not widths:
        return False
    full = sum(width in _FULL_WIDTH for width in widths)
    longer = sum(width >= _FULL_WIDTH.stop for width in widths)
    return full >= _MIN_FULL_LINES and full >= _MIN_FULL_SHARE * len(widths) and longer * 20 < full


def _unwrap(lines: tuple[Line, ...], dump: str) -> tuple[Line, ...]:
    """Lines joined to paragraphs: a full line goes on in the next one at the same margin."""
    joined: list[Line] = []
    full = False
    for line in lines:
        before = joined[-1] if joined else None
        goes_on = (
            before is not None
            and full
            and line.gap == 0
            and abs(line.indent - before.indent) <= 3
            and not _NUMBERED.match(line.text)
        )
        if before is not None and goes_on:
            span = Span(before.span.start, line.span.end)
            joined[-1] = Line(
                span, span.cut(dump), before.number, line.number, before.indent, before.gap
            )
        else:
            joined.append(line)
        full = line.indent + len(line.text) >= _FULL_WIDTH.start - 5
    return tuple(joined)
