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
# No label, byline or caption is read further than this.
MAX_WORDS_OF = 5_000_000
# Share of undecodable bytes up to which a declared charset is believed (a cut or spoilt page).
SPOILT_SHARE = 0.002

_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\ufeff]"
)
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\u2061\u2062\u2063]")
_META_CHARSET = re.compile(rb"""charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{2,40})""", re.I)
# Elements that may nest without end; those whose end tag may be left out do not.
_WRAPPER = re.compile(
    r"<(/?)(?!(?:p|li|td|th|tr|dt|dd|option|optgroup|tbody|thead|tfoot|colgroup|rp|rt|br|img|input|meta"
    r"|link|hr|source|area|base|col|embed|param|track|wbr|path|html|head|body|script|style)\b)"
    r"[a-z][a-z0-9-]{0,40}\b[^<>]{0,5000}(?<!/)>",
    re.I,
)
# The parser compares each attribute with all before it in the tag: 100,000 took 45 s.
MAX_ATTRIBUTES = 1_000
_CROWDED = re.compile(r"<([a-z][a-z0-9-]{0,40})\s[^<>]{4000,}>", re.I)
# fmt: off
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "mark", "nobr", "q", "rb", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
))
# fmt: on
_LABELS = ("class", "id", "role", "data-testid", "data-component", "itemprop")
_SILENT = ("script", "style", "noscript", "template")
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
    parser = HTMLParser(
        encoding="utf-8", collect_ids=False, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        plain = _flatten(_CROWDED.sub(_thin_out, html))
        return document_fromstring(plain.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def words_of(element: HtmlElement, limit: int = MAX_WORDS_OF) -> str:
    """The words below ``element``, a space between any two elements, on one line.

    Scripts and styles are left out; reading stops after ``limit`` characters.
    """
    parts: list[str] = []
    for part, _ in _strings(element):
        parts.append(part[: limit + 1])
        limit -= len(part)
        if limit < 0:
            break
    return tidy(" ".join(parts))


def text_of(element: HtmlElement) -> str:
    """The text below ``element`` as a browser shows it: a space only where a block begins."""
    return tidy("".join(f" {part}" if apart else part for part, apart in _strings(element)))


def label_of(element: HtmlElement) -> str:
    """The names that a page gives an element: class, id, role and test id, lower case."""
    given = element.attrib
    if not given:
        return ""
    return " ".join(value for name in _LABELS if (value := given.get(name))).lower()


def _strings(element: HtmlElement) -> Iterator[tuple[str, bool]]:
    """Each piece of text, and whether a block's edge parts it from the piece before."""
    apart = False
    stack: list[tuple[HtmlElement, bool]] = [(element, True)]
    while stack:
        part, entering = stack.pop()
        known = isinstance(part.tag, str)
        apart = apart or not known or part.tag not in _INLINE
        text = part.text if entering else part.tail
        if entering:
            if part is not element:
                stack.append((part, False))
            if not known or part.tag in _SILENT:
                continue
            following = next(part.iterchildren(), None)
        else:
            following = part.getnext()
        # One child after the other: who wants the first words only pays for no more of them.
        if following is not None:
            stack.append((following, True))
        if text:
            yield text, apart
            apart = False


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
    known = "gb18030" if known in ("gb2312", "gbk") else known
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


def _thin_out(tag: re.Match[str]) -> str:
    """The tag without attributes where it has more than MAX_ATTRIBUTES."""
    return f"<{tag[1]}>" if tag[0].count("=") > MAX_ATTRIBUTES else tag[0]


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
