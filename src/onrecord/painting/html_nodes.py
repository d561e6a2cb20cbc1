"""The signs of a graph: pages by what they do with the claim, sources by whether they are named.

Invariant: each sign has a shape of its own, so that it is known without its colour.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.painting.graph_layout import RADIUS
from onrecord.painting.markup import NOTHING, Html, element, join, write
from onrecord.painting.trace_outline import PageShown, SourceShown, Standing, TraceOutline
from onrecord.painting.trace_words import (
    call_source,
    describe_page_kind,
    describe_source,
    name_outlet,
)
from onrecord.painting.wording import phrase, word_for

LINE_HEIGHT = 15


def card_of(section: int, page: int) -> str:
    """The id of a page's card."""
    return f"c{section}-page-{page}"


def source_card_of(section: int, letter: str) -> str:
    """The id of a source's card."""
    return f"c{section}-source-{letter}"


def number(value: float) -> str:
    """A length as short as it can be written."""
    return f"{value:.1f}".removesuffix(".0")


def describe_page(page: PageShown, outline: TraceOutline) -> str:
    """All that the sign of a page tells, in words."""
    claimed = outline.trace.claim.text
    words = phrase(
        "graph",
        "page",
        number=page.number,
        outlet=name_outlet(page.article),
        when=page.clock.words,
        standing=word_for("page_standing", page.standing)
        if claimed
        else phrase("graph", "in_story"),
        kind=describe_page_kind(page),
    )
    return f"{words}; {phrase('graph', 'circle')}" if page.number in outline.circling else words


def draw_page(
    page: PageShown, x: float, y: float, label: Html, outline: TraceOutline, section: int
) -> Html:
    """A page's sign with its number, and ``label`` beside it, as one link to its card."""
    words = describe_page(page, outline)
    ring = NOTHING
    if page.number in outline.circling:
        ring = element("circle", cx=number(x), cy=number(y), r=str(RADIUS + 4), class_="ring")
    return element(
        "a",
        element("title", write(words)),
        ring,
        draw_sign(page.standing, x, y),
        element("text", write(str(page.number)), x=number(x), y=number(y + 4.5), class_="figure"),
        label,
        href=f"#{card_of(section, page.number)}",
        aria_label=words,
        class_=f"node {page.standing}",
    )


def draw_sign(standing: Standing, x: float, y: float) -> Html:
    """A disc says it, a square denies it, a disc in two halves does both, a ring neither."""
    if standing == "denies":
        side = 2 * RADIUS - 3
        corner = side / 2
        return element(
            "rect", x=number(x - corner), y=number(y - corner), width=str(side), height=str(side),
            rx="3", class_="sign",
        )  # fmt: skip
    disc = element("circle", cx=number(x), cy=number(y), r=str(RADIUS), class_="sign")
    if standing != "both":
        return disc
    half = f"M{number(x)},{number(y - RADIUS)}h{RADIUS}v{2 * RADIUS}h-{RADIUS}z"
    return join([disc, element("path", d=half, class_="half")])


def draw_source(shown: SourceShown, x: float, y: float, label: Html, section: int) -> Html:
    """A source's sign with its letter: filled where it is named, open where not."""
    words = phrase(
        "graph",
        "source",
        letter=shown.letter,
        name=call_source(shown),
        kind=", ".join(describe_source(shown)),
    )
    corner = RADIUS + 1
    points = f"{number(x - corner)},{number(y)} {number(x)},{number(y - corner)} "
    points += f"{number(x + corner)},{number(y)} {number(x)},{number(y + corner)}"
    return element(
        "a",
        element("title", write(words)),
        element("polygon", points=points, class_="sign"),
        element("text", write(shown.letter), x=number(x), y=number(y + 4.5), class_="figure"),
        label,
        href=f"#{source_card_of(section, shown.letter)}",
        aria_label=words,
        class_=f"node source {shown.side} {'unnamed' if shown.source.unnamed else 'named'}",
    )


def draw_words(lines: Sequence[str], x: float, y: float, looks: str) -> Html:
    """Lines of text around the height ``y``."""
    top = y + 4.5 - LINE_HEIGHT * (len(lines) - 1) / 2
    return element(
        "text",
        *[
            element("tspan", write(line), x=number(x), y=number(top + LINE_HEIGHT * position))
            for position, line in enumerate(lines)
        ],
        class_=looks,
    )
