"""Sentences as spans, by full stops that no abbreviation, initial or number explains."""

from __future__ import annotations

import re
from collections.abc import Collection

from onrecord.record import Span

_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*(?=[ \t\n\xa0])")
_LAST_WORD = re.compile(r"[\w.’'-]{1,24}$")


def find_sentences(text: str, paragraph: Span, abbreviations: Collection[str]) -> tuple[Span, ...]:
    """The sentences of ``paragraph`` in order; together they cover all but the space between."""
    sentences: list[Span] = []
    start = paragraph.start
    for found in _END.finditer(text, paragraph.start, paragraph.end):
        if not _ends_sentence(text, start, found, paragraph.end, abbreviations):
            continue
        sentences.append(Span(start, found.end()))
        start = found.end()
        while start < paragraph.end and text[start].isspace():
            start += 1
    if start < paragraph.end:
        sentences.append(Span(start, paragraph.end))
    return tuple(sentences)


def _ends_sentence(
    text: str, start: int, found: re.Match[str], end: int, abbreviations: Collection[str]
) -> bool:
    after = text[found.end() : min(end, found.end() + 8)].lstrip(" \t\n\xa0“\"'‘([«")
    if not after or after[0].islower():
        return False
    if found[0][0] != ".":
        return True
    last = _LAST_WORD.search(text[max(start, found.start() - 24) : found.start()])
    if last is None or len(found[0]) > 1:
        return True
    word = last[0].lower()
    is_initial = len(word) == 1 and last[0].isupper()
    return not (is_initial or word in abbreviations)
