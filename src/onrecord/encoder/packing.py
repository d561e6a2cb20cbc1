"""Parts of a few lengths, one behind the other in rows of one length, so that little is padded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PIECES_A_BATCH = 1024
"""Pieces read at once; set for memory."""
PAIRS_A_BATCH = PIECES_A_BATCH * 256
"""Pairs of pieces that attend to one another at once; long passages need memory for them."""
ATTENTION = 450
"""Length of a row at which attention costs as much as all the rest; measured on two cores."""
LENGTHS = (1.0, 1.1, 1.2, 1.3, 1.45, 1.6)
"""Lengths of rows that are tried, in lengths of the longest part."""

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rows:
    """Parts in rows: the nth of their pieces stands at ``slots[n]`` of ``shape``, laid flat.

    It is piece ``within[n]`` of part ``parts[n]``; all three are [pieces].
    """

    shape: tuple[int, int]
    slots: Integers
    parts: Integers
    within: Integers

    def lay(self, values: Integers) -> Integers:
        """``values``, one a piece, in their rows; 0 where nothing stands."""
        laid = np.zeros(self.shape[0] * self.shape[1], np.int64)
        laid[self.slots] = values
        return laid.reshape(self.shape)


def pack(lengths: Integers) -> Iterator[Rows]:
    """The parts of these lengths in batches of rows, the longest first."""
    order = np.argsort(-lengths, kind="stable")
    start = 0
    while start < len(order):
        total = np.cumsum(lengths[order[start:]])
        most = min(PIECES_A_BATCH, PAIRS_A_BATCH // int(lengths[order[start]]))
        end = start + max(1, int(np.searchsorted(total, most, side="right")))
        yield _lay_out(order[start:end], lengths)
        start = end


def _lay_out(parts: Integers, lengths: Integers) -> Rows:
    """One batch: the rows that cost least of those that first-fit makes of the lengths tried."""
    sizes = lengths[parts].tolist()
    tried = [_first_fit(sizes, int(sizes[0] * times)) for times in LENGTHS]
    length, places = min(tried, key=lambda one: _cost(*one))
    rows = max(row for row, _ in places) + 1
    counts = np.array(sizes)
    starts = np.array([row * length + at for row, at in places])
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    slots = np.repeat(starts, counts) + within
    return Rows((rows, length), slots, np.repeat(parts, counts), within)


def _first_fit(sizes: list[int], length: int) -> tuple[int, list[tuple[int, int]]]:
    """The length that is used of ``length``, and row and place of each part."""
    used: list[int] = []
    places = []
    for size in sizes:
        row = next((row for row, taken in enumerate(used) if taken + size <= length), len(used))
        if row == len(used):
            used.append(0)
        places.append((row, used[row]))
        used[row] += size
    return max(used), places


def _cost(length: int, places: list[tuple[int, int]]) -> float:
    rows = max(row for row, _ in places) + 1
    return rows * length * (1 + length / ATTENTION)
