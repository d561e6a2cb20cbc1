"""What ``onrecord unread`` tells of archives that ``onrecord add`` has loaded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import main
from onrecord.record import Corpus
from tests.archives.done_shards import write_shard
from tests.cli.kept import keep_pages


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("onrecord.stories.windows.read_corpus", Corpus)
    monkeypatch.setattr("onrecord.cli.page_readers.read_guarded", None)
    write_shard(tmp_path / "out", readings=2, errors=3)
    return str(tmp_path / "kept.db")


def add(record: str, *options: str) -> int:
    where = str(Path(record).parent / "out")
    return main(["add", where, "--record", record, "--no-claims", "--no-meaning", *options])


def test_the_folder_of_an_archive_is_loaded_and_nothing_is_read(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(record) == 0
    out = capsys.readouterr().out
    assert "2 readings of archives loaded, 0 there already, 0 not readable." in out
    assert "read," not in out
    assert "3 pages of archives without a reading; onrecord unread tells why." in out
    assert "holds 2 articles now" in out
    assert add(record, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["new"], told["known"], told["unread"], told["failed"]) == (0, 2, 3, 0)


def test_what_is_loaded_counts_as_new_and_by_itself(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    add(record, "--json")
    told = json.loads(capsys.readouterr().out)
    assert (told["new"], told["loaded"], told["known"]) == (2, 2, 0)


def test_a_torn_shard_is_an_error_line_and_status_1(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(record).parent / "out"
    write_shard(folder, "torn").write_bytes(b"")
    assert add(record) == 1
    assert "torn.readings.jsonl.gz: it has 0 readings" in capsys.readouterr().err


def test_pages_without_a_reading_are_listed_with_why(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    add(record)
    capsys.readouterr()
    assert main(["unread", "--record", record, "--limit", "2"]) == 0
    out = capsys.readouterr().out
    assert "too-slow 3" in out
    assert "http://bad0.example/  record 0 of day" in out
    assert "and 1 page more" in out
    assert main(["unread", "--record", record, "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["number"] for one in rows] == [0, 1, 2]


def test_a_record_without_archives_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["unread", "--record", str(keep_pages(tmp_path))]) == 0
    assert "Every page of the archives in this record was read" in capsys.readouterr().out
