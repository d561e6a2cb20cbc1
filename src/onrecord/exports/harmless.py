"""Text of strangers made harmless for the formats that it is written in.

Invariant: only what would break a format or act in the reader's program is changed; quotation marks
and letters of all scripts stay as the page has them.
"""

from __future__ import annotations

import json
import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run as a formula by spreadsheets (OWASP, CSV injection)."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_BREAKS = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029]+")


def xml_text(text: str) -> str:
    """``text`` escaped for XML 1.0, in content and between double quotation marks.

    A character that XML may not hold, even escaped, becomes U+FFFD.
    """
    plain = _NOT_XML.sub(REPLACEMENT, text)
    for character, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        plain = plain.replace(character, written)
    # A parser turns a bare carriage return into a line feed, and both into blanks in attributes.
    return plain.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#9;")


def one_line(text: str) -> str:
    """``text`` without tabs, line ends and other control characters: blanks stand for them."""
    return without_surrogates(_BREAKS.sub(" ", text).strip(" "))


def without_controls(text: str) -> str:
    """``text`` with line ends and tabs, every other control character U+FFFD."""
    return _CONTROLS.sub(REPLACEMENT, text)


def without_surrogates(text: str) -> str:
    """``text`` as it can be written in UTF-8: lone surrogates become question marks."""
    return text.encode("utf-8", "replace").decode()


def guard_cell(text: str) -> str:
    """``text`` with an apostrophe before it where a spreadsheet would run it as a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text


def to_json_text(value: object, *, indent: int | None = None) -> str:
    """JSON that is also safe inside an HTML ``script`` element: no ``<``, ``>`` or ``&`` in it."""
    text = without_surrogates(json.dumps(value, ensure_ascii=False, indent=indent))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def web_address(url: str) -> str:
    """``url`` where it is an address of the web, else "": no ``javascript:`` gets into a link."""
    fine = url.lower().startswith(("http://", "https://"))
    return url if fine and not _BREAKS.search(url) else ""
