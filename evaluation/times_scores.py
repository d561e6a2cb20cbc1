"""Times and dates of record measured against their casebooks.

Invariant: what a case leaves open (``optional``) is judged neither when found nor when left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from evaluation.casebook_dates import DatesCase
from evaluation.casebook_scores import Figure
from evaluation.casebook_times import GoldTime, TimesCase
from evaluation.timex import find_days, normalise_value
from onrecord.record import Article, DateOfRecord, Span, TimeExpression

# A date given more loosely than this says in effect that the day is not known.
MIN_UNKNOWN = timedelta(days=60)

_SHAPES = (
    ("reference", re.compile(r"(?:PAST|PRESENT|FUTURE)_REF")),
    ("clock", re.compile(r"(?!P).*T\d.*")),
    ("part of day", re.compile(r"(?!P).*T[A-Z]+")),
    ("interval", re.compile(r".*/.*")),
    ("day", re.compile(r"\d{4}-\d\d-\d\d")),
    ("week or weekend", re.compile(r"\d{4}-W\d\d.*")),
    ("month", re.compile(r"\d{4}-\d\d")),
    ("quarter or half", re.compile(r"\d{4}-[QH]\d")),
    ("season", re.compile(r"\d{4}-(?:SP|SU|FA|WI)")),
    ("year", re.compile(r"\d{4}")),
    ("decade or century", re.compile(r"\d{2,3}")),
    ("unknown length", re.compile(r"PT?X.*")),
)


@dataclass(frozen=True, slots=True)
class TimeMatch:
    """A gold time and what was predicted for it; None where nothing was."""

    case: TimesCase
    gold: GoldTime
    predicted: TimeExpression | None

    @property
    def kind_right(self) -> bool:
        """Whether the kind is one that an editor accepts."""
        return self.predicted is not None and self.predicted.kind in self.gold.kinds

    @property
    def value_right(self) -> bool:
        """Whether the value is one that an editor accepts, or both say that there is no day."""
        if self.predicted is None:
            return False
        if self.gold.generic and self.predicted.generic:
            return True
        accepted = {normalise_value(value) for value in self.gold.values}
        return normalise_value(self.predicted.value) in accepted

    @property
    def shape(self) -> str:
        """What sort of time the gold is, in words that tell nothing of its passage."""
        return f"{self.gold.kinds[0]} {find_shape(self.gold.values[0])}".strip()


@dataclass(frozen=True, slots=True)
class TimesScore:
    """All figures, the matches of all that must be found, and the findings that are no times."""

    figures: tuple[Figure, ...]
    matches: tuple[TimeMatch, ...]
    extra: tuple[tuple[TimesCase, TimeExpression], ...]


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A page and the date of publication that was found for it."""

    case: DatesCase
    found: DateOfRecord | None
    crawled: DateOfRecord | None
    conflict: bool

    @property
    def best_right(self) -> bool:
        """Whether the best day is inside the gold; of an unknown day, whether none is claimed."""
        if self.case.earliest is None or self.case.latest is None:
            return self.found is None or self.found.latest - self.found.earliest > MIN_UNKNOWN
        return self.found is not None and (
            self.case.earliest <= self.found.best <= self.case.latest
        )

    @property
    def interval_right(self) -> bool:
        """Whether the whole interval found is inside the gold."""
        return (
            self.best_right
            and self.found is not None
            and self.case.earliest is not None
            and self.case.latest is not None
            and self.case.earliest <= self.found.earliest
            and self.found.latest <= self.case.latest
        )

    @property
    def overlaps(self) -> bool:
        """Whether the interval found and the gold have a day in common."""
        return (
            self.found is not None
            and self.case.earliest is not None
            and self.case.latest is not None
            and self.found.earliest <= self.case.latest
            and self.case.earliest <= self.found.latest
        )

    @property
    def is_wrong_day(self) -> bool:
        """Whether the best day is one that the case forbids."""
        return self.found is not None and self.found.best in self.case.wrong


def find_shape(value: str) -> str:
    """What sort of value this is: day, month, clock …; "" for plain lengths and sets."""
    return next((name for name, pattern in _SHAPES if pattern.fullmatch(value)), "")


def score_times(
    cases: Sequence[TimesCase], predicted: Sequence[tuple[TimeExpression, ...]]
) -> TimesScore:
    """All figures over ``cases``, whose predictions stand in the same order."""
    matches: list[TimeMatch] = []
    extra: list[tuple[TimesCase, TimeExpression]] = []
    for case, times in zip(cases, predicted, strict=True):
        matches += match_times(case, times)
        extra += [
            (case, one)
            for one in times
            if not any(one.span.overlaps(gold.span) for gold in case.times)
        ]
    judged = [one for one in matches if not one.gold.optional]
    figures = tuple(_measure_times(judged, len(extra), _count_clean(cases, extra)))
    return TimesScore(figures, tuple(judged), tuple(extra))


def match_times(case: TimesCase, times: Sequence[TimeExpression]) -> tuple[TimeMatch, ...]:
    """One match for each gold time: the pairs that share most of their letters first."""
    pairs = sorted(
        (-_overlap(gold.span, one.span), i, j)
        for i, gold in enumerate(case.times)
        for j, one in enumerate(times)
        if gold.span.overlaps(one.span)
    )
    partner: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in partner and j not in partner.values():
            partner[i] = j
    return tuple(
        TimeMatch(case, gold, times[partner[i]] if i in partner else None)
        for i, gold in enumerate(case.times)
    )


def score_dates(
    cases: Sequence[DatesCase], articles: Sequence[Article | None]
) -> tuple[tuple[Figure, ...], tuple[DateMatch, ...]]:
    """All figures over ``cases``, whose articles stand in the same order, and all matches."""
    matches = tuple(
        DateMatch(
            case,
            article.date("published") if article else None,
            article.date("crawled") if article else None,
            any(one.conflict for one in article.dates) if article else False,
        )
        for case, article in zip(cases, articles, strict=True)
    )
    return tuple(_measure_dates(matches)), matches


def _measure_times(
    matches: Sequence[TimeMatch], extra: int, clean: tuple[int, int]
) -> Iterator[Figure]:
    found = [one for one in matches if one.predicted is not None]
    recall = len(found) / len(matches) if matches else 0.0
    precision = len(found) / (len(found) + extra) if found else 0.0
    both = recall + precision
    yield Figure("found_recall", recall, len(matches))
    yield Figure("found_precision", precision, len(found) + extra)
    yield Figure("found_F1", 2 * recall * precision / both if both else 0.0, len(matches))
    yield _share("span_exact", (_has_span(one) for one in found))
    yield _share("kind_right", (one.kind_right for one in found))
    yield _share("value_right", (one.value_right for one in found))
    yield _share("value_right_of_all", (one.value_right for one in matches))
    yield _share("days_right_of_all", (one for one in map(_days_right, matches) if one is not None))
    yield _share("generic_found", (_is_generic(one) for one in matches if one.gold.generic))
    yield Figure("clean_passages", clean[0] / clean[1] if clean[1] else 1.0, clean[1])


def _measure_dates(matches: Sequence[DateMatch]) -> Iterator[Figure]:
    dated = [one for one in matches if one.case.earliest is not None]
    forbidden = [one for one in matches if one.case.wrong]
    crawls = [one for one in matches if one.case.crawled is not None]
    yield _share("best_day_right", (one.best_right for one in dated))
    yield _share(
        "best_day_exact", (one.best_right for one in dated if one.case.earliest == one.case.latest)
    )
    yield _share(
        "best_day_inferred",
        (one.best_right for one in dated if one.case.earliest != one.case.latest),
    )
    yield _share("interval_inside", (one.interval_right for one in dated))
    yield _share("interval_overlaps", (one.overlaps for one in dated))
    yield _share("no_day_found", (one.found is None for one in dated))
    yield _share("wrong_day", (one.is_wrong_day for one in forbidden))
    yield _share(
        "unknown_left_open", (one.best_right for one in matches if one.case.earliest is None)
    )
    yield _share(
        "crawl_day_right",
        (one.crawled is not None and one.crawled.best == one.case.crawled for one in crawls),
    )
    yield _share("conflict_found", (one.conflict for one in matches if one.case.conflict))
    yield _share("conflict_imagined", (one.conflict for one in matches if not one.case.conflict))


def _count_clean(
    cases: Sequence[TimesCase], extra: Sequence[tuple[TimesCase, TimeExpression]]
) -> tuple[int, int]:
    """Passages without a time in which none was found, and all such passages."""
    soiled = {case.place for case, _ in extra}
    empty = [case for case in cases if all(one.optional for one in case.times)]
    return sum(case.place not in soiled for case in empty), len(empty)


def _days_right(match: TimeMatch) -> bool | None:
    """Whether the best day lies where the gold allows it; None where there is no calendar."""
    gold = match.gold
    if gold.generic:
        return None
    allowed = [days for days in map(find_days, gold.values) if days]
    if gold.earliest and gold.latest:
        allowed = [(gold.earliest, gold.latest)]
    if not allowed:
        return None
    best = match.predicted.best if match.predicted else None
    return best is not None and any(first <= best <= last for first, last in allowed)


def _has_span(match: TimeMatch) -> bool:
    return match.predicted is not None and match.predicted.span == match.gold.span


def _is_generic(match: TimeMatch) -> bool:
    return match.predicted is not None and match.predicted.generic


def _share(metric: str, tests: Iterable[bool]) -> Figure:
    answers = list(tests)
    return Figure(metric, sum(answers) / len(answers) if answers else 0.0, len(answers))


def _overlap(one: Span, other: Span) -> float:
    """Intersection over union of letters."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start))
