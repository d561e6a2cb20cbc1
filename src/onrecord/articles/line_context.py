"""What a line's place in its dump tells: its neighbours, the longest run of prose, repetitions.

Invariant: one row a line, all numbers finite; every step is linear in the number of lines.
"""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from onrecord.articles.line_blocks import block_features
from onrecord.articles.line_features import OWN, Floats, clip
from onrecord.articles.line_units import Line

# A line is prose where it has so many words, such a share of function words or a full stop.
PROSE_WORDS = 9
PROSE_FUNCTION_SHARE = 0.18
# A line that is no prose costs a run so many words: a caption or a heading does not end the run,
# a list of links does.
RUN_COST = 6.0
RUN_GAIN = 60.0
# Neighbours whose own numbers are seen, and the columns that are.
REACH = (-4, -3, -2, -1, 1, 2, 3, 4)
SEEN = (
    "words",
    "function_share",
    "title_share",
    "ends_sentence",
    "furniture_words",
    "date",
    "starts_lower",
    "credit",
)
# Widths of the windows over which prose words and furniture are summed, before and after a line.
WINDOWS = (2, 5, 10, 25)

_WORD = re.compile(r"\w+")
_COLUMN = {name: at for at, name in enumerate(OWN)}


def context_features(lines: tuple[Line, ...], own: Floats, lexical: Floats) -> Floats:
    """One row a line: the line's own numbers and those of its place."""
    number = np.expm1(own[:, _COLUMN["words"]])
    prose = _prose(own, number)
    start, end = longest_run(prose, number)
    content = [
        frozenset(word for word in _WORD.findall(clip(line.text).casefold()) if len(word) > 3)
        for line in lines
    ]
    prose_words = np.where(prose, number, 0.0).astype(np.float32)
    columns = [
        own,
        lexical[:, None],
        _neighbours(own, lexical),
        _windows(prose_words, own[:, _COLUMN["furniture_words"]], lexical),
        _margins(lines, prose_words),
        _distances(prose, number, start, end),
        _repetitions(lines, own),
        _vocabulary(content, prose, start, end),
        block_features(lines, prose, number, lexical, own[:, _COLUMN["date"]], content),
        _document(lines, own, prose_words),
    ]
    return np.nan_to_num(np.hstack(columns).astype(np.float32), posinf=1e6, neginf=-1e6)


def _prose(own: Floats, number: Floats) -> NDArray[np.bool_]:
    functional = own[:, _COLUMN["function_share"]] >= PROSE_FUNCTION_SHARE
    ends = (own[:, _COLUMN["ends_sentence"]] > 0) | (own[:, _COLUMN["sentence_ends"]] > 0)
    long = number >= PROSE_WORDS
    return (long & functional) | (ends & (number >= PROSE_WORDS - 3)) | (number >= 4 * PROSE_WORDS)


def longest_run(prose: NDArray[np.bool_], number: Floats) -> tuple[int, int]:
    """First and last line of the run with the most prose (Bentley's maximum sum)."""
    gains = np.where(prose, np.minimum(number, RUN_GAIN), -RUN_COST)
    best, best_at, total, start = 0.0, (0, 0), 0.0, 0
    for at, gain in enumerate(gains.tolist()):
        if total <= 0:
            total, start = 0.0, at
        total += gain
        if total > best:
            best, best_at = total, (start, at)
    return best_at


def _shifted(column: Floats, by: int, fill: float) -> Floats:
    out = np.full_like(column, fill)
    if by > 0:
        out[: -by or None] = column[by:]
    else:
        out[-by:] = column[:by]
    return out


def _neighbours(own: Floats, lexical: Floats) -> Floats:
    columns = []
    for by in REACH:
        near = min(len(own), abs(by))
        step = near if by > 0 else -near
        for name in SEEN:
            columns.append(_shifted(own[:, _COLUMN[name]], step, -1.0))
        columns.append(_shifted(lexical, step, 0.0))
    return np.stack(columns, axis=1)


def window_sums(column: Floats, width: int) -> tuple[Floats, Floats]:
    """For each line the sums over the ``width`` lines before it and after it."""
    total = np.concatenate([[0.0], np.cumsum(column, dtype=np.float64)])
    at = np.arange(len(column))
    before = total[at] - total[np.maximum(at - width, 0)]
    after = total[np.minimum(at + width + 1, len(column))] - total[at + 1]
    return before.astype(np.float32), after.astype(np.float32)


def _windows(prose_words: Floats, furniture: Floats, lexical: Floats) -> Floats:
    columns: list[Floats] = []
    for width in WINDOWS:
        for column in (np.minimum(prose_words, RUN_GAIN), furniture, lexical):
            columns += window_sums(column, width)
    return np.stack(columns, axis=1)


def _margins(lines: tuple[Line, ...], prose_words: Floats) -> Floats:
    """Indents and blank lines, and how much prose stands at the same indent."""
    indent = np.array([line.indent for line in lines], dtype=np.float32)
    gap = np.array([line.gap for line in lines], dtype=np.float32)
    levels, inverse = np.unique(indent, return_inverse=True)
    weight = np.bincount(inverse, weights=prose_words, minlength=len(levels))
    main = levels[int(np.argmax(weight))]
    share = weight[inverse] / max(1.0, float(weight.sum()))
    count = np.bincount(inverse)[inverse] / len(lines)
    fill = -1.0
    return np.stack(
        [
            indent - main,
            share,
            count,
            gap,
            _shifted(gap, min(1, len(gap)), fill),
            indent - _shifted(indent, -min(1, len(gap)), 0.0),
            indent - _shifted(indent, min(1, len(gap)), 0.0),
            _run_length(indent),
        ],
        axis=1,
    )


def _run_length(column: Floats) -> Floats:
    """How many lines in a row have the value of this one."""
    change = np.concatenate([[True], column[1:] != column[:-1]])
    group = np.cumsum(change) - 1
    length: Floats = np.bincount(group)[group].astype(np.float32)
    return length


def _distances(prose: NDArray[np.bool_], number: Floats, start: int, end: int) -> Floats:
    """Places relative to the longest run, the page, and the nearest prose."""
    count = len(prose)
    at = np.arange(count, dtype=np.float32)
    weight = np.where(prose, number, 0.0)
    total = max(1.0, float(weight.sum()))
    running = np.cumsum(weight)
    index = np.where(prose, at, -1000.0)
    last = np.maximum.accumulate(np.concatenate([[-1000.0], index[:-1]]))
    index = np.where(prose, at, count + 1000.0)
    following = np.minimum.accumulate(np.concatenate([index[1:], [count + 1000.0]])[::-1])[::-1]
    before = np.clip(at - last, 0, 60)
    after = np.clip(following - at, 0, 60)
    near = np.where(last >= 0, number[np.clip(last, 0, count - 1).astype(int)], 0.0)
    far = np.where(following < count, number[np.clip(following, 0, count - 1).astype(int)], 0.0)
    return np.stack(
        [
            np.clip(at - start, -60, 200),
            np.clip(end - at, -60, 200),
            ((at >= start) & (at <= end)).astype(np.float32),
            at / max(1, count),
            (at - start) / max(1, end - start),
            running / total,
            before,
            after,
            near,
            far,
            prose.astype(np.float32),
            np.maximum(before, after),
        ],
        axis=1,
    )


def _repetitions(lines: tuple[Line, ...], own: Floats) -> Floats:
    """How often the line stands in the dump, and how alike its neighbours are in length."""
    count = Counter(line.text for line in lines)
    seen: Counter[str] = Counter()
    times, earlier = [], []
    for line in lines:
        times.append(count[line.text])
        earlier.append(seen[line.text])
        seen[line.text] += 1
    words = own[:, _COLUMN["words"]]
    step = min(1, len(words))
    above = np.abs(words - _shifted(words, -step, 9.0))
    below = np.abs(words - _shifted(words, step, 9.0))
    short = (words < np.log1p(8)).astype(np.float32)
    pairs = [np.minimum(times, 20), np.minimum(earlier, 20), above, below, _run_length(short)]
    return np.stack([np.asarray(one, dtype=np.float32) for one in pairs], axis=1)


def _vocabulary(
    words: list[frozenset[str]], prose: NDArray[np.bool_], start: int, end: int
) -> Floats:
    """How many of the line's longer words the longest run uses, elsewhere than in this line."""
    run: Counter[str] = Counter()
    for at in range(start, end + 1):
        if prose[at]:
            run.update(words[at])
    shares, counts, heads = [], [], []
    head = _headline_words(words, run, start)
    for at, line_words in enumerate(words):
        own_use = 1 if start <= at <= end and prose[at] else 0
        shared = sum(run[word] > own_use for word in line_words)
        shares.append(shared / max(1, len(line_words)))
        counts.append(min(shared, 20))
        heads.append(len(line_words & head) / max(1, len(head)))
    return np.array([shares, counts, heads], dtype=np.float32).T


def _headline_words(words: list[frozenset[str]], run: Counter[str], start: int) -> frozenset[str]:
    """The words of the line before the run that shares most of them with it."""
    best, chosen = 0.0, frozenset[str]()
    for at in range(max(0, start - 40), start):
        shared = sum(word in run for word in words[at])
        score = shared * shared / max(1, len(words[at]))
        if 2 <= len(words[at]) <= 20 and score >= best:
            best, chosen = score, words[at]
    return chosen


def _document(lines: tuple[Line, ...], own: Floats, prose_words: Floats) -> Floats:
    """Numbers that are the same for all lines of a dump: what kind of dump it is."""
    row = [
        np.log1p(len(lines)),
        float(np.mean([line.gap > 0 for line in lines])),
        float(np.mean([line.indent > 0 for line in lines])),
        float(np.log1p(prose_words.sum())),
        float((prose_words > 0).mean()),
        float(own[:, _COLUMN["starts_sign"]].mean()),
        float(own[:, _COLUMN["words"]].mean()),
    ]
    return np.tile(np.array(row, dtype=np.float32), (len(lines), 1))
