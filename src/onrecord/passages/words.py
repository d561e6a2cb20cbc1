"""Words as spans: runs of letters and digits, or one mark of punctuation."""

from __future__ import annotations

import re

from onrecord.record import Span

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")


def find_words(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """The words of ``text[start:end]`` in order, as spans of the whole text."""
    stop = len(text) if end is None else end
    return tuple(Span(found.start(), found.end()) for found in _WORD.finditer(text, start, stop))
