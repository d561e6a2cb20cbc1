"""Names that the whole web can tell apart for articles, findings and judgements.

Invariant: the same thing has the same name in every format and every run.
"""

from __future__ import annotations

import uuid

from onrecord.exports.harmless import web_address
from onrecord.record import Article

NAMESPACE = uuid.UUID("6f1c1c0e-3f0b-5d0a-9b0e-2f6a6b1d5c11")
"""Drawn once, for names made of ids (RFC 9562, version 5)."""


def iri_of(*ids: str) -> str:
    """A ``urn:uuid`` made from ids of the record, the outermost first."""
    written = "\n".join(ids).encode("utf-8", "replace").decode()
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, written)}"


def page_iri(article: Article) -> str:
    """The page's own address where it is one of the web, else a name made from the article's id."""
    return web_address(article.url) or iri_of(article.id)
