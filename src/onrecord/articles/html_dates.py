"""The dates that an HTML page gives for itself, each with its place and a reason.

Invariant: every date that was seen is kept; one of each role is chosen, and the reason says why.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from onrecord.articles.date_choice import (
    SHOWN,
    before_crawl,
    crossed,
    decide,
    differ,
    make_crawled,
    make_record,
    published_before,
)
from onrecord.articles.date_places import (
    Candidate,
    find_declared,
    find_in_url,
    find_made,
    find_marked,
)
from onrecord.articles.structured import Description
from onrecord.articles.undated_lines import tell_age, tell_yearless
from onrecord.articles.visible_dates import (
    find_headline_parents,
    find_near_headline,
    find_short_lines,
    find_visible,
    is_elsewhere,
)
from onrecord.articles.years import YearClues, copyright_years
from onrecord.record import DateOfRecord, DateRole, Page

# A copyright line is no longer.
MAX_TEXT = 400
_MARKED = ("time", "span", "meta", "div", "p", "abbr")


def find_page_dates(
    tree: HtmlElement, description: Description, page: Page
) -> tuple[DateOfRecord, ...]:
    """All dates of record but the dateline, the chosen one of each role first.

    A day after the page was fetched is kept and never chosen; ``conflict`` marks what cannot be
    true together with another date of the page.
    """
    visible = find_visible(tree, page.fetched)
    modified = [
        *find_declared(description, "modified"),
        *_marked(tree, "modified"),
        *_of_role(visible, "modified"),
    ]
    published = [
        *find_declared(description, "published"),
        *_marked(tree, "published"),
        *_find_in_addresses(tree, description, page),
        *find_made(description),
        *_of_role(visible, "published"),
    ]
    if not published:
        published = list(find_near_headline(tree))
    published = _trust_readers(published, modified) if published else []
    crawled = _crawled(page, _of_role(visible, "crawled"))
    clock = crawled[0] if crawled else None
    changed = decide(modified, fetched=page.fetched)
    change = changed[0] if changed and changed[0].chosen else None
    if not published:
        undated = _undated(tree, clock)
        if not undated and change is not None and change.found_by in SHOWN:
            undated = (published_before(change),)
        return (*undated, *changed, *crawled)
    found = [
        before_crawl(crossed(one, change), clock) if one.chosen else one
        for one in decide(published, other=modified, fetched=page.fetched)
    ]
    return (*found, *changed, *crawled)


def _undated(tree: HtmlElement, clock: DateOfRecord | None) -> tuple[DateOfRecord, ...]:
    """The publication that a line by the headline tells by an age or without its year."""
    texts = tuple(find_short_lines(tree)) if clock is not None else ()
    clues = YearClues(saved=clock.best if clock else None)
    found = (*tell_age(texts, clock), *tell_yearless(texts, clues, ""))
    return tuple(one for one in found if one.role == "published")[:1]


def _trust_readers(published: list[Candidate], modified: list[Candidate]) -> list[Candidate]:
    """The candidates with the one first that readers are told of, where machines are told another.

    Readers are told in words, or by a line whose day the page's address has as well. What is shown
    as the day of the last change as well says nothing of the first day.
    """
    in_url = [one.day for one in published if one.place == "url"]
    told = (one for one in published if one.said or (one.place in SHOWN and one.day in in_url))
    said = next(told, None)
    if said is None or not differ(said.day, published[0].day):
        return published
    if said.day in [one.day for one in modified]:
        return published
    return [said, *(one for one in published if one is not said)]


def _find_in_addresses(
    tree: HtmlElement, description: Description, page: Page
) -> Iterator[Candidate]:
    """The day in the page's address, or in the one that it calls its own."""
    links = (one for one in tree.iter("link") if (one.get("rel") or "").lower() == "canonical")
    canonical = next((one.get("href") or "" for one in links), "")
    named = next((content for _, content in description.meta("og:url")), "")
    for url in (page.url, canonical, named):
        found = tuple(find_in_url(url))
        if found:
            yield from found
            return


def find_copyright_years(tree: HtmlElement) -> frozenset[int]:
    """The years that the page's copyright lines name."""
    texts = (
        text for one in tree.iter() if isinstance(one.tag, str) for text in (one.text, one.tail)
    )
    return frozenset().union(*(copyright_years(text[:MAX_TEXT]) for text in texts if text))


def _marked(tree: HtmlElement, role: DateRole) -> Iterator[Candidate]:
    parents = find_headline_parents(tree)
    elements = (one for one in tree.iter(*_MARKED) if one.get("itemprop"))
    return find_marked((one for one in elements if not is_elsewhere(one, parents)), role)


def _of_role(visible: tuple[Candidate, ...], role: DateRole) -> Iterator[Candidate]:
    return (one for one in visible if one.role == role)


def _crawled(page: Page, clocks: Iterator[Candidate]) -> tuple[DateOfRecord, ...]:
    """The day of the crawl where it was told, and the masthead's; the told one is chosen."""
    told = [make_crawled(page.fetched)] if page.fetched is not None else []
    seen = {one.day: one for one in clocks}
    shown = [
        make_record(one, one.says, chosen=not told and number == 0)
        for number, one in enumerate(seen.values())
    ]
    return (*told, *shown)
