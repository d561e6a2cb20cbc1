"""Passages: stretches of at most one paragraph, short enough for one look of the encoder.

Invariant: the cores of all passages tile the paragraphs' words: each word is in one core.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.passages.quotations import Quotation
from onrecord.passages.words import find_words
from onrecord.record import Span

MAX_WORDS = 128
"""Words a passage; 99 % of the paragraphs of US political news (PolNeAR) are shorter than 104."""
OVERLAP_WORDS = 64
"""Words that neighbouring passages of one long paragraph share; half a passage, not tuned."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one paragraph; ``core`` = the range of word numbers that this passage answers for.

    ``quoted[i]`` tells where word ``i`` stands: 0 outside quotation marks, 1 inside, 2 inside
    quotation marks within quotation marks, 3 a quotation mark itself.
    """

    span: Span
    words: tuple[Span, ...]
    quoted: tuple[int, ...]
    core: range


def divide(
    text: str, paragraphs: tuple[Span, ...], quotations: tuple[Quotation, ...]
) -> tuple[Passage, ...]:
    """The passages of ``paragraphs`` in order; long paragraphs in overlapping windows."""
    passages: list[Passage] = []
    pending = list(reversed(quotations))
    for paragraph in paragraphs:
        words = find_words(text, paragraph.start, paragraph.end)
        if not words:
            continue
        inside: list[Quotation] = []
        while pending and pending[-1].span.start < paragraph.end:
            inside.append(pending.pop())
        quoted = _place_words(words, inside)
        for first, last, core in _windows(len(words)):
            span = Span(words[first].start, words[last - 1].end)
            passages.append(Passage(span, words[first:last], quoted[first:last], core))
    return tuple(passages)


def _place_words(words: tuple[Span, ...], quotations: list[Quotation]) -> tuple[int, ...]:
    edges = sorted(
        [(quotation.span.start, 1) for quotation in quotations]
        + [(quotation.span.end, -1) for quotation in quotations if quotation.closed]
    )
    marks = {quotation.span.start for quotation in quotations}
    marks |= {quotation.span.end - 1 for quotation in quotations if quotation.closed}
    places: list[int] = []
    depth = at = 0
    for word in words:
        while at < len(edges) and edges[at][0] <= word.start:
            depth += edges[at][1]
            at += 1
        places.append(3 if word.start in marks else min(depth, 2))
    return tuple(places)


def _windows(count: int) -> list[tuple[int, int, range]]:
    """(first word, last word, core within the window) for a paragraph of ``count`` words."""
    if count <= MAX_WORDS:
        return [(0, count, range(count))]
    step = MAX_WORDS - OVERLAP_WORDS
    starts = list(range(0, count - OVERLAP_WORDS, step))
    windows = []
    for number, start in enumerate(starts):
        end = min(start + MAX_WORDS, count)
        low = 0 if number == 0 else OVERLAP_WORDS // 2
        high = end - start if number == len(starts) - 1 else step + OVERLAP_WORDS // 2
        windows.append((start, end, range(low, high)))
    return windows
