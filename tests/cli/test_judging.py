"""What holds across the pages of a record is judged in windows, and kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.cli import judging
from onrecord.cli.judging import judge_record, trace_record
from onrecord.record import Corpus
from onrecord.store import Record, open_record
from onrecord.stories.trace import read_corpus
from tests.stories.weeks import PAGES


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "kept.db", write=True) as opened:
        opened.put(PAGES)
        yield opened


def told(corpus: Corpus) -> set[frozenset[str]]:
    return {frozenset(one.articles) for one in corpus.stories}


def test_a_record_that_fits_one_window_is_judged_as_its_pages_are(record: Record) -> None:
    judge_record(record)
    whole = read_corpus(PAGES)
    kept = record.corpus()
    assert (kept.stories, kept.derivations, kept.kinds) == (
        whole.stories,
        whole.derivations,
        whole.kinds,
    )
    assert set(kept.copies) == set(whole.copies)


def test_a_record_of_several_windows_has_the_same_stories(record: Record) -> None:
    judge_record(record, most=4)
    assert record.is_judged()
    assert told(record.corpus()) == told(read_corpus(PAGES))


def test_no_more_readings_are_held_than_a_window_has(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[int] = []
    fetch = judging.fetch_readings
    monkeypatch.setattr(
        judging,
        "fetch_readings",
        lambda opened, ids: held.append(len(ids)) or fetch(opened, ids),  # type: ignore[func-returns-value]
    )
    monkeypatch.setattr(Record, "corpus", None)
    monkeypatch.setattr(Record, "readings", None)
    judge_record(record, most=4)
    trace_record(record, claims=False)
    assert 0 < max(held) <= 4
    assert all(one.story for one in record.articles())


def test_what_is_judged_is_not_judged_again(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge_record(record)
    monkeypatch.setattr(judging, "plan_windows", None)
    judge_record(record)
