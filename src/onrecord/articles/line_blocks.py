"""The blocks of prose in a dump, and what lies between the largest one and every line.

Invariant: what ends an article (a heading of furniture, a wide gap) is counted from the largest
block outwards, so that a line far from it knows what it would have to cross.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.articles.furniture import leads_elsewhere, speaks_to_reader
from onrecord.articles.line_features import Floats, clip
from onrecord.articles.line_units import Line
from onrecord.articles.vocabulary import load_words

# So many lines that are no prose end a block.
BLOCK_GAP = 3
KINDS = ("related", "tag", "comment", "advertisement")
# Lines longer than this are no headings.
MAX_HEADING = 60


def block_features(
    lines: tuple[Line, ...],
    prose: NDArray[np.bool_],
    number: Floats,
    lexical: Floats,
    dated: Floats,
    content: list[frozenset[str]],
) -> Floats:
    """One row a line: its block, the largest block, and what stands between the two."""
    count = len(lines)
    block = block_numbers(prose)
    blocks = int(block.max()) + 1
    weight = np.bincount(block, weights=np.where(prose, np.minimum(number, 80), 0.0))
    main = int(np.argmax(weight))
    inside = np.flatnonzero(block == main)
    first, last = int(inside[0]), int(inside[-1])
    size = np.bincount(block, minlength=blocks)
    share = np.bincount(block, weights=prose.astype(float)) / size
    mean_lexical = np.bincount(block, weights=np.where(prose, lexical, 0.0)) / np.maximum(
        1, np.bincount(block, weights=prose.astype(float))
    )
    dates = np.bincount(block, weights=dated)
    kin = _kinship(block, blocks, main, prose, content)
    columns: list[NDArray[Any]] = [
        weight[block],
        weight[block] / max(1.0, float(weight[main])),
        size[block],
        share[block],
        mean_lexical[block],
        mean_lexical[block] - mean_lexical[main],
        dates[block],
        dates[block] / size[block],
        kin[block],
        np.clip(block - main, -20, 20),
        np.arange(count) - _starts(block)[block],
    ]
    marks = _marks(lines)
    for mark in (*marks.T, np.minimum(lexical, 0.0), ~prose, _widths(prose)):
        columns.append(_crossed(np.asarray(mark, dtype=np.float32), first, last))
    columns.append(marks.max(axis=1))
    columns.append(_since(marks.max(axis=1)))
    columns.append(np.full(count, float(weight[main] / max(1.0, float(weight.sum())))))
    return np.stack([np.asarray(one, dtype=np.float32) for one in columns], axis=1)


def block_numbers(prose: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The number of each line's block: the block of the last prose line not too far above it."""
    at = np.flatnonzero(prose)
    starts = np.zeros(len(prose), dtype=np.int64)
    if at.size:
        fresh = at[np.flatnonzero(np.diff(at, prepend=at[0]) > BLOCK_GAP)]
        starts[fresh] = 1
    return np.cumsum(starts)


def _starts(block: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.searchsorted(block, np.arange(int(block[-1]) + 1), side="left")


def _kinship(
    block: NDArray[np.int64],
    blocks: int,
    main: int,
    prose: NDArray[np.bool_],
    content: list[frozenset[str]],
) -> NDArray[np.float64]:
    """The share of each block's longer words that the largest block uses too."""
    words: list[Counter[str]] = [Counter() for _ in range(blocks)]
    for at in np.flatnonzero(prose).tolist():
        words[int(block[at])].update(content[at])
    known = words[main]
    return np.array(
        [
            sum(1 for word in one if word in known and (number != main or known[word] > 1))
            / max(1, len(one))
            for number, one in enumerate(words)
        ]
    )


def _crossed(marks: Floats, first: int, last: int) -> Floats:
    """The sum of the marks between the largest block and each line; below 0 above the block."""
    total = np.concatenate([[0.0], np.cumsum(marks, dtype=np.float64)])
    at = np.arange(len(marks))
    after = total[at + 1] - total[min(last + 1, len(marks))]
    before = total[at] - total[first]
    inside = total[at + 1] - total[first]
    crossed = np.where(at > last, after, np.where(at < first, before, inside * 0.01))
    out: Floats = crossed.astype(np.float32)
    return out


def _widths(prose: NDArray[np.bool_]) -> Floats:
    """At the end of each stretch without prose its length beyond ``BLOCK_GAP``."""
    wide = np.zeros(len(prose), dtype=np.float32)
    at = np.flatnonzero(prose)
    gaps = np.diff(at, prepend=-1) - 1
    wide[at] = np.maximum(gaps - BLOCK_GAP, 0) ** 0.5
    return wide


def _since(mark: Floats) -> Floats:
    """Lines since the last mark, at most 50."""
    at = np.arange(len(mark))
    last = np.maximum.accumulate(np.where(mark > 0, at, -50))
    since: Floats = np.minimum(at - last, 50).astype(np.float32)
    return since


def _marks(lines: tuple[Line, ...]) -> Floats:
    """For each line whether it is a heading of each kind, leads elsewhere, or asks the reader."""
    rows = np.zeros((len(lines), len(KINDS) + 3), dtype=np.float32)
    headings = _headings()
    for at, line in enumerate(lines):
        if len(line.text) > 200:
            continue
        word = clip(line.text).casefold().strip(" :：.»›>|#*-+")
        if len(word) <= MAX_HEADING:
            for column, kind in enumerate(KINDS):
                rows[at, column] = word in headings[kind] or word.split(":")[0] in headings[kind]
            rows[at, len(KINDS) + 1] = speaks_to_reader(line.text)
            rows[at, len(KINDS) + 2] = word in headings["reply"]
        rows[at, len(KINDS)] = leads_elsewhere(line.text)
    return rows


@cache
def _headings() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in load_words("lines")["headings"].items()}
