"""Quotation marks paired by rule: odd, mixed, nested and run-on marks never break the text.

Invariant: quotations are returned in order of their start; two of them are nested or apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.record import Span

DOUBLE_OPENING = "“„«‟"
DOUBLE_CLOSING = "”»"
STRAIGHT = '"＂'
SINGLE_OPENING = "‘‚‹"
SINGLE_CLOSING = "’›"
APOSTROPHE = "'"
_OPENS_AFTER = " \t\n\r\f\v\xa0\u2009\u200a\u202f([{—–-/…:" + DOUBLE_OPENING + SINGLE_OPENING
MAX_OPEN = 6
"""Deeper nesting than this in one paragraph is noise, not speech; chosen, not measured."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, marks included.

    ``depth`` is 0 for the outermost marks; ``closed`` is false where the paragraph ends first;
    ``continues`` is true where the next paragraph goes on with the same quotation.
    """

    span: Span
    depth: int
    closed: bool = True
    continues: bool = False


def find_quotations(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """All quotations of ``text``, paragraph by paragraph; linear in its length."""
    found: list[Quotation] = []
    for number, paragraph in enumerate(paragraphs):
        after = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        runs_on = after is not None and text[after.start] in DOUBLE_OPENING + STRAIGHT
        found += _pair_paragraph(text, paragraph, runs_on=runs_on)
    return tuple(sorted(found, key=lambda quotation: (quotation.span.start, quotation.depth)))


def _pair_paragraph(text: str, paragraph: Span, *, runs_on: bool) -> list[Quotation]:
    found: list[Quotation] = []
    open_marks: list[tuple[int, bool]] = []  # (position, is it a double mark)
    for at in range(paragraph.start, paragraph.end):
        mark = text[at]
        if mark not in _ALL_MARKS:
            continue
        double = mark in _DOUBLE_MARKS
        if not double and _is_apostrophe(text, at, paragraph):
            continue
        if _opens(text, at, paragraph, open_marks, double=double):
            if len(open_marks) < MAX_OPEN:
                open_marks.append((at, double))
        elif any(kind == double for _, kind in open_marks):
            while open_marks:
                start, kind = open_marks.pop()
                if kind == double:
                    found.append(Quotation(Span(start, at + 1), len(open_marks)))
                    break
    for depth, (start, double) in enumerate(open_marks):
        if double:  # a single mark left open is an apostrophe
            end = paragraph.end
            found.append(Quotation(Span(start, end), depth, closed=False, continues=runs_on))
    return _nest(_drop_crossing(found))


_DOUBLE_MARKS = frozenset(DOUBLE_OPENING + DOUBLE_CLOSING + STRAIGHT)
_ALL_MARKS = _DOUBLE_MARKS | frozenset(SINGLE_OPENING + SINGLE_CLOSING + APOSTROPHE)


_DECADE = re.compile(r"\d0s\b")
_CLOSES_LATER = re.compile(r"(?:[^‘’\n]|(?<=\w)’(?=\w)){0,300}[,.?!…]’(?!\w)")


def _is_apostrophe(text: str, at: int, paragraph: Span) -> bool:
    """Whether a single mark stands in a word, before a decade, or behind a plural that owns."""
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if before.isalnum() and after.isalnum():
        return True
    if not before.isalnum() and _DECADE.match(text, at + 1, paragraph.end):
        return True
    owns = text[at] == "’" and before == "s" and after == " "
    return owns and _CLOSES_LATER.match(text, at + 1, paragraph.end) is not None


def _opens(
    text: str, at: int, paragraph: Span, open_marks: list[tuple[int, bool]], *, double: bool
) -> bool:
    mark = text[at]
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    is_open = any(kind == double for _, kind in open_marks)
    if mark in DOUBLE_OPENING or mark in SINGLE_OPENING:
        # Behind a word it closes what „ or » opened.
        return not is_open or (before in _OPENS_AFTER + STRAIGHT and not after.isspace())
    if mark in DOUBLE_CLOSING:
        # A closing mark where only an opening one can stand (“He said, ”we will go”).
        return not is_open and before in _OPENS_AFTER and not after.isspace()
    if mark in SINGLE_CLOSING:
        return False
    if mark in STRAIGHT:
        if is_open:
            nested = before.isspace() and after.isalnum()
            return nested or (before in "([{" and not after.isspace())
        return not after.isspace()
    # A straight apostrophe opens a quotation only before a word and where one closes again.
    return not is_open and before in _OPENS_AFTER + STRAIGHT and after.isalnum()


def _drop_crossing(found: list[Quotation]) -> list[Quotation]:
    """Leave out what an unclosed mark made to cross another quotation."""
    kept: list[Quotation] = []
    for quotation in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        crossing = any(
            other.span.overlaps(quotation.span) and not other.span.covers(quotation.span)
            for other in kept[-MAX_OPEN:]
        )
        if not crossing:
            kept.append(quotation)
    return kept


def _nest(found: list[Quotation]) -> list[Quotation]:
    """The quotations with their depth: only marks that pair count, no stray one before them."""
    around: list[Quotation] = []
    nested = []
    for quotation in found:
        while around and around[-1].span.end <= quotation.span.start:
            around.pop()
        nested.append(replace(quotation, depth=len(around)))
        around.append(quotation)
    return nested
