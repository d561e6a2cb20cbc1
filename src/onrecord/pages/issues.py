"""What the pages room says of an input that it cannot read.

Invariant: every message says what was found and what to do about it.
"""

from __future__ import annotations

from onrecord.pages.limits import MAX_PAGE_BYTES
from onrecord.record import Issue


def refuse(code: str, message: str, where: str) -> Issue:
    """The issue for an input, or a part of one, that is not read."""
    return Issue(stage="pages", code=code, message=message, where=where)


def refuse_large(where: str) -> Issue:
    """The issue for a page over the limit of size."""
    limit = MAX_PAGE_BYTES // 1_000_000
    return refuse(
        "too-large",
        f"the page has more than {limit} MB, more than any news page; "
        "cut it into single pages or save it without pictures",
        where,
    )


def refuse_unreadable(where: str, error: OSError) -> Issue:
    """The issue for a file that the system does not let us read."""
    reason = error.strerror or type(error).__name__
    return refuse(
        "unreadable",
        f"the file could not be read ({reason}); check its permissions and the disk",
        where,
    )
