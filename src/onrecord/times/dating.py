"""The day of publication: what the page gives for itself, held against what its words tell.

Invariant: an interval is given with the reason for each of its ends; where the page does not tell,
there is none; the result never depends on today's date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.record import Article, DateOfRecord, Span, edtf_one_of
from onrecord.times.evidence import BareWeekday, DatedDay, Evidence, gather_evidence
from onrecord.times.find import FoundTimes
from onrecord.times.placing import OLDER, SAVED_SOON, place_days, quote, say_day

WORKING_DAYS = 2
"""News names a bare weekday of the past on that day or within so many working days of it: 111 of
117 articles of TimeBank and AQUAINT (the latest bare weekday of each, by its gold value)."""

DAYS_AFTER = 6
"""After the last day that is told with its date, where no bare weekday follows."""

DAYS_SINCE = 2
""" "In the days since" says that at least so many have gone by."""

DATELINE = 60
"""A dateline's day ends within so many characters of the text's beginning."""

# Pages are of the Web; a day of another year is a template's.
FIRST_YEAR, LAST_YEAR = 1900, 2200


@dataclass(frozen=True, slots=True)
class _Solved:
    earliest: date
    latest: date
    best: date
    reasons: tuple[str, ...]
    spans: tuple[Span, ...]


def date_article(article: Article, found: FoundTimes, quoted: tuple[Span, ...] = ()) -> Article:
    """The article with its day of publication solved for, or doubted where its words say so."""
    evidence = gather_evidence(article, found, quoted)
    given = article.date("published") or article.date("dateline")
    if given is not None:
        return _hold_against(article, given, evidence)
    solved = _solve(article, evidence)
    if solved is None:
        return article
    return replace(article, dates=(_record(solved), *article.dates))


def _record(solved: _Solved) -> DateOfRecord:
    return DateOfRecord(
        role="published",
        earliest=solved.earliest,
        latest=solved.latest,
        best=solved.best,
        edtf=edtf_one_of(solved.earliest, solved.latest),
        found_by="words of the text",
        reason="; ".join(solved.reasons),
        chosen=True,
        spans=tuple(sorted(set(solved.spans))),
    )


def _hold_against(article: Article, given: DateOfRecord, evidence: Evidence) -> Article:
    """The article as it is, or with the conflict between its date and its words told.

    Where the page gives another day that fits its words, that one wins; where the place of the one
    given is weak, the words do.
    """
    modified = article.date("modified")
    changed = None if modified is None else modified.latest
    against = tuple(_contradictions(given, evidence, changed))
    if not against:
        return article
    others = tuple(one for one in article.dates if one is not given)
    fitting = [
        one
        for one in others
        if one.role == given.role
        and not one.conflict
        and not any(_contradictions(one, evidence, changed))
    ]
    lost = replace(given, chosen=False, conflict=True, reason=f"{given.reason}; but {against[0]}")
    if fitting:
        won = replace(
            fitting[0],
            chosen=True,
            conflict=True,
            reason=f"{fitting[0].reason}; the page's words fit it and not {say_day(given.best)}",
        )
        rest = tuple(one for one in others if one is not fitting[0])
        return replace(article, dates=(won, lost, *rest))
    if given.role == "published" and given.found_by in _WEAK_PLACES:
        solved = _solve(replace(article, dates=others), evidence)
        if solved is not None:
            return replace(article, dates=(_record(solved), lost, *others))
    doubted = replace(given, conflict=True, reason="; ".join((given.reason, *against[:3])))
    return replace(article, dates=tuple(doubted if one is given else one for one in article.dates))


# Places that may show another day than that of the article.
_WEAK_PLACES = frozenset({"date line", "text by headline", "visible date"})


def _contradictions(given: DateOfRecord, evidence: Evidence, changed: date | None) -> Iterator[str]:
    """What in the text cannot be if the page was published on the day given.

    What was told up to the day on which the page was ``changed`` may stand in it.
    """
    latest = max(given.latest, changed or given.latest)
    for told in evidence.dated:
        if told.year is not None:
            day = told.in_year(told.year)
            if day is not None and not told.ahead and day > latest + timedelta(days=1):
                if (day - latest).days > OLDER:
                    continue  # a plan of another year, its verb not seen
                yield f"the text tells of {quote(told.words)} as past"
        elif told.weekday is not None:
            near = [
                day
                for year in (given.best.year - 1, given.best.year, given.best.year + 1)
                if (day := replace(told, weekday=None).in_year(year)) is not None
            ]
            if not near:
                continue
            day = min(near, key=lambda one: abs((one - given.best).days))
            if day.isoweekday() != told.weekday:
                yield f"{quote(told.words)} was not in {day.year}"


def _solve(article: Article, evidence: Evidence) -> _Solved | None:
    """The interval of publication from the words of the page, or None where they do not tell."""
    crawled, modified = _sane(article.date("crawled")), _sane(article.date("modified"))
    if crawled is None and article.date("crawled") is not None:
        return None  # nothing can have come out before a made-up day of saving
    ceilings = [one.latest for one in (crawled, modified) if one is not None]
    upper = min(ceilings, default=None)
    placed, reasons, spans = place_days(evidence, upper)
    past = [
        (day, told)
        for day, told in placed
        if not told.ahead and (upper is None or day <= upper) and _is_news(day, told, upper)
    ]
    if past:
        last, told = max(past, key=lambda one: one[0])
        if told.span not in spans:
            words = f"the last day told with its date is {quote(told.words)}, {say_day(last)}"
            reasons.append(words)
            spans.append(told.span)
        if _is_dateline(told, article):
            return _from_dateline(last, reasons, spans, upper)
        return _after(last, evidence, upper, placed, reasons, spans)
    plans = [(day, told) for day, told in placed if told.ahead and told.year is None]
    if plans and reasons:
        return _before_plan(min(plans, key=lambda one: one[0]), evidence, reasons, spans)
    if modified is not None:
        return _before_change(modified.latest, evidence)
    return None


def _sane(one: DateOfRecord | None) -> DateOfRecord | None:
    """The date, if its year is one that no template made up."""
    known = one is not None and FIRST_YEAR <= one.earliest.year <= one.latest.year <= LAST_YEAR
    return one if known else None


def _is_news(day: date, told: DatedDay, upper: date | None) -> bool:
    """Whether the day may be one that the page reports on.

    A date with its year and no weekday is mostly history, unless the page was saved soon after.
    """
    if told.year is None or told.weekday is not None:
        return True
    return upper is not None and (upper - day).days <= SAVED_SOON


def _is_dateline(told: DatedDay, article: Article) -> bool:
    behind = article.text[told.span.end : told.span.end + 3].lstrip()
    return told.span.end <= DATELINE and behind[:1] in ("(", "-", "–", "—")


def _from_dateline(day: date, reasons: list[str], spans: list[Span], upper: date | None) -> _Solved:
    reasons.append("it is the text's dateline: the page came out on that day or the next")
    latest = day + timedelta(days=1)
    if upper is not None:
        latest = max(day, min(latest, upper))
    return _Solved(day, latest, day, tuple(reasons), tuple(spans))


def _before_plan(
    plan: tuple[date, DatedDay], evidence: Evidence, reasons: list[str], spans: list[Span]
) -> _Solved | None:
    """From the last bare weekday before a plan's day up to that day."""
    day, told = plan
    spans.append(told.span)
    reasons.append(f"{quote(told.words)}, {say_day(day)}, is still to come")
    solved = _before_change(day - timedelta(days=1), evidence)
    if solved is None:
        return None
    latest = min(solved.latest, _working_days_after(solved.earliest, WORKING_DAYS))
    return replace(
        solved,
        latest=latest,
        reasons=(*reasons, *solved.reasons),
        spans=(*spans, *solved.spans),
    )


def _after(
    last: date,
    evidence: Evidence,
    upper: date | None,
    placed: list[tuple[date, DatedDay]],
    reasons: list[str],
    spans: list[Span],
) -> _Solved | None:
    """The interval that begins with the last day told."""
    earliest, latest = last, last + timedelta(days=DAYS_AFTER)
    behind = [one for one in evidence.weekdays if not one.ahead]
    named = _latest_weekday(last, behind)
    if named is not None:
        day, one = named
        earliest, latest = day, _working_days_after(day, WORKING_DAYS)
        spans.append(one.span)
        reasons.append(
            f"{quote(one.words)} without a date is then {say_day(day)}, "
            f"and news names a weekday so within {WORKING_DAYS} working days"
        )
    elif evidence.since is not None:
        earliest = last + timedelta(days=DAYS_SINCE)
        spans.append(evidence.since)
        reasons.append("some days had gone by since")
    else:
        reasons.append(f"no bare weekday follows, so it came out within {DAYS_AFTER} days")
    if evidence.since is not None and earliest < last + timedelta(days=DAYS_SINCE) <= latest:
        earliest = last + timedelta(days=DAYS_SINCE)
    plans = [day for day, told in placed if told.ahead and earliest < day <= latest]
    if plans:
        latest = min(plans) - timedelta(days=1)
        reasons.append(f"what is to come on {say_day(min(plans))} has not been yet")
    if upper is not None and latest > upper:
        latest = upper
    if latest < earliest:
        return None
    middle = earliest + (latest - earliest) / 2
    best = middle if named is None else earliest  # in 70 of the 117 articles it is that day itself
    return _Solved(earliest, latest, best, tuple(reasons), tuple(spans))


def _latest_weekday(last: date, weekdays: list[BareWeekday]) -> tuple[date, BareWeekday] | None:
    """The bare weekday that comes last, each on its first day from ``last`` on."""
    days = [(last + timedelta(days=(one.weekday - last.isoweekday()) % 7), one) for one in weekdays]
    return max(days, key=lambda one: one[0], default=None)


def _working_days_after(day: date, number: int) -> date:
    while number:
        day += timedelta(days=1)
        number -= day.isoweekday() < 6
    return day


def _before_change(changed: date, evidence: Evidence) -> _Solved | None:
    """From the last bare weekday before the page was changed to the change."""
    behind = [one for one in evidence.weekdays if not one.ahead]
    if not behind:
        return None
    days = [
        (changed - timedelta(days=(changed.isoweekday() - one.weekday) % 7), one) for one in behind
    ]
    day, one = max(days, key=lambda found: found[0])
    reason = (
        f"{quote(one.words)} without a date is then {say_day(day)}, "
        f"the last one up to {say_day(changed)}"
    )
    return _Solved(day, changed, day, (reason,), (one.span,))
