"""What the grouping of stories sees of a page, made from a reading or from bare text.

Invariant: a page of the stream has no opinion of its story; ids and order say nothing about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.record import Reading

LONGEST = 40
"""Words of a name at most; what is longer is no name but a slip of the reader."""


@dataclass(frozen=True, slots=True)
class StreamPage:
    """A page as it comes in: ``text`` with the title in front, and the days it may be of.

    ``earliest`` and ``latest`` are both None where nothing is known of the day. ``names`` are those
    that a reader found, as they are written; None where nobody looked: then capitals decide.
    ``language`` is an ISO 639-1 code, "" where unknown.
    """

    id: str
    text: str
    earliest: date | None = None
    latest: date | None = None
    names: tuple[str, ...] | None = None
    language: str = "en"

    def __post_init__(self) -> None:
        if (self.earliest is None) != (self.latest is None):
            raise ValueError(f"{self.id}: of the days it may be of, one is known without the other")
        if self.earliest is not None and self.latest is not None and self.latest < self.earliest:
            raise ValueError(f"{self.id}: {self.latest} lies before {self.earliest}")


def page_of_text(identifier: str, text: str, published: date | None = None) -> StreamPage:
    """The page that is known by its English text alone."""
    return StreamPage(identifier, text, published, published)


def page_of_reading(reading: Reading) -> StreamPage:
    """The page of ``reading``: its title and text, day of publication and everyone named in it.

    A day that the page has evidence against, or that lies behind the crawl, counts as unknown.
    """
    article = reading.article
    published, crawled = article.date("published"), article.date("crawled")
    if published is not None and published.conflict:
        published = None
    if published is not None and crawled is not None and published.earliest > crawled.latest:
        published = None
    names = tuple(
        dict.fromkeys(
            span.cut(article.text)
            for one in reading.entities
            if one.kind not in {"outlet", "unknown"}
            for span, form in zip(one.mentions, one.forms, strict=False)
            if form == "name"
        )
    )
    text = article.text
    if article.title and not text.startswith(article.title):
        text = f"{article.title}\n{text}"
    return StreamPage(
        article.id,
        text,
        published.earliest if published else None,
        published.latest if published else None,
        tuple(name for name in names if len(name.split()) <= LONGEST),
        article.language,
    )
