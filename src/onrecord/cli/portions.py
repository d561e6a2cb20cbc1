"""The stories of a record that is larger than memory, a portion at a time.

Invariant: a portion holds whole stories, and no more pages than are held at once, but for a single
story that has more.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.cli.judging import judge_record
from onrecord.record import RecordError
from onrecord.store import Record, open_record
from onrecord.store.parts import count_articles
from onrecord.store.stream import list_stories
from onrecord.stories.windows import PAGES


def holds_many(path: Path) -> bool:
    """Whether the record at ``path`` has more pages than are held at once."""
    with open_record(path) as record:
        return count_articles(record) > PAGES


def judge_where_needed(path: Path) -> None:
    """Keeps what holds across the pages of the record, where nobody has judged it as it is now.

    One that may not be written to stays as it is where it is small, since it can be judged in
    memory; RecordError where it is large.
    """
    with open_record(path) as record:
        if record.is_judged():
            return
    try:
        with open_record(path, write=True) as record:
            judge_record(record)
    except RecordError:
        if holds_many(path):
            raise


def portion_stories(record: Record) -> Iterator[tuple[str, ...]]:
    """The articles (ids) of stories that begin on one day, day by day."""
    portion: list[str] = []
    began = ""
    for day, articles in list_stories(record):
        if portion and (day != began or len(portion) + len(articles) > PAGES):
            yield tuple(portion)
            portion = []
        began = day
        portion += articles
    if portion:
        yield tuple(portion)
