"""How much of a claim's matter stands in each sentence of the pages, and in what surrounds it.

Invariant: weights are rarities over the pages and add up to 1; numbers are looked at elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.stories.assertions.claims import ClaimWords
from onrecord.stories.assertions.telling_index import Floats, TellingIndex

BEFORE, BEHIND = 2, 1
"""Sentences before and behind whose words may supply what a sentence leaves out; by hand."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What each sentence holds of a claim; shapes: terms × sentences, terms × pages.

    ``weights`` of the terms add up to 1; ``names`` and ``days`` tell which terms are such.
    ``unit`` = the sentence alone, ``around`` = with its neighbours and the title, ``page`` = with
    all of its page; each 0 … 1 by weight. ``held`` are the terms in the sentence, ``near`` with its
    neighbours, ``anywhere`` on the page.
    """

    weights: Floats
    names: NDArray[np.bool_]
    days: NDArray[np.bool_]
    held: Floats
    near: Floats
    anywhere: Floats
    relatives: tuple[dict[str, float], ...]
    unit: Floats
    around: Floats
    page: Floats
    title: Floats


def measure_coverage(claim: ClaimWords, index: TellingIndex) -> Coverage:
    """The coverage of ``claim`` by every sentence of ``index``."""
    relatives = tuple(index.relatives(term, claim.language) for term in claim.terms)
    pairs = [index.hold(one) for one in relatives]
    count, pages = index.starts[-1], len(index)
    held = np.array([one for one, _ in pairs], np.float32).reshape(len(pairs), count)
    titles = np.array([one for _, one in pairs], np.float32).reshape(len(pairs), pages)
    weights = np.array([index.weight(one) for one in relatives], np.float32)
    weights = weights / weights.sum() if len(weights) else weights
    starts = np.asarray(index.starts)
    page_of = np.repeat(np.arange(pages), np.diff(starts))
    near = np.maximum(_with_neighbours(held, page_of), titles[:, page_of])
    filled = np.diff(starts) > 0
    anywhere = titles.copy()
    if count:
        highest = np.maximum.reduceat(held, starts[:-1][filled], axis=1)
        anywhere[:, filled] = np.maximum(anywhere[:, filled], highest)
    return Coverage(
        weights,
        np.array([index.is_name(term) for term in claim.terms], bool),
        np.array([term.day for term in claim.terms], bool),
        held,
        near,
        anywhere,
        relatives,
        weights @ held,
        weights @ near,
        weights @ anywhere,
        weights @ titles,
    )


def _with_neighbours(held: Floats, page_of: NDArray[np.int64]) -> Floats:
    """The most of each term in a sentence and those around it on its page."""
    near = held.copy()
    for by in (*range(1, BEFORE + 1), *range(-BEHIND, 0)):
        if abs(by) >= held.shape[1]:
            continue
        to, source = (
            (slice(by, None), slice(None, -by)) if by > 0 else (slice(None, by), slice(-by, None))
        )
        same = page_of[to] == page_of[source]
        near[:, to] = np.maximum(near[:, to], held[:, source] * same)
    return near
