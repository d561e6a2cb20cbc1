"""The casebooks of times and dates read, and what came of it told in words.

Invariant: of the unseen parts nothing but figures and counts by class is ever shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.casebook_dates import DatesCase, read_dates_cases
from evaluation.casebook_scores import Figure
from evaluation.casebook_times import TimesCase, read_times_cases
from evaluation.times_scores import (
    DateMatch,
    TimesScore,
    find_shape,
    score_dates,
    score_times,
)
from onrecord.reading import extract_article, read_times

TESTS = Path(__file__).parents[1] / "tests"
TIMES, DATES = TESTS / "casebook-times", TESTS / "casebook-dates"
PARTS = ("tuned", "unseen")


def measure_times(part: str) -> TimesScore:
    """One part of the casebook of times, read as it stands."""
    cases = read_times_cases(TIMES / part)
    return score_times(cases, [read_times(case.passage, case.published) for case in cases])


def measure_dates(part: str) -> tuple[tuple[Figure, ...], tuple[DateMatch, ...]]:
    """One part of the casebook of dates of record, read as it stands."""
    cases = read_dates_cases(DATES / part)
    return score_dates(cases, [extract_article(case.page)[0] for case in cases])


def times_files(part: str) -> tuple[Path, ...]:
    """The files of one part of the casebook of times, in the order of their names."""
    return tuple(sorted((TIMES / part).glob("*.md")))


def dates_files(part: str) -> tuple[Path, ...]:
    """The files of one part of the casebook of dates, in the order of their names."""
    return tuple(sorted((DATES / part).glob("*.md")))


def report_times(part: str, *, worst: int) -> Iterator[str]:
    """Lines: all figures of ``part``, errors by class and, of the tuned one, ``worst`` cases."""
    times = measure_times(part)
    yield from _report_figures(f"casebook of times, {part}", times.figures)
    yield from _report_classes(times)
    figures, matches = measure_dates(part)
    yield from _report_figures(f"casebook of dates of record, {part}", figures)
    if part != "tuned":
        return
    yield from _report_wrong_times(times, worst)
    wrong = [one for one in matches if not one.best_right or one.conflict != one.case.conflict]
    for one in wrong[:worst]:
        yield from _report_wrong_date(one)


def _report_figures(title: str, figures: Sequence[Figure]) -> Iterator[str]:
    yield title
    yield from (f"  {one.metric:22}{100 * one.value:6.1f}  of {one.cases}" for one in figures)


def _report_classes(score: TimesScore) -> Iterator[str]:
    """Errors counted by the sort of the gold time, extra findings by their own."""
    yield f"  {'class':28}{'all':>5}{'missed':>8}{'kind':>6}{'value':>7}"
    for name, total in sorted(Counter(one.shape for one in score.matches).items()):
        inside = [one for one in score.matches if one.shape == name]
        missed = sum(one.predicted is None for one in inside)
        kinds = sum(not one.kind_right for one in inside) - missed
        values = sum(not one.value_right for one in inside) - missed
        yield f"  {name:28}{total:5}{missed:8}{kinds:6}{values:7}"
    found = Counter(f"{one.kind} {find_shape(one.value)}".strip() for _, one in score.extra)
    for name, count in sorted(found.items()):
        yield f"  no time, read as {name}: {count}"


def _report_wrong_times(score: TimesScore, worst: int) -> Iterator[str]:
    errors: dict[str, list[str]] = {}
    cases: dict[str, TimesCase] = {}

    def note(case: TimesCase, line: str) -> None:
        cases[case.place] = case
        errors.setdefault(case.place, []).append(line)

    for one in score.matches:
        words = one.gold.span.cut(one.case.passage)
        wanted = f"{'|'.join(one.gold.kinds)} {' or '.join(one.gold.values)}"
        if one.predicted is None:
            note(one.case, f"  missed: {words!r} {wanted}")
        elif not (one.kind_right and one.value_right):
            read = one.predicted
            said = f"{read.span.cut(one.case.passage)!r} {read.kind} {read.value} ({read.rule})"
            note(one.case, f"  wrong: {words!r} {wanted}; read {said}")
    for case, extra in score.extra:
        words = extra.span.cut(case.passage)
        note(case, f"  no time: {words!r} {extra.kind} {extra.value} ({extra.rule})")
    for place in sorted(errors, key=lambda place: -len(errors[place]))[:worst]:
        case = cases[place]
        yield f"\n{place} {case.name} (published {case.published})\n  {case.passage}"
        yield from errors[place]


def _report_wrong_date(match: DateMatch) -> Iterator[str]:
    case, found = match.case, match.found
    yield f"\n{case.place} {case.name}\n  {case.why}"
    yield f"  gold: {_draw(case)}{'; conflict' if case.conflict else ''}"
    if found is None:
        yield "  read: nothing"
        return
    yield f"  read: {found.best} ({found.earliest}/{found.latest}); conflict: {match.conflict}"
    yield f"  because: {found.found_by}: {found.reason}"


def _draw(case: DatesCase) -> str:
    return "unknown" if case.earliest is None else f"{case.earliest}/{case.latest}"
