"""Inputs drawn at random: samples that were tampered with, pages from parts, texts of our words."""

from __future__ import annotations

import gzip
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from tests.pages.conftest import HTML, TEXT, warc_record

EXAMPLES = Path(__file__).parents[2] / "examples"
SAMPLES = 12
"""Sample pages of each kind that are tampered with."""
LONGEST_TEXT = 60
"""Parts of a drawn text."""

ODD = (
    "\0", "\t", "\r", "\n", "\n\n", "\u2028", "\u00a0", "\u200b", "\u202e", "\u2066", "\ufeff",
    "\ud800", "\U0001f6a2", "e\u0301", "İ", "ß", "ﬁ", "Ǆ", "１２", "²", "٣", "五", "“", "”", "‘",
    "’", '"', "'", "«", "»", "—", "…", "--", ".", "...", "?!", "(", ")", "[", "%", "$", "1/2", "0",
    "00", "9" * 30, "31/2/2020", "-1", "&amp;", "<b>", "</p>", "a" * 300,
)  # fmt: skip
TAGS = (
    "p", "div", "article", "section", "main", "h1", "ul", "li", "table", "tr", "td", "figure",
    "figcaption", "blockquote", "q", "time", "a", "span", "b", "script", "style", "title", "head",
    "body", "html", "address", "aside", "nav", "footer", "noscript", "template", "svg", "pre", "br",
    "meta", "link", "base", "iframe", "textarea", "select", "option", "form", "!--", "![CDATA[",
)  # fmt: skip
ATTRIBUTES = (
    'lang="en"', 'lang="\0"', 'class="byline author"', 'class="article-body"', 'href="//["',
    'href="http://[::1"', 'href="javascript:0"', 'datetime="2020-02-30"',
    'itemprop="datePublished"',
    'property="article:published_time" content="0000-00-00T99:99"', 'name="author" content=","',
    'http-equiv="content-type" content="text/html; charset=utf-7"', 'charset="hz"', 'hidden',
    'rel="canonical" href="http://a.example:99999/"', 'property="og:url" content="http://[x"',
    'type="application/ld+json"', 'style="display:none"', 'content="9999-12-31"', 'id="comments"',
    'property="og:title" content="A | B - C"', 'title="Mon, 31 Feb 2020"', "=", "<", '"',
)  # fmt: skip
DATA = (
    "{", "}", "[", "]", ",", ":", '"@type"', '"NewsArticle"', '"datePublished"', '"author"',
    '"name"', '"@graph"', '"headline"', "null", "true", "1e999", "-0", '""', '"2020-13-01"',
    '"\\ud800"', '"publisher"', '"articleBody"', '"image"', '"caption"', '"url"', '"http://[x"',
)  # fmt: skip


def tampered(samples: list[bytes]) -> st.SearchStrategy[bytes]:
    """One of the samples with a few cuts, doublings, swaps and bytes put in."""
    edit = st.tuples(
        st.sampled_from(["cut", "double", "put", "flip", "splice"]),
        st.floats(0, 1),
        st.one_of(st.integers(1, 8), st.integers(1, 4_000)),
        st.one_of(
            st.binary(max_size=8), st.sampled_from([one.encode("utf-8", "replace") for one in ODD])
        ),
        st.sampled_from(samples),
    )
    return st.builds(_tamper, st.sampled_from(samples), st.lists(edit, max_size=6))


def _tamper(body: bytes, edits: list[tuple[str, float, int, bytes, bytes]]) -> bytes:
    for kind, share, length, put, other in edits:
        at = int(share * len(body))
        part = body[at : at + length]
        if kind == "cut":
            body = body[:at] + body[at + length :]
        elif kind == "double":
            body = body[:at] + part * 3 + body[at:]
        elif kind == "put":
            body = body[:at] + put + body[at:]
        elif kind == "flip":
            body = body[:at] + bytes(one ^ (1 + length % 255) for one in part) + body[at + length :]
        else:
            body = body[:at] + other[int(share * len(other)) :][: 50 * length] + body[at:]
    return body


def html_pages() -> st.SearchStrategy[bytes]:
    """Pages put together from tags, attributes, data and texts, in no order."""
    tag = st.builds(
        lambda name, given, close: f"<{'/' if close else ''}{name} {' '.join(given)}>",
        st.sampled_from(TAGS),
        st.lists(st.sampled_from(ATTRIBUTES), max_size=2),
        st.booleans(),
    )
    data = st.lists(st.sampled_from(DATA), max_size=20).map(
        lambda parts: f'<script type="application/ld+json">{"".join(parts)}</script>'
    )
    part = st.one_of(tag, tag, data, texts(12))
    times = st.sampled_from([1, 1, 1, 1, 1, 40])
    return st.lists(st.tuples(part, times), max_size=40).map(
        lambda parts: "".join(one * often for one, often in parts).encode("utf-8", "surrogatepass")
    )


def texts(longest: int = LONGEST_TEXT) -> st.SearchStrategy[str]:
    """Texts of the words that the rooms look for, of sentences of the samples, and of odd signs."""
    word = st.sampled_from(list_words())
    sentence = st.sampled_from(list_sentences())
    odd = st.one_of(st.sampled_from(ODD), st.text(max_size=3))
    part = st.one_of(word, word, word, sentence, odd)
    gap = st.sampled_from([" ", " ", " ", " ", "", ", ", ". ", "\n", "\n\n", " “", "” ", " '"])
    return st.lists(st.tuples(part, gap), max_size=longest).map(
        lambda parts: "".join(one + behind for one, behind in parts)
    )


def archives() -> st.SearchStrategy[tuple[bytes, bool]]:
    """A record, or its gzip member, that was tampered with, and whether its archive is packed."""
    records = [
        warc_record("http://a.example/bad", HTML),
        warc_record("http://a.example/bad", TEXT, kind=b"text/plain"),
        warc_record(
            "http://a.example/bad", gzip.compress(HTML), headers=b"Content-Encoding: gzip\r\n"
        ),
        warc_record(
            "http://a.example/bad",
            b"5\r\nhello\r\n0\r\n\r\n",
            headers=b"Transfer-Encoding: chunked\r\n",
        ),
        warc_record("http://a.example/bad", HTML).replace(b"response", b"request", 1),
    ]
    plain = tampered(records)
    return st.one_of(
        st.tuples(plain, st.just(False)),
        st.tuples(plain.map(_pack), st.just(True)),
        st.tuples(tampered(list(map(_pack, records))), st.just(True)),
    )


def _pack(body: bytes) -> bytes:
    return gzip.compress(body, mtime=0)


@cache
def list_words() -> tuple[str, ...]:
    """Every word and phrase of the English tables."""
    found: set[str] = set()
    for table in (files("onrecord.languages") / "en").iterdir():
        if table.name.endswith(".toml"):
            found.update(_strings_of(tomllib.loads(table.read_text(encoding="utf-8"))))
    return tuple(sorted(one for one in found if 0 < len(one) < 40))


def _strings_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.split() if len(value) >= 40 else (value,)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _strings_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings_of(inner)


@cache
def list_sentences() -> tuple[str, ...]:
    """Lines of the sample dumps, and a few with all that a text can hold."""
    lines = [
        line.strip()
        for path in sorted((EXAMPLES / "pages").glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if 20 < len(line) < 400
    ]
    return (
        *lines[:60],
        "“We leave on Monday,” the minister of Kestria said, “or never.”",
        "According to two officials, who were told by the Northern Star, Anna Berg had signed it.",
        "Mrs Berg told reporters last Friday that her brother, a judge, denied that he had lied.",
        "KESTRIA, 5 May (KNA) - Police arrested 40 people on the night of 3-4 May.",
        "He said she said that they had said no such thing in the three years since 2017.",
    )


@cache
def sample_pages() -> list[bytes]:
    """Sample pages as HTML."""
    return [one.read_bytes() for one in sorted((EXAMPLES / "pages").glob("*.html"))[:SAMPLES]]


@cache
def sample_dumps() -> list[bytes]:
    """Sample pages as text dumps, and some that were made from pages by taking tags away."""
    return [one.read_bytes() for one in sorted((EXAMPLES / "pages").glob("*.txt"))] + [TEXT]
