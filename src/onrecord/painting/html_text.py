"""The article's text with every finding painted on it.

Invariant: what a reader sees, numbers apart, is the article's text in its order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from onrecord.painting.highlights import (
    STATEMENT_ROLES,
    Mark,
    Role,
    Stretch,
    cut_at_edges,
    innermost,
)
from onrecord.painting.markup import NOTHING, Html, element, join, write
from onrecord.painting.verdicts import Verdict, tell_verdict
from onrecord.record import Article, Block, BlockKind, Reading, Span, Statement

_ELEMENTS: dict[BlockKind, str] = {
    "heading": "h2",
    "headline": "h2",
    "quotation": "blockquote",
    "list": "li",
    "table": "pre",
}
DATA: dict[Role, str] = {
    "when": "t",
    "event": "e",
    "who": "p",
    "where": "p",
    "thing": "p",
    "contest": "c",
}
"""The attribute that has a finding's number, by which the script finds all that belongs to it."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A statement with its number in the text and the colour of its source.

    ``painted`` is False where it begins in no block, and so has no place on the page. ``verdict``
    is what a person said of it.
    """

    number: int
    statement: Statement
    hue: str
    suffix: str = ""
    painted: bool = True
    verdict: Verdict | None = None

    @property
    def anchor(self) -> str:
        """The id that deep links point to."""
        return f"{self.statement.id}{self.suffix}"


@dataclass(frozen=True, slots=True)
class Legend:
    """What the marks mean.

    ``told`` = lines on a finding by role and number, ``ids`` = its id, ``verdicts`` = what a person
    said of it; ``looks`` = the classes of single marks; ``page`` = the number of the page in the
    report.
    """

    numbered: tuple[Numbered, ...]
    told: Mapping[tuple[Role, int], tuple[str, ...]]
    ids: Mapping[tuple[Role, int], str]
    looks: Mapping[Mark, str]
    page: int
    verdicts: Mapping[tuple[Role, int], Verdict]


def anchor(finding: str, role: Role, part: int) -> str:
    """The id of the place where a part of a finding begins, an event's or an entity's mention."""
    return f"{finding}-{role}-{part}" if part > 1 else f"{finding}-{role}"


def find_anchored(article: Article, spans: Iterable[Span]) -> frozenset[Span]:
    """Those of ``spans`` that begin in a block, and so have a place on the page."""
    blocks = article.paragraphs or (Span(0, max(len(article.text), 1)),)
    starts = [block.start for block in blocks]
    found = set()
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        if at >= 0 and span.start < blocks[at].end:
            found.add(span)
    return frozenset(found)


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
    anchors = [_place_anchor(mark, legend) for mark in starting]
    numbers = [
        _number(numbered[mark.number - 1])
        for mark in starting
        if mark.role == "content" and mark.part == 1
    ]
    meant = innermost(stretch.marks)
    roles = dict.fromkeys(mark.role for mark in stretch.marks)
    said = any(role in STATEMENT_ROLES or role == "doubt" for role in roles)
    told = [
        line for mark in stretch.marks for line in legend.told.get((mark.role, mark.number), ())
    ]
    looks = dict.fromkeys(legend.looks[mark] for mark in stretch.marks if mark in legend.looks)
    shown = element(
        "span",
        words,
        class_=" ".join(
            [
                *(["said"] if said else []),
                *roles,
                *looks,
                *_look(meant, numbered),
                *_surroundings(stretch, meant, numbered),
            ]
        ),
        data_n=str(meant.number) if meant else None,
        title="\n".join(dict.fromkeys(told)) if told else None,
        **_number_marks(stretch.marks),
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


def _number_marks(marks: tuple[Mark, ...]) -> dict[str, str]:
    """The numbers of the findings by attribute: each role of a statement, each other kind."""
    found: dict[str, dict[str, None]] = {}
    for mark in marks:
        if mark.role not in ("doubt", "found"):
            key = f"data_{DATA.get(mark.role, mark.role)}"
            found.setdefault(key, {})[str(mark.number)] = None
    return {key: " ".join(numbers) for key, numbers in found.items()}


def _place_anchor(mark: Mark, legend: Legend) -> Html:
    if mark.role == "found":
        return element("i", id=f"{mark.role}-{mark.number}")
    if mark.role in ("doubt", "when"):
        return element("i", id=f"page-{legend.page}-{mark.role}-{mark.number}")
    if mark.role not in STATEMENT_ROLES:
        verdict = legend.verdicts.get((mark.role, mark.number)) if mark.part == 1 else None
        return element(
            "i",
            id=anchor(legend.ids[mark.role, mark.number], mark.role, mark.part),
            class_=f"checked {verdict.kind} {mark.role}-sign" if verdict else None,
        )
    if mark.role == "content" and mark.part == 1:
        return NOTHING
    statement = legend.numbered[mark.number - 1].anchor
    return element("i", id=anchor(statement, mark.role, mark.part))


def _number(one: Numbered) -> Html:
    return element(
        "a",
        write(str(one.number)),
        class_=f"mark hue-{one.hue}{f' checked {one.verdict.kind}' if one.verdict else ''}",
        id=one.anchor,
        href=f"#{one.anchor}-chain",
        aria_label=", ".join(
            [
                f"Statement {one.number}",
                one.statement.chain.origin.name,
                *([tell_verdict(one.verdict)] if one.verdict else []),
            ]
        ),
        data_n=str(one.number),
    )
