"""Pages that no newsroom would publish: each asks too much of one room.

Invariant: all are made here from nothing; ``size`` = 1 is the full one, less is a part of it.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator

from tests.pages.conftest import warc_record

HEAD = '<!doctype html><html lang="en"><head><title>Harbour reopens</title></head><body><article>'
FOOT = "</article></body></html>"
SENTENCE = "The harbour master said on Monday that the port of Calanda was open again. "

WITHOUT_PAGE = ("type that is none", "head without end")
"""Records that hold no page, so that nothing is lost where they are passed over."""


def make_pages(size: float = 1.0) -> Iterator[tuple[str, bytes]]:
    """Names and records of a WARC, each with one hostile page."""
    for name, make in MAKERS.items():
        body = make(size)
        plain = body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")
        yield name, warc_record(address(name), plain)
    yield from make_answers(size)


def make_answers(size: float = 1.0) -> Iterator[tuple[str, bytes]]:
    """Records whose harm is in the answer of the server, not in the page."""
    page = article(SENTENCE * 5).encode()
    bomb = gzip.compress(page + b" " * count(200_000_000, size), 9)
    for name, body, headers in (
        ("gzip bomb", bomb, b"Content-Encoding: gzip\r\n"),
        ("gzip in gzip", gzip.compress(bomb), b"Content-Encoding: gzip, gzip\r\n"),
        ("gzip cut off", bomb[:-9], b"Content-Encoding: gzip\r\n"),
        ("deflate that is none", b"\x78\x9c" + page, b"Content-Encoding: deflate\r\n"),
        ("brotli that is none", page, b"Content-Encoding: br\r\n"),
        ("encoding unknown", zlib.compress(page), b"Content-Encoding: secret\r\n"),
        ("chunks that lie", b"ffffffff\r\n" + page, b"Transfer-Encoding: chunked\r\n"),
        ("many heads", page, b"X-Head: x\r\n" * count(20_000, size)),
    ):
        yield name, warc_record(address(name), body, headers=headers)
    for name, charset in (
        ("charset that lies", b"utf-16"),
        ("charset without end", b"x" * count(50_000, size)),
    ):
        kind = b"text/html; charset=" + charset
        yield name, warc_record(address(name), page, kind=kind)


def make_lies(size: float = 1.0) -> Iterator[tuple[str, bytes]]:
    """Records that are cut off, or say of themselves what is not so."""
    head = b"msgtype=response\r\nContent-Length: "
    for name, right, wrong in (
        ("length too large", head, head + b"9"),
        ("length too small", head, head + b"0" * 9 + b"1\r\nX: "),
        ("length below nothing", head, head + b"-"),
        ("length without end", head, head + b"9" * count(5_000, size)),
        ("length in words", head, head + b"many\r\nX: "),
        ("no length", head, b"msgtype=response\r\nX: "),
        ("two lengths", head, head + b"7\r\nContent-Length: "),
        ("type that is none", b"Type: response", b"Type: secret"),
        ("day that is none", b"2020-01-05T", b"2020-13-35T"),
        ("no answer", b"HTTP/1.1 200 OK", b"HELLO WORLD    "),
    ):
        yield (
            name,
            warc_record(address(name), article(SENTENCE * 5).encode()).replace(right, wrong, 1),
        )
    whole = warc_record(address("cut off in the page"), article(SENTENCE * 5).encode())
    yield "cut off in the page", whole[:-90]
    yield "cut off in the head", whole[:150]
    yield "head without end", b"WARC/1.0\r\n" + b"X: y\r\n" * count(50_000, size)
    yield "head alone", b"WARC/1.0\r\n\r\n"
    yield "bytes between", b"\x1f\x8b\x08WARC/1.0" * count(10_000, size)
    yield "nothing at all", b"\0" * count(20_000_000, size)


def address(name: str) -> str:
    """The URL of the hostile page of this name."""
    return "http://hostile.example/" + name.replace(" ", "-")


def article(*paragraphs: str) -> str:
    """A page of these paragraphs."""
    return HEAD + "".join(f"<p>{one}</p>" for one in paragraphs) + FOOT


def count(full: int, size: float) -> int:
    """How many of ``full`` a page of this size has."""
    return max(2, int(full * size))


def _cells(size: float) -> str:
    rows = count(2_000, size)
    row = "<tr>" + "<td>12 May</td>" * 100 + "</tr>"
    return HEAD + f"<p>{SENTENCE * 5}</p><table>" + row * rows + "</table>" + FOOT


def _links(size: float) -> str:
    links = "".join(f'<a href="/{n}">Port {n}</a> ' for n in range(count(100_000, size)))
    return article(SENTENCE * 5, links)


def _nested(tag: str, depth: int, words: str = SENTENCE * 5) -> str:
    return HEAD + f"<{tag}>" * depth + words + f"</{tag}>" * depth + FOOT


MAKERS: dict[str, Callable[[float], str | bytes]] = {
    "deep nesting": lambda size: _nested("div", count(100_000, size)),
    "deep quotations": lambda size: _nested("blockquote", count(20_000, size)),
    "deep lists": lambda size: _nested("ul><li", count(20_000, size)),
    "deep tables": lambda size: _nested("table><tr><td", count(10_000, size)),
    "never closed": lambda size: HEAD + "<p><b><i><font>word " * count(50_000, size),
    "links": _links,
    "cells": _cells,
    "attributes": lambda size: (
        HEAD
        + "<p "
        + " ".join(f"a{n}='{n}'" for n in range(count(100_000, size)))
        + f">{SENTENCE * 5}</p>{FOOT}"
    ),
    "entities": lambda size: article("&amp;&lt;&quot;&#8220;" * count(100_000, size)),
    "script without end": lambda size: HEAD + "<script>" + "if (a < b) {" * count(200_000, size),
    "comments": lambda size: article(SENTENCE * 5) + "<!-- x -->" * count(200_000, size),
    "endless line": lambda size: article("word " * count(1_000_000, size)),
    "endless word": lambda size: article("a" * count(3_000_000, size)),
    "endless text": lambda size: b"word and word " * count(300_000, size),
    "no full stop": lambda size: article(
        "and the minister said that it was so in May " * count(60_000, size)
    ),
    "many lines": lambda size: ("Port reopens\n\n" + "a\n" * count(500_000, size)).encode(),
    "many paragraphs": lambda size: article(*["Yes."] * count(100_000, size)),
    "quotation marks": lambda size: article(SENTENCE * 3, '"' * count(10_000, size)),
    "quoted words": lambda size: article('"no" ' * count(10_000, size) + SENTENCE),
    "opened marks": lambda size: article("“we said ‘so " * count(10_000, size)),
    "dates": lambda size: article("5 May 2019 and " * count(20_000, size)),
    "clock times": lambda size: article("Monday at 5pm, " * count(20_000, size)),
    "names": lambda size: article("Anna Berg met Tom Lind. " * count(10_000, size)),
    "other names": lambda size: article(
        *(f"Anna{n} Berg{n} said Tom{n} Lind{n} left." for n in range(count(4_000, size)))
    ),
    "cues": lambda size: article("he said she said they said " * count(10_000, size)),
    "brackets": lambda size: article("(" * count(50_000, size) + SENTENCE * 3),
    "numbers": lambda size: article("1,234,567.89 " * count(50_000, size)),
    "hyphens": lambda size: article("a-" * count(200_000, size)),
    "full stops": lambda size: article("." * count(200_000, size) + SENTENCE),
    "capitals": lambda size: article("THE PORT " * count(50_000, size)),
    "control characters": lambda size: article(
        ("".join(map(chr, range(1, 32))) + SENTENCE) * count(2_000, size)
    ),
    "bidirectional": lambda size: article(
        "\u202e\u2066" * count(20_000, size) + SENTENCE * 3 + "\u202c\u2069\u200f"
    ),
    "combining marks": lambda size: article(SENTENCE * 3 + "e" + "\u0301" * count(500_000, size)),
    "no width": lambda size: article(("\u200b\ufeff" + SENTENCE) * count(3_000, size)),
    "surrogate halves": lambda size: article(("\ud800 " + SENTENCE) * count(1_000, size)),
    "nothing characters": lambda size: article(("\x00" + SENTENCE) * count(1_000, size)),
    "broken charset": lambda size: (
        HEAD.encode() + b"<p>" + (b"\xff\xfe\xc3\x28 " + SENTENCE.encode()) * count(1_000, size)
    ),
    "wrong charset": lambda size: (
        b'<html><meta charset="utf-16"><p>' + SENTENCE.encode() * count(100, size)
    ),
    "random bytes": lambda size: (
        HEAD.encode() + bytes(n * n % 251 for n in range(count(1_000_000, size)))
    ),
    "structured data": lambda size: (
        HEAD
        + '<script type="application/ld+json">'
        + '{"@graph":[' * count(50_000, size)
        + f"</script><p>{SENTENCE * 5}</p>{FOOT}"
    ),
    "meta tags": lambda size: (
        "<html><head>"
        + '<meta property="article:published_time" content="2020-01-05">' * count(50_000, size)
        + f"</head><body><p>{SENTENCE * 5}</p></body></html>"
    ),
    "long title": lambda size: (
        f"<html><head><title>{'Port ' * count(200_000, size)}</title></head>"
        f"<body><p>{SENTENCE * 5}</p></body></html>"
    ),
    "long address": lambda size: article(
        SENTENCE * 5, f'<a href="http://a.example/{"x/" * count(500_000, size)}">here</a>'
    ),
    "captions": lambda size: article(
        SENTENCE * 5,
        *["<figure><img><figcaption>File photo (AP)</figcaption></figure>"] * count(10_000, size),
    ),
}
