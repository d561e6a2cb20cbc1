"""The dates that an HTML page gives for itself, each with its place and a reason.

Invariant: every date that was seen is kept; one of each role is chosen, and the reason says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from lxml.html import HtmlElement

from onrecord.articles.dates import find_dates
from onrecord.articles.markup import label_of, words_of
from onrecord.articles.structured import Description, words
from onrecord.record import DateOfRecord, DateRole, Page

# The Web's first pages are of 1990; a later bound would need a clock.
FIRST_YEAR, LAST_YEAR = 1990, 2100
MAX_VISIBLE = 40
# No land is further west of Greenwich.
MAX_HOURS_WEST = 12
# A page without any marked date has it within so many characters of its headline, or not at all.
NEAR_HEADLINE = 600

_UTC = re.compile(r"T(\d\d):\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|\+00:?00)\s*$")
_SHOWN = ("visible date", "url")

_PUBLISHED_METAS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "og:pubdate",
    "article:published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date.created",
    "dc.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publicationdate",
    "citation_publication_date",
    "citation_date",
    "article.published",
    "published_time",
    "date.published",
    "ptime",
    "originalpublicationdate",
    "displaydate",
    "article_date_original",
    "rnews:datepublished",
    "date",
    "created",
    "last-published",
    "pub_date",
    "vr:published_time",
)
_MODIFIED_METAS = (
    "article:modified_time",
    "og:updated_time",
    "og:modified_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "article:modified",
    "article.updated",
    "revised",
    "modified_time",
    "utime",
)
_URL_DAY = re.compile(
    r"[/_.-]((?:19|20)\d\d)[/_.-]?(1[0-2]|0?[1-9])[/_.-]?(0[1-9]|[12]\d|3[01]|[1-9](?!\d))(?!\d)"
)
_ISO = re.compile(r"^\s{0,5}(\d{4})-(\d{1,2})-(\d{1,2})")
_ISO_SHORT = re.compile(
    r"^\s{0,5}((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:T?\d{4,6})?(?:$|\D)"
)
_EPOCH = re.compile(r"^\s{0,5}(\d{10})(?:\d{3})?\s{0,5}$")
_DATE_LABEL = re.compile(
    r"date|time|publi|posted|datum|fecha|data-|updated|modified|dateline|meta|byline|stamp"
)
_CHANGED = re.compile(
    r"updat|modif|aktualis|geändert|actuali|mis à jour|maj|aggiorna|oppdater|uppdater|atualiz|revis"
    r"|изменен|обновлен"
)
_NOT_HERE = re.compile(
    r"comment|related|teaser|sidebar|widget|recommend|popular|trending|most-read|latest|more-|footer|newsletter|card"
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    role: DateRole
    day: date
    place: str
    says: str
    raw: str


def find_page_dates(
    tree: HtmlElement, description: Description, page: Page
) -> tuple[DateOfRecord, ...]:
    """All dates of record but the dateline, the chosen one of each role first."""
    published = [
        *_declared(description, "published"),
        *_microdata(tree, "published"),
        *_from_url(page.url),
    ]
    modified = [*_declared(description, "modified"), *_microdata(tree, "modified")]
    for candidate in _visible(tree):
        (modified if candidate.role == "modified" else published).append(candidate)
    if not published:
        published = list(_near_headline(tree))
    found = [*_decide(published), *_decide(modified)]
    if page.fetched is not None:
        found.append(_crawled(page.fetched))
    return tuple(found)


def read_day(text: str) -> date | None:
    """The day that a machine's or a reader's date names, as written; None where it names none."""
    for pattern in (_ISO, _ISO_SHORT):
        if match := pattern.match(text):
            return _day(*(int(part) for part in match.groups()))
    if match := _EPOCH.match(text):
        moment = datetime.fromtimestamp(int(match.group(1)), UTC)
        return _day(moment.year, moment.month, moment.day)
    found = find_dates(text[:200])
    if found and found[0].earliest == found[0].latest:
        one = found[0].best
        return _day(one.year, one.month, one.day)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def _candidate(role: DateRole, raw: str, place: str, says: str) -> Iterator[_Candidate]:
    day = read_day(raw)
    if day is not None:
        yield _Candidate(role, day, place, says, raw[:80])


def _declared(description: Description, role: DateRole) -> Iterator[_Candidate]:
    keys = (
        ("datePublished", "dateCreated", "uploadDate") if role == "published" else ("dateModified",)
    )
    for key in keys:
        for value in description.values(key):
            yield from _candidate(
                role, words(value), f"json-ld:{key}", f"the page's JSON-LD gives it as {key}"
            )
    metas = _PUBLISHED_METAS if role == "published" else _MODIFIED_METAS
    for name, content in description.meta(*metas):
        yield from _candidate(role, content, f"meta:{name}", f"the meta element {name} gives it")


def _microdata(tree: HtmlElement, role: DateRole) -> Iterator[_Candidate]:
    wanted = "datepublished" if role == "published" else "datemodified"
    for element in tree.iter("time", "span", "meta", "div", "p", "abbr"):
        if wanted in (element.get("itemprop") or "").lower().split() and not _elsewhere(element):
            raw = element.get("content") or element.get("datetime") or words_of(element, 200)
            yield from _candidate(
                role, raw, f"itemprop:{wanted}", f"an element of the page is marked {wanted}"
            )
            return


def _from_url(url: str) -> Iterator[_Candidate]:
    match = _URL_DAY.search(url)
    day = _day(*(int(part) for part in match.groups())) if match else None
    if match and day:
        yield _Candidate(
            "published",
            day,
            "url",
            "the address of the page carries it",
            match.group(0).strip("/_.-"),
        )


def _visible(tree: HtmlElement) -> Iterator[_Candidate]:
    """Dates that readers see about the headline: time elements, and elements labelled as dates."""
    count = 0
    below = False
    headings = any(True for _ in tree.iter("h1"))
    for element in tree.iter("h1", "time", "span", "div", "p", "li", "abbr", "small", "em", "td"):
        below = below or element.tag == "h1"
        timed = element.tag == "time"
        if element.tag == "h1" or not (timed or _DATE_LABEL.search(label_of(element))):
            continue
        if _elsewhere(element) or (not timed and len(element) > 12):
            continue
        seen = words_of(element, 200)
        if not timed and not 6 <= len(seen) <= 160:
            continue
        raw = (element.get("datetime") or seen) if timed else seen
        role: DateRole = (
            "modified"
            if _CHANGED.search(f"{label_of(element)} {seen[:40]}".lower())
            else "published"
        )
        place = "time element" if timed else "visible date"
        where = "below the headline" if below and headings else "on the page"
        for one in _candidate(role, raw, place, f"a {place} {where} shows it"):
            count += 1
            if count <= MAX_VISIBLE:
                yield one
        if count >= MAX_VISIBLE:
            return


def _near_headline(tree: HtmlElement) -> Iterator[_Candidate]:
    """The first whole date in the text that follows the headline."""
    heading = next(tree.iter("h1"), None)
    at = heading if heading is not None else next(tree.iter("h2"), None)
    for _ in range(3):
        if at is None or at.getparent() is None:
            return
        at = at.getparent()
        text = words_of(at, 4 * NEAR_HEADLINE)
        title = words_of(heading) if heading is not None else ""
        start = max(text.find(title), 0) + len(title)
        says = "it is the first date after the headline"
        for found in find_dates(text[start : start + NEAR_HEADLINE]):
            if found.earliest == found.latest and FIRST_YEAR <= found.best.year <= LAST_YEAR:
                yield _Candidate("published", found.best, "text by headline", says, found.raw)
                return


def _elsewhere(element: HtmlElement) -> bool:
    """Whether the element stands in a part of the page that speaks of other pages."""
    at: HtmlElement | None = element
    for _ in range(12):
        if at is None:
            return False
        if at.tag in ("aside", "footer", "nav") or _NOT_HERE.search(label_of(at)):
            return at.tag not in ("body", "html", "article", "main")
        at = at.getparent()
    return False


def _decide(candidates: Iterable[_Candidate]) -> Iterator[DateOfRecord]:
    """One record for each place and day; the first place's day wins, by the page's own clock."""
    unique: dict[tuple[str, date], _Candidate] = {}
    for one in candidates:
        unique.setdefault((one.place, one.day), one)
    ordered = list(unique.values())
    if not ordered:
        return
    local = _local_day(ordered)
    won = local or ordered[0]
    others = [one for one in ordered if one is not won]
    agree = len({one.place for one in others if one.day == won.day})
    against = sorted({f"{one.day} ({one.place})" for one in others if one.day != won.day})
    reason = f"{won.says}, the most reliable place that the page has"
    if local is not None:
        reason = f"{won.says}; {ordered[0].place} gives the same moment in UTC ({ordered[0].raw})"
    if agree:
        reason += f"; {agree} other {'place agrees' if agree == 1 else 'places agree'}"
    if against:
        reason += f"; against it: {', '.join(against[:4])}"
    yield _record(won, reason, chosen=True)
    for one in others:
        verdict = "agrees with" if one.day == won.day else "is less reliable than"
        yield _record(one, f"{one.says}, which {verdict} {won.place}", chosen=False)


def _local_day(ordered: list[_Candidate]) -> _Candidate | None:
    """The shown date that is the day before the first one's, whose moment is after midnight UTC.

    West of Greenwich an evening is the next day in UTC; the outlet's readers live by their own day.
    """
    first = ordered[0]
    moment = _UTC.search(first.raw)
    if moment is None or int(moment.group(1)) >= MAX_HOURS_WEST:
        return None
    before = first.day - timedelta(days=1)
    shown = (one for one in ordered[1:] if one.place in _SHOWN and one.day == before)
    return next(shown, None)


def _record(one: _Candidate, reason: str, *, chosen: bool) -> DateOfRecord:
    return DateOfRecord(
        role=one.role,
        earliest=one.day,
        latest=one.day,
        best=one.day,
        edtf=one.day.isoformat(),
        found_by=one.place,
        reason=reason,
        raw=one.raw,
        chosen=chosen,
    )


def _crawled(day: date) -> DateOfRecord:
    return DateOfRecord(
        role="crawled",
        earliest=day,
        latest=day,
        best=day,
        edtf=day.isoformat(),
        found_by="fetched",
        reason="the page was fetched on this day",
        chosen=True,
    )
