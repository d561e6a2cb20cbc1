"""Words found again in a passage.

Invariant: a part is found as whole words or not at all.
"""

from __future__ import annotations

import re

from onrecord.record import Span


def find_parts(
    passage: str, parts: tuple[str, ...], taken: set[tuple[Span, ...]]
) -> tuple[Span, ...]:
    """The parts one after the other, or (); the first place that is none of ``taken``."""
    best: tuple[Span, ...] = ()
    for first in _find_all(passage, parts[0]):
        found = _follow(passage, parts, first)
        if found and found not in taken:
            return found
        best = best or found
    return best


def find_nearest(
    passage: str, parts: tuple[str, ...], anchor: tuple[Span, ...]
) -> tuple[Span, ...]:
    """The parts at the place nearest to ``anchor`` and, if there is one, outside of it; or ()."""
    places = [_follow(passage, parts, first) for first in _find_all(passage, parts[0])]
    whole = [spans for spans in places if spans]
    return min(whole, key=lambda spans: _distance(spans[0], anchor), default=())


def _find_all(passage: str, part: str, start: int = 0) -> list[Span]:
    before = r"(?<!\w)" if part[:1].isalnum() else ""
    after = r"(?!\w)" if part[-1:].isalnum() else ""
    pattern = re.compile(before + re.escape(part) + after)
    return [Span(found.start(), found.end()) for found in pattern.finditer(passage, start)]


def _follow(passage: str, parts: tuple[str, ...], first: Span) -> tuple[Span, ...]:
    found = [first]
    for part in parts[1:]:
        following = _find_all(passage, part, found[-1].end)
        if not following:
            return ()
        found.append(following[0])
    return tuple(found)


def _distance(span: Span, anchor: tuple[Span, ...]) -> tuple[bool, int]:
    inside = any(span.overlaps(one) for one in anchor)
    gaps = (max(one.start - span.end, span.start - one.end, 0) for one in anchor)
    return inside, min(gaps, default=0)
