"""The sentence that a time stands in, cut to a line or two with the time in sight.

Invariant: the first time's own words are never cut away, and a cut is shown by an ellipsis.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.languages import load
from onrecord.painting.visible_text import ELLIPSIS, show_plainly
from onrecord.passages import find_sentences
from onrecord.record import Article, Span, hull

LONGEST_WORDS = 80
"""Words of a time beyond this are cut too: no time of news is so long."""

SHARE_BEFORE = 0.55
"""Of a cut sentence this much of the room goes to what stands before the time: verbs do."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Pieces of text, safe to show one after the other; True marks the words of a time."""

    pieces: tuple[tuple[str, bool], ...]

    @property
    def words(self) -> str:
        """All of it as it reads."""
        return "".join(piece for piece, _ in self.pieces)


def find_sentences_of(article: Article, spans: Sequence[Span]) -> dict[Span, Span]:
    """For each of ``spans`` the sentence that it begins in; itself where it is in no block."""
    blocks = [block.span for block in article.blocks]
    if not blocks and article.text:
        blocks = [Span(0, len(article.text))]
    starts = [block.start for block in blocks]
    abbreviations = _abbreviations(article.language)
    sentences: dict[int, tuple[Span, ...]] = {}
    found: dict[Span, Span] = {}
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        if at < 0 or not blocks[at].covers(span):
            found[span] = span
            continue
        if at not in sentences:
            sentences[at] = find_sentences(article.text, blocks[at], abbreviations)
        before = bisect_right(sentences[at], span.start, key=lambda one: one.start)
        found[span] = sentences[at][max(before - 1, 0)]
    return found


def cut_snippet(text: str, sentence: Span, spans: Sequence[Span], room: int) -> Snippet:
    """``sentence`` in about ``room`` characters, ``spans`` marked, the first one for certain."""
    first = Span(spans[0].start, min(spans[0].end, spans[0].start + LONGEST_WORDS))
    whole = hull((*spans, first))
    kept = whole if len(whole) <= room else first
    sentence = hull((sentence, kept))
    start, end = sentence.start, sentence.end
    if len(sentence) > room:
        free = max(room - len(kept), 0)
        keep = max(int(free * SHARE_BEFORE), free - (sentence.end - kept.end))
        start = _start_of_word(text, max(sentence.start, kept.start - keep), kept.start)
        end = _end_of_word(
            text, kept.end, min(sentence.end, kept.end + free - (kept.start - start))
        )
    pieces: list[tuple[str, bool]] = []
    if start > sentence.start:
        pieces.append((f"{ELLIPSIS} ", False))
    reached = start
    for span in sorted(spans):
        low, high = max(span.start, reached), min(span.end, end)
        if low < high:
            pieces += [(_clean(text[reached:low]), False), (_clean(text[low:high]), True)]
            reached = high
    tail = _clean(text[reached:end])
    if end < max(sentence.end, spans[0].end):
        tail = f"{tail.rstrip(' ,;:')} {ELLIPSIS}"
    pieces.append((tail, False))
    return Snippet(tuple(piece for piece in pieces if piece[0]))


def _start_of_word(text: str, start: int, limit: int) -> int:
    """The first start of a word from ``start`` on, at most ``limit``."""
    if start == 0 or text[start - 1].isspace() or text[start].isspace():
        return start + (len(text[start:limit]) - len(text[start:limit].lstrip()))
    while start < limit and not text[start - 1].isspace():
        start += 1
    return start


def _end_of_word(text: str, limit: int, end: int) -> int:
    """The last end of a word up to ``end``, at least ``limit``."""
    if end <= limit:
        return limit
    while end > limit and end < len(text) and not text[end].isspace():
        end -= 1
    return end


def _clean(text: str) -> str:
    """``text`` safe and on one line, its outer spaces kept as one."""
    plain = show_plainly(text)
    if not plain:
        return " " if text else ""
    before = " " if text[0].isspace() else ""
    return before + plain + (" " if text[-1].isspace() else "")


def _abbreviations(language: str) -> frozenset[str]:
    try:
        return frozenset(load(language, "abbreviations")["abbreviations"])
    except LookupError:
        return frozenset()
