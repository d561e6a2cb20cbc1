"""The dateline: place, day and agency with which a report opens.

Invariant: only the very start of the text is looked at; a dateline without a year names a day only
where the page fixes its year.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.articles.dates import find_dates
from onrecord.articles.years import YearClues, find_yearless, fix_dateline
from onrecord.record import DateOfRecord, Span, edtf_day

_DATELINE = re.compile(r"^[^\W\d_][^\n—–]{2,90}?\s{0,2}(?:[—–]|\s-(?=\s)|--)\s")


def add_dateline(
    dates: tuple[DateOfRecord, ...], text: str, years: frozenset[int] = frozenset()
) -> tuple[DateOfRecord, ...]:
    """``dates`` with that of the text's dateline, if it has one; ``years`` = of copyright lines.

    Where the page gives no day of publication, or only that of a change, the dateline's is it.
    """
    chosen = {one.role: one for one in dates if one.chosen}
    crawled = chosen.get("crawled")
    days = tuple(chosen[role].best for role in ("published", "modified") if role in chosen)
    dateline = find_dateline(text, YearClues(days, crawled.best if crawled else None, years))
    if dateline is None:
        return dates
    given = chosen.get("published")
    exact = dateline.earliest == dateline.latest
    if not exact or (given is not None and given.found_by != "last change"):
        return (*dates, dateline)
    reason = f"{dateline.reason}, and no line says when it was published"
    published = replace(dateline, role="published", reason=reason)
    return (published, *(one for one in dates if one is not given), dateline)


def find_dateline(text: str, clues: YearClues | None = None) -> DateOfRecord | None:
    """The day that the text's dateline names, or None where it names none."""
    match = _DATELINE.match(text[:120])
    if match is None:
        return None
    found = find_dates(match.group(0))
    if found:
        one = found[0]
        return DateOfRecord(
            role="dateline",
            earliest=one.earliest,
            latest=one.latest,
            best=one.best,
            edtf=one.edtf,
            found_by="dateline",
            reason="the text opens with a place and this day",
            raw=one.raw,
            chosen=True,
            spans=(Span(one.span.start, one.span.end),),
        )
    for named in find_yearless(match.group(0))[:1] if clues else ():
        fixed = fix_dateline(named, clues or YearClues(), text)
        if fixed is not None:
            day, why = fixed
            return DateOfRecord(
                role="dateline",
                earliest=day,
                latest=day,
                best=day,
                edtf=edtf_day(day),
                found_by="dateline",
                reason=f"the text opens with a place and this day; {why}",
                raw=named.raw,
                chosen=True,
                spans=(named.span,),
            )
    return None
