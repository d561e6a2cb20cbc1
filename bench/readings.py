"""How many articles of a given length a pool of processes reads a second, at full depth.

The articles are made of the sample pages' paragraphs, 600 words each, so that figures of different
versions speak of the same length.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Iterator, Sequence

from onrecord.encoder import load_encoder
from onrecord.passages import divide, find_quotations
from onrecord.reading import read_article
from onrecord.record import Article, Block, Span, article_id

WORDS = 600
ARTICLES = 48
WORKERS = 2


def measure_readings(articles: Sequence[Article]) -> Iterator[str]:
    """Lines: articles a second in a pool, and the encoder's share of the time in one process."""
    made = make_articles(articles)
    os.environ["OMP_NUM_THREADS"] = "1"  # before numpy is loaded there: its own threads wait busily
    with multiprocessing.get_context("spawn").Pool(WORKERS) as pool:
        pool.map(_read, made[:WORKERS], 1)
        began = time.perf_counter()
        pool.map(_read, made, 4)
        seconds = time.perf_counter() - began
    yield f"{len(made)} articles of {WORDS} words, {WORKERS} processes of one thread each"
    yield f"read at full depth {len(made) / seconds:7.1f} articles a second"


def share_of_encoder(articles: Sequence[Article]) -> str:
    """A line: which share of the CPU time of reading articles is the encoder's."""
    made = make_articles(articles)[:16]
    _read(made[0])
    began = time.process_time()
    for article in made:
        _read(article)
    whole = time.process_time() - began
    began = time.process_time()
    for article in made:
        _label(article)
    part = time.process_time() - began
    return f"encoder            {100 * part / whole:7.1f} % of the CPU time of one process"


def make_articles(articles: Sequence[Article]) -> list[Article]:
    """Articles of ``WORDS`` words from the paragraphs of ``articles``, taken in turn."""
    paragraphs = [span.cut(one.text) for one in articles for span in one.paragraphs]
    made = []
    at = 0
    for _ in range(ARTICLES):
        lines: list[str] = []
        while sum(len(line.split()) for line in lines) < WORDS:
            lines.append(paragraphs[at % len(paragraphs)])
            at += 1
        text = "\n".join(lines)
        starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
        blocks = tuple(
            Block("paragraph", Span(start, start + len(line)))
            for start, line in zip(starts, lines, strict=True)
        )
        made.append(Article(article_id("", text), "", "", "", (), "en", text, blocks=blocks))
    return made


def _read(article: Article) -> None:
    read_article(article)


def _label(article: Article) -> None:
    quotations = find_quotations(article.text, article.paragraphs)
    load_encoder().read(article.text, divide(article.text, article.paragraphs, quotations))
