"""The day of lines that give no year: an age ("2 hours ago"), or a day of a month.

Invariant: an age is counted from the day of saving, and a year is fixed by the page itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.articles.ages import read_ages
from onrecord.articles.date_places import read_clock
from onrecord.articles.date_words import find_said, modified_words
from onrecord.articles.years import YearClues, find_yearless, fix_year
from onrecord.record import DateOfRecord, DateRole, edtf_day, edtf_one_of

_WORD = re.compile(r"[^\W\d_]{2,}")


def tell_age(texts: Iterable[str], saved: DateOfRecord | None) -> Iterator[DateOfRecord]:
    """The publication by the first age in ``texts`` that is not that of a change."""
    if saved is None:
        return
    for text in texts:
        end = 0
        for age in read_ages(text, saved.best, read_clock(saved.raw, saved.best)[1]):
            start = text.casefold().find(age.raw.casefold(), end)
            said = find_said(text[end:start])
            if not said or said[-1] not in modified_words():
                reason = (
                    f"a line of the article's head says so, as of {saved.best} when it was saved"
                )
                days = (age.earliest, age.latest, age.best)
                edtf = edtf_one_of(age.earliest, age.latest)
                yield DateOfRecord(
                    "published", *days, edtf, "age", reason, raw=age.raw, chosen=True
                )
                return
            end = start + len(age.raw)


def tell_yearless(texts: Iterable[str], clues: YearClues, body: str) -> Iterator[DateOfRecord]:
    """The days of ``texts`` whose year the page fixes; ``body`` = the text, for its weekdays."""
    for text in texts:
        end = 0
        for named in find_yearless(text):
            said = find_said(text[end : named.span.start])
            rest = text[: named.span.start] + " " + text[named.span.end :]
            end = named.span.end
            fixed = fix_year(named, clues, body) if said or not _WORD.search(rest) else None
            if fixed is None:
                continue
            day, why = fixed
            role: DateRole = "modified" if said and said[-1] in modified_words() else "published"
            reason = f"a date line by the article; {why}"
            edtf = edtf_day(day)
            yield DateOfRecord(
                role, day, day, day, edtf, "date line", reason, raw=named.raw, chosen=True
            )
