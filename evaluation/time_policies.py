"""How often a day or month without its year is put where an annotator put it.

Invariant: only gold spans that were found exactly are judged, so that finding and resolving are
measured apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from evaluation.rows import Row
from onrecord import languages

_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?"


@dataclass(frozen=True, slots=True)
class PolicyScore:
    """Cases of one sort: all in the gold, those found exactly, those of them with its value."""

    policy: str
    gold: int
    found: int
    right: int

    @property
    def share(self) -> float:
        """Right values of what was found exactly."""
        return self.right / self.found if self.found else 0.0


def score_policies(
    gold: Iterable[Row], predicted: Mapping[str, Row], *, language: str = "en"
) -> tuple[PolicyScore, ...]:
    """One score a policy over the rows of ``gold``; ``predicted`` by their ids."""
    counts = {policy: [0, 0, 0] for policy in _patterns(language)}
    for row in gold:
        times = predicted.get(row["id"], {}).get("timexes", ())
        values = {(one["start"], one["end"]): one["value"] for one in times}
        for one in row["timexes"]:
            policy = find_policy(row["text"][one["start"] : one["end"]], language=language)
            if one["type"] != "DATE" or policy is None:
                continue
            value = values.get((one["start"], one["end"]))
            count = counts[policy]
            count[0] += 1
            count[1] += value is not None
            count[2] += value == one["value"]
    return tuple(PolicyScore(policy, *count) for policy, count in counts.items())


def find_policy(words: str, *, language: str = "en") -> str | None:
    """The policy that decides where ``words`` lie; None where their own words or others do."""
    plain = " ".join(words.lower().split())
    found = (name for name, pattern in _patterns(language).items() if pattern.fullmatch(plain))
    return next(found, None)


@cache
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    classes = languages.load(language, "times")["classes"]
    weekday = _any_of(classes["WEEKDAY"], classes["WEEKDAY_SHORT"])
    month = _any_of(classes["MONTH"], classes["MONTH_SHORT"])
    return {
        "weekday": re.compile(weekday),
        "month-day": re.compile(rf"{month} (?:the )?{_DAY}|(?:the )?{_DAY} (?:of )?{month}"),
        "month": re.compile(month),
    }


def _any_of(*tables: Mapping[str, object]) -> str:
    """An expression for each word of the tables, with or without the stop of an abbreviation."""
    words = sorted({re.escape(word) for table in tables for word in table}, key=len, reverse=True)
    return rf"(?:{'|'.join(words)})\.?"
