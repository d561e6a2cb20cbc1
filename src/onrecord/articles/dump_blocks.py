"""The text of an article from the lines of its dump, each block tied to the dump's characters.

Invariant: the text of a block is its origin in the dump, newlines inside a paragraph included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.articles.line_features import count_words
from onrecord.articles.line_kinds import LineKind
from onrecord.articles.line_units import Line
from onrecord.record import Block, BlockKind, Span

# A heading has no more words than this and no full stop.
HEADING_WORDS = 14
BETWEEN_BLOCKS = "\n\n"

_OPEN = re.compile(r"^(?:[,.;:)\]!?’”%]|'s\b)")
_ENDS = re.compile(r"[.!?…:。！？।][\"'”’»)\]」』]{0,3}$")
_BULLET = re.compile(r"^(?:[*+•·▪►–—-]|[0-9]{1,3}[.)])\s{1,3}")
_WORD = re.compile(r"[^\W\d_]+")


def lay_blocks(
    dump: str, lines: tuple[Line, ...], labels: list[LineKind], function_words: frozenset[str]
) -> tuple[str, tuple[Block, ...]]:
    """The article's text, blocks joined by an empty line, and its blocks."""
    blocks: list[Block] = []
    parts: list[str] = []
    length = 0
    for kind, origin in _origins(dump, lines, labels, function_words):
        start = length + (len(BETWEEN_BLOCKS) if parts else 0)
        blocks.append(Block(kind, Span(start, start + len(origin)), origin))
        parts.append(origin.cut(dump))
        length = start + len(origin)
    return BETWEEN_BLOCKS.join(parts), tuple(blocks)


def _origins(
    dump: str, lines: tuple[Line, ...], labels: list[LineKind], function_words: frozenset[str]
) -> Iterator[tuple[BlockKind, Span]]:
    body = [at for at, label in enumerate(labels) if label == "body"]
    groups: list[list[int]] = []
    for at in body:
        if (
            groups
            and at == groups[-1][-1] + 1
            and _goes_on(lines[at - 1], lines[at], function_words)
        ):
            groups[-1].append(at)
        else:
            groups.append([at])
    for place, group in enumerate(groups):
        first, last = lines[group[0]], lines[group[-1]]
        bullet = _BULLET.match(first.text)
        start = first.span.start + (bullet.end() if bullet else 0)
        if start >= last.span.end:
            continue
        origin = Span(start, last.span.end)
        following = lines[groups[place + 1][0]].text if place + 1 < len(groups) else ""
        yield _kind(origin.cut(dump), bool(bullet), following), origin


def _goes_on(line: Line, following: Line, function_words: frozenset[str]) -> bool:
    """Whether the next line is the same sentence: text nodes of a paragraph on lines of their own.

    A fragment opens in lower case or with a sign, or follows a line that cannot end there.
    """
    if following.gap > 0 or _BULLET.match(following.text):
        return False
    if _OPEN.match(following.text):
        return True
    if _ENDS.search(line.text):
        return False
    if following.text[0].islower():
        return True
    words = _WORD.findall(line.text[-40:])
    return line.text.endswith((",", "(", "“", "-")) or (bool(words) and words[-1] in function_words)


def _kind(text: str, bullet: bool, following: str) -> BlockKind:
    if bullet:
        return "list"
    short = count_words(text) <= HEADING_WORDS and "\n" not in text
    if short and following and not _ENDS.search(text) and count_words(following) > 8:
        return "heading"
    return "paragraph"
