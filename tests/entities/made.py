"""Entities of texts whose names and mentions are marked by hand (see evaluation/marked_text.py)."""

from __future__ import annotations

from evaluation.entities import paragraphs_of
from evaluation.marked_text import read_marks
from onrecord.entities import find_entities
from onrecord.entities.lexicon import load_lexicon
from onrecord.record import Entity

LEXICON = load_lexicon("en")


def text_of(marked: str) -> str:
    """The text without its marks."""
    return read_marks(marked)[0]


def entities_of(marked: str, *, outlet: str = "") -> tuple[Entity, ...]:
    """The entities of a marked text."""
    text, labels = read_marks(marked)
    return find_entities(
        text,
        paragraphs_of(text),
        labels.names,
        labels.mentions,
        article_id="a1",
        language="en",
        outlet=outlet,
    )


def groups_of(marked: str, *, outlet: str = "") -> dict[str, tuple[str, ...]]:
    """The name of each entity with the words of its mentions."""
    text = text_of(marked)
    return {
        one.name: tuple(span.cut(text) for span in one.mentions)
        for one in entities_of(marked, outlet=outlet)
    }
