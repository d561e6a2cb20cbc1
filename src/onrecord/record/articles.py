"""Pages as they came, and the articles found in them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.record.spans import Span

MediaType = Literal["html", "text"]
BlockKind = Literal["paragraph", "heading", "list", "quotation", "table", "headline"]
FurnitureKind = Literal[
    "navigation", "related", "tag", "advertisement", "comment", "byline", "date", "credit", "other"
]
DateRole = Literal["published", "modified", "crawled", "dateline"]
CreditPlace = Literal["publisher", "source", "author", "canonical", "feed"]
Access = Literal["open", "paywall", "teaser", "unknown"]


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes as they came. ``url`` is empty where unknown; ``where`` names the input for people.

    ``fetched`` = the day of the crawl where the container (WARC, HTTP) tells it.
    """

    where: str
    body: bytes
    media_type: MediaType
    url: str = ""
    fetched: date | None = None
    charset: str = ""
    title: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 of the body, hexadecimal."""
        return hashlib.sha256(self.body).hexdigest()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the article's text; ``origin`` = the same characters in the decoded dump."""

    kind: BlockKind
    span: Span
    origin: Span | None = None

    def __post_init__(self) -> None:
        if self.origin is not None and len(self.origin) != len(self.span):
            raise ValueError(f"a block maps character to character: {self.span} / {self.origin}")


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text of the page that is not the article's: kept and labelled, never read as news."""

    kind: FurnitureKind
    text: str


@dataclass(frozen=True, slots=True)
class Caption:
    """The words under a picture and who made it; either may be empty, not both."""

    text: str
    credit: str = ""


@dataclass(frozen=True, slots=True)
class DateOfRecord:
    """One date that the page gives for itself, with the reason for believing or doubting it.

    ``best`` lies in ``earliest … latest``; ``found_by`` = the place or rule; ``raw`` = its words;
    ``chosen`` marks the one that won among those of its role. ``spans`` are of the article's text
    and empty for what stands in metadata or furniture. ``conflict`` = the page has evidence that
    cannot be true together with this; ``reason`` says which.
    """

    role: DateRole
    earliest: date
    latest: date
    best: date
    edtf: str
    found_by: str
    reason: str
    raw: str = ""
    chosen: bool = False
    spans: tuple[Span, ...] = ()
    conflict: bool = False

    def __post_init__(self) -> None:
        if not self.earliest <= self.best <= self.latest:
            raise ValueError(f"{self.best} is not within {self.earliest} … {self.latest}")


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the article's text to another page."""

    url: str
    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class PageCredit:
    """Another outlet or agency that the page names for machines as the origin of its text.

    ``name`` is a name or a host; ``place`` says where it stands: publisher, source organisation or
    author of the structured data, the canonical address at another host, the source of a feed.
    """

    name: str
    place: CreditPlace

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError(f"a credit ({self.place}) names somebody")


@dataclass(frozen=True, slots=True)
class Article:
    """What the page says. ``text`` is the coordinate system of everything after.

    ``language`` is an ISO 639-1 code or "" where unknown; ``title`` and ``outlet`` are "" where
    unknown; ``wire`` names an agency that the page credits ("" where none); ``credits`` are all
    others that its metadata names as the origin. Blocks lie in order and apart; they cover all of
    the text but the white space between them.
    """

    id: str
    url: str
    outlet: str
    title: str
    authors: tuple[str, ...]
    language: str
    text: str
    dates: tuple[DateOfRecord, ...] = ()
    blocks: tuple[Block, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    captions: tuple[Caption, ...] = ()
    links: tuple[Link, ...] = ()
    access: Access = "unknown"
    wire: str = ""
    credits: tuple[PageCredit, ...] = ()

    def __post_init__(self) -> None:
        end = 0
        for block in self.blocks:
            if block.span.start < end or block.span.end > len(self.text):
                raise ValueError(f"block {block.span} overlaps another or leaves the text")
            end = block.span.end

    def date(self, role: DateRole) -> DateOfRecord | None:
        """The date that won for ``role``, or None."""
        return next((one for one in self.dates if one.role == role and one.chosen), None)

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The spans of all blocks that are read as text."""
        return tuple(block.span for block in self.blocks)


def article_id(url: str, text: str) -> str:
    """A stable id made from where the article stands and what it says."""
    return (
        "a" + hashlib.blake2b(f"{url}\n{text}".encode(errors="replace"), digest_size=8).hexdigest()
    )
