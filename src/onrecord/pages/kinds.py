"""What kind of thing a run of bytes is, seen from its beginning.

Invariant: content decides; a file's name or a server's media type is asked only where a few tags
could be either a piece of HTML or a text that speaks of HTML.
"""

from __future__ import annotations

import re
from typing import Literal

from onrecord.record import MediaType

Kind = Literal[
    "html", "text", "feed", "warc", "gzip", "empty", "pdf", "image", "media", "font", "office",
    "archive", "mhtml", "xml", "json", "binary",
]  # fmt: skip

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"WARC/", "warc"),
    (b"\x1f\x8b", "gzip"),
    (b"%PDF-", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM\x00", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"\x00\x00\x01\x00", "image"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
    (b"OTTO", "font"),
    (b"\x00\x01\x00\x00", "font"),
    (b"ID3", "media"),
    (b"OggS", "media"),
    (b"\x1aE\xdf\xa3", "media"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"{\\rtf", "office"),
    (b"PK\x03\x04", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
)
_RIFF: dict[bytes, Kind] = {b"WEBP": "image", b"WAVE": "media", b"AVI ": "media"}

# Bytes that no text holds; in a random or compressed run about one byte in ten is one.
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_MAX_CONTROL_SHARE = 0.02

# Of the bytes of a UTF-16 text in a European language half are zero, on one side.
_MIN_ZERO_SHARE = 0.4

_LEAD = re.compile(r"\s+|<\?[^>]*>|<!--.*?-->|<!(?!--)[^>]*>", re.S)
_DOCTYPE_HTML = re.compile(r"<!doctype\s+html", re.I)
_ROOT = re.compile(r"<([A-Za-z][A-Za-z0-9:]*)")
_FEED_ROOTS = frozenset({"rss", "feed", "rdf:rdf"})
_HTML_ROOTS = frozenset({
    "html", "head", "body", "title", "meta", "link", "script", "style", "div", "p", "article",
    "section", "main", "header", "nav", "table", "span", "h1", "h2", "h3", "ul", "ol", "a", "img",
    "figure", "noscript", "form", "center", "font", "blockquote",
})  # fmt: skip
_CLOSING_TAG = re.compile(
    r"</(?:html|head|body|title|div|p|article|section|main|header|table|span|h[1-6]|ul|li|a)\s*>",
    re.I,
)

# A text about HTML quotes a tag or two; a piece of HTML closes one in nearly every line.
_MANY_TAGS = 8


def detect_kind(head: bytes, *, hint: MediaType | None = None) -> Kind:
    """What ``head``, the first bytes of an input, is the beginning of."""
    if not head.strip():
        return "empty"
    known = _detect_magic(head)
    if known is not None:
        return known
    charset = detect_charset(head)
    if not charset and _looks_binary(head):
        return "binary"
    return _detect_text(head.decode(charset or "utf-8", "replace"), hint)


def detect_charset(head: bytes) -> str:
    """``utf-16``, ``utf-16-le`` or ``utf-16-be`` where the zero bytes show it, else ""."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    even, odd = head[0:4096:2], head[1:4096:2]
    if not odd:
        return ""
    if odd.count(0) / len(odd) > _MIN_ZERO_SHARE and even.count(0) == 0:
        return "utf-16-le"
    if even.count(0) / len(even) > _MIN_ZERO_SHARE and odd.count(0) == 0:
        return "utf-16-be"
    return ""


def _detect_magic(head: bytes) -> Kind | None:
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], "binary")
    if head[4:8] == b"ftyp":
        return "image" if head[8:12] in (b"avif", b"heic", b"mif1") else "media"
    return None


def _looks_binary(head: bytes) -> bool:
    controls = len(head) - len(head.translate(None, _CONTROL))
    return controls / len(head) > _MAX_CONTROL_SHARE


def _detect_text(text: str, hint: MediaType | None) -> Kind:
    text = text.lstrip("\ufeff")
    if _is_mhtml(text):
        return "mhtml"
    start, said_html = _skip_lead(text)
    root = _ROOT.match(text, start)
    name = root[1].lower() if root else ""
    if name in _FEED_ROOTS:
        return "feed"
    if said_html or name in ("html", "head", "body"):
        return "html"
    if name == "svg":
        return "image"
    if text.lstrip().startswith("<?xml"):
        return "xml"
    if text.lstrip().startswith(('{"', '[{"')):
        return "json"
    if name in _HTML_ROOTS and hint != "text":
        return "html"
    tags = sum(1 for _ in zip(range(_MANY_TAGS), _CLOSING_TAG.finditer(text), strict=False))
    if tags == _MANY_TAGS or (tags and hint == "html"):
        return "html"
    return "text"


def _skip_lead(text: str) -> tuple[int, bool]:
    """Where the first element may stand, and whether a doctype before it says HTML."""
    position, said_html = 0, False
    while lead := _LEAD.match(text, position):
        said_html = said_html or bool(_DOCTYPE_HTML.match(text, position))
        position = lead.end()
    return position, said_html


def _is_mhtml(text: str) -> bool:
    first = text[:2000].lower()
    return first.startswith(("from:", "mime-version:")) and "multipart/related" in first
