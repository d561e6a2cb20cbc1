"""Measures how often each rule of times has the right value: ``python -m training.time_scores``.

Counted on the tuned half of TimeBank and AQUAINT and on WikiWars, over the expressions found that
share letters with one of the gold's; the reported half is not looked at. Writes
``src/onrecord/times/scores.toml``: a share for each rule and way to resolve it that has enough
cases, one for each way over all rules, and one over all.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.development import SHARED
from evaluation.rows import digest_of
from evaluation.times_development import (
    HISTORY_FILES,
    NEWS_FILES,
    find_half,
    read_corpora,
)
from evaluation.timex import normalise_value
from onrecord.reading import read_times
from onrecord.record import Span, TimeExpression

TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "times" / "scores.toml"

# With fewer cases than this one error moves a share by more than it says.
MIN_CASES = 5

Case = tuple[str, bool]


def main() -> int:
    """Measure and write; 1 where the data is not there."""
    news = tuple(SHARED / "data" / path for path in NEWS_FILES)
    history = tuple(SHARED / "data" / path for path in HISTORY_FILES)
    missing = [path for path in (*news, *history) if not path.is_file()]
    if missing:
        print(f"there is no {missing[0]}", file=sys.stderr)
        return 1
    rows = [row for row in read_corpora(news) if find_half(row) == "tuned half"]
    rows += read_corpora(history)
    cases = [case for row in rows for case in judge_row(row)]
    text = render(cases, digest_of(*news), digest_of(*history))
    TARGET.write_text(text, encoding="utf-8")
    print(
        f"{len(cases)} cases, {sum(right for _, right in cases) / len(cases):.3f} right: {TARGET}"
    )
    return 0


def judge_row(row: Mapping[str, Any]) -> Iterator[Case]:
    """The rule of each expression with a partner in the gold, and whether its value is right."""
    times = read_times(row["text"], date.fromisoformat(row["dct"][:10]))
    for one, gold in pair(times, row["timexes"]):
        wanted = gold.get("value") or ""
        yield one.rule, normalise_value(one.value) == normalise_value(wanted)


def pair(
    times: Iterable[TimeExpression], gold: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[TimeExpression, Mapping[str, Any]]]:
    """Expressions and gold that share letters, one to one: most letters shared first."""
    links = []
    found, wanted = list(times), list(gold)
    for i, one in enumerate(found):
        for j, other in enumerate(wanted):
            shared = min(one.span.end, other["end"]) - max(one.span.start, other["start"])
            if shared > 0:
                exact = one.span == Span(other["start"], other["end"])
                links.append((not exact, -shared, i, j))
    used: set[tuple[str, int]] = set()
    for _, _, i, j in sorted(links):
        if used.isdisjoint({("found", i), ("gold", j)}):
            used |= {("found", i), ("gold", j)}
            yield found[i], wanted[j]


def smoothed(right: int, cases: int) -> float:
    """The share that is expected of the next case, none and all being never certain (Laplace)."""
    return (right + 1) / (cases + 2)


def shares(cases: Iterable[Case]) -> dict[str, float]:
    """The smoothed share of each name that has enough cases."""
    all_of: Counter[str] = Counter()
    right_of: Counter[str] = Counter()
    for name, right in cases:
        all_of[name] += 1
        right_of[name] += right
    return {
        name: smoothed(right_of[name], count)
        for name, count in sorted(all_of.items())
        if count >= MIN_CASES
    }


def render(cases: list[Case], news: str, history: str) -> str:
    """The shares as TOML."""
    right = sum(one for _, one in cases)
    ways = shares((rule.partition("/")[2], one) for rule, one in cases)
    return "\n".join(
        [
            "# How often the value that a rule gives is right, written by",
            "# `python -m training.time_scores`: (right + 1) / (cases + 2), rules with fewer than",
            f"# {MIN_CASES} cases left to their way of resolving, that to the share of all.",
            f"# Measured on {len(cases)} expressions: the tuned half of TimeBank and AQUAINT",
            f"# ({news}) and WikiWars",
            f"# ({history}); none of their text is here.",
            f"all = {smoothed(right, len(cases)):.3f}",
            "",
            "[ways]",
            *(f'"{name}" = {share:.3f}' for name, share in ways.items()),
            "",
            "[rules]",
            *(f'"{name}" = {share:.3f}' for name, share in shares(cases).items()),
            "",
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
