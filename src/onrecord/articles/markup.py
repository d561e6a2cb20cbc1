"""A page's bytes as a tree of elements: charset, cleaning, parsing.

Invariant: whatever comes in, a tree or None comes out, in time linear in the length of the bytes.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

# libxml2 gives up beyond 256 open elements and Python beyond about 1,000 nested calls.
MAX_DEPTH = 200
# Charset detection by statistics looks at no more than this many bytes of the page.
CHARSET_SAMPLE = 20_000
# Share of undecodable bytes up to which a declared charset is believed (a cut or spoilt page).
SPOILT_SHARE = 0.002

_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\ufeff]"
)
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\u2061\u2062\u2063]")
_META_CHARSET = re.compile(rb"""charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{2,40})""", re.I)
_WRAPPER = re.compile(
    r"<(/?)(?:div|span|section|article|main|font|center|b|i|em|strong|table|tbody|tr|td|ul|ol|li"
    r"|blockquote|a|p)\b[^<>]{0,5000}>",
    re.I,
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LATIN = {"iso8859-1", "ascii", "iso8859-15"}


def tidy(text: str | None) -> str:
    """``text`` on one line: white space collapsed, control characters and surrogates gone."""
    if not text:
        return ""
    return " ".join(_INVISIBLE.sub("", _CONTROL.sub("", text)).split())


def decode(body: bytes, charset: str = "") -> str:
    """The characters of ``body``: byte order mark, valid UTF-8, declared charset, statistics."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return _clean(body[len(mark) :].decode(name, "replace"))
    declared = [name for name in (charset, _declared(body)) if name]
    if not any(name.lower().startswith("iso-2022") for name in declared):
        try:
            return _clean(body.decode("utf-8"))
        except UnicodeDecodeError:
            pass
    for name in declared:
        text = _decode_as(body, name)
        if text is not None:
            return _clean(text)
    best = from_bytes(_sample(body)).best()
    return _clean(body.decode(best.encoding if best else "cp1252", "replace"))


def parse(html: str) -> HtmlElement | None:
    """The tree of ``html`` without comments, or None where there is no element in it."""
    if not html.strip():
        return None
    parser = HTMLParser(encoding="utf-8", collect_ids=False, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(_flatten(html).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def words_of(element: HtmlElement) -> str:
    """All words below ``element``, scripts and styles left out, on one line."""
    return tidy(" ".join(_strings(element)))


def label_of(element: HtmlElement) -> str:
    """The names that a page gives an element: class, id, role and test id, lower case."""
    return " ".join(
        element.get(name) or ""
        for name in ("class", "id", "role", "data-testid", "data-component", "itemprop")
    ).lower()


def _strings(element: HtmlElement) -> Iterator[str]:
    for part in element.iter():
        silent = part.tag in ("script", "style", "noscript", "template")
        if part.text and not silent:
            yield part.text
        if part.tail and part is not element:
            yield part.tail


def _clean(text: str) -> str:
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n"))


def _declared(body: bytes) -> str:
    found = _META_CHARSET.search(body[:8192])
    return found.group(1).decode("ascii") if found else ""


def _decode_as(body: bytes, name: str) -> str | None:
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    known = "cp1252" if known in _LATIN else known  # what browsers do
    try:
        text = body.decode(known, "replace")
    except (UnicodeError, LookupError, AssertionError, TypeError):
        return None
    if not isinstance(text, str) or text.count("\ufffd") > max(3, SPOILT_SHARE * len(text)):
        return None
    return text


def _sample(body: bytes) -> bytes:
    """The parts of the page where the most bytes are outside ASCII."""
    if len(body) <= CHARSET_SAMPLE:
        return body
    starts = range(0, len(body), CHARSET_SAMPLE)
    ascii_only = bytes(range(128))
    dense = max(
        starts, key=lambda at: len(body[at : at + CHARSET_SAMPLE].translate(None, ascii_only))
    )
    return body[dense : dense + CHARSET_SAMPLE]


def _flatten(html: str) -> str:
    """``html`` without the wrappers that are nested deeper than MAX_DEPTH, unless it has none."""
    depth = deepest = 0
    for tag in _WRAPPER.finditer(html):
        depth = max(0, depth - 1) if tag.group(1) else depth + 1
        deepest = max(deepest, depth)
    if deepest <= MAX_DEPTH:
        return html
    depth = 0

    def keep(tag: re.Match[str]) -> str:
        nonlocal depth
        depth = max(0, depth - 1) if tag.group(1) else depth + 1
        return tag.group(0) if depth + bool(tag.group(1)) <= MAX_DEPTH else "\n"

    return _WRAPPER.sub(keep, html)
