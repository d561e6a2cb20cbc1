"""Passages to the numbers that the graphs read, and the roles of cues back to words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.features import EDGE
from onrecord.encoder.packing import Rows
from onrecord.encoder.vocabulary import Vocabulary
from onrecord.passages import Passage
from onrecord.record import Span

MAX_PIECES = 510
"""Positions that the base encoder has; longer passages (odd characters) lose their last words."""
FARTHEST = 48
"""Pieces from the anchor beyond which all are equally far."""

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of all passages, one behind the other; those of passage n begin at ``starts[n]``.

    ``ids``, ``shapes``, ``quoted``, ``marks``: [pieces]. ``firsts[n]``: for each word of passage n
    the number of its first piece among all, -1 for a word without one.
    """

    ids: Integers
    shapes: Integers
    quoted: Integers
    marks: Integers
    starts: Integers
    firsts: tuple[Integers, ...]

    @property
    def lengths(self) -> Integers:
        """Pieces of each passage."""
        return np.diff(self.starts)

    def rows(self, rows: Rows) -> dict[str, Integers]:
        """What the first graph reads of ``rows`` of passages."""
        places = self.starts[rows.parts] + rows.within
        return {
            "pieces": rows.lay(self.ids[places]),
            "positions": rows.lay(rows.within),
            "passages": rows.lay(rows.parts + 1),
            "shapes": rows.lay(self.shapes[places]),
            "quoted": rows.lay(self.quoted[places]),
            "marks": rows.lay(self.marks[places]),
        }


def make_pieces(
    text: str,
    passages: Sequence[Passage],
    vocabulary: Vocabulary,
    marks: Sequence[tuple[Span | None, int]] = (),
) -> Pieces:
    """The pieces of ``passages``; words that a mark overlaps carry its value."""
    ids: list[int] = []
    shapes: list[int] = []
    quoted: list[int] = []
    marked: dict[int, int] = {}
    starts = [0]
    firsts = []
    for passage in passages:
        first: list[int] = []
        words = vocabulary.look_up([span.cut(text) for span in passage.words])
        ids.append(vocabulary.opening)
        shapes.append(EDGE)
        quoted.append(0)
        for word, inside in zip(words, passage.quoted, strict=True):
            first.append(len(ids) if word.ids else -1)
            ids += word.ids
            shapes += [word.shape] * len(word.ids)
            quoted += [inside] * len(word.ids)
        ids.append(vocabulary.closing)
        shapes.append(EDGE)
        quoted.append(0)
        end = starts[-1] + MAX_PIECES
        del ids[end:], shapes[end:], quoted[end:]
        for number, span in enumerate(passage.words) if marks else ():
            for place, value in marks:
                if place is not None and span.overlaps(place) and 0 <= first[number] < end:
                    marked[first[number]] = value
        starts.append(len(ids))
        numbers = np.array(first, np.int64)
        firsts.append(np.where(numbers < end, numbers, -1))
    values = np.zeros(len(ids), np.int64)
    values[list(marked)] = list(marked.values())
    return Pieces(
        np.array(ids, np.int64),
        np.array(shapes, np.int64),
        np.array(quoted, np.int64),
        values,
        np.array(starts, np.int64),
        tuple(firsts),
    )


def cue_inputs(
    rows: Rows, pieces: Pieces, passages: Integers, anchors: Integers
) -> dict[str, Integers]:
    """What the graph of cues reads of ``rows`` of passages, each read for one of the anchors.

    ``passages`` and ``anchors``: of each cue the number of its passage and of its anchor's piece.
    """
    places = pieces.starts[passages[rows.parts]] + rows.within
    distances = np.clip(places - anchors[rows.parts], -FARTHEST, FARTHEST) + FARTHEST
    # Number 0 is none: what stands nowhere must not be taken for a part of the first cue.
    return {
        "anchors": np.concatenate(([0], anchors)),
        "places": rows.lay(places),
        "cues": rows.lay(rows.parts + 1),
        "distances": rows.lay(distances),
    }


def roles_of_words(roles: NDArray[np.float32], start: int, first: Integers) -> NDArray[np.float32]:
    """The roles [words, 4] of a passage's words from those of its pieces, which begin at ``start``.

    A word without a piece has none.
    """
    found = roles[np.maximum(first - start, 0)]
    found[first < 0] = (1.0, 0.0, 0.0, 0.0)
    return found
