"""All pages of one place, one after the other.

Invariant: one bad page never stops the rest; whatever goes wrong becomes an issue that names it.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator

from onrecord import pages, reading
from onrecord.record import Issue, ModelError, Page, Reading


def read_all(where: str, *, inferred: bool = True) -> Iterator[tuple[str, Reading | Issue]]:
    """Yields for each page at ``where`` its own place and its reading, or why there is none.

    Even an unforeseen error becomes an issue, with the code ``internal-error``. Raises ModelError
    where the model itself cannot be loaded, since then no page can be read.
    """
    try:
        for page in pages.open_pages(where):
            if isinstance(page, Issue):
                yield page.where or where, page
                continue
            place = page.where or where
            try:
                yield place, read_guarded(page, inferred=inferred)
            except MemoryError as error:
                yield place, _admit_failure(error, place)
    except ModelError:
        raise
    except Exception as error:
        yield where, _admit_failure(error, where)


def read_guarded(page: Page, *, inferred: bool = True) -> Reading | Issue:
    """The reading of ``page``, or why there is none, be it an unforeseen error of ours.

    Raises ModelError, and MemoryError, after which the process is no longer to be trusted.
    """
    try:
        return reading.read(page, inferred=inferred)
    except (ModelError, MemoryError):
        raise
    except Exception as error:
        return _admit_failure(error, page.where)


def _admit_failure(error: Exception, where: str) -> Issue:
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({frames[-1].name}, line {frames[-1].lineno})" if frames else ""
    return Issue(
        stage="reading",
        code="internal-error",
        message="this page could not be read because of a fault in onrecord, please report it: "
        f"{type(error).__name__}: {error}{place}",
        where=where,
    )
