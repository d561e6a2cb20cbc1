"""Predictions of the task stories: which documents of a stream tell of one event.

Invariant: nothing of a row is read but its id, which only names it, and its text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaluation.rows import Row
from onrecord.stories.clustering.grouping import group_stories
from onrecord.stories.clustering.stream import page_of_text


def predict_stories(rows: Sequence[Row]) -> Iterator[Row]:
    """One row a document of ``rows``, in their order, with the id of its story."""
    stories = group_stories(page_of_text(row["id"], row["text"]) for row in rows)
    story_of = {article: story.id for story in stories for article in story.articles}
    for row in rows:
        yield {"id": row["id"], "story": story_of[row["id"]]}
