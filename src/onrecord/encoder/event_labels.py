"""Events by the words that tell of them, their types, and who takes part."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.findings import EVENT_TYPES, EventLabel
from onrecord.encoder.layout import ACTION, RELATION, ROLE_WIDTH
from onrecord.encoder.links import ROLE_OFFSET
from onrecord.encoder.word_table import WordTable, runs, sigmoid, softmax
from onrecord.record import Span

CANDIDATE = 0.2
"""Probability from which a word is given out as telling of an event; who reads it chooses."""
RELATES, GAP = 0.25, 2
"""Probability of a relation's word, and words of it that may be lukewarm; re3d's training part."""
TAKES_PART, LUKEWARM = 0.5, 0.25
"""Probabilities of the surest word of a participant, and of its other words; set by hand."""
REACH = 60
"""Words from the trigger within which participants are looked for."""
BLOCK = 64
"""Events whose participants are looked for at once; set for memory."""


def find_events(table: WordTable) -> tuple[EventLabel, ...]:
    """The words that tell of events of PLOVER's types, in order."""
    types = table.part("types")
    chances = event_chances(table)
    factuality = table.part("factuality")[:, 0]
    found = []
    for paragraph in table.paragraphs:
        sure = np.flatnonzero(chances[paragraph.start : paragraph.stop] > CANDIDATE)
        words = (sure + paragraph.start).tolist()
        parts = find_participants(table, words, paragraph)
        for word, (actors, recipients) in zip(words, parts, strict=True):
            found.append(
                EventLabel(
                    table.spans[word],
                    float(chances[word]),
                    tuple(softmax(types[word]).tolist()),
                    float(np.clip(factuality[word], -3.0, 3.0)),
                    actors,
                    recipients,
                )
            )
    return tuple(found)


def event_chances(table: WordTable) -> NDArray[np.float32]:
    """How likely each word tells of an event of one of the types, [words].

    The geometric mean of two heads: one learned the types from whole passages and lights up the
    names in them too, the other learned from ECB+ which words tell of any action.
    """
    types = table.part("types")
    if not len(types):
        return np.zeros(0, np.float32)
    top = types.max(1)
    told = sigmoid(top + np.log(np.exp(types - top[:, None]).sum(1)))
    return np.asarray(np.sqrt(told * table.chance("triggers", ACTION)), np.float32)


def find_relations(table: WordTable) -> tuple[Span, ...]:
    """The stretches of words that say how two things stand to one another."""
    sure = table.chance("triggers", RELATION) > RELATES
    return tuple(
        Span(table.spans[paragraph.start + start].start, table.spans[paragraph.start + end - 1].end)
        for paragraph in table.paragraphs
        for start, end in _close(runs(sure[paragraph.start : paragraph.stop]), GAP)
    )


def _close(stretches: list[tuple[int, int]], gap: int) -> list[tuple[int, int]]:
    """The stretches, those with at most ``gap`` words between them made one."""
    closed: list[tuple[int, int]] = []
    for start, end in stretches:
        if closed and start - closed[-1][1] <= gap:
            start = closed.pop()[0]
        closed.append((start, end))
    return closed


def find_participants(
    table: WordTable, words: list[int], paragraph: range
) -> Iterator[tuple[tuple[Span, ...], tuple[Span, ...]]]:
    """(actors, recipients) of the events that ``words`` of a paragraph tell of, as stretches."""
    roles = table.part("roles")
    for start in range(0, len(words), BLOCK):
        block = words[start : start + BLOCK]
        low, high = max(paragraph.start, block[0] - REACH), min(paragraph.stop, block[-1] + REACH)
        away = np.arange(low, high)[None, :] - np.array(block)[:, None]
        near = (away >= -REACH) & (away < REACH) & (away != 0)
        sides = []
        for side in range(2):
            queries = roles[block, 2 * side * ROLE_WIDTH : (2 * side + 1) * ROLE_WIDTH]
            keys = roles[low:high, (2 * side + 1) * ROLE_WIDTH : (2 * side + 2) * ROLE_WIDTH]
            chances = sigmoid(queries @ keys.T * ROLE_WIDTH**-0.5 - ROLE_OFFSET) * near
            some = (chances > TAKES_PART).any(1).tolist()
            sides.append(
                [
                    _stretches(table, chances[number], word, low) if some[number] else ()
                    for number, word in enumerate(block)
                ]
            )
        yield from zip(*sides, strict=True)


def _stretches(
    table: WordTable, chances: NDArray[np.float32], word: int, low: int
) -> tuple[Span, ...]:
    """Those who take part in what ``word`` tells; ``chances`` are of the words from ``low`` on."""
    stretches = [
        (start, end)
        for start, end in _close(runs(chances > LUKEWARM), 1)
        if chances[start:end].max() > TAKES_PART and not start <= word - low < end
    ]
    return _spans(table, low, stretches)


def _spans(table: WordTable, low: int, stretches: list[tuple[int, int]]) -> tuple[Span, ...]:
    """The stretches, counted from word ``low``, as spans that begin and end in a word."""
    spans = []
    for start, end in stretches:
        words = [n for n in range(low + start, low + end) if table.forms[n][0].isalnum()]
        if words:
            spans.append(Span(table.spans[words[0]].start, table.spans[words[-1]].end))
    return tuple(spans)


def classify(table: WordTable, slope: float = 1.0) -> tuple[float, ...]:
    """Probabilities of ``EVENT_TYPES`` for the text as a whole: the sum over its words' odds.

    ``slope`` multiplies their logarithms.
    """
    types = table.part("types").astype(np.float64)
    if not len(types):
        return (1.0 / len(EVENT_TYPES),) * len(EVENT_TYPES)
    odds = np.exp(types - types.max()).sum(0) ** slope
    return tuple((odds / odds.sum()).tolist())


def judge(table: WordTable, word: Span) -> float:
    """The factuality of the first word that ``word`` covers; 3.0 where it covers none."""
    found = next((n for n, span in enumerate(table.spans) if span.overlaps(word)), None)
    if found is None:
        return 3.0
    return float(np.clip(table.part("factuality")[found, 0], -3.0, 3.0))
