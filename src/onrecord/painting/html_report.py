"""The report for a browser: one file, every finding highlighted in the text, no network needed.

Invariant: the page holds no address that a browser fetches, and no code but its own.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from string import Template

from onrecord import __version__
from onrecord.painting.addresses import NOWHERE, Addresses
from onrecord.painting.highlights import Mark, find_marks
from onrecord.painting.html_events import (
    Places,
    list_happenings,
    place_findings,
    show_contests,
    show_events,
)
from onrecord.painting.html_legend import draw_legend
from onrecord.painting.html_people import show_people
from onrecord.painting.html_text import Numbered, find_anchored, paint_text
from onrecord.painting.html_timeline import show_timeline
from onrecord.painting.markup import NOTHING, Html, element, isolate, join, link_out, write
from onrecord.painting.outline import Account, Outline, Route, outline_reading, shown_content
from onrecord.painting.people import call_roster
from onrecord.painting.record_dates import DateTold, describe_dates
from onrecord.painting.timeline import order_times
from onrecord.painting.verdicts import Verdict, show_verdict, verdict_on
from onrecord.painting.wording import (
    count,
    describe_how,
    describe_kind,
    describe_language,
    describe_left_out,
    describe_manner,
    describe_tally,
    describe_weight,
    join_words,
    phrase,
    word_for,
)
from onrecord.record import Article, Reading, SourceLink, Span, Statement

HUES = 8
"""Colours for sources; beyond these they come round again, the numbers tell them apart."""


@dataclass(frozen=True, slots=True)
class Section:
    """One reading's part of the page, and the id of the article that it shows."""

    title: str
    article: str
    html: Html


def render_page(sections: Sequence[Section]) -> str:
    """The whole page, from the section of each reading."""
    style, script = _load("report.css"), _load("report.js")
    titles = [section.title for section in sections]
    single = titles[0] if len(titles) == 1 else f"{count(len(titles), 'page')} on the record"
    contents = [
        element("li", element("a", isolate(title), href=f"#page-{number}"))
        for number, title in enumerate(titles, start=1)
    ]
    navigation = element("nav", element("ol", join(contents)), aria_label="Pages in this report")
    return Template(_load("report.html")).substitute(
        title=write(single),
        style=style,
        style_digest=_digest(style),
        script=script,
        script_digest=_digest(script),
        navigation=navigation if len(titles) > 1 else "",
        sections="\n".join(section.html for section in sections)
        or element("p", write("No page could be read."), class_="empty"),
        version=write(__version__),
    )


def render_section(
    reading: Reading,
    *,
    where: str,
    earlier: Sequence[Section],
    addresses: Addresses = NOWHERE,
    found: Sequence[Span] = (),
) -> Section:
    """The section of one reading, to stand after those of ``earlier``; ``found`` are marked too.

    Ids of statements are their deep links; an article read a second time gets a suffix to its.
    """
    outline = outline_reading(reading)
    article = reading.article
    number = len(earlier) + 1
    seen = sum(section.article == article.id for section in earlier)
    suffix = f".{seen + 1}" if seen else ""
    numbered = number_statements(outline, suffix=suffix, verdicts=addresses.verdicts)
    places = place_findings(reading, suffix=suffix, page=number, addresses=addresses)
    timeline = order_times(reading)
    title = article.title or "(no headline found)"
    looked_for = [Mark("found", number, span) for number, span in enumerate(sorted(found), 1)]
    body = element(
        "div",
        paint_text(
            reading,
            (*find_marks(reading, outline.statements), *looked_for),
            draw_legend(reading, timeline, numbered, places),
        ),
        _show_captions(article),
        class_="text",
        dir="auto",
        lang=article.language or None,
    )
    section = element(
        "article",
        _show_head(outline, title, where),
        show_timeline(timeline, reading, number, list_happenings(reading, places)),
        element("div", body, _show_panel(reading, outline, numbered, places), class_="columns"),
        _show_remainder(reading, number),
        class_="reading",
        id=f"page-{number}",
    )
    return Section(title, article.id, section)


def number_statements(
    outline: Outline, *, suffix: str = "", verdicts: Sequence[Verdict] = ()
) -> tuple[Numbered, ...]:
    """The statements in order of the text, each with its source's colour and its verdict."""
    hues = {
        one.id: "none" if account.origin.kind == "unknown" else str(position % HUES)
        for position, account in enumerate(outline.accounts)
        for one in account.statements
    }
    anchored = find_anchored(outline.article, [min(one.content) for one in outline.statements])
    return tuple(
        Numbered(
            number, one, hues[one.id], suffix, min(one.content) in anchored,
            verdict_on(verdicts, one.id),
        )
        for number, one in enumerate(outline.statements, start=1)
    )  # fmt: skip


def _show_head(outline: Outline, title: str, where: str) -> Html:
    article = outline.article
    by = f"by {join_words(list(article.authors))}" if article.authors else "no author named"
    wire = [write(" · credited to "), isolate(article.wire)] if article.wire else []
    facts = [(told.label, _show_date(told)) for told in describe_dates(article)]
    facts.append(("Language", write(describe_language(article))))
    facts.append(("Access", write(word_for("access", article.access))))
    facts.append(("From", link_out(article.url, article.url or where)))
    if article.url and where != article.url:
        facts.append(("Read from", isolate(where)))
    rows = [
        element("div", element("dt", write(label)), element("dd", words)) for label, words in facts
    ]
    return element(
        "header",
        element("p", isolate(article.outlet or "unknown outlet"), class_="outlet"),
        element("h1", isolate(title)),
        element("p", isolate(by), *wire, class_="byline"),
        element("dl", join(rows), class_="facts"),
        element("p", write(describe_tally(outline)), class_="tally"),
    )


def _show_date(told: DateTold) -> Html:
    day = element("span", write(told.days), class_="day in-conflict" if told.conflict else "day")
    lines = [element("li", write(one)) for one in told.reasons]
    lines += [element("li", write(one), class_="other") for one in told.others]
    return Html(day + element("ul", join(lines), class_="reasons")) if lines else day


def _show_panel(
    reading: Reading, outline: Outline, numbered: tuple[Numbered, ...], places: Places
) -> Html:
    """All that stands beside the text: sources, events, contested claims, people and places."""
    roster = call_roster(reading)
    sections = [
        _show_record(outline, numbered, places),
        show_events(reading, places),
        show_contests(reading, places),
        show_people(roster, reading.article.text, places),
    ]
    counted = [
        ("sources", phrase("panel", "sources"), len(outline.accounts)),
        ("events", phrase("events", "list"), len(reading.events)),
        ("contests", phrase("contests", "heading"), len(reading.contests)),
        ("people", phrase("people", "heading"), len(reading.entities)),
    ]
    links = [
        element("a", write(f"{words} "), element("b", write(f"{total:,}")), href=href)
        for key, words, total in counted
        if total
        for href in [f"#page-{places.page}-{key}"]
    ]
    navigation = element("nav", *links, class_="panel", aria_label=phrase("panel", "label"))
    return element(
        "aside",
        navigation if len(links) > 1 else NOTHING,
        *sections,
        class_="record",
        aria_label=phrase("panel", "beside"),
    )


def _show_record(outline: Outline, numbered: tuple[Numbered, ...], places: Places) -> Html:
    numbers = {one.statement.id: one for one in numbered}
    accounts = [
        _show_account(account, numbers, outline.article, places.addresses)
        for account in outline.accounts
    ]
    return element(
        "section",
        element("h2", write("On the record")),
        join(accounts) or element("p", write("No statements were found."), class_="empty"),
        id=f"page-{places.page}-sources",
    )


def _show_account(
    account: Account, numbers: dict[str, Numbered], article: Article, addresses: Addresses
) -> Html:
    hue = numbers[account.statements[0].id].hue
    return element(
        "section",
        element("h3", _show_source(account.origin, addresses)),
        element(
            "p",
            write(f"{describe_kind(account.origin)} · {describe_weight(account)}"),
            class_="weight",
        ),
        join([_show_route(route, numbers, article.text, addresses) for route in account.routes]),
        class_=f"account hue-{hue}",
    )


def _show_source(link: SourceLink, addresses: Addresses) -> Html:
    title = write(", ") + isolate(link.title) if link.title else ""
    badge = element("span", write("unnamed"), class_="badge") if link.unnamed else ""
    name = isolate(link.name) if link.kind == "unknown" else addresses.source(link.name)
    return Html(f"{name}{title} {badge}".rstrip())


def _show_route(
    route: Route, numbers: dict[str, Numbered], text: str, addresses: Addresses
) -> Html:
    links = [
        element(
            "li",
            element("span", isolate(route.links[0].name), class_="hand"),
            element("span", write("the page we read"), class_="how"),
        )
    ]
    for position, link in enumerate(route.links[1:], start=1):
        hows = {one.chain.links[position].how for one in route.statements}
        reasons = [
            element("q", isolate(words), class_="reason")
            for words in route.justifications(position, text)
        ]
        links.append(
            element(
                "li",
                element("span", _show_source(link, addresses), class_="hand"),
                element(
                    "span",
                    write(f"{describe_kind(link)}; {describe_how(route, position)}"),
                    class_="how",
                ),
                *reasons,
                class_=f"known-{hows.pop()}" if len(hows) == 1 else "known-mixed",
            )
        )
    statements = [
        _show_statement(numbers[one.id], route, text, addresses) for one in route.statements
    ]
    return element(
        "div",
        element(
            "ol", join(links), class_="chain", aria_label="From the page we read to the origin"
        ),
        element("ul", join(statements), class_="statements"),
        class_="route",
    )


def _show_statement(one: Numbered, route: Route, text: str, addresses: Addresses) -> Html:
    statement = one.statement
    notes = [write(f"to “{statement.addressee.cut(text)}”")] if statement.addressee else []
    notes += [write(words) for words in _differences(statement, route)]
    sure = f"{statement.score:.0%} sure"
    notes.append(write(f"{sure}, found by {statement.found_by}" if statement.found_by else sure))
    notes += filter(None, [addresses.finding(statement.id)])
    return element(
        "li",
        element(
            "a" if one.painted else "span",
            write(str(one.number)),
            class_="number",
            href=f"#{one.anchor}" if one.painted else None,
        ),
        element(
            "div",
            element("span", write(describe_manner(statement)), class_="manner"),
            show_verdict(one.verdict),
            element("span", isolate(shown_content(statement, text)), class_="words"),
            element("span", Html(" · ".join(notes)), class_="notes"),
        ),
        id=f"{one.anchor}-chain",
        data_n=str(one.number),
    )


def _differences(statement: Statement, route: Route) -> list[str]:
    """How this statement's links are known, where its route's statements differ in that."""
    return [
        f"{link.name}: {word_for('how', link.how)}"
        for position, link in enumerate(statement.chain.links)
        if len({one.chain.links[position].how for one in route.statements}) > 1
    ]


def _show_captions(article: Article) -> Html:
    if not article.captions:
        return Html("")
    rows = [
        element(
            "li",
            isolate(one.text),
            element("span", isolate(one.credit), class_="credit") if one.credit else Html(""),
        )
        for one in article.captions
    ]
    return element(
        "section",
        element("h2", write("Captions")),
        element("ul", join(rows)),
        class_="captions",
    )


def _show_remainder(reading: Reading, number: int) -> Html:
    parts: list[Html] = []
    spans = [issue.span for issue in reading.issues if issue.span is not None]
    anchored = find_anchored(reading.article, spans)
    issues = [
        element(
            "li",
            isolate(issue.message),
            element("a", write("in the text"), href=f"#page-{number}-doubt-{position}")
            if issue.span in anchored
            else Html(""),
        )
        for position, issue in enumerate(reading.issues, start=1)
    ]
    if issues:
        heading = element("h2", write("Not understood"))
        parts.append(element("section", heading, element("ul", join(issues)), class_="issues"))
    furniture = [
        element("li", element("span", write(one.kind), class_="kind"), isolate(one.text))
        for one in reading.article.furniture
    ]
    if furniture:
        summary = f"Left out of the text: {describe_left_out(reading.article)}"
        parts.append(
            element(
                "details",
                element("summary", write(summary)),
                element("ul", join(furniture)),
                class_="furniture",
            )
        )
    stamp = reading.stamp
    made = f"Read by onrecord {stamp.onrecord} · encoder {stamp.encoder} · {stamp.language}"
    parts.append(element("p", write(made), class_="stamp"))
    return element("footer", join(parts))


def _load(name: str) -> str:
    return (files(__package__) / "page" / name).read_text(encoding="utf-8")


def _digest(code: str) -> str:
    return base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
