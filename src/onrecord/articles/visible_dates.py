"""The dates that readers see about a page's headline, and what the page says that they are.

Invariant: a date in a caption or in a part that speaks of other pages is none of the page's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import islice

from lxml.html import HtmlElement

from onrecord.articles.date_places import (
    FIRST_YEAR,
    LAST_YEAR,
    MAX_RAW,
    Candidate,
    make_candidate,
    make_day,
    read_candidate,
)
from onrecord.articles.date_words import beside_dates, weekday_names
from onrecord.articles.dates import FoundDate, find_dates
from onrecord.articles.day_order import Order, find_order
from onrecord.articles.markup import label_of, tidy, words_of
from onrecord.articles.page_heads import starts_with_clock
from onrecord.articles.vocabulary import alternatives, load_words
from onrecord.record import DateRole

MAX_VISIBLE = 40
# A line about the page's date is no longer than this: the longest of the development pages has 143.
MAX_LINE = 160
# An element that nobody calls a date is one where it holds little else.
MAX_BARE = 80
# A line about the page's date has no more elements in it.
MAX_PARTS, MAX_BARE_PARTS = 12, 4
# The parents that may say "updated" in front of a date's element, or hold headline and date.
NEAR_PARENTS = 3
# The parents that bind a date to the headline so that it may contradict what the page declares.
FIRM_PARENTS = 6
MAX_PARENTS = 12
# A page without any marked date has it within so many characters of its headline, or not at all.
NEAR_HEADLINE = 600

# fmt: off
_LINES = (
    "h1", "h2", "h3", "time", "span", "div", "p", "li", "abbr", "small", "em", "td", "dd", "h4",
    "h5", "h6", "i", "b", "strong", "font", "section", "a", "address",
)
# fmt: on
_LINKED = 4
MAX_TITLE = 400
# So many bold or sized words are looked at where a page marks no heading.
MAX_BOLD = 400
MAX_HEADINGS = 100
# A lower heading of fewer characters is a section's name, which titles repeat as well.
MIN_HEADLINE = 20
# A title that is cut short still has the headline's first words.
HEADING_START = 30
_PICTURES = ("figure", "figcaption", "picture")
_SILENT = ("script", "style", "noscript", "template")
_PARTS = re.compile(r"[|•·]")
_HAS_YEAR = re.compile(r"(?:19|20)\d\d|\d[./-]\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class _Shown:
    """A visible date with its rank: 0 = the page says published, 1 = a date's place, 2 = a line
    with little else, 3 = a sentence, 4 and more = part of a link, which may lead to its page;
    ``near`` = it shares a small part of the page with the headline; ``masthead`` = it stands alone
    and away from the headline; ``below`` = it stands behind the headline."""

    candidate: Candidate
    rank: int
    near: bool
    masthead: bool = False
    below: bool = False


def find_visible(tree: HtmlElement, fetched: date | None = None) -> tuple[Candidate, ...]:
    """The visible dates, those that the page calls its publication first; mastheads are crawled."""
    order = find_order(tree, fetched)
    shown = list(_find_shown(tree, order))
    if any(one.below and one.near and one.candidate.role == "published" for one in shown):
        shown = [replace(one, masthead=one.masthead or _is_live_clock(one)) for one in shown]
    others = any(not one.masthead and one.candidate.role == "published" for one in shown)
    ordered = sorted(shown, key=lambda one: (one.masthead, one.rank, not one.near))
    firm = next((one for one in ordered if one.rank < 2 and one.near), None)
    found = []
    for one in ordered:
        candidate = one.candidate
        clock = candidate.clock is not None
        if one.masthead and (others or clock):
            says = "the day stands in the page's head, apart from the article: the day of saving"
            place = "masthead clock" if clock else "masthead date"
            candidate = replace(candidate, role="crawled", place=place, says=says)
        elif one is firm and candidate.role == "published":
            candidate = replace(candidate, firm=True, said=one.rank == 0)
        found.append(candidate)
    return tuple(found)


def _is_live_clock(one: _Shown) -> bool:
    """Whether a clock opens a line above the headline."""
    raw = one.candidate.raw
    return not one.below and one.candidate.clock is not None and starts_with_clock(raw)


def find_short_lines(tree: HtmlElement) -> Iterator[str]:
    """The texts by the headline that hold little and may tell an age or a day without its year."""
    parents = find_headline_parents(tree)
    for element in tree.iter(*_LINES):
        if element.tag in ("h1", "h2", "h3") or len(element) > MAX_BARE_PARTS:
            continue
        text = words_of(element, MAX_BARE + 1)
        if not text or len(text) > MAX_BARE:
            continue
        if _is_near(element, parents, FIRM_PARENTS) and not is_elsewhere(element, parents):
            yield text


def find_near_headline(tree: HtmlElement) -> Iterator[Candidate]:
    """The first whole date in the text that follows the headline, captions apart."""
    heading = _find_headline(tree)
    at = heading if heading is not None else next(tree.iter("h2"), None)
    title = words_of(heading) if heading is not None else ""
    for _ in range(NEAR_PARENTS):
        if at is None or at.getparent() is None:
            return
        at = at.getparent()
        if at.tag == "html":
            text = next((words_of(one, MAX_TITLE) for one in tree.iter("title")), "")
        else:
            text = _words_without_pictures(at, 4 * NEAR_HEADLINE)
        start = max(text.find(title), 0) + len(title)
        says = "it is the first date after the headline"
        for found in find_dates(text[start : start + NEAR_HEADLINE]):
            role, _ = _role(text[: start + found.span.start], "")
            if role == "modified":
                continue
            if found.earliest == found.latest and FIRST_YEAR <= found.best.year <= LAST_YEAR:
                yield Candidate("published", found.best, "text by headline", says, found.raw)
                return


def is_elsewhere(element: HtmlElement, headline_parents: frozenset[HtmlElement]) -> bool:
    """Whether the element stands in a part of the page that speaks of other pages or a picture."""
    at: HtmlElement | None = element
    for _ in range(MAX_PARENTS):
        if at is None or at in headline_parents:
            return False
        if at.tag in ("aside", "footer", "nav", *_PICTURES):
            return True
        label = label_of(at)
        if label and _labels("elsewhere").search(label):
            return at.tag not in ("body", "html", "article", "main")
        at = at.getparent()
    return False


def find_headline_parents(tree: HtmlElement) -> frozenset[HtmlElement]:
    """All elements that hold the page's headline: no such part speaks of other pages."""
    heading = _find_headline(tree)
    return frozenset(heading.iterancestors()) if heading is not None else frozenset()


def _find_headline(tree: HtmlElement) -> HtmlElement | None:
    """The heading that the page's title repeats, else the first main one: it may be a logo."""
    title = next((words_of(one, MAX_TITLE).casefold() for one in tree.iter("title")), "")
    first = best = None
    longest = 0
    for number, heading in enumerate(tree.iter("h1", "h2", "h3")):
        if number >= MAX_HEADINGS:
            break
        first = heading if first is None and heading.tag == "h1" else first
        text = words_of(heading, MAX_TITLE).casefold()
        enough = len(text) >= MIN_HEADLINE or heading.tag == "h1"
        if enough and text[:HEADING_START] in title and len(text) > longest:
            best, longest = heading, len(text)
    if best is None and first is None:
        return _find_bold_headline(tree, title)
    return best if best is not None else first


def _find_bold_headline(tree: HtmlElement, title: str) -> HtmlElement | None:
    """The words of the page's title where no element is marked as a heading."""
    for element in islice(tree.iter("b", "strong", "font", "span", "big", "p"), MAX_BOLD):
        text = words_of(element, MAX_TITLE).casefold()
        if len(text) >= MIN_HEADLINE and title.startswith(text[:HEADING_START]):
            return element
    return None


def _find_shown(tree: HtmlElement, order: Order) -> Iterator[_Shown]:
    count = 0
    headline = _find_headline(tree)
    parents = find_headline_parents(tree)
    below = False
    seen_below: set[tuple[str, str]] = set()
    lines = (*_LINES, headline.tag) if headline is not None else _LINES
    for element in tree.iter(*lines):
        if element.tag in ("h1", "h2", "h3") or element is headline:
            below = below or element is headline
            continue
        for one in _read_element(element, below, parents, order):
            key = (one.candidate.role, one.candidate.raw)
            if key in seen_below or is_elsewhere(element, parents):
                continue
            seen_below.add(key)
            count += 1
            yield one
            if count >= MAX_VISIBLE:
                return


def _read_element(
    element: HtmlElement, below: bool, parents: frozenset[HtmlElement], order: Order
) -> Iterator[_Shown]:
    timed = element.tag == "time"
    label = label_of(element)
    labelled = timed or bool(label and _labels("date").search(label))
    if len(element) > (MAX_PARTS if labelled else MAX_BARE_PARTS):
        return
    if not labelled and not _HAS_YEAR.search(_own_words(element)):
        return
    seen = words_of(element, MAX_LINE + 1)
    given = (element.get("datetime") or "") if timed else ""
    linked = _LINKED if any(True for _ in element.iterancestors("a")) else 0
    if not (_HAS_YEAR.search(seen) and 6 <= len(seen) <= MAX_LINE) and not given:
        return
    place = "time element" if timed else "visible date"
    says = f"a {place} {'below the headline' if below else 'on the page'} shows it"
    if given:
        role, said = _role(f"{_words_before(element)} {seen}", label)
        read = list(read_candidate(role, given, place, says))
        if read and not _contradicts(seen, read[0].day):
            yield _Shown(
                read[0], (0 if said else 1) + linked, _is_near(element, parents, FIRM_PARENTS)
            )
            return
    end = 0
    for found in order.find(seen):
        before = seen[end : found.span.start] or _words_before(element)
        role, said = _role(before, label if end == 0 else "")
        bare = _is_bare(seen, found, end)
        if labelled or bare:
            rank = 0 if said else 1 if labelled and bare else 2 if bare else 3
            rank += linked
            own = said or below or timed or element.get("itemprop")
            masthead = not own and _is_masthead(element, seen, found, parents)
            day = make_day(found.best.year, found.best.month, found.best.day)
            if day is not None and found.earliest == found.latest:
                one = make_candidate(Candidate(role, day, place, says, found.raw))
                near = _is_near(element, parents, FIRM_PARENTS)
                yield _Shown(replace(one, raw=seen[:MAX_RAW]), rank, near, masthead, below)
        end = found.span.end


def _own_words(element: HtmlElement) -> str:
    """The element's text without that of the elements in it."""
    return " ".join((element.text or "", *(child.tail or "" for child in element)))


def _contradicts(seen: str, day: date) -> bool:
    """Whether an element shows a day that is far from the one it gives to machines."""
    shown = find_dates(seen)
    return bool(shown) and not all(
        one.earliest - timedelta(days=1) <= day <= one.latest + timedelta(days=1) for one in shown
    )


def _role(before: str, label: str) -> tuple[DateRole, bool]:
    """What the words in front of a date, else its element's names, say it is; whether words do."""
    said = _said().findall(before.casefold()[-60:])
    if said:
        return ("modified" if _changed().match(said[-1]) else "published"), True
    return ("modified" if _changed().search(label) else "published"), False


def _is_bare(seen: str, found: FoundDate, start: int) -> bool:
    """Whether the line from ``start`` is a date and little else: label, weekday, another date."""
    if len(seen) > MAX_BARE:
        return False
    before = _PARTS.split(seen[start : found.span.start])[-1].casefold().strip(" ,.:–—-/")
    opens = not before or all(
        word in beside_dates() for word in re.split(r"[\s,.:|•·–—-]+", before) if word
    )
    after = len(seen) - found.span.end
    return opens and (after <= 12 or found.has_clock or len(find_dates(seen)) > 1)


def _is_masthead(
    element: HtmlElement, seen: str, found: FoundDate, parents: frozenset[HtmlElement]
) -> bool:
    """Whether a weekday and its date stand alone, and not in the part that holds the headline."""
    while len(element) == 1 and words_of(element[0], MAX_LINE) == seen:
        element = element[0]
    if element.tag == "time" or element.get("itemprop"):
        return False
    around = [element, *element.iterancestors()][: NEAR_PARENTS + 1]
    weekday = seen[: found.span.start].casefold().strip(" ,.")
    if weekday not in weekday_names() and (
        weekday or not any(_labels("masthead").search(label_of(one)) for one in around)
    ):
        return False
    if len(seen) - found.span.end > 2:
        return False
    return bool(parents) and not _is_near(element, parents, NEAR_PARENTS)


def _is_near(element: HtmlElement, parents: frozenset[HtmlElement], reach: int) -> bool:
    """Whether one of the element's next parents holds the headline too, and is not all the page."""
    at: HtmlElement | None = element
    for _ in range(reach + 1):
        if at is None or at.tag in ("body", "html"):
            return False
        if at in parents:
            return True
        at = at.getparent()
    return False


def _words_before(element: HtmlElement) -> str:
    """The last words in front of the element, within the parts that hold it."""
    at = element
    for _ in range(NEAR_PARENTS):
        parent = at.getparent()
        if parent is None:
            return ""
        previous = at.getprevious()
        text = (previous.tail if previous is not None else parent.text) or ""
        if not text.strip() and previous is not None and isinstance(previous.tag, str):
            text = words_of(previous, 60)
            if len(text) > 40:
                return ""
        if text.strip():
            return tidy(text)[-40:]
        at = parent
    return ""


def _words_without_pictures(element: HtmlElement, limit: int) -> str:
    parts: list[str] = []
    stack: list[tuple[HtmlElement, bool]] = [(element, True)]
    while stack and limit > 0:
        part, entering = stack.pop()
        text = part.text if entering else part.tail
        if entering:
            if part is not element:
                stack.append((part, False))
            if not isinstance(part.tag, str) or part.tag in (*_SILENT, *_PICTURES):
                continue
            if part is not element and _labels("picture").search(label_of(part)):
                continue
            stack.extend((child, True) for child in reversed(part))
        if text:
            parts.append(text[:limit])
            limit -= len(text)
    return tidy(" ".join(parts))


@cache
def _labels(kind: str) -> re.Pattern[str]:
    """The parts of names; the foot of a smaller block ("headline__footer") is not the page's."""
    return re.compile(
        "|".join(
            rf"(?<!__){re.escape(one)}" if one == "footer" else re.escape(one)
            for one in load_words("dates")["labels"][kind]
        )
    )


@cache
def _changed() -> re.Pattern[str]:
    stems = load_words("dates")["changes"]["stems"]
    said = load_words("lines")["dates"]["modified"]
    return re.compile("|".join(re.escape(one) for one in (*stems, *said)))


@cache
def _said() -> re.Pattern[str]:
    listed = load_words("lines")["dates"]
    stems = alternatives(load_words("dates")["changes"]["stems"])
    known = [
        *listed["published"],
        *listed["modified"],
        *load_words("dates")["publication"]["words"],
    ]
    return re.compile(rf"(?<!\w)(?:{alternatives(known)}|(?:{stems})\w{{0,12}})(?!\w)")
