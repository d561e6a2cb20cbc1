"""The article's text with every finding painted on it.

Invariant: what a reader sees, numbers apart, is the article's text in its order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from onrecord.cli.highlights import Mark, Stretch, cut_at_edges, innermost
from onrecord.cli.markup import NOTHING, Html, element, join, write
from onrecord.record import Block, BlockKind, Reading, Span, Statement

_ELEMENTS: dict[BlockKind, str] = {
    "heading": "h2",
    "headline": "h2",
    "quotation": "blockquote",
    "list": "li",
    "table": "pre",
}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A statement with its number in the text and the colour of its source."""

    number: int
    statement: Statement
    hue: str
    suffix: str = ""

    @property
    def anchor(self) -> str:
        """The id that deep links point to."""
        return f"{self.statement.id}{self.suffix}"


@dataclass(frozen=True, slots=True)
class Legend:
    """What the marks mean: the statements, what is told of each time, and the page's number."""

    numbered: tuple[Numbered, ...]
    times: Mapping[int, tuple[str, ...]]
    page: int


def paint_text(reading: Reading, marks: tuple[Mark, ...], legend: Legend) -> Html:
    """The blocks of the article, each stretch marked with all that it is part of."""
    text = reading.article.text
    blocks = reading.article.blocks or ((Block("paragraph", Span(0, len(text))),) if text else ())
    cut = cut_at_edges([block.span for block in blocks], marks)
    painted = [
        (
            _ELEMENTS.get(block.kind, "p"),
            join([_paint_stretch(one, text, legend) for one in stretches]),
        )
        for block, stretches in zip(blocks, cut, strict=True)
    ]
    parts: list[Html] = []
    for name, group in groupby(painted, key=lambda pair: pair[0]):
        inside = [element(name, words, dir="auto") for _, words in group]
        parts.append(element("ul", join(inside)) if name == "li" else join(inside))
    return join(parts)


def _paint_stretch(stretch: Stretch, text: str, legend: Legend) -> Html:
    words = write(stretch.span.cut(text))
    if not stretch.marks:
        return words
    numbered = legend.numbered
    starting = [mark for mark in stretch.marks if mark.span.start == stretch.span.start]
    anchors = [_anchor(mark, legend) for mark in starting]
    numbers = [
        _number(numbered[mark.number - 1])
        for mark in starting
        if mark.role == "content" and mark.part == 1
    ]
    meant = innermost(stretch.marks)
    whens = [mark for mark in stretch.marks if mark.role == "when"]
    roles = dict.fromkeys(mark.role for mark in stretch.marks)
    told = [line for mark in whens for line in legend.times[mark.number]]
    shown = element(
        "span",
        words,
        class_=" ".join(
            [
                *(["said"] if len(whens) < len(stretch.marks) else []),
                *roles,
                *_look(meant, numbered),
                *_surroundings(stretch, meant, numbered),
            ]
        ),
        data_n=str(meant.number) if meant else None,
        data_t=" ".join(str(mark.number) for mark in whens) if whens else None,
        title="\n".join(told) if told else None,
        **{f"data_{role}": numbers_of for role, numbers_of in _by_role(stretch.marks).items()},
    )
    return join([*anchors, *numbers, shown])


def _look(meant: Mark | None, numbered: tuple[Numbered, ...]) -> list[str]:
    if meant is None:
        return []
    one = numbered[meant.number - 1]
    unnamed = ["of-unnamed"] if one.statement.chain.origin.unnamed else []
    return [f"hue-{one.hue}", *unnamed]


def _surroundings(
    stretch: Stretch, meant: Mark | None, numbered: tuple[Numbered, ...]
) -> list[str]:
    """The class that shows the statement around this one, where one stands in another."""
    around = [mark for mark in stretch.marks if mark.role == "content" and mark != meant]
    if meant is None or meant.role != "content" or not around:
        return []
    nearest = min(around, key=lambda mark: len(mark.span))
    return ["nested", f"within-{numbered[nearest.number - 1].hue}"]


def _by_role(marks: tuple[Mark, ...]) -> dict[str, str]:
    found: dict[str, dict[str, None]] = {}
    for mark in marks:
        if mark.role not in ("doubt", "when"):
            found.setdefault(mark.role, {})[str(mark.number)] = None
    return {role: " ".join(numbers) for role, numbers in found.items()}


def _anchor(mark: Mark, legend: Legend) -> Html:
    if mark.role in ("doubt", "when"):
        return element("i", id=f"page-{legend.page}-{mark.role}-{mark.number}")
    if mark.role == "content" and mark.part == 1:
        return NOTHING
    part = f"-{mark.part}" if mark.part > 1 else ""
    return element("i", id=f"{legend.numbered[mark.number - 1].anchor}-{mark.role}{part}")


def _number(one: Numbered) -> Html:
    return element(
        "a",
        write(str(one.number)),
        class_=f"mark hue-{one.hue}",
        id=one.anchor,
        href=f"#{one.anchor}-chain",
        aria_label=f"Statement {one.number}, {one.statement.chain.origin.name}",
        data_n=str(one.number),
    )
