"""One document: bytes that are one page of HTML or one text dump, or an issue saying what else.

Invariant: the body of a page is never changed, only unpacked.
"""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.pages.compression import Damage, unpack_gzip
from onrecord.pages.issues import refuse, refuse_large
from onrecord.pages.kinds import Kind, detect_charset, detect_kind
from onrecord.pages.limits import HEAD_BYTES, MAX_PAGE_BYTES
from onrecord.record import Issue, MediaType, Page


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes came from, and what their container says of them.

    ``hint`` is the media type that a file's name or a server claims; None where nobody claims any.
    """

    where: str
    url: str = ""
    fetched: date | None = None
    charset: str = ""
    title: str = ""
    hint: MediaType | None = None


_UNREAD: Mapping[Kind, tuple[str, str]] = {
    "empty": ("empty", "there is nothing in it; save or fetch the page again"),
    "pdf": ("pdf", "this is a PDF; save the article as HTML or as plain text"),
    "image": ("image", "this is a picture, not a page; give the HTML or the text of the page"),
    "media": ("media", "this is sound or film, not a page; give a transcript as plain text"),
    "font": ("font", "this is a font, not a page; give the HTML file that it belongs to"),
    "office": ("office", "this is an office document; save it as HTML or as plain text"),
    "archive": ("archive", "this is a packed archive or document; unpack it and give its pages"),
    "mhtml": ("mhtml", "this is an MHTML file; save the page as 'web page, HTML only'"),
    "xml": ("xml", "this XML is neither HTML nor an RSS or Atom feed; give the page as HTML"),
    "json": ("json", "this is JSON data, not a page; give the page as HTML or as plain text"),
    "feed": ("feed", "a feed stands where a page was expected; give the feed's own address"),
    "warc": ("warc", "a web archive stands where a page was expected; give the archive itself"),
    "gzip": ("gzip", "the file is packed more than once; unpack it and give the page"),
    "binary": ("binary", "these bytes are no text; give the page as HTML or as plain text"),
}
_SINGLE_BYTE = frozenset({"iso8859-1", "iso8859-15", "cp1252", "ascii"})
_DAMAGED: Mapping[Damage, tuple[str, str]] = {
    "truncated": ("truncated", "the compressed data breaks off; copy or download it again"),
    "damaged": ("damaged", "the compressed data is damaged; copy or download it again"),
}


def read_document(body: bytes, origin: Origin) -> Page | Issue:
    """The page whose bytes, compressed or not, are ``body``."""
    if body.startswith(b"\x1f\x8b"):
        plain = unpack_gzip(body)
        if isinstance(plain, str):
            return refuse_damaged(plain, origin.where)
        body = plain
    if len(body) > MAX_PAGE_BYTES:
        return refuse_large(origin.where)
    kind = detect_kind(body[:HEAD_BYTES], hint=origin.hint)
    if kind == "empty" and body.strip():
        kind = detect_kind(body.lstrip()[:HEAD_BYTES], hint=origin.hint)
    if kind != "html" and kind != "text":
        return refuse(*_UNREAD[kind], origin.where)
    return Page(
        where=origin.where,
        body=body,
        media_type=kind,
        url=origin.url,
        fetched=origin.fetched,
        charset=_settle_charset(body, origin.charset),
        title=origin.title,
    )


def refuse_damaged(damage: Damage, where: str) -> Issue:
    """The issue for compressed bytes that cannot be unpacked."""
    if damage == "too-large":
        return refuse_large(where)
    return refuse(*_DAMAGED[damage], where)


def _settle_charset(body: bytes, declared: str) -> str:
    """The charset that the container declares, unless the bytes show that it is wrong."""
    if seen := detect_charset(body[:HEAD_BYTES]):
        return seen
    if not declared:
        return ""
    try:
        name = codecs.lookup(declared).name
        body.decode(name)
    except (LookupError, ValueError):
        return ""
    # Every run of bytes is Latin-1, but hardly a text in Latin-1 happens to be UTF-8.
    return "utf-8" if name in _SINGLE_BYTE and _is_utf8(body) else name


def _is_utf8(body: bytes) -> bool:
    if body.isascii():
        return False
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
