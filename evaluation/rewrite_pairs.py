"""Predictions of the task rewrites: which articles tell another's report in their own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from evaluation.copies import make_article
from evaluation.rows import Row
from onrecord.record import Article, DateOfRecord, Derivation, Reading, Stamp
from onrecord.stories.clustering.grouping import group_stories
from onrecord.stories.clustering.stream import page_of_reading
from onrecord.stories.copying.copies import find_copies
from onrecord.stories.provenance.derivations import find_derivations

STAMP = Stamp("0", "none", "en")
"""The rows are articles that nobody has read: takings are found by their words alone."""


def predict_rewrites(rows: Sequence[Row]) -> Iterator[Row]:
    """One row for each article, with the ids of those that it is found to be a rewrite of."""
    found = find_pairs(rows)
    for row in rows:
        yield {"id": row["id"], "of": [one.parent for one in found if one.article == row["id"]]}


def find_pairs(rows: Sequence[Row], *, outlets: bool = True) -> tuple[Derivation, ...]:
    """The takings among all ``rows`` that no page owns up to.

    Without ``outlets`` nobody knows whose the pages are.
    """
    articles = [read_row(row) for row in rows]
    if not outlets:
        articles = [replace(one, outlet="") for one in articles]
    readings = tuple(Reading(one, STAMP) for one in articles)
    stories = group_stories(page_of_reading(one) for one in readings)
    found = find_derivations(readings, find_copies(articles), stories)
    return tuple(one for one in found if one.credited == "none")


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
