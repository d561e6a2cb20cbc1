"""The dates that a text dump gives for its article, each with the reason for its role.

Invariant: a live clock in the page's furniture is a crawl stamp and never a publication date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from onrecord.articles.dates import FoundDate, find_dates
from onrecord.articles.line_kinds import LineKind
from onrecord.articles.line_units import Line
from onrecord.articles.vocabulary import alternatives, load_words
from onrecord.languages import load
from onrecord.record import DateOfRecord, DateRole, Page

# A bare weekday and date so many pieces of furniture above the headline, or above the article
# where there is no headline, belongs to the page's head.
HEAD_DISTANCE = 5
FIRST_YEAR, LAST_YEAR = 1990, 2100


@dataclass(frozen=True, slots=True)
class _Seen:
    at: int
    found: FoundDate
    role: DateRole
    place: str
    reason: str


def dates_of_dump(
    page: Page, lines: tuple[Line, ...], labels: list[LineKind]
) -> tuple[DateOfRecord, ...]:
    """Every date of the lines labelled so, with its role; the best of each role is chosen."""
    seen = tuple(_see(lines, labels))
    dates = []
    for role in ("published", "modified", "crawled"):
        ranked = sorted((one for one in seen if one.role == role), key=_rank)
        for place, one in enumerate(ranked):
            dates.append(_record(one, chosen=place == 0))
    if page.fetched is not None:
        dates = [replace(one, chosen=False) if one.role == "crawled" else one for one in dates]
        day = page.fetched
        reason = "the day on which the page was fetched"
        dates.append(
            DateOfRecord("crawled", day, day, day, day.isoformat(), "fetched", reason, chosen=True)
        )
    return tuple(dates)


def _rank(one: _Seen) -> tuple[bool, bool, int]:
    exact = one.found.earliest == one.found.latest
    return (one.place != "labelled date line", not exact, one.at)


def _see(lines: tuple[Line, ...], labels: list[LineKind]) -> Iterator[_Seen]:
    body = labels.index("body") if "body" in labels else len(labels)
    headlines = [at for at in range(body) if labels[at] == "headline"]
    top = headlines[-1] if headlines else body
    for at, label in enumerate(labels):
        if label not in ("date", "byline"):
            continue
        text = lines[at].text
        before = lines[at - 1].text if at and labels[at - 1] not in ("body", "headline") else ""
        end = 0
        for found in find_dates(text):
            if FIRST_YEAR <= found.best.year <= LAST_YEAR:
                words = text[end : found.span.start] or (before if len(before) <= 30 else "")
                alone = _is_weekday(text[: found.span.start]) and found.span.end == len(text)
                role, place, reason = _judge(found, words, at, top, labels, alone=alone)
                yield _Seen(at, found, role, place, reason)
            end = found.span.end


def _judge(
    found: FoundDate, words: str, at: int, top: int, labels: list[LineKind], *, alone: bool
) -> tuple[DateRole, str, str]:
    said = _said().findall(words.casefold())
    if said:
        role: DateRole = "modified" if said[-1] in _modified() else "published"
        return role, "labelled date line", f"its line says {said[-1]!r}"
    between = sum(
        label in ("navigation", "other", "related", "advertisement", "comment")
        for label in labels[at + 1 : top]
    )
    apart = at < top and between > 0
    if apart and found.has_clock and _starts_with_clock(found.raw):
        return (
            "crawled",
            "masthead clock",
            "a clock with the day stands in the page's furniture above everything and apart from "
            "the article, and nothing says that it was published then: a live clock shows when the "
            "page was saved, not when the article came out",
        )
    if apart and between >= HEAD_DISTANCE and alone:
        return (
            "crawled",
            "masthead date",
            "the day stands in the page's head, apart from the article, with nothing that says "
            "published: such a line shows the day on which the page was saved",
        )
    where = "the headline" if "headline" in labels else "the article"
    return "published", "date line", f"a date line by {where}, with no word that says otherwise"


def _is_weekday(words: str) -> bool:
    return words.casefold().strip(" ,.*") in _weekdays()


def _starts_with_clock(raw: str) -> bool:
    return bool(re.match(r"[0-9]{1,2}(?:[:.h][0-9]{2}|\s?[apAP]\.?[mM])", raw)) and not re.match(
        r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2}", raw
    )


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


@cache
def _said() -> re.Pattern[str]:
    words = load_words("lines")["dates"]
    listed = alternatives([*words["published"], *words["modified"]])
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)")


@cache
def _modified() -> frozenset[str]:
    return frozenset(load_words("lines")["dates"]["modified"])


@cache
def _weekdays() -> frozenset[str]:
    table = load("mul", "calendar")
    return frozenset(
        day for name, words in table.items() if name != "clock" for day in words["weekdays"]
    )
