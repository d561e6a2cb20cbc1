"""All pages of one place, one after the other.

Invariant: one bad page never stops the rest; whatever goes wrong becomes an issue that names it.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator

from onrecord import pages, reading
from onrecord.record import Issue, ModelError, Reading


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
                found = reading.read(page, inferred=inferred)
            except ModelError:
                raise
            except Exception as error:
                found = _admit_failure(error, place)
            yield place, found
    except ModelError:
        raise
    except Exception as error:
        yield where, _admit_failure(error, where)


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
