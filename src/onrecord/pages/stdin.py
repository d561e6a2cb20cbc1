"""Pages from standard input.

Invariant: all of it is taken before any of it is read, within the limit of size.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator

from onrecord.pages.contents import read_contents
from onrecord.pages.documents import Origin
from onrecord.pages.issues import refuse_large, refuse_unreadable
from onrecord.pages.limits import MAX_PAGE_BYTES
from onrecord.record import Issue, Page

_WHERE = "standard input"


def read_stdin() -> Iterator[Page | Issue]:
    """All pages in what is piped in."""
    try:
        body = sys.stdin.buffer.read(MAX_PAGE_BYTES + 1)
    except OSError as error:
        yield refuse_unreadable(_WHERE, error)
        return
    if len(body) > MAX_PAGE_BYTES:
        yield refuse_large(_WHERE)
        return
    yield from read_contents(io.BytesIO(body), Origin(where=_WHERE))
