"""Each page of a trace for a browser: its words of the claim, where it has them, who took them up.

Invariant: a page's words are shown as they stand in it, the claim's own marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.painting.addresses import NOWHERE, Addresses
from onrecord.painting.html_nodes import card_of, source_card_of
from onrecord.painting.markup import NOTHING, Html, element, isolate, join, link_out, write
from onrecord.painting.trace_outline import PageShown, TraceOutline
from onrecord.painting.trace_words import (
    call_source,
    describe_evidence,
    describe_page_kind,
    describe_taking,
    name_outlet,
    name_page,
    quote_telling,
)
from onrecord.painting.wording import phrase, word_for
from onrecord.record import Statement, Telling

QUOTE_ROOM = 480
"""Characters of a sentence with the claim's words in it; longer ones are shortened."""

TELLINGS_SHOWN = 4
"""Of more places than these that tell it on one side of a page the rest is counted."""

LINKS_SHOWN = 30


def link_pages(numbers: Iterable[int], outline: TraceOutline, section: int) -> Html:
    """Links to the cards of those pages; beyond some they are counted."""
    listed = tuple(numbers)
    links = [
        element("a", write(name_page(outline.page(one))), href=f"#{card_of(section, one)}")
        for one in listed[:LINKS_SHOWN]
    ]
    if len(listed) > LINKS_SHOWN:
        links.append(write(phrase("card", "more", count=len(listed) - LINKS_SHOWN)))
    return Html(" ".join(links))


def show_card(
    page: PageShown,
    takers: Sequence[int],
    outline: TraceOutline,
    section: int,
    addresses: Addresses = NOWHERE,
) -> Html:
    """The card of one page; ``takers`` = the pages that took from it."""
    here = addresses.article(page.article.id)
    article = page.article
    title = article.title or phrase("card", "untitled")
    facts = [name_outlet(article), page.clock.words, describe_page_kind(page)]
    head = element(
        "header",
        element("span", write(str(page.number)), class_=f"badge {page.standing}"),
        element(
            "div",
            element("h3", link_out(article.url, title)),
            element("p", write(" · ".join(facts)), class_="facts-line"),
            element(
                "p",
                write(word_for("page_standing", page.standing)),
                class_=f"standing {page.standing}",
            )
            if page.standing == "passes"
            else NOTHING,
        ),
    )
    return element(
        "li",
        head,
        _show_tellings(page),
        _show_origin(page, outline, section),
        _show_takers(takers, outline, section),
        element(
            "p",
            write(f"{phrase('card', 'where')} "),
            isolate(page.where or article.url),
            write(" · "),
            *([here, write(" · ")] if here else []),
            element("a", write(phrase("card", "back")), href=f"#c{section}-graph"),
            class_="where",
        ),
        id=card_of(section, page.number),
        class_="card",
        tabindex="-1",
    )


def _show_tellings(page: PageShown) -> Html:
    shown = []
    for side in ("asserts", "denies"):
        told = [one for one in page.tellings if one.side == side]
        shown += [_show_telling(page, one) for one in told[:TELLINGS_SHOWN]]
        if len(told) > TELLINGS_SHOWN:
            words = phrase("card", "more", count=len(told) - TELLINGS_SHOWN)
            shown.append(element("p", write(words), class_="note"))
    return join(shown)


def _show_telling(page: PageShown, telling: Telling) -> Html:
    pieces = [
        element("mark", write(words)) if marked else write(words)
        for words, marked in quote_telling(page, telling, QUOTE_ROOM).pieces
    ]
    notes = []
    if chain := _tell_chain(page, telling.statement):
        notes.append(chain)
    score = f"{telling.score:.0%}"
    key = "found" if telling.reason else "score"
    notes.append(phrase("card", key, reason=telling.reason, score=score))
    return element(
        "figure",
        element("figcaption", write(word_for("sides", telling.side)), class_="side"),
        element("blockquote", *pieces, dir="auto", lang=page.article.language or None),
        *[element("p", isolate(one), class_="note") for one in notes],
        class_=telling.side,
    )


def _tell_chain(page: PageShown, statement: str | None) -> str:
    """From the page to the origin: The Calder Post → three officials; "" for its own voice."""
    found = next((one for one in page.reading.statements if one.id == statement), None)
    return phrase("card", "chain", chain=_name_hands(found)) if found is not None else ""


def _name_hands(statement: Statement) -> str:
    return phrase("circle", "arrow").join(one.name for one in statement.chain.links)


def _show_origin(page: PageShown, outline: TraceOutline, section: int) -> Html:
    items = []
    for source in outline.sources:
        if page.number in source.pages:
            letter = element(
                "a",
                write(f"{source.letter} {call_source(source)}"),
                href=f"#{source_card_of(section, source.letter)}",
            )
            key = "rests_denial" if source.side == "denies" else "rests"
            items.append(element("li", write(f"{phrase('card', key)} "), letter))
    for taking in outline.taken(page.number):
        words = element(
            "a",
            write(describe_taking(taking, outline)),
            href=f"#{card_of(section, taking.parent)}",
            class_=f"credit-{taking.derivation.credited}",
        )
        evidence = describe_evidence(taking, outline)
        note = element("span", isolate(evidence), class_="note") if evidence else NOTHING
        items.append(element("li", words, note))
    return element("ul", join(items), class_="origin") if items else NOTHING


def _show_takers(takers: Sequence[int], outline: TraceOutline, section: int) -> Html:
    if not takers:
        return NOTHING
    label = element("span", write(f"{phrase('card', 'taken_by')} "))
    return element("p", label, link_pages(takers, outline, section), class_="leads")


def show_table(outline: TraceOutline, section: int) -> Html:
    """What the graph shows, as a table."""
    heads = [
        element("th", write(phrase("table", key)), scope="col")
        for key in ("number", "outlet", "when", "standing", "kind", "sources", "taken")
    ]
    rows = []
    for page in outline.pages:
        letters = [one.letter for one in outline.sources if page.number in one.pages]
        taken = [describe_taking(one, outline) for one in outline.taken(page.number)]
        none = phrase("table", "none")
        cells = [
            name_outlet(page.article),
            page.clock.words,
            word_for("page_standing", page.standing),
            describe_page_kind(page),
            " ".join(letters) or none,
            "; ".join(taken) or none,
        ]
        link = element("a", write(str(page.number)), href=f"#{card_of(section, page.number)}")
        rows.append(
            element(
                "tr",
                element("th", link, scope="row"),
                join([element("td", write(one)) for one in cells]),
            )
        )
    table = element(
        "table",
        element("thead", element("tr", join(heads))),
        element("tbody", join(rows)),
        class_="pages",
    )
    return element("div", table, class_="scroll", tabindex="0", role="region",
                   aria_label=phrase("table", "caption"))  # fmt: skip
