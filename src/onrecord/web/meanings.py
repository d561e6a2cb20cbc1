"""Search by meaning: the sentences nearest to a query, or why there are none.

Invariant: only vectors of one encoder are compared, and what is not prepared is told as that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.record import ModelError
from onrecord.store import Filters, Hit
from onrecord.store.parts import count_articles, count_vectors
from onrecord.web.site import Site

Readiness = Literal["ready", "part", "none", "other", "no_model"]


@dataclass(frozen=True, slots=True)
class Meant:
    """Hits by meaning, and how far the record is prepared for them.

    ``readiness``: ready, part (``prepared`` of ``articles``), none, other (all vectors are by
    another encoder), no_model (``why`` says what of it is missing).
    """

    readiness: Readiness
    hits: tuple[Hit, ...] = ()
    prepared: int = 0
    articles: int = 0
    why: str = ""


def find_meant(site: Site, query: str, filters: Filters, limit: int) -> Meant:
    """The ``limit`` nearest sentences and statements to ``query``."""
    if site.embed is None:
        return Meant("no_model")
    kept = count_vectors(site.record)
    if not kept:
        return Meant("none")
    try:
        meaning = site.embed(query)
    except ModelError as error:
        return Meant("no_model", why=str(error))
    prepared = dict(kept).get(meaning.encoder, 0)
    if not prepared:
        return Meant("other")
    articles = count_articles(site.record)
    hits = site.record.search_meaning(meaning.vector, meaning.encoder, filters, limit=limit)
    return Meant("ready" if prepared >= articles else "part", hits, prepared, articles)
