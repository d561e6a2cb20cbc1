"""Predictions of the task rewrites: which articles tell another's report in their own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from evaluation.copies import make_article
from evaluation.rows import Row
from onrecord.encoder import load_encoder
from onrecord.record import Article, CopyPair, DateOfRecord
from onrecord.stories.rewrites import Meanings, cut_sentences, find_rewrites


def predict_rewrites(rows: Sequence[Row]) -> Iterator[Row]:
    """One row for each article, with the ids of those that it is found to be a rewrite of."""
    found = find_pairs(rows)
    for row in rows:
        yield {"id": row["id"], "of": [one.first for one in found if one.second == row["id"]]}


def find_pairs(
    rows: Sequence[Row], *, outlets: bool = True, meanings: bool = True
) -> tuple[CopyPair, ...]:
    """The rewrites among all ``rows``; without ``outlets`` nobody knows whose the pages are."""
    articles = [read_row(row) for row in rows]
    if not outlets:
        articles = [replace(one, outlet="") for one in articles]
    return find_rewrites(articles, [_mean(one) for one in articles] if meanings else ())


def read_row(row: Row) -> Article:
    """The article of a row with its outlet and the minute of its publication."""
    article = make_article({"id": row["id"], "text": row["text"]})
    at = datetime.fromisoformat(row["published"])
    day = at.date()
    published = DateOfRecord(
        "published", day, day, day, day.isoformat(), "row", "the row says so",
        raw=at.isoformat(), chosen=True,
    )  # fmt: skip
    return replace(article, outlet=row["outlet"], title=row["title"], dates=(published,))


def _mean(article: Article) -> Meanings:
    sentences = cut_sentences(article)
    words = tuple(span.cut(article.text) for span in sentences)
    return Meanings(article.id, sentences, load_encoder().embed(words))
