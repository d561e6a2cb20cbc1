"""Word tables made by hand: what the model would say of a few words."""

from __future__ import annotations

import numpy as np

from onrecord.encoder.layout import PLACES, WHOLE
from onrecord.encoder.word_table import WordTable
from onrecord.passages import find_words

NO, YES = -9.0, 9.0


def make_words(text: str) -> WordTable:
    """The words of ``text``, its lines as paragraphs, with vectors that say no to everything."""
    spans = find_words(text)
    vectors = np.zeros((len(spans), WHOLE), np.float32)
    for name in ("start", "head", "triggers", "types"):
        vectors[:, PLACES[name]] = NO
    vectors[:, PLACES["tags"].start] = YES
    paragraphs, first = [], 0
    for line in text.split("\n"):
        count = len(find_words(line))
        paragraphs.append(range(first, first + count))
        first += count
    forms = tuple(span.cut(text) for span in spans)
    quoted = np.zeros(len(spans), np.int64)
    return WordTable(spans, forms, vectors, quoted, tuple(paragraphs))


def give(table: WordTable, word: str, part: str, values: list[float], at: int = 0) -> None:
    """Put ``values`` at place ``at`` of a part of the first such word's vector."""
    row = table.forms.index(word)
    start = PLACES[part].start + at
    table.vectors[row, start : start + len(values)] = values
