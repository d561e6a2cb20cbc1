"""Short ways to the spans of a text, for tests that say everything in words."""

from __future__ import annotations

from onrecord.record import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.lexicon import load_lexicon

LEXICON = load_lexicon("en")


def find(text: str, words: str) -> Span:
    """The span of the first ``words`` of ``text``."""
    start = text.index(words)
    return Span(start, start + len(words))


def draft(text: str, *content: str, cue: str | None = None, source: str | None = None) -> Draft:
    """An attribution of ``text`` whose parts are given in words."""
    return Draft(
        tuple(find(text, words) for words in content),
        find(text, cue) if cue else None,
        find(text, source) if source else None,
        0.9,
        "encoder",
    )


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """The lines of ``text``."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return tuple(found)
