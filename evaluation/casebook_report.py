"""The casebook read, and what came of it told in words.

Invariant: of the unseen part nothing but figures is ever shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.casebook import Case, GoldLink, read_cases
from evaluation.casebook_scores import Figure, Match, score_cases
from onrecord.reading import read_text
from onrecord.record import SourceLink

CASEBOOK = Path(__file__).parents[1] / "tests" / "casebook"
PARTS = ("tuned", "unseen")


def measure_part(part: str) -> tuple[tuple[Figure, ...], tuple[Match, ...]]:
    """The figures and matches of one part of the casebook, read as it stands."""
    cases = read_cases(CASEBOOK / part)
    readings = tuple(read_text(case.passage, outlet=case.outlet) for case in cases)
    return score_cases(cases, readings)


def part_files(part: str) -> tuple[Path, ...]:
    """The files of one part, in the order of their names."""
    return tuple(sorted((CASEBOOK / part).glob("*.md")))


def report_part(part: str, *, worst: int) -> Iterator[str]:
    """Lines: all figures of ``part`` and, of the tuned one, ``worst`` cases that are wrong."""
    figures, matches = measure_part(part)
    yield f"casebook, {part}"
    yield from (f"  {one.metric:22}{100 * one.value:6.1f}  of {one.cases}" for one in figures)
    if part != "tuned":
        return
    yield from _report_files(matches)
    wrong = [case for case in _cases_in(matches) if not all(_right(matches, case))]
    for case in sorted(wrong, key=lambda case: sum(_right(matches, case)))[:worst]:
        yield from _report_case(case, [one for one in matches if one.case is case])


def _report_files(matches: Sequence[Match]) -> Iterator[str]:
    yield "  file: chains right / statements found / all"
    for name in dict.fromkeys(one.case.place.split(":")[0] for one in matches):
        inside = [one for one in matches if one.case.place.split(":")[0] == name]
        found = sum(one.predicted is not None for one in inside)
        right = sum(one.chain_right for one in inside)
        yield f"  {name:28}{right:4} /{found:4} /{len(inside):4}"


def _report_case(case: Case, matches: Sequence[Match]) -> Iterator[str]:
    yield f"\n{case.place} {case.name}\n  {case.passage}"
    for match in matches:
        says = " … ".join(span.cut(case.passage) for span in match.gold.content)
        yield f"  {'right' if match.chain_right else 'WRONG'}: {says}"
        if match.chain_right:
            continue
        yield f"    gold: {_draw(match.gold.links)}"
        if match.predicted is None:
            yield "    not found"
        else:
            yield f"    read: {_draw(match.predicted.chain.links[1:])}"


def _draw(links: Sequence[GoldLink] | Sequence[SourceLink]) -> str:
    return " ← ".join(
        f"{link.name} ({link.kind}, {'unnamed, ' if link.unnamed else ''}{link.how})"
        for link in links
    )


def _cases_in(matches: Sequence[Match]) -> list[Case]:
    return list({id(one.case): one.case for one in matches}.values())


def _right(matches: Sequence[Match], case: Case) -> list[bool]:
    return [one.chain_right for one in matches if one.case is case]
