"""The words of an article as overlapping runs of five, quotations left out.

Invariant: a shingle never bridges a quotation or a paragraph's end inside one; its span is of the
article's text.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from onrecord.passages import find_quotations
from onrecord.record import Article, Span

SHINGLE_WORDS = 5
"""Words a shingle; five is the usual length for reuse of news text (Clough et al., METER, 2002)."""
MIN_OUTSIDE = 0.25
"""Where less of the text than this share stands outside quotation marks, all of it is compared:
an interview, a speech, or marks that never close; chosen, not measured."""
SHORT_RUN = 24
"""Articles that share one shingle and are compared each with each; longer runs are compared with
the first and with the neighbour alone, so that the cost stays linear in the number of articles."""
_CHUNK = 4_000_000
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_WORD = re.compile(r"[^\W_]+")

Numbers = NDArray[np.uint64]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Shingles:
    """An article's shingles in the order of its text.

    ``hashes``, ``starts`` and ``ends`` are parallel: the shingle's hash, and its span in code
    points. ``unique`` are the hashes sorted, each once.
    """

    article: str
    hashes: Numbers
    starts: Places
    ends: Places
    unique: Numbers

    def shared_with(self, other: Shingles) -> int:
        """How many different shingles both have."""
        return int(np.intersect1d(self.unique, other.unique, assume_unique=True).size)

    def longest_shared_with(self, other: Shingles) -> int:
        """How many shingles the longest stretch has that stands in the other as it is."""
        shared = np.isin(self.hashes, other.unique, kind="sort")
        edges = np.flatnonzero(np.diff(np.concatenate(([0], shared.view(np.int8), [0]))))
        return int((edges[1::2] - edges[::2]).max(initial=0))

    def spans_shared_with(self, other: Shingles) -> tuple[Span, ...]:
        """The stretches of this article's text whose words stand in the other, in order."""
        if not len(self.hashes) or not len(other.unique):
            return ()
        at = np.searchsorted(other.unique, self.hashes)
        at[at == len(other.unique)] = 0
        spans: list[Span] = []
        for place in np.flatnonzero(other.unique[at] == self.hashes):
            start, end = int(self.starts[place]), int(self.ends[place])
            if spans and start <= spans[-1].end:
                spans[-1] = Span(spans[-1].start, end)
            else:
                spans.append(Span(start, end))
        return tuple(spans)


def cut_shingles(article: Article) -> Shingles:
    """The shingles of ``article``; none where it has fewer than five words."""
    text = article.text
    quoted = [one.span for one in find_quotations(text, article.paragraphs) if one.depth == 0]
    if sum(map(len, quoted)) > (1 - MIN_OUTSIDE) * len(text):
        quoted = []
    hashes, starts, ends = [], [], []
    for stretch in _outside(quoted, len(text)):
        words = list(_WORD.finditer(text, stretch.start, stretch.end))
        if len(words) < SHINGLE_WORDS:
            continue
        numbers = np.array([_hash(word[0].lower()) for word in words], dtype=np.uint64)
        hashes.append(_roll(numbers))
        starts += [word.start() for word in words[: 1 - SHINGLE_WORDS]]
        ends += [word.end() for word in words[SHINGLE_WORDS - 1 :]]
    joined = np.concatenate(hashes) if hashes else np.zeros(0, dtype=np.uint64)
    return Shingles(
        article.id,
        joined,
        np.array(starts, dtype=np.int64),
        np.array(ends, dtype=np.int64),
        np.unique(joined),
    )


def propose_pairs(many: Sequence[Shingles], least: float) -> tuple[tuple[int, int], ...]:
    """Pairs of places in ``many``, smaller place first, that may share ``least`` of their shingles.

    An inverted index from hash to articles. The pairs of long runs are counted in part only, so
    that every proposal is to be verified; what shares less than ``least`` is mostly left out.
    """
    if len(many) < 2:
        return ()
    hashes = np.concatenate([one.unique for one in many])
    owners = np.repeat(np.arange(len(many)), [len(one.unique) for one in many])
    order = np.lexsort((owners, hashes))
    hashes, owners = hashes[order], owners[order]
    edges = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1], [True])))
    starts, lengths = edges[:-1], np.diff(edges)
    keys, counts = _count_pairs(_run_pairs(owners, starts, lengths), len(many))
    left, right = keys // len(many), keys % len(many)
    sizes = np.array([len(one.unique) for one in many], dtype=np.int64)
    enough = counts >= least * np.minimum(sizes[left], sizes[right])
    found = zip(left[enough].tolist(), right[enough].tolist(), strict=True)
    return tuple((int(one), int(other)) for one, other in found)


def _count_pairs(chunks: Iterable[tuple[Places, Places]], size: int) -> tuple[Places, Places]:
    """Each pair of owners as one number, ``left * size + right``, and how often it comes."""
    keys, counts = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    waiting: list[Places] = []
    held = 0
    for left, right in chain(chunks, [(keys, keys)]):
        waiting.append(left * size + right)
        held += len(left)
        if held < _CHUNK and len(left):
            continue
        fresh, often = np.unique(np.concatenate(waiting), return_counts=True)
        merged, inverse = np.unique(np.concatenate((keys, fresh)), return_inverse=True)
        weights = np.concatenate((counts, often))
        keys, counts = merged, np.bincount(inverse, weights, len(merged)).astype(np.int64)
        waiting, held = [], 0
    return keys, counts


def _run_pairs(owners: Places, starts: Places, lengths: Places) -> Iterator[tuple[Places, Places]]:
    """Pairs of owners that stand in one run, the smaller first, in chunks of bounded size."""
    for length in np.unique(lengths[(lengths > 1) & (lengths <= SHORT_RUN)]).tolist():
        one, other = np.triu_indices(length, 1)
        of_length = starts[lengths == length]
        step = max(1, _CHUNK // len(one))
        for begin in range(0, len(of_length), step):
            rows = owners[of_length[begin : begin + step, None] + np.arange(length)]
            yield rows[:, one].ravel(), rows[:, other].ravel()
    long = lengths > SHORT_RUN
    for start, length in zip(starts[long].tolist(), lengths[long].tolist(), strict=True):
        run = owners[start : start + length]
        first = np.full(length - 1, run[0])
        yield np.concatenate((first, run[1:-1])), np.concatenate((run[1:], run[2:]))


def _outside(quoted: Sequence[Span], length: int) -> list[Span]:
    stretches, at = [], 0
    for span in quoted:
        if span.start > at:
            stretches.append(Span(at, span.start))
        at = max(at, span.end)
    if at < length:
        stretches.append(Span(at, length))
    return stretches


def _roll(numbers: Numbers) -> Numbers:
    """The hash of each five words in a row; multiplication wraps around at 64 bits."""
    count = len(numbers) - SHINGLE_WORDS + 1
    total = np.zeros(count, dtype=np.uint64)
    for place in range(SHINGLE_WORDS):
        total = total * _MULTIPLIER + numbers[place : place + count]
    return total ^ (total >> np.uint64(29))


@lru_cache(maxsize=200_000)
def _hash(word: str) -> int:
    digest = hashlib.blake2b(word.encode(errors="replace"), digest_size=8).digest()
    return int.from_bytes(digest, "little")
