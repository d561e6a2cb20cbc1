"""Which lines of a dump are the article: the decision from the lines' probabilities.

Invariant: the threshold is the page's own, and a picture's credit or the caption above it is never
the article's.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from onrecord.articles.captions import is_credit_line, split_credit
from onrecord.articles.furniture import leads_elsewhere, speaks_to_reader
from onrecord.articles.line_features import MAX_CAPTION, Floats, count_words
from onrecord.articles.line_model import LineScores
from onrecord.articles.line_units import Line
from onrecord.articles.outlets import find_agency

# All numbers below were chosen on the cross-validated probabilities of the development dumps.
# A short line between two lines of the article needs only so much of the page's threshold.
BETWEEN = 0.5
SHORT_WORDS = 15
# Lines at least this probable as captions are dropped, unless they are this probable as article.
CAPTION = 0.2
CERTAIN_ARTICLE = 0.9
# A line above a credit, or with one at its end, is a caption up to this many words, unless it is
# as good as certain.
CAPTION_WORDS = 40
TAIL_WORDS = 45
CERTAIN_PARAGRAPH = 0.97
# No line weighs more than this in the choice of a page's threshold.
MAX_WORDS = 400
# A page whose best line is less probable than this has no article.
MIN_BEST = 0.2
MIN_ARTICLE_WORDS = 25

_LAST_WORDS = re.compile(r"[.!?。\"”)]\s{0,2}([^.!?。]{2,30})$")


def choose_lines(lines: tuple[Line, ...], scores: LineScores) -> NDArray[np.bool_]:
    """For each line whether it is the article's."""
    if not lines:
        return np.zeros(0, dtype=np.bool_)
    probable = scores.article
    words = np.array([min(count_words(line.text[:4000]), MAX_WORDS) for line in lines])
    threshold = page_threshold(probable, words)
    keep: NDArray[np.bool_] = probable > threshold
    above = np.concatenate([[False], keep[:-1]])
    below = np.concatenate([keep[1:], [False]])
    keep |= above & below & (probable > BETWEEN * threshold) & (words < SHORT_WORDS)
    keep &= ~((scores.caption > CAPTION) & (probable < CERTAIN_ARTICLE))
    keep &= ~_speaks_for_page(lines, probable)
    return keep & ~_pictured(lines, probable, words)


def page_threshold(probable: Floats, words: NDArray[np.float64]) -> float:
    """Half of the best F1 that the page can be expected to reach.

    The decision that maximises the expected F1 takes all lines above half of that F1
    (Lipton, Elkan and Narayanaswamy 2014).
    """
    order = np.argsort(-probable, kind="stable")
    gain = (probable * words)[order]
    reached = 2 * np.cumsum(gain) / (np.cumsum(words[order]) + gain.sum() + 1e-9)
    return float(reached.max()) / 2


def is_article(lines: tuple[Line, ...], scores: LineScores, keep: NDArray[np.bool_]) -> bool:
    """Whether the lines that were kept amount to an article at all."""
    if not keep.any() or float(scores.article.max()) < MIN_BEST:
        return False
    kept = sum(count_words(line.text[:4000]) for line, one in zip(lines, keep, strict=True) if one)
    return kept >= MIN_ARTICLE_WORDS


def _speaks_for_page(lines: tuple[Line, ...], probable: Floats) -> NDArray[np.bool_]:
    """Labels, requests to the reader, and lines that only lead to another article."""
    reader = np.array([speaks_to_reader(line.text) for line in lines], dtype=np.bool_)
    leads = np.array([leads_elsewhere(line.text) for line in lines], dtype=np.bool_)
    page: NDArray[np.bool_] = reader | (leads & (probable < CERTAIN_ARTICLE))
    return page


def _pictured(
    lines: tuple[Line, ...], probable: Floats, words: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Credits, the captions above them, and captions with a credit at their end."""
    credit = np.array([is_credit_line(line.text) for line in lines])
    below = np.concatenate([credit[1:], [False]])
    caption = below & (words <= CAPTION_WORDS) & (probable < CERTAIN_PARAGRAPH)
    tail = np.array([ends_in_credit(line.text) for line in lines]) & (words <= TAIL_WORDS)
    pictured: NDArray[np.bool_] = credit | caption | tail
    return pictured


def ends_in_credit(text: str) -> bool:
    """Whether a line of a caption's length ends in a credit or an agency's name."""
    if len(text) > MAX_CAPTION:
        return False
    words, credit = split_credit(text)
    if words and credit:
        return True
    last = _LAST_WORDS.search(text)
    return last is not None and bool(find_agency(last.group(1).strip(" ()")))
