"""Articles of our own writing, with the dates that a page gives for itself."""

from __future__ import annotations

from datetime import date

from onrecord.record import Article, Block, Caption, DateOfRecord, Span
from onrecord.record.articles import DateRole
from onrecord.times import date_article, find_times


def make_article(text: str, *dates: DateOfRecord, captions: tuple[str, ...] = ()) -> Article:
    """The article of one paragraph a line."""
    blocks, start = [], 0
    for line in text.split("\n\n"):
        blocks.append(Block("paragraph", Span(start, start + len(line))))
        start += len(line) + 2
    return Article(
        "a",
        "",
        "Gazette",
        "",
        (),
        "en",
        text,
        blocks=tuple(blocks),
        dates=dates,
        captions=tuple(Caption(one) for one in captions),
    )


def given(role: DateRole, day: date, found_by: str = "metadata") -> DateOfRecord:
    """A date that the page gives for itself."""
    return DateOfRecord(role, day, day, day, day.isoformat(), found_by, "it says so", chosen=True)


def dated(article: Article, *quoted: Span) -> Article:
    """The article with its day of publication solved for."""
    return date_article(article, find_times(article.text), quoted)
