"""Mentions by their head words, the edges of their spans, and what each leads back to.

The vectors of two heads choose the candidates, a small net over what both mentions are decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.findings import MentionLabel
from onrecord.encoder.layout import EDGE_WIDTH, LINK_WIDTH
from onrecord.encoder.link_features import Points, make_points, pair_features
from onrecord.encoder.links import distance_rows, same_rows
from onrecord.encoder.word_table import WordTable, softmax
from onrecord.record import Span

SURE_HEAD = 0.5
"""Probability from which a word heads a mention."""
BEFORE, AFTER = 24, 32
"""Words of a span before and behind its head at most; set by hand."""
EDGES_AT_ONCE = 64
"""Heads whose spans are looked for at once; set for memory."""
LOOK_BACK = 800
"""Earlier mentions that one is weighed against; keeps the cost of a long text linear."""
BLOCK = 512
"""Mentions that are linked at once; set for memory."""
READY = float(np.exp(1.5))
"""How many times likelier than its best candidate none must be for a mention to be the first.
OntoGUM's development part: 1 links too few (CoNLL 46.8), e^1 54.1, e^1.5 55.0, e^2 55.1, e^3 54.3.
"""
CANDIDATES = 24
"""Earlier mentions that get a second look; set by hand, for speed."""


@dataclass(frozen=True, slots=True)
class PairTables:
    """What speaks for two words meaning the same beside their vectors; see ``links``."""

    distance: NDArray[np.float32]
    same: NDArray[np.float32]
    pronouns: NDArray[np.float32]
    quoted: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class LinkNet:
    """The second look at a mention's candidates: a net of one inner layer."""

    inner: NDArray[np.float32]
    inner_bias: NDArray[np.float32]
    outer: NDArray[np.float32]
    outer_bias: NDArray[np.float32]

    def weigh(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """How much speaks for each row's pair meaning the same; 0 is as much as for none."""
        inner = np.maximum(rows @ self.inner.T + self.inner_bias, 0.0)
        return np.asarray((inner @ self.outer.T + self.outer_bias)[:, 0], np.float32)


def find_mentions(
    text: str, table: WordTable, tables: PairTables, net: LinkNet, language: str = "en"
) -> tuple[MentionLabel, ...]:
    """The mentions of the text by their heads, in order, each with its likeliest antecedent."""
    spans, blocks = candidates_of(table, tables, text, language)
    chances = table.chance("head")
    heads = np.flatnonzero(chances > SURE_HEAD).tolist()
    found: list[MentionLabel] = []
    for block in blocks:
        antecedents, links = link(block, net)
        for antecedent, certainty in zip(antecedents, links, strict=True):
            head = heads[len(found)]
            score = float(chances[head])
            span = spans[len(found)]
            found.append(MentionLabel(span, table.spans[head], score, antecedent, certainty))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Those of some mentions: how many each has, and of all the number and the features.

    ``sizes`` [mentions], ``places`` [candidates], ``features`` [candidates, WIDTH].
    """

    sizes: NDArray[np.int64]
    places: NDArray[np.int64]
    features: NDArray[np.float32]


def link(block: Candidates, net: LinkNet) -> tuple[list[int | None], list[float]]:
    """The antecedent of each mention, None where it is the first, and how sure that is."""
    shape = (len(block.sizes), CANDIDATES)
    held = np.arange(CANDIDATES) < block.sizes[:, None]
    weights = np.full((shape[0], 1 + CANDIDATES), -np.inf, np.float32)
    weights[:, 0] = 0.0  # of none
    weights[:, 1:][held] = net.weigh(block.features)
    earlier = np.zeros(shape, np.int64)
    earlier[held] = block.places
    links = softmax(weights)
    nearest = links[:, 1:].argmax(1)
    every = np.arange(shape[0])
    first = links[:, 0] >= links[every, 1 + nearest] * READY
    antecedents = earlier[every, nearest].tolist()
    return (
        [None if none else one for none, one in zip(first.tolist(), antecedents, strict=True)],
        links[every, np.where(first, 0, 1 + nearest)].tolist(),
    )


def candidates_of(
    table: WordTable, tables: PairTables, text: str, language: str = "en"
) -> tuple[list[Span], Iterator[Candidates]]:
    """The spans of all mentions, and their candidates a block of mentions at a time."""
    heads = np.flatnonzero(table.chance("head") > SURE_HEAD)
    spans = find_edges(table, heads)
    points = make_points(table, heads, spans, [one.cut(text) for one in spans], language)
    return spans, _blocks(points, tables)


def _blocks(points: Points, tables: PairTables) -> Iterator[Candidates]:
    for start in range(0, len(points.heads), BLOCK):
        later = slice(start, min(start + BLOCK, len(points.heads)))
        earlier = slice(max(0, start - LOOK_BACK), later.stop)
        scores = score_pairs(points, tables, later, earlier)
        rows, columns = choose(scores, start - earlier.start)
        places = columns + earlier.start
        features = pair_features(points, rows + start, places, scores[rows, columns])
        yield Candidates(np.bincount(rows, minlength=len(scores)), places, features)


def choose(scores: NDArray[np.float32], before: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows and columns of the best ``CANDIDATES`` of each row, both in order.

    Row n has ``before`` + n columns that count.
    """
    counted = before + np.arange(len(scores))[:, None]
    every = np.arange(scores.shape[1])
    if len(every) <= CANDIDATES:
        rows, columns = np.nonzero(every < counted)
        return rows, columns
    ranked = np.where(every < counted, scores, -np.inf)
    best = np.sort(np.argpartition(ranked, -CANDIDATES, axis=1)[:, -CANDIDATES:], axis=1)
    rows, places = np.nonzero(best < counted)
    return rows, best[rows, places]


def find_edges(table: WordTable, heads: NDArray[np.int64]) -> list[Span]:
    """The span of the mention that each of ``heads`` heads."""
    edges = table.part("edges")
    parts = [edges[:, n * EDGE_WIDTH : (n + 1) * EDGE_WIDTH] for n in range(4)]
    spans = []
    for paragraph in table.paragraphs:
        own = heads[slice(*np.searchsorted(heads, (paragraph.start, paragraph.stop)))]
        for start in range(0, len(own), EDGES_AT_ONCE):
            block = own[start : start + EDGES_AT_ONCE]
            low = max(paragraph.start, int(block[0]) - BEFORE)
            high = min(paragraph.stop, int(block[-1]) + AFTER)
            away = np.arange(low, high) - block[:, None]
            opening = parts[0][block] @ parts[1][low:high].T
            closing = parts[2][block] @ parts[3][low:high].T
            first = np.where((away >= -BEFORE) & (away <= 0), opening, -np.inf).argmax(1) + low
            last = np.where((away >= 0) & (away < AFTER), closing, -np.inf).argmax(1) + low
            spans += [
                Span(table.spans[left].start, table.spans[right].end)
                for left, right in zip(first.tolist(), last.tolist(), strict=True)
            ]
    return spans


def score_pairs(
    points: Points, tables: PairTables, later: slice, earlier: slice
) -> NDArray[np.float32]:
    """How much the vectors say for each later head meaning the same as each earlier one."""
    forms, quoted, weight = points.forms, points.quoted, points.weight
    numbers = np.arange(len(points.heads))
    scores: NDArray[np.float32] = (
        points.anaphor[later] @ points.antecedent[earlier].T * LINK_WIDTH**-0.5
        + weight[later, None]
        + weight[None, earlier]
        + tables.distance[distance_rows(points.heads[later, None], points.heads[None, earlier])]
        + tables.same[same_rows(forms, numbers[later, None], numbers[None, earlier])]
        + tables.pronouns[forms.pronoun[later, None], forms.pronoun[None, earlier]]
        + tables.quoted[quoted[later, None], quoted[None, earlier]]
    )
    return scores
