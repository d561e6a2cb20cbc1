"""Pages read one after the other, or by several processes where there are many.

Invariant: each page that is given comes back once, with its reading or why there is none.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import chain, islice

from onrecord.archives import Limits
from onrecord.archives.crew import Crew
from onrecord.reading.walk import read_guarded
from onrecord.record import Issue, Page, Reading, from_json

FEW = 12
"""Pages up to which one process reads them all: a worker takes some seconds to load the model, in
which one page a second is read."""


def read_pages(
    pages: Iterable[Page], *, workers: int = 0
) -> Iterator[tuple[Page, Reading | Issue]]:
    """Yields each page with its reading, by ``workers`` processes; 0 = as many as are worth it.

    Several yield the pages in the order in which they are done. Raises ModelError.
    """
    remaining = iter(pages)
    first = list(islice(remaining, FEW + 1)) if not workers else []
    waiting = chain(first, remaining)
    if workers == 1 or (not workers and len(first) <= FEW):
        for page in waiting:
            yield page, read_guarded(page)
        return
    with Crew(Limits(workers=workers or count_cores())) as crew:
        given: list[Page] = []
        more = True
        while more or crew.busy:
            while more and crew.free:
                following = next(waiting, None)
                more = following is not None
                if following is not None:
                    given.append(following)
                    crew.give(len(given) - 1, following)
            if not crew.busy and not more:
                return
            for number, found in crew.collect():
                reading = found if isinstance(found, Issue) else from_json(found.json.decode())
                yield given[number], reading
                given[number] = replace(given[number], body=b"")


def count_cores() -> int:
    """How many cores this process may use."""
    with suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
