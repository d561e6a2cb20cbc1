"""Vectors in memory: all of one encoder, compared one by one with what is asked for.

Invariant: what is in memory is what the record held at the last look; a writer's additions are
loaded alone, and what it took away is passed over, so that no search waits for all to be loaded
again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from onrecord.record import Span

LEVELS = 127
"""Steps of a number on each side of zero: a byte. Of 258,830 random vectors of 384 numbers no
product was off by more than 0.002, and it took half the time of four bytes a number."""
AT_ONCE = 1_024
"""Rows made whole numbers of again at once: 1.5 MB, which stay in a processor's cache; with four
times as many it took ten times as long."""
LOADED = 8
"""Readings whose vectors are made bytes together: some 0.4 MB at four bytes a number; with 256 of
them it took twice as long."""
MOST_GONE = 0.25
"""Share of rows that are passed over before memory is tidied."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Units side by side: ``readings`` [n], ``spans`` [n, 2], ``rows`` [n, width] times ``scales``
    [n] = unit vectors; where not ``alive`` [n], the record has the unit no more."""

    readings: NDArray[np.int64]
    spans: NDArray[np.int32]
    rows: NDArray[np.int8]
    scales: NDArray[np.float32]
    alive: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class Vectors:
    """All units by one encoder, in blocks from old and large to new and small."""

    encoder: str
    blocks: tuple[Block, ...] = ()
    held: frozenset[int] = frozenset()


def load_vectors(connection: sqlite3.Connection, encoder: str, known: Vectors | None) -> Vectors:
    """The vectors by ``encoder``; of ``known`` all that still holds is taken over."""
    rows = connection.execute(
        "SELECT reading FROM vectors WHERE encoder = ? AND count > 0", (encoder,)
    )
    wanted = frozenset(one for (one,) in rows)
    if known is None or known.encoder != encoder:
        known = Vectors(encoder)
    if wanted == known.held:
        return known
    blocks = _take_away(known.blocks, known.held - wanted)
    fresh = _load(connection, sorted(wanted - known.held))
    return Vectors(encoder, _add(blocks, fresh), wanted)


def find_nearest(
    known: Vectors, vector: NDArray[np.float32], most: int, allowed: Iterable[int] | None
) -> list[tuple[float, int, Span]]:
    """The ``most`` units nearest to ``vector`` [width], the nearest first: likeness, number of the
    reading, span. ``allowed`` = only units of these readings."""
    few = None if allowed is None else np.array(sorted(allowed), np.int64)
    found = [
        one
        for block in known.blocks
        if block.rows.shape[1] == len(vector)
        for one in _find_in(block, vector.astype(np.float32), most, few)
    ]
    return sorted(found, key=lambda one: -one[0])[:most]


def _find_in(
    block: Block, vector: NDArray[np.float32], most: int, allowed: NDArray[np.int64] | None
) -> Iterator[tuple[float, int, Span]]:
    likeness = _compare(block, vector)
    likeness[~block.alive] = -np.inf
    if allowed is not None:
        likeness[~np.isin(block.readings, allowed)] = -np.inf
    many = min(most, len(likeness))
    best = np.argpartition(likeness, len(likeness) - many)[len(likeness) - many :]
    for at in best:
        if np.isfinite(likeness[at]):
            span = Span(*map(int, block.spans[at]))
            yield float(likeness[at]), int(block.readings[at]), span


def _compare(block: Block, vector: NDArray[np.float32]) -> NDArray[np.float32]:
    """The cosine of ``vector`` with each row."""
    likeness = np.empty(len(block), np.float32)
    whole = np.empty((min(AT_ONCE, len(block)), len(vector)), np.float32)
    for start in range(0, len(block), AT_ONCE):
        part = block.rows[start : start + AT_ONCE]
        numbers = whole[: len(part)]
        np.copyto(numbers, part)
        np.dot(numbers, vector, out=likeness[start : start + len(part)])
    return likeness * block.scales


def _take_away(blocks: tuple[Block, ...], gone: frozenset[int]) -> tuple[Block, ...]:
    if not gone:
        return blocks
    numbers = np.array(sorted(gone), np.int64)
    marked = tuple(
        replace(one, alive=one.alive & ~np.isin(one.readings, numbers)) for one in blocks
    )
    dead = sum(int(np.count_nonzero(~one.alive)) for one in marked)
    if dead <= MOST_GONE * sum(map(len, marked)):
        return marked
    return tuple(_join((one,)) for one in marked if one.alive.any())


def _add(blocks: tuple[Block, ...], fresh: Block | None) -> tuple[Block, ...]:
    """One block more; those not larger than it become one with it, so that blocks stay few and
    no row is copied more often than its number doubles."""
    if fresh is None:
        return blocks
    kept, joined = list(blocks), [fresh]
    while kept and len(kept[-1]) <= sum(map(len, joined)):
        joined.insert(0, kept.pop())
    return (*kept, _join(tuple(joined)))


def _join(blocks: tuple[Block, ...]) -> Block:
    """The rows of ``blocks`` that are alive."""
    if len(blocks) == 1 and blocks[0].alive.all():
        return blocks[0]
    return Block(
        np.concatenate([one.readings[one.alive] for one in blocks]),
        np.concatenate([one.spans[one.alive] for one in blocks]),
        np.concatenate([one.rows[one.alive] for one in blocks]),
        np.concatenate([one.scales[one.alive] for one in blocks]),
        np.concatenate([one.alive[one.alive] for one in blocks]),
    )


def _load(connection: sqlite3.Connection, numbers: list[int]) -> Block | None:
    """The vectors of the readings ``numbers``, LOADED of them at once."""
    parts = []
    for start in range(0, len(numbers), LOADED):
        rows = [
            connection.execute(
                "SELECT count, spans, vectors FROM vectors WHERE reading = ?", (number,)
            ).fetchone()
            for number in numbers[start : start + LOADED]
        ]
        counts = [one[0] for one in rows]
        spans = b"".join(one[1] for one in rows)
        halves = np.frombuffer(b"".join(one[2] for one in rows), "<f2")
        whole = halves.reshape(sum(counts), -1).astype(np.float32)
        largest = np.maximum(np.abs(whole).max(axis=1, keepdims=True), np.finfo(np.float32).tiny)
        levels = np.rint(whole * (LEVELS / largest))
        # Of unit length again, so that no likeness is above 1.
        lengths = np.maximum(np.linalg.norm(levels, axis=1), 1)
        parts.append(
            Block(
                np.repeat(numbers[start : start + LOADED], counts).astype(np.int64),
                np.frombuffer(spans, "<i4").reshape(sum(counts), 2),
                levels.astype(np.int8),
                (1 / lengths).astype(np.float32),
                np.ones(sum(counts), np.bool_),
            )
        )
    return _join(tuple(parts)) if parts else None
