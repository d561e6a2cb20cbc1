"""Pages and text dumps read into articles, in the shape that the scorers want."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import trafilatura

from evaluation.rows import Row
from onrecord.pages import open_pages
from onrecord.reading import extract_article
from onrecord.record import Article, Issue, Page, Span


class UnreadPage(Exception):
    """A page that gave no article; the words say why."""


def predict_page(row: Row, folder: Path) -> Row:
    """Text, metadata and captions of the page at ``row["path"]``, seen from ``folder``."""
    article = _extract(_open_page(row, folder))
    return {
        "id": row["id"],
        "text": article.text,
        **_describe(article),
        "captions": [{"text": one.text, "credit": one.credit} for one in article.captions],
    }


def predict_trafilatura(row: Row, folder: Path) -> Row:
    """The body that trafilatura, left to itself, takes from the same page."""
    page = _open_page(row, folder)
    text = trafilatura.extract(page.body, url=page.url or None, include_comments=False)
    return {"id": row["id"], "text": text or ""}


def predict_dump(row: Row, _folder: Path) -> Row:
    """The numbers of the lines of ``row["dump"]`` that are the article, and its metadata."""
    dump = row["dump"]
    page = Page(
        where=str(row["id"]),
        body=dump.encode("utf-8", "replace"),
        media_type="text",
        url=row.get("url") or "",
        charset="utf-8",
    )
    article = _extract(page)
    origins = tuple(block.origin for block in article.blocks if block.origin is not None)
    return {"id": row["id"], "keep": number_lines(dump, origins), **_describe(article)}


def number_lines(dump: str, spans: tuple[Span, ...]) -> list[int]:
    """The numbers, from 0, of the lines that share a character other than space with a span."""
    lines = dump.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)][:-1]
    kept: set[int] = set()
    for span in spans:
        number = bisect_right(starts, span.start) - 1
        while number < len(lines) and starts[number] < span.end:
            start = max(span.start, starts[number])
            if dump[start : min(span.end, starts[number] + len(lines[number]))].strip():
                kept.add(number)
            number += 1
    return sorted(kept)


def _open_page(row: Row, folder: Path) -> Page:
    found: Page | Issue = next(open_pages(str(folder / row["path"])))
    if isinstance(found, Issue):
        raise UnreadPage(found.message)
    return replace(found, url=row.get("url") or "", media_type="html")


def _extract(page: Page) -> Article:
    article, issues = extract_article(page)
    if article is None:
        raise UnreadPage("; ".join(issue.message for issue in issues))
    return article


def _describe(article: Article) -> Row:
    published = article.date("published")
    return {
        "title": article.title or None,
        "date": published.best.isoformat() if published else None,
        "authors": list(article.authors),
    }
