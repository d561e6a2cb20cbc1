"""The sentence that a time stands in, cut to a line or two with the time in sight.

Invariant: the time's own words are never cut away, and a cut is shown by an ellipsis.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from onrecord.cli.visible_text import ELLIPSIS, show_plainly
from onrecord.languages import load
from onrecord.passages import find_sentences
from onrecord.record import Article, Span

LONGEST_WORDS = 80
"""Words of a time beyond this are cut too: no time of news is so long."""

SHARE_BEFORE = 0.55
"""Of a cut sentence this much of the room goes to what stands before the time: verbs do."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Text around ``words``, safe to show; ``before`` and ``after`` have their spaces."""

    before: str
    words: str
    after: str


def cut_snippets(article: Article, spans: tuple[Span, ...], room: int) -> dict[Span, Snippet]:
    """For each of ``spans`` its sentence in at most about ``room`` characters."""
    blocks = [block.span for block in article.blocks]
    if not blocks and article.text:
        blocks = [Span(0, len(article.text))]
    starts = [block.start for block in blocks]
    abbreviations = _abbreviations(article.language)
    sentences: dict[int, tuple[Span, ...]] = {}
    cut: dict[Span, Snippet] = {}
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        if at < 0 or not blocks[at].covers(span):
            cut[span] = Snippet("", show_plainly(span.cut(article.text)[:LONGEST_WORDS]), "")
            continue
        if at not in sentences:
            sentences[at] = find_sentences(article.text, blocks[at], abbreviations)
        inside = sentences[at]
        first = inside[max(bisect_right([one.start for one in inside], span.start) - 1, 0)]
        around = Span(first.start, max(first.end, span.end))
        cut[span] = _cut(article.text, around, span, room)
    return cut


def _cut(text: str, sentence: Span, span: Span, room: int) -> Snippet:
    # What is thrown away is not cleaned first: a sentence may be a megabyte long.
    left = text[max(sentence.start, span.start - 2 * room) : span.start]
    right = text[span.end : min(sentence.end, span.end + 2 * room)]
    words = show_plainly(span.cut(text)[:LONGEST_WORDS])
    before, after = show_plainly(left), show_plainly(right)
    if len(before) + len(words) + len(after) > room or len(left) == len(right) == 2 * room:
        free = max(room - len(words), 0)
        keep = max(int(free * SHARE_BEFORE), free - len(after))
        before = _keep_end(before, keep)
        after = _keep_start(after, max(free - len(before), 0))
    return Snippet(
        before + (" " if before and left[-1:].isspace() else ""),
        words,
        (" " if after and (right[:1].isspace() or after[0] == ELLIPSIS) else "") + after,
    )


def _keep_end(words: str, room: int) -> str:
    if len(words) <= room:
        return words
    start = words.find(" ", len(words) - room)
    return f"{ELLIPSIS} {words[start + 1 :]}" if start >= 0 and room > 0 else ELLIPSIS


def _keep_start(words: str, room: int) -> str:
    if len(words) <= room:
        return words
    end = words.rfind(" ", 0, room + 1)
    return f"{words[:end].rstrip(',;:')} {ELLIPSIS}" if end > 0 else ELLIPSIS


def _abbreviations(language: str) -> frozenset[str]:
    try:
        return frozenset(load(language, "abbreviations")["abbreviations"])
    except LookupError:
        return frozenset()
