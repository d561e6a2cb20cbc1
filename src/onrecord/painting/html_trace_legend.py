"""What the signs and the lines of a graph mean: only those that stand in it."""

from __future__ import annotations

from onrecord.painting.graph_layout import RADIUS
from onrecord.painting.html_nodes import draw_sign
from onrecord.painting.markup import Html, element, join, write
from onrecord.painting.trace_outline import Standing, TraceOutline
from onrecord.painting.wording import phrase
from onrecord.record import Credited, DerivationKind

STANDINGS: tuple[Standing, ...] = ("asserts", "denies", "both", "passes")
KINDS: tuple[DerivationKind, ...] = ("copy", "rewrite", "relay", "update", "followup")
CREDITS: tuple[Credited, ...] = ("named", "vague", "none")
SIDE = 2 * RADIUS + 6
LINE_LENGTH = 46


def draw_trace_legend(outline: TraceOutline) -> Html:
    """The legend, as a list."""
    items = []
    standings = {one.standing for one in outline.pages}
    for standing in STANDINGS:
        if standing in standings and outline.trace.claim.text:
            sign = element("g", draw_sign(standing, SIDE / 2, SIDE / 2), class_=f"node {standing}")
            items.append(_item(sign, SIDE, phrase("legend", standing)))
    sources = {(one.side, one.source.unnamed) for one in outline.sources}
    for key, side, unnamed in (
        ("named_source", "asserts", False),
        ("unnamed_source", "asserts", True),
        ("denying_source", "denies", False),
    ):
        if (side, unnamed) in sources or (side == "denies" and outline.on("denies")):
            looks = f"node source {side} {'unnamed' if unnamed else 'named'}"
            items.append(_item(element("g", _diamond(), class_=looks), SIDE, phrase("legend", key)))
    if outline.circling:
        ring = element(
            "circle", cx=str(SIDE // 2), cy=str(SIDE // 2), r=str(RADIUS - 1), class_="ring"
        )
        items.append(_item(element("g", ring, class_="node"), SIDE, phrase("legend", "circle")))
    kinds = {one.derivation.kind for one in outline.takings}
    for kind in KINDS:
        if kind in kinds:
            items.append(_item(_line(f"taking {kind} named"), LINE_LENGTH, phrase("legend", kind)))
    credits = {one.derivation.credited for one in outline.takings}
    for credit in CREDITS:
        if credit in credits:
            line = _line(f"taking plain {credit}")
            items.append(_item(line, LINE_LENGTH, phrase("legend", f"credit_{credit}")))
    return element("ul", join(items), class_="legend", aria_label=phrase("legend", "heading"))


def _item(sign: Html, width: float, words: str) -> Html:
    drawn = element(
        "svg",
        sign,
        viewBox=f"0 0 {width} {SIDE}",
        width=str(round(width * 0.7)),
        height=str(round(SIDE * 0.7)),
        aria_hidden="true",
    )
    return element("li", drawn, write(words))


def _diamond() -> Html:
    half, corner = SIDE / 2, RADIUS + 1
    points = f"{half - corner},{half} {half},{half - corner} "
    return element("polygon", points=points + f"{half + corner},{half} {half},{half + corner}",
                   class_="sign")  # fmt: skip


def _line(looks: str) -> Html:
    half = SIDE / 2
    end = LINE_LENGTH - 9
    return element(
        "g",
        element("path", d=f"M1,{half}H{end}", class_="line"),
        element("polygon", points=f"{end + 8},{half} {end},{half - 4} {end},{half + 4}",
                class_="head"),
        class_=looks,
    )  # fmt: skip
