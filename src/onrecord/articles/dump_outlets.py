"""The outlet that a text dump names as its own: behind the headline, or in its copyright line.

Invariant: an outlet that the page does not plainly claim is "".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.line_kinds import LineKind, bare
from onrecord.articles.line_units import Line
from onrecord.articles.outlets import find_agency

# A page's own title stands in its first lines, its copyright line in its last ones.
FIRST_LINES = 15
LAST_LINES = 60
MAX_NAME = 40

_SUFFIX = re.compile(r"\s{1,3}[-–—|·:]\s{1,3}([^|–—]{2,60})$")
_COPYRIGHT = re.compile(
    r"(?:©|(?i:\(c\)|copyright))(?:\s{0,2}(?i:copyright))?\s{0,2}©?\s{0,2}"
    r"((?:19|20)[0-9]{2})?(?:\s{0,2}[-–]\s{0,2}(?:19|20)?[0-9]{2})?[,\s]{0,3}(?:by\s{1,2})?"
    r"([^\W\d_a-z][\w&'’. -]{1,60})"
)
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_NAME_END = re.compile(
    r"\.\s|\.$|\s[-–|]\s|,|\ball rights\b|\balle rechte\b|\btodos los\b|\btous droits\b"
    r"|\b(?:19|20)[0-9]{2}\b",
    re.I,
)


def find_dump_outlet(lines: Sequence[Line], labels: Sequence[LineKind], headline: str) -> str:
    """The outlet's name, or ""."""
    if headline:
        for line in lines[:FIRST_LINES]:
            text = bare(line.text)
            if text.startswith(headline) and (suffix := _SUFFIX.match(text[len(headline) :])):
                return suffix.group(1).strip()
    end = max((at for at, label in enumerate(labels) if label == "body"), default=0)
    for line in [*lines[max(end + 1, len(lines) - LAST_LINES) :]][::-1]:
        if len(line.text) <= 300 and (name := claimed_name(line.text)):
            return name
    return ""


def claimed_name(text: str, *, dated: bool = True) -> str:
    """The name in a copyright line, with its year where ``dated``; "" where it is an agency's."""
    match = _COPYRIGHT.search(text)
    if match is None or (dated and not _YEAR.search(match.group())):
        return ""
    name = match.group(2)
    end = _NAME_END.search(name)
    name = (name[: end.start()] if end else name).strip(" .-")
    return name if 2 <= len(name) <= MAX_NAME and not find_agency(name) else ""
