"""The dates that a text dump gives for its article, each with the reason for its role.

Invariant: a live clock in the page's furniture is a crawl stamp and never a publication date; the
day in a caption or a sentence is none of the page's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from onrecord.articles.date_choice import (
    SAME,
    before_crawl,
    crossed,
    make_crawled,
    make_record,
    published_before,
)
from onrecord.articles.date_places import find_in_url
from onrecord.articles.date_words import find_said, modified_words, opens_with_said, weekday_names
from onrecord.articles.dates import FoundDate, day_habit, find_dates, settle_order
from onrecord.articles.line_kinds import LineKind
from onrecord.articles.line_units import Line
from onrecord.articles.page_heads import (
    is_first_print,
    opens_byline,
    tell_saving,
)
from onrecord.articles.undated_lines import tell_age, tell_yearless
from onrecord.articles.years import YearClues, copyright_years
from onrecord.record import DateOfRecord, DateRole, Page

FIRST_YEAR, LAST_YEAR = 1990, 2100
# A date line stands so near to the headline or to the article's first line, or it is another's.
NEAR = 8
BELOW, AWAY = 3, 4
# An age stands in the article's head, or so few lines above the headline.
ABOVE = 2
# The first lines of an article may be its date line that was taken for text; so may the lines
# below it that say "published". Chosen on the development dumps.
HEAD_OF_BODY = 5
BELOW_BODY = 20
MAX_LINE = 70
# A line with more words in front of a date, none of which says what the date is, is a sentence or a
# caption; a line that was not taken for a date's has no more beside it.
MAX_WORDS_BEFORE = 4
MAX_WORDS_BEFORE_CLOCK = 6
MAX_WORDS_OF_BYLINE = 9
MAX_WORDS_BESIDE = 3

FIRST_PRINT = "first print"

_PARTS = re.compile(r"[|•·]")
_IN_BRACKETS = re.compile(r"\([^()]{1,80}\)$")
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class _Seen:
    """A date with its role; ``rank`` = how far it is from being the article's, the least first."""

    at: int
    found: FoundDate
    role: DateRole
    place: str
    reason: str
    rank: tuple[bool, bool, bool, int, int]


@dataclass(frozen=True, slots=True)
class _Told:
    """A date, what its line says that it is, and whether it is that of another paper's print."""

    at: int
    found: FoundDate
    said: tuple[str, ...]
    first_print: bool


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the article stands: its last headline or ``first`` line, and its first and last."""

    top: int
    first: int
    last: int


def dates_of_dump(
    page: Page, lines: tuple[Line, ...], labels: list[LineKind]
) -> tuple[DateOfRecord, ...]:
    """Every date of the lines that give one, with its role; the best of each role is chosen.

    A day after the page was fetched is kept and never chosen; ``conflict`` marks what cannot be
    true together with another date of the page.
    """
    frame = _frame(labels)
    seen = tuple(_see(lines, labels, frame, page.fetched))
    crawled = _crawled(page, seen)
    clock = next((one for one in crawled if one.chosen), None)
    modified = _choose(seen, "modified", page.fetched)
    published = _with_url(page, _choose(seen, "published", page.fetched))
    change = next((one for one in modified if one.chosen), None)
    if not any(one.chosen for one in published):
        published += tuple(tell_age(_head(lines, labels, frame, ABOVE), clock))
    if not any(one.chosen for one in published):
        clues = YearClues(
            days=tuple(one.best for one in modified if one.chosen),
            saved=clock.best if clock else None,
            years=copyright_years("\n".join(line.text for line in lines)),
        )
        body = "\n".join(lines[at].text for at, label in enumerate(labels) if label == "body")
        yearless = tuple(tell_yearless(_head(lines, labels, frame, NEAR), clues, body))
        published += tuple(one for one in yearless if one.role == "published")[:1]
        if not modified:
            modified = tuple(one for one in yearless if one.role == "modified")[:1]
            change = next(iter(modified), None)
    if not published and change is not None and not _is_below(seen, "modified", frame):
        published = (published_before(change),)
    published = tuple(
        before_crawl(crossed(one, change), clock) if one.chosen else one for one in published
    )
    return (*published, *modified, *crawled)


def _frame(labels: list[LineKind]) -> _Frame:
    first = labels.index("body") if "body" in labels else len(labels)
    headlines = [at for at in range(first) if labels[at] == "headline"]
    last = max((at for at, label in enumerate(labels) if label == "body"), default=first)
    return _Frame(headlines[-1] if headlines else first, first, last)


def _choose(
    seen: tuple[_Seen, ...], role: DateRole, fetched: date | None
) -> tuple[DateOfRecord, ...]:
    """The dates of one role, the best of those that can be true chosen."""
    ranked = sorted((one for one in seen if one.role == role), key=lambda one: one.rank)
    late = [one for one in ranked if fetched and one.found.earliest - fetched > SAME]
    possible = [one for one in ranked if one not in late]
    possible.sort(key=lambda one: one.place == FIRST_PRINT)
    records = [
        _record(one, chosen=place == 0 and one.place != FIRST_PRINT)
        for place, one in enumerate(possible)
    ]
    if records and records[0].chosen and role == "published":
        records[0] = _contradicted(records[0], possible, late)
    for one in late:
        reason = (
            f"{one.reason}, but it is after the page was fetched on {fetched}, which cannot be: "
            "it is not believed"
        )
        records.append(replace(_record(one, chosen=False), reason=reason, conflict=True))
    return tuple(records)


def _contradicted(won: DateOfRecord, possible: list[_Seen], late: list[_Seen]) -> DateOfRecord:
    """``won``, in conflict where another line near the article says published as well."""
    rivals = dict.fromkeys(
        str(one.found.best)
        for one in (*possible, *late)
        if one.place == "labelled date line"
        and not one.rank[0]
        and (one.found.earliest > won.latest + SAME or one.found.latest < won.earliest - SAME)
    )
    if not rivals:
        return won
    reason = f"{won.reason}; the page contradicts itself: {won.best}, but {', '.join(rivals)}"
    return replace(won, reason=f"{reason} (labelled date line)", conflict=True)


def _with_url(page: Page, published: tuple[DateOfRecord, ...]) -> tuple[DateOfRecord, ...]:
    """``published`` with the day of the page's address: chosen where the dump itself has none."""
    found = next(find_in_url(page.url), None)
    if found is None:
        return published
    won = published[0] if published and published[0].chosen else None
    url = make_record(found, found.says, chosen=won is None)
    if page.fetched and url.best - page.fetched > SAME:
        reason = f"{found.says}, but it is after the page was fetched on {page.fetched}"
        return (*published, replace(url, reason=reason, chosen=False, conflict=True))
    if won is not None and (url.best > won.latest + SAME or url.best < won.earliest - SAME):
        reason = f"{won.reason}; but the address of the page carries {url.best}"
        published = (replace(won, reason=reason, conflict=True), *published[1:])
    return (*published, url) if won is not None else (url, *published)


def _crawled(page: Page, seen: tuple[_Seen, ...]) -> tuple[DateOfRecord, ...]:
    """The clocks in the page's furniture, and before them the day of the crawl that was told."""
    told = (make_crawled(page.fetched),) if page.fetched is not None else ()
    ranked = sorted((one for one in seen if one.role == "crawled"), key=lambda one: one.rank)
    shown = (_record(one, chosen=not told and at == 0) for at, one in enumerate(ranked))
    return (*told, *shown)


def _head(
    lines: tuple[Line, ...], labels: list[LineKind], frame: _Frame, above: int
) -> tuple[str, ...]:
    """The short lines from ``above`` the headline to the article's first that may date it."""
    return tuple(
        lines[at].text
        for at in range(max(0, frame.top - above), min(frame.first + HEAD_OF_BODY, len(lines)))
        if len(lines[at].text) <= MAX_LINE
        and labels[at] not in ("related", "comment", "caption", "headline")
    )


def _see(
    lines: tuple[Line, ...], labels: list[LineKind], frame: _Frame, fetched: date | None
) -> Iterator[_Seen]:
    told = tuple(_find_told(lines, labels, frame, fetched + SAME if fetched else None))
    for one in told:
        others = any(
            other.at > one.at and _distance(other.at, frame)[0] < AWAY and other.at < frame.last
            for other in told
        )
        yield _judge(one, lines[one.at].text, frame, labels, others=others)


def _find_told(
    lines: tuple[Line, ...], labels: list[LineKind], frame: _Frame, last: date | None
) -> Iterator[_Told]:
    """The dates of lines that may be about the article; ``last`` = a day that none is after."""
    day_first = day_habit("\n".join(line.text for line in lines if "/" in line.text))
    for at, label in enumerate(labels):
        text = lines[at].text
        listed = label in ("date", "byline")
        if not listed and not (len(text) <= MAX_LINE and _may_hide_a_date(at, text, label, frame)):
            continue
        before = lines[at - 1].text if at and labels[at - 1] not in ("body", "headline") else ""
        end = 0
        for one in find_dates(text, day_first=day_first):
            found = settle_order(one, last)
            if FIRST_YEAR <= found.best.year <= LAST_YEAR:
                words = text[end : found.span.start] or (before if len(before) <= 30 else "")
                said = find_said(words)
                own = not _is_sentence(text, found) if listed else _is_alone(text, found)
                ends = listed or (at <= frame.last + BELOW and _IN_BRACKETS.match(text))
                if said or (own and (at <= frame.last or ends)):
                    yield _Told(at, found, tuple(said), is_first_print(words))
            end = found.span.end


def _may_hide_a_date(at: int, text: str, label: LineKind, frame: _Frame) -> bool:
    if label == "body":
        ends = at == frame.last and bool(_IN_BRACKETS.match(text))
        return at < frame.first + HEAD_OF_BODY or ends or opens_with_said(text)
    between = frame.top <= at < frame.first
    below = frame.last < at <= frame.last + BELOW_BODY
    return label in ("navigation", "other", "credit") and (between or below)


def _is_sentence(text: str, found: FoundDate) -> bool:
    """Whether the date stands in a line that says something else, as captions do."""
    before = text[: found.span.start]
    most = MAX_WORDS_BEFORE_CLOCK if found.has_clock else MAX_WORDS_BEFORE
    if found.span.end == len(text) and opens_byline(text):
        most = MAX_WORDS_OF_BYLINE
    return not _PARTS.search(before) and len(_WORD.findall(before)) > most


def _is_alone(text: str, found: FoundDate) -> bool:
    """Whether a line that was not taken for a date's is one all the same: a date and a name."""
    rest = text[: found.span.start] + " " + text[found.span.end :]
    exact = found.earliest == found.latest
    if _IN_BRACKETS.match(text):
        return exact and len(_WORD.findall(rest)) <= MAX_WORDS_BEFORE
    words = [word for word in _WORD.findall(rest.casefold()) if word not in weekday_names()]
    return exact and len(words) <= (MAX_WORDS_BESIDE if found.has_clock else 0)


def _judge(one: _Told, text: str, frame: _Frame, labels: list[LineKind], *, others: bool) -> _Seen:
    """The date with its role; ``others`` = a date line stands below it and by the article."""
    at, found, said = one.at, one.found, one.said
    exact = found.earliest == found.latest
    zone, distance = _distance(at, frame)
    rank = (zone >= BELOW, not said, not exact, zone, distance)
    if one.first_print:
        reason = "its line says that another paper had it first"
        return _Seen(at, found, "published", FIRST_PRINT, reason, (True, *rank[1:]))
    if said:
        role: DateRole = "modified" if (said[-1] in modified_words()) else "published"
        return _Seen(at, found, role, "labelled date line", f"its line says {said[-1]!r}", rank)
    between = sum(
        label in ("navigation", "other", "related", "advertisement", "comment")
        for label in labels[at + 1 : frame.top]
    )
    if at < frame.first:
        apart = between if at < frame.top else 0
        saving = tell_saving(at, text, found, apart=apart, others=others)
        if saving is not None:
            return _Seen(at, found, "crawled", *saving, rank)
    where = "the headline" if "headline" in labels else "the article"
    reason = f"a date line by {where}, with no word that says otherwise"
    return _Seen(at, found, "published", "date line", reason, rank)


def _distance(at: int, frame: _Frame) -> tuple[int, int]:
    """Where a line is: 0 = between headline and article, then above the headline, then in the
    article's first lines, then below it, then away from it; and its place there, the likeliest
    first."""
    if frame.top < at <= frame.first or at == frame.first:
        return 0, at - frame.top
    if at < frame.top:
        above = frame.top - at
        return (1 if above <= NEAR else AWAY), above
    if at < frame.first + HEAD_OF_BODY:
        return 2, at - frame.first
    return BELOW, at - frame.last


def _is_below(seen: tuple[_Seen, ...], role: DateRole, frame: _Frame) -> bool:
    """Whether all dates of the role stand below the article."""
    return all(one.at > frame.last for one in seen if one.role == role)


def _record(one: _Seen, *, chosen: bool) -> DateOfRecord:
    found = one.found
    return DateOfRecord(
        role=one.role,
        earliest=found.earliest,
        latest=found.latest,
        best=found.best,
        edtf=found.edtf,
        found_by=one.place,
        reason=one.reason,
        raw=found.raw,
        chosen=chosen,
    )
