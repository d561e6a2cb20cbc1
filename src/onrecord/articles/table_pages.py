"""HTML pages that are laid out by tables: their body is found among their lines, as in a dump.

Invariant: every block comes back once, as text of the article or as furniture.
"""

from __future__ import annotations

from onrecord.articles.line_choice import choose_lines, is_article
from onrecord.articles.line_kinds import FURNITURE_KINDS, label_lines
from onrecord.articles.line_model import load_model, score_lines
from onrecord.articles.line_units import divide_lines
from onrecord.record import BlockKind, Furniture

# The extractor gives such a page as one table: so much of its text stands in table cells.
TABLE_SHARE = 0.8
MIN_BLOCKS = 8

Blocks = list[tuple[BlockKind, str]]


def is_laid_out_by_tables(found: Blocks) -> bool:
    """Whether nearly all that the extractor found stands in the cells of tables."""
    whole = sum(len(text) for _, text in found)
    cells = sum(len(text) for kind, text in found if kind == "table")
    return len(found) >= MIN_BLOCKS and cells >= TABLE_SHARE * whole


def sort_out_lines(found: Blocks) -> tuple[Blocks, tuple[Furniture, ...]]:
    """The lines that are the article's, as paragraphs, and the others; all where none is."""
    texts = [" ".join(text.split()) for _, text in found]
    lines = divide_lines("\n".join(texts))
    scores = score_lines(lines, load_model())
    keep = choose_lines(lines, scores)
    labels = label_lines(lines, keep)
    if not is_article(lines, scores, keep) or "body" not in labels:
        return found, ()
    kept: Blocks = []
    aside = []
    for line, label in zip(lines, labels, strict=True):
        if label == "body":
            kept.append(("paragraph", line.text))
        elif label in FURNITURE_KINDS:
            aside.append(Furniture(FURNITURE_KINDS[label], line.text))
    return kept, tuple(aside)
