"""The places of an HTML page that name its days for machines: JSON-LD, meta elements, its address.

Invariant: a candidate keeps its words as the page has them; what names no day is no candidate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from lxml.html import HtmlElement

from onrecord.articles.dates import find_dates
from onrecord.articles.markup import words_of
from onrecord.articles.structured import Description, words
from onrecord.articles.vocabulary import load_words
from onrecord.articles.years import month_numbers
from onrecord.record import DateRole

# The Web's first pages are of 1990; a later bound would need a clock.
FIRST_YEAR, LAST_YEAR = 1990, 2100
# Longer values name no day; a page that writes them gets no more of them read.
MAX_VALUE = 200
MAX_RAW = 80

_ISO = re.compile(r"\s{0,5}(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_ISO_SHORT = re.compile(
    r"\s{0,5}((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:T?\d{4,6})?(?:$|\D)"
)
_EPOCH = re.compile(r"\s{0,5}(\d{10})(?:\d{3})?\s{0,5}$")
_ISO_CLOCK = re.compile(
    r"[T ]\s{0,2}([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:[.,]\d{1,9})?)?"
    r"\s?(?:(Z|UTC|GMT)|([+-])([01]\d):?([0-5]\d))?(?![\d:])",
    re.I,
)
_CLOCK = re.compile(
    r"(?<![\d:.])(?:(1?\d|2[0-3]):([0-5]\d)|(1?\d)[.h]([0-5]\d)(?=\s?[ap]\.?m))"
    r"(?::[0-5]\d)?",
    re.I,
)
_HALF_DAY = re.compile(r"\s?([ap])\.?\s?m\b", re.I)
_URL_DAY = re.compile(
    r"[/_.-]((?:19|20)\d\d)(?:([/_.-])(1[0-2]|0?[1-9])\2(3[01]|[12]\d|0?[1-9])"
    r"|(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9]))(?!\d)"
)
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/([^\W\d_]{3,12})/(3[01]|[12]\d|0?[1-9])(?=/)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day that the page names in one place.

    ``moment`` = the instant where the place gives a clock with its zone; ``clock`` = hour and
    minute of the readers' own day where it gives them without. ``utc`` = the day itself is that of
    UTC. ``firm`` = the place means the day of publication and nothing else, so that another firm
    place that disagrees contradicts it. ``said`` = the page tells its readers, by the headline and
    in words, that it was published then.
    """

    role: DateRole
    day: date
    place: str
    says: str
    raw: str
    moment: datetime | None = None
    clock: tuple[int, int] | None = None
    firm: bool = False
    utc: bool = False
    said: bool = False


def read_day(text: str) -> date | None:
    """The day that a machine's or a reader's date names, as written; None where it names none."""
    text = text[:MAX_VALUE]
    for pattern in (_ISO, _ISO_SHORT):
        if match := pattern.match(text):
            return make_day(*(int(part) for part in match.groups()))
    if match := _EPOCH.match(text):
        moment = datetime.fromtimestamp(int(match.group(1)), UTC)
        return make_day(moment.year, moment.month, moment.day)
    found = find_dates(text)
    if found and found[0].earliest == found[0].latest:
        one = found[0].best
        return make_day(one.year, one.month, one.day)
    return None


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar or the Web's years do not have it."""
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def read_candidate(
    role: DateRole, raw: str, place: str, says: str, *, firm: bool = False
) -> Iterator[Candidate]:
    """The candidate that ``raw`` names, if it names a day."""
    day = read_day(raw)
    if day is not None:
        yield make_candidate(Candidate(role, day, place, says, raw, firm=firm))


def make_candidate(one: Candidate) -> Candidate:
    """The candidate with the moment or the clock that its words tell."""
    raw = one.raw[:MAX_RAW]
    moment, clock = read_clock(raw, one.day)
    utc = moment is not None and f"{moment:%H:%M}" in raw
    return replace(one, raw=raw, moment=moment, clock=clock, utc=utc)


def read_clock(raw: str, day: date) -> tuple[datetime | None, tuple[int, int] | None]:
    """The instant that ``raw`` names on ``day`` where it tells its zone, else hour and minute."""
    if match := _ISO_CLOCK.search(raw):
        hour, minute = int(match[1]), int(match[2])
        if not (match[3] or match[4]):
            return None, _half_day(hour, minute, raw[match.end() :])
        east = timedelta(hours=int(match[5] or 0), minutes=int(match[6] or 0))
        east = -east if match[4] == "-" else east
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC) - east, None
    if match := _CLOCK.search(raw):
        hour, minute = int(match[1] or match[3]), int(match[2] or match[4])
        return None, _half_day(hour, minute, raw[match.end() :])
    return None, None


def _half_day(hour: int, minute: int, after: str) -> tuple[int, int]:
    half = _HALF_DAY.match(after)
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half[1] in "pP" else 0)
    return hour, minute


def find_declared(description: Description, role: DateRole) -> Iterator[Candidate]:
    """The days of JSON-LD and meta elements, the most reliable first."""
    key = "datePublished" if role == "published" else "dateModified"
    yield from _from_json(description, role, key)
    metas = load_words("dates")["metas"]
    for name, content in description.meta(*metas[role]):
        says = f"the meta element {name} gives it"
        yield from read_candidate(role, content, f"meta:{name}", says, firm=name in metas["firm"])


def find_made(description: Description) -> Iterator[Candidate]:
    """The days on which JSON-LD says that the page or its film was made: a draft's day at times."""
    for key in ("dateCreated", "uploadDate"):
        yield from _from_json(description, "published", key)


def _from_json(description: Description, role: DateRole, key: str) -> Iterator[Candidate]:
    says = f"the page's JSON-LD gives it as {key}"
    for value in description.values(key):
        firm = key == "datePublished"
        yield from read_candidate(role, words(value), f"json-ld:{key}", says, firm=firm)


def find_marked(elements: Iterator[HtmlElement], role: DateRole) -> Iterator[Candidate]:
    """The day of the first element whose microdata says that it is the page's."""
    wanted = "datepublished" if role == "published" else "datemodified"
    for element in elements:
        if wanted in (element.get("itemprop") or "").lower().split():
            raw = element.get("content") or element.get("datetime") or words_of(element, MAX_VALUE)
            says = f"an element of the page is marked {wanted}"
            yield from read_candidate(
                role, raw, f"itemprop:{wanted}", says, firm=role == "published"
            )
            return


def find_in_url(url: str) -> Iterator[Candidate]:
    """The day that the page's address carries: 2020/01/05, 2020-01-05, 20200105 or 2020/jan/05."""
    url = url[:2000]
    day = None
    match = _URL_DAY.search(url)
    if match:
        year, month, number = match[1], match[3] or match[5], match[4] or match[6]
        day = make_day(int(year), int(month), int(number))
    if day is None and (match := _URL_MONTH.search(url)):
        named = month_numbers().get(match[2].casefold())
        day = make_day(int(match[1]), named, int(match[3])) if named else None
    if match and day:
        raw = match.group(0).strip("/_.-")
        yield Candidate(
            "published", day, "url", "the address of the page carries it", raw, firm=True
        )
