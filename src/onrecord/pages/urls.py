"""Pages from the web: one address, whatever stands there.

Invariant: the page's url is the address that it came from after all redirects.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from onrecord.pages.contents import read_contents
from onrecord.pages.documents import Origin
from onrecord.pages.fetching import fetch
from onrecord.record import Issue, Page


def read_url(url: str) -> Iterator[Page | Issue]:
    """All pages at ``url``: one for an article, many for a feed or a web archive."""
    answer = fetch(url)
    if isinstance(answer, Issue):
        yield answer
        return
    origin = Origin(
        where=url,
        url=answer.url,
        fetched=answer.fetched,
        charset=answer.charset,
        hint=answer.hint,
    )
    yield from read_contents(io.BytesIO(answer.body), origin)
