"""The trace for a browser: one file with the answer, the graph, the count and every page's words.

Invariant: the page holds no address that a browser fetches, and no code.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from string import Template

from onrecord import __version__
from onrecord.painting.addresses import NOWHERE, Addresses
from onrecord.painting.html_graph import describe_left_out, draw_graph
from onrecord.painting.html_nodes import card_of, source_card_of
from onrecord.painting.html_trace_cards import link_pages, show_card, show_table
from onrecord.painting.html_trace_legend import draw_trace_legend
from onrecord.painting.markup import NOTHING, Html, element, isolate, join, write
from onrecord.painting.trace_outline import SourceShown, TraceOutline, outline_trace
from onrecord.painting.trace_words import (
    call_source,
    describe_answer,
    describe_circle,
    describe_conflict,
    describe_first,
    describe_names,
    describe_source,
    describe_step,
    describe_total,
    list_issues,
    list_steps,
)
from onrecord.painting.wording import count, phrase
from onrecord.record import Corpus, Trace


@dataclass(frozen=True, slots=True)
class TraceSection:
    """One claim's part of the page."""

    title: str
    html: Html


def render_trace_page(sections: Sequence[TraceSection]) -> str:
    """The whole page, from the section of each claim."""
    style = _load("trace.css")
    titles = [section.title for section in sections]
    if len(titles) == 1:
        title = phrase("trace_page", "title", claim=titles[0])
    else:
        title = phrase("trace_page", "titles", claims=count(len(titles), "claim"))
    contents = [
        element("li", element("a", isolate(words), href=f"#claim-{number}"))
        for number, words in enumerate(titles, start=1)
    ]
    label = phrase("trace_page", "claims")
    navigation = element("nav", element("ol", join(contents)), aria_label=label)
    return Template(_load("trace.html")).substitute(
        title=write(title),
        style=style,
        style_digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        hint=write(phrase("trace_page", "hint")),
        navigation=navigation if len(titles) > 1 else "",
        sections="\n".join(section.html for section in sections)
        or element("p", write(phrase("trace_page", "empty")), class_="empty"),
        version=write(__version__),
    )


def render_trace_section(
    trace: Trace, corpus: Corpus, *, places: Mapping[str, str], number: int
) -> TraceSection:
    """The section of one claim, the ``number``-th of the page, from 1."""
    return render_traced(outline_trace(trace, corpus, places), number=number)


def render_traced(
    outline: TraceOutline, *, number: int, addresses: Addresses = NOWHERE
) -> TraceSection:
    """The section of a trace in its outline; ``addresses`` lead from its pages to other ones."""
    parts = [_show_answer(outline)]
    if outline.pages:
        parts += [
            _show_sources(outline, number),
            _show_graph(outline, number),
            _show_conflicts(outline),
            _show_circles(outline, number),
            _show_count(outline, number),
            _show_cards(outline, number, addresses),
        ]
    else:
        parts.append(_show_conflicts(outline))
    section = element("article", *parts, class_="trace", id=f"claim-{number}")
    return TraceSection(outline.trace.claim.text, section)


def _show_answer(outline: TraceOutline) -> Html:
    first, *others = describe_answer(outline)
    read = phrase("answer", "read", pages=count(outline.pages_read, "page_was"))
    issues = [element("li", isolate(one)) for one in list_issues(outline)]
    order = describe_first(outline)
    return element(
        "header",
        element("h1", write("“"), isolate(outline.trace.claim.text), write("”")),
        element("p", write(first), class_="answer"),
        *[element("p", write(line), class_="denial") for line in others],
        element(
            "p",
            element("span", write(phrase("trace", "order")), class_="label"),
            *[element("span", write(line)) for line in order],
            class_="first",
        )
        if order
        else NOTHING,
        element("ul", join(issues), class_="issues") if issues else NOTHING,
        element("p", write(read), class_="read"),
    )


def _show_sources(outline: TraceOutline, number: int) -> Html:
    groups = []
    for side, key in (("asserts", "sources"), ("denies", "denial")):
        shown = [one for one in outline.sources if one.side == side]
        if shown:
            items = [_show_source(one, outline, number) for one in shown]
            groups.append(
                element(
                    "section",
                    element("h2", write(phrase("trace", key))),
                    element("ul", join(items), class_="sources"),
                )
            )
    return element("div", join(groups), class_="groups") if groups else NOTHING


def _show_source(shown: SourceShown, outline: TraceOutline, number: int) -> Html:
    looks = f"{shown.side} {'unnamed' if shown.source.unnamed else 'named'}"
    facts = [element("li", write(one)) for one in describe_source(shown)]
    names = [element("p", write(line), class_="names") for line in describe_names(shown)]
    return element(
        "li",
        element("span", element("b", write(shown.letter)), class_=f"letter {looks}"),
        element(
            "div",
            element("p", isolate(call_source(shown)), class_="name"),
            element("ul", join(facts), class_="facts"),
            *names,
            element("p", link_pages(shown.pages, outline, number), class_="leads"),
        ),
        id=source_card_of(number, shown.letter),
        tabindex="-1",
    )


def _show_graph(outline: TraceOutline, number: int) -> Html:
    left = describe_left_out(outline)
    return element(
        "section",
        element("h2", write(phrase("trace", "tree"))),
        element("p", write(phrase("graph", "scale")), class_="scale"),
        draw_trace_legend(outline),
        draw_graph(outline, number),
        element("p", write(left), class_="note") if left else NOTHING,
        element(
            "details",
            element("summary", write(phrase("table", "caption"))),
            show_table(outline, number),
        ),
        id=f"c{number}-graph",
        class_="drawn",
    )


def _show_conflicts(outline: TraceOutline) -> Html:
    items = []
    for one in outline.trace.contradictions:
        told, support = describe_conflict(one, outline)
        looks = "superseded" if one.superseded else "rival"
        note = element("span", write(support), class_="note")
        items.append(element("li", isolate(told), note, class_=looks))
    if not items:
        return NOTHING
    heading = element("h2", write(phrase("trace", "conflicts")))
    return element("section", heading, element("ul", join(items), class_="conflicts"))


def _show_circles(outline: TraceOutline, number: int) -> Html:
    items = []
    for one in outline.trace.circles:
        told, way = describe_circle(one, outline)
        reason = element("span", isolate(one.reason), class_="note") if one.reason else NOTHING
        pages = [page for each in one.articles if (page := outline.number(each)) is not None]
        first = f"#{card_of(number, pages[0])}" if pages else None
        way_shown = element("a" if first else "span", write(way), class_="way", href=first)
        items.append(element("li", element("b", write(told)), way_shown, reason))
    if not items:
        return NOTHING
    heading = element("h2", write(phrase("trace", "circles")))
    return element("section", heading, element("ul", join(items), class_="circles"))


def _show_count(outline: TraceOutline, number: int) -> Html:
    independence = outline.trace.claim.independence
    if not independence.why:
        return NOTHING
    rows = []
    for step in list_steps(independence):
        letters = [
            element("a", write(letter), href=f"#{source_card_of(number, letter)}")
            for one in step.sources
            if (letter := outline.letter(one))
        ]
        rows.append(
            element(
                "tr",
                element("td", write(describe_step(step)), class_="adds"),
                element("td", Html(" ".join(letters))),
                element("td", isolate(step.reason)),
                element("td", write(step.rule), class_="rule"),
            )
        )
    noun = "total_word" if independence.max == 1 else "total_words"
    total = element(
        "tr",
        element("th", write(describe_total(independence)), class_="adds", scope="row"),
        element("td"),
        element("th", write(phrase("counting", noun)), scope="row"),
        element("td"),
        class_="total",
    )
    heads = [
        element("th", write(phrase("counting", key)), scope="col")
        for key in ("column_adds", "column_sources", "column_reason", "column_rule")
    ]
    return element(
        "section",
        element("h2", write(phrase("trace", "count"))),
        element(
            "table",
            element("thead", element("tr", join(heads))),
            element("tbody", join(rows), total),
            class_="count",
        ),
        element("p", write(phrase("counting", "note")), class_="note"),
    )


def _show_cards(outline: TraceOutline, number: int, addresses: Addresses) -> Html:
    takers = outline.takers
    cards = [
        show_card(page, takers.get(page.number, ()), outline, number, addresses)
        for page in outline.pages
    ]
    return element(
        "section",
        element("h2", write(phrase("trace", "pages"))),
        element("ol", join(cards), class_="cards"),
    )


def _load(name: str) -> str:
    return (files(__package__) / "page" / name).read_text(encoding="utf-8")
