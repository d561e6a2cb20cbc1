"""Articles, their quotations and the claims that they make in schema.org's words, as JSON-LD.

Source: schema.org 28: NewsArticle, Quotation, Claim. Invariant: no rating, no review: a Claim says
where it appears and who makes it, and can be the ``itemReviewed`` of somebody else's ClaimReview.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from onrecord.exports.harmless import to_json_text, web_address
from onrecord.exports.iris import iri_of, page_iri
from onrecord.exports.rows import cut
from onrecord.exports.wordings import quotations_of, quoted_spans, written_date
from onrecord.record import (
    Article,
    DateRole,
    Reading,
    SourceKind,
    SourceLink,
    Span,
    Statement,
    Trace,
    UltimateSource,
)

CONTEXT = "https://schema.org"
Packed = dict[str, object]
_TYPES: dict[SourceKind, str] = {
    "person": "Person",
    "group": "Person",
    "observation": "Person",
    "organisation": "Organization",
    "outlet": "Organization",
}
"""schema.org has no type for several people."""


def to_schema_org(readings: Iterable[Reading], traces: Iterable[Trace] = ()) -> Iterator[str]:
    """One graph, in pieces: each article with its quotations, then each claim that pages assert.

    Only words in quotation marks are Quotations; indirect speech is nobody's words. Whoever is not
    named has a ``description`` and no ``name``. A date stands where it is known to the day. A Claim
    has the pages that assert it as ``appearance`` and the earliest as ``firstAppearance``, its
    sources as ``author``; pages that only deny it are no appearance. Safe inside a script element.
    """
    addresses: dict[str, str] = {}
    yield f'{{"@context": "{CONTEXT}", "@graph": ['
    comma = ""
    for reading in readings:
        addresses[reading.article.id] = page_iri(reading.article)
        yield f"{comma}\n{to_json_text(_article(reading))}"
        comma = ","
    for trace in traces:
        if trace.claim.articles("asserts"):
            yield f"{comma}\n{to_json_text(_claim(trace, addresses))}"
            comma = ","
    yield "\n]}\n"


def _article(reading: Reading) -> Packed:
    article = reading.article
    free = {"open": True, "paywall": False, "teaser": False}.get(article.access)
    marks = quotations_of(article)
    quoted = [(one, quoted_spans(one, marks)) for one in reading.statements]
    return _filled(
        {
            "@type": "NewsArticle",
            "@id": page_iri(article),
            "url": web_address(article.url),
            "identifier": article.id,
            "headline": article.title,
            "inLanguage": article.language,
            "datePublished": _date(article, "published"),
            "dateModified": _date(article, "modified"),
            "publisher": _agent(article.outlet, "outlet"),
            "author": [_agent(one, "person") for one in article.authors],
            "isAccessibleForFree": free,
            "hasPart": [_quotation(one, spans, article) for one, spans in quoted if spans],
        }
    )


def _quotation(said: Statement, spans: tuple[Span, ...], article: Article) -> Packed:
    origin = said.chain.origin
    return _filled(
        {
            "@type": "Quotation",
            "@id": iri_of(article.id, said.id),
            "text": cut(spans, article.text),
            "spokenByCharacter": _speaker(origin),
            "isBasedOn": [_work(one) for one in said.chain.links[1:] if _is_work(one, origin)],
        }
    )


def _is_work(link: SourceLink, origin: SourceLink) -> bool:
    """A document, or an outlet that had the words before the one that we read."""
    return link.kind == "document" or (link.kind == "outlet" and link != origin)


def _work(link: SourceLink) -> Packed:
    if link.kind == "document":
        return {"@type": "CreativeWork", "description" if link.unnamed else "name": link.name}
    return {"@type": "CreativeWork", "publisher": _agent(link.name, "outlet")}


def _speaker(link: SourceLink) -> Packed | None:
    named = _agent(link.name, link.kind, unnamed=link.unnamed)
    if named is not None and link.title:
        named["jobTitle" if named["@type"] == "Person" else "description"] = link.title
    return named


def _claim(trace: Trace, addresses: Mapping[str, str]) -> Packed:
    claim = trace.claim
    asserting = [addresses[one] for one in claim.articles("asserts") if one in addresses]
    first = addresses.get(claim.first or "")
    return _filled(
        {
            "@type": "Claim",
            "@id": iri_of(claim.id),
            "text": claim.text,
            "author": [one for one in map(_author, claim.sources) if one is not None],
            "appearance": [{"@id": one} for one in asserting],
            "firstAppearance": {"@id": first} if first is not None else None,
        }
    )


def _author(source: UltimateSource) -> Packed | None:
    return _agent(source.name, source.kind, unnamed=source.unnamed)


def _agent(name: str, kind: SourceKind, *, unnamed: bool = False) -> Packed | None:
    """A person or body; None for what is neither, or for nobody."""
    if not name or kind not in _TYPES:
        return None
    return {"@type": _TYPES[kind], "description" if unnamed else "name": name}


def _date(article: Article, role: DateRole) -> str:
    """ISO 8601; "" for no certain day."""
    day = article.date(role)
    certain = day is not None and day.earliest == day.latest
    return written_date(article, role) if certain else ""


def _filled(packed: Packed) -> Packed:
    return {name: value for name, value in packed.items() if value not in (None, "", [])}
