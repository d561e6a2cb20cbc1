"""The dateline: place, day and agency with which a report opens.

Invariant: only the very start of the text is looked at.
"""

from __future__ import annotations

import re

from onrecord.articles.dates import find_dates
from onrecord.record import DateOfRecord, Span

_DATELINE = re.compile(r"^[^\W\d_][^\n—–]{2,90}?\s{0,2}(?:[—–]|\s-\s|--)\s")


def find_dateline(text: str) -> DateOfRecord | None:
    """The day that the text's dateline names, or None where it names none."""
    match = _DATELINE.match(text[:120])
    if match is None:
        return None
    found = find_dates(match.group(0))
    if not found:
        return None
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
