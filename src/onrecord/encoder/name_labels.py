"""Names from the tags of words: whole words, never pieces."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.findings import NAME_LABELS, NameLabel
from onrecord.encoder.word_table import WordTable, runs, softmax
from onrecord.record import Span

NO_NAME = 0.6
"""Probability of being no name from which a word is none."""
NEW_NAME = 8.0
"""How many times likelier a word must begin a name than go on with one to begin a new one. Both
were chosen on UNER EWT's development part; some sets do not say where in a name a word stands."""


def find_names(table: WordTable) -> tuple[NameLabel, ...]:
    """The names of the text in order; a name is one stretch of words of one paragraph."""
    chances = softmax(table.part("tags"))
    first, later = chances[:, 1::2], chances[:, 2::2]
    named = chances[:, 0] < NO_NAME
    found: list[NameLabel] = []
    for paragraph in table.paragraphs:
        for start, end in runs(named[paragraph.start : paragraph.stop]):
            whole = range(paragraph.start + start, paragraph.start + end)
            found += _cut(table, whole, first, later)
    return tuple(found)


def _cut(
    table: WordTable, words: range, first: NDArray[np.float32], later: NDArray[np.float32]
) -> list[NameLabel]:
    """A stretch of named words, cut where one begins a name of its own."""
    starts = [n for n in words if n == words.start or first[n].sum() > NEW_NAME * later[n].sum()]
    found = []
    for start, end in zip(starts, [*starts[1:], words.stop], strict=True):
        end = _without_edge(table, start, end)
        sums = (first[start:end] + later[start:end]).sum(0)
        label = int(sums.argmax())
        score = float(sums[label]) / (end - start)
        span = Span(table.spans[start].start, table.spans[end - 1].end)
        found.append(NameLabel(span, NAME_LABELS[label], min(1.0, score)))
    return found


def _without_edge(table: WordTable, start: int, end: int) -> int:
    """The end without a mark that no name ends in."""
    while (
        end - start > 1
        and not table.forms[end - 1][-1].isalnum()
        and not (table.forms[end - 1] == "." and len(table.forms[end - 2]) <= 2)
    ):
        end -= 1
    return end
