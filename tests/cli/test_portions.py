"""The stories of a large record are told a portion at a time, and all of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import main, portions
from onrecord.cli.portions import judge_where_needed, portion_stories
from onrecord.record import RecordError
from onrecord.store import Record, open_record
from tests.stories.weeks import PAGES


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_record(tmp_path / "kept.db", write=True) as record:
        record.put(PAGES)
    return tmp_path / "kept.db"


def stories(path: Path, capsys: pytest.CaptureFixture[str]) -> list[list[str]]:
    assert main(["stories", "--record", str(path), "--json"]) == 0
    lines = map(json.loads, capsys.readouterr().out.splitlines())
    return [[each["id"] for each in one["articles"]] for one in lines]


def test_stories_of_a_large_record_are_those_of_a_small_one(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = stories(path, capsys)
    monkeypatch.setattr(portions, "PAGES", 3)
    monkeypatch.setattr(Record, "corpus", None)
    monkeypatch.setattr(Record, "readings", None)
    assert stories(path, capsys) == whole
    assert len(whole) > 1


def test_what_was_judged_is_kept(path: Path) -> None:
    judge_where_needed(path)
    with open_record(path) as record:
        assert record.is_judged()


def test_a_record_that_may_not_be_written_is_refused_where_it_is_large(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Record) -> None:
        raise RecordError("it may not be written to")

    monkeypatch.setattr(portions, "judge_record", refuse)
    judge_where_needed(path)
    monkeypatch.setattr(portions, "PAGES", 3)
    with pytest.raises(RecordError, match="may not be written"):
        judge_where_needed(path)


def test_a_portion_holds_whole_stories_of_one_day(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge_where_needed(path)
    with open_record(path) as record:
        found = tuple(portion_stories(record))
        assert sorted(one for each in found for one in each) == sorted(
            one.article.id for one in PAGES
        )
        monkeypatch.setattr(portions, "PAGES", 1)
        assert set(portion_stories(record)) == {one.articles for one in record.corpus().stories}
