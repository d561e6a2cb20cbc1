"""A made day of the world's news: web archives with pages as large and as mixed as real ones.

The articles are those of ``examples/``, mixed by paragraph and with other names and numbers, in
three page designs with the scripts, styles, links and comments that surround real articles. All
follows from a seed and a number, so that any part of a day can be made again by itself. The words
come from ``day_words.toml`` and the samples alone.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from onrecord.articles import extract
from onrecord.pages import open_pages
from onrecord.record import Page
from tests.archives.hostile_pages import make_lies, make_pages
from tests.pages.conftest import warc_record

EXAMPLES = Path(__file__).parent.parent / "examples"
WORDS = Path(__file__).with_name("day_words.toml")

SHARES = {"english": 0.40, "foreign": 0.36, "front": 0.12, "other": 0.10, "hostile": 0.02}
"""How many pages of a day are of which kind: a guess at CC-NEWS, but for the 2 % hostile ones."""
SIZES = (160_000, 0.5)
"""Median and sigma of the log of a page's bytes: half are between 110 and 230 KB."""
LARGEST, SMALLEST = 2_000_000, 30_000
LENGTHS = (540, 0.25)
"""The same for the words of an article: two thirds have 420 to 690."""
HOSTILE_SIZES = ((0.001, 6), (0.02, 3), (0.1, 1))
"""Sizes of hostile pages, of the full one of ``tests/archives``, and how often each."""
BLOBS = 40
"""Scripts and styles that pages draw from; a real outlet's are the same on all of its pages."""

_NUMBER = re.compile(r"\b[0-9]+\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")


@dataclass(frozen=True, slots=True)
class Sample:
    """An article of ``examples/``: its headline and its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


def write_archive(path: Path, seed: int, first: int, pages: int) -> None:
    """Writes pages ``first`` to ``first + pages`` of the day of ``seed``, unless that is done."""
    if path.exists():
        return
    beside = path.with_suffix(".new")
    with beside.open("wb") as stream:
        for number in range(first, first + pages):
            for record in make_records(seed, number):
                stream.write(gzip.compress(record, 6, mtime=0))
    beside.replace(path)


def make_records(seed: int, number: int) -> Iterator[bytes]:
    """The request and the answer of page ``number``."""
    chance = random.Random(f"{seed}/{number}")
    kind = _draw_kind(chance)
    url = f"https://paper{chance.randrange(300)}.example/{kind}/{number}"
    yield _make_request(url)
    if kind == "hostile":
        size = chance.choices(*zip(*HOSTILE_SIZES, strict=True))[0]
        yield chance.choice(_hostile_records(size))
    elif kind == "other":
        yield _make_other(chance, url)
    else:
        make = {"english": _make_english, "foreign": _make_foreign, "front": _make_front}[kind]
        yield warc_record(url, make(chance, url).encode())


def kind_of(seed: int, number: int) -> str:
    """Which of the kinds in ``SHARES`` page ``number`` is."""
    return _draw_kind(random.Random(f"{seed}/{number}"))


def _draw_kind(chance: random.Random) -> str:
    return chance.choices(list(SHARES), list(SHARES.values()))[0]


def _make_request(url: str) -> bytes:
    asked = b"GET / HTTP/1.1\r\nUser-Agent: made\r\n\r\n"
    head = f"WARC/1.0\r\nWARC-Type: request\r\nWARC-Target-URI: {url}\r\n".encode()
    head += (
        b"WARC-Date: 2020-01-05T10:00:00Z\r\nContent-Type: application/http; msgtype=request\r\n"
    )
    return head + b"Content-Length: %d\r\n\r\n" % len(asked) + asked + b"\r\n\r\n"


def _make_other(chance: random.Random, url: str) -> bytes:
    """What is no page: pictures, data, feeds, errors and forwards."""
    body = chance.randbytes(chance.randrange(2_000, 60_000))
    kind, status = chance.choice(
        [
            (b"image/jpeg", b"200 OK"),
            (b"application/pdf", b"200 OK"),
            (b"application/json", b"200 OK"),
            (b"text/html", b"404 Not Found"),
            (b"text/html", b"301 Moved Permanently"),
            (b"text/html", b"503 Service Unavailable"),
            (b"text/html; charset=utf-8", b"200 OK"),
        ]
    )
    return warc_record(url, body, kind=kind, status=status)


@cache
def _hostile_records(size: float) -> tuple[bytes, ...]:
    return tuple(record for _, record in (*make_pages(size), *make_lies(size)))


def _make_english(chance: random.Random, url: str) -> str:
    samples = read_samples()
    main = chance.choice(samples)
    wanted = _draw(chance, LENGTHS)
    paragraphs = list(main.paragraphs)
    while sum(len(one.split()) for one in paragraphs) < wanted:
        other = chance.choice(samples).paragraphs
        at = chance.randrange(len(other))
        paragraphs += other[at : at + 4]
    rename = _make_renaming(chance)
    return make_page(chance, url, "en", rename(main.title), list(map(rename, paragraphs)))


def _make_foreign(chance: random.Random, url: str) -> str:
    language, sayings = chance.choice(list(_words()["paragraphs"].items()))
    wanted = _draw(chance, LENGTHS)
    paragraphs: list[str] = []
    while sum(len(one.split()) for one in paragraphs) < wanted:
        paragraphs += chance.sample(sayings, len(sayings))
    return make_page(chance, url, language, paragraphs[0].split(",")[0], paragraphs)


def _make_front(chance: random.Random, url: str) -> str:
    """A page of a section: headlines and teasers, and no article."""
    rename = _make_renaming(chance)
    teasers = "".join(
        f'<li class="card"><a href="/{n}">{escape(rename(one.title))}</a>'
        f"<p>{escape(rename(one.paragraphs[0])[:90])}…</p></li>"
        for n, one in enumerate(chance.choices(read_samples(), k=40))
    )
    return _surround(chance, url, "en", "Latest news", f"<ul>{teasers}</ul>", article=False)


def make_page(
    chance: random.Random, url: str, language: str, title: str, paragraphs: list[str]
) -> str:
    """An article in one of the designs."""
    design = chance.choice(["plain", "divided", "sectioned"])
    mark = f"c{chance.randrange(16**5):05x}"
    told = [escape(one) for one in paragraphs]
    if design == "plain":
        body = "".join(f"<p>{one}</p>" for one in told)
    elif design == "divided":
        body = "".join(f'<div class="text__{mark}">{one}</div>' for one in told)
    else:
        body = "".join(f'<section><p class="{mark}">{one}</p></section>' for one in told)
    cut = len(body) // 2
    cut = max(
        body.rfind("</p>", 0, cut), body.rfind("</div>", 0, cut), body.rfind("</section>", 0, cut)
    )
    teaser = (
        f'<aside class="promo">{escape(chance.choice(_words()["furniture"]["notices"]))}</aside>'
    )
    if cut > 0:
        cut = body.index(">", cut) + 1
        while body.startswith("</section>", cut):
            cut += len("</section>")
        body = body[:cut] + teaser + body[cut:]
    when = f"2020-01-0{chance.randint(1, 5)}T{chance.randint(10, 23)}:00:00Z"
    head = (
        f'<header><h1>{escape(title)}</h1><span class="byline">By '
        f"{_make_name(chance)} {_make_name(chance)}</span>"
        f'<time datetime="{when}">{when[:10]}</time></header>'
    )
    inside = f'<article class="{mark}">{head}<div class="body {mark}">{body}</div></article>'
    return _surround(chance, url, language, title, inside, when=when)


def _surround(
    chance: random.Random,
    url: str,
    language: str,
    title: str,
    inside: str,
    *,
    when: str = "",
    article: bool = True,
) -> str:
    furniture = _words()["furniture"]
    data: dict[str, Any] = {"@type": "WebPage", "url": url, "name": title}
    if article:
        data = {"@type": "NewsArticle", "headline": title, "datePublished": when, "url": url}
    links = "".join(f'<li><a href="/{one.lower()}">{one}</a></li>' for one in furniture["sections"])
    related = "".join(
        f'<div class="rel"><a href="/r/{n}"><img src="/i/{n}.jpg" alt="">{escape(one)}</a>'
        f"<span>{chance.randint(2, 23)} hours ago</span></div>"
        for n, one in enumerate(chance.choices(furniture["headlines"], k=24))
    )
    comments = "".join(
        f'<div class="comment"><b>{_make_name(chance)}</b><p>{escape(one)}</p></div>'
        for one in chance.choices(furniture["comments"], k=chance.randrange(12))
    )
    page = (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{escape(title)} | Paper</title>"
        f'<meta property="og:title" content="{escape(title)}">'
        f'<script type="application/ld+json">{json.dumps(data)}</script>@STYLE@</head><body>'
        f'<nav><ul>{links}</ul></nav><main>{inside}</main><section class="related"><h2>Read next'
        f'</h2>{related}</section><section class="comments">{comments}</section><footer>'
        f"<p>{escape(chance.choice(furniture['notices']))}</p><ul>{links}</ul></footer>@SCRIPT@"
        "</body></html>"
    )
    wanted = min(LARGEST, max(SMALLEST, _draw(chance, SIZES)))
    blobs = _make_blobs()
    style = f"<style>{chance.choice(blobs)[: wanted // 4]}</style>"
    scripts: list[str] = []
    left = wanted - len(page) - len(style)
    while left > 0:
        scripts.append(f"<script>window.state={{{chance.choice(blobs)[:left]}}}</script>")
        left -= len(scripts[-1])
    return page.replace("@STYLE@", style).replace("@SCRIPT@", "".join(scripts))


@cache
def _make_blobs() -> tuple[str, ...]:
    """Text like that of packed scripts: 40,000 characters each, in which words come again."""
    blobs = []
    for number in range(BLOBS):
        chance = random.Random(number)
        names = ["".join(chance.choices("abcdefghijklmnop_-", k=6)) for _ in range(400)]
        blobs.append(
            "".join(
                f"{chance.choice(names)}:{chance.choice(names)}({chance.randrange(10**6)});"
                for _ in range(2_000)
            )[:40_000]
        )
    return tuple(blobs)


@cache
def read_samples() -> tuple[Sample, ...]:
    """The articles of ``examples/`` that have paragraphs."""
    samples = []
    for path in sorted(EXAMPLES.rglob("*.html")):
        for page in open_pages(str(path)):
            article, _ = extract(page) if isinstance(page, Page) else (None, ())
            if article is not None and len(article.paragraphs) > 2:
                told = tuple(span.cut(article.text) for span in article.paragraphs)
                samples.append(Sample(article.title, told))
    return tuple(samples)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def _make_renaming(chance: random.Random) -> Callable[[str], str]:
    """A function that puts other names and numbers for some, always the same for the same."""
    others: dict[str, str] = {}

    def rename_one(found: re.Match[str]) -> str:
        old = found[0]
        if old not in others:
            keep = chance.random() < 0.5
            others[old] = old if keep else _make_name(chance)
        return others[old]

    def renumber(found: re.Match[str]) -> str:
        old = found[0]
        if old not in others:
            others[old] = old if len(old) > 3 else str(chance.randrange(1, 10 ** len(old)))
        return others[old]

    return lambda text: _NUMBER.sub(renumber, _NAME.sub(rename_one, text))


def _make_name(chance: random.Random) -> str:
    names = _words()["names"]
    return str(chance.choice(names["beginnings"]) + chance.choice(names["endings"]))


def _draw(chance: random.Random, median_and_sigma: tuple[int, float]) -> int:
    median, sigma = median_and_sigma
    return int(median * chance.lognormvariate(0.0, sigma))
