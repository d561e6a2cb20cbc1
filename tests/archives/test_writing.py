"""Parts are written whole, resumed with the same stamp, and joined."""

import multiprocessing

import pytest

from onrecord.archives.failures import ArchiveError
from onrecord.archives.reports import Report
from onrecord.archives.writing import ShardFiles
from tests.archives.archives import read_lines, snapshot


def test_parts_are_joined_in_their_order(tmp_path):
    files = ShardFiles(tmp_path, "day", 9)
    reports = [Report(pages=1, stamp="s"), Report(pages=2, stamp="s")]
    files.resume("s")
    for number, report in enumerate(reports):
        files.write_part(number, b"%d\n" % number, b"", report)
    assert files.resume("s") == tuple(reports)
    assert files.finish(tuple(reports)).pages == 3
    assert read_lines(tmp_path / "day.readings.jsonl.gz") == ["0", "1"]
    assert len(snapshot(tmp_path)) == 3


def test_what_a_killed_run_left_is_swept_away(tmp_path):
    files = ShardFiles(tmp_path, "day", 9)
    (tmp_path / "day.readings.jsonl.gz.99.new").write_bytes(b"half")
    (tmp_path / "day2.readings.jsonl.gz.99.new").write_bytes(b"another's")
    files.resume("s")
    files.write_part(0, b"", b"", Report(stamp="s"))
    files.finish((Report(stamp="s"),))
    assert [name for name in snapshot(tmp_path) if "new" in name] == [
        "day2.readings.jsonl.gz.99.new"
    ]


def test_a_part_without_its_report_is_none(tmp_path):
    files = ShardFiles(tmp_path, "day", 9)
    files.resume("s")
    files.write_part(0, b"x", b"", Report(stamp="s"))
    (tmp_path / ".day.9.parts" / "000000.report.json").unlink()
    assert files.resume("s") == ()


def test_parts_of_another_reader_are_not_gone_on_with(tmp_path):
    files = ShardFiles(tmp_path, "day", 9)
    files.resume("old")
    files.write_part(0, b"x", b"", Report(stamp="old"))
    assert files.resume("new") == ()
    assert snapshot(tmp_path) == {}


def test_parts_of_another_size_are_not_gone_on_with(tmp_path):
    small, large = ShardFiles(tmp_path, "day", 2), ShardFiles(tmp_path, "day", 9)
    small.resume("s")
    small.write_part(0, b"x", b"", Report(stamp="s"))
    assert large.resume("s") == ()
    large.write_part(0, b"y", b"", Report(stamp="s"))
    large.finish((Report(stamp="s"),))
    assert read_lines(tmp_path / "day.readings.jsonl.gz") == ["y"]
    assert len(snapshot(tmp_path)) == 3


def _hold(out, held, done):
    with ShardFiles(out, "day", 9).locked():
        held.set()
        done.wait()


def test_two_runs_do_not_write_one_shard(tmp_path, monkeypatch):
    monkeypatch.setattr("onrecord.archives.writing.SECONDS_FOR_LOCK", 0.0)
    context = multiprocessing.get_context("fork")
    held, done = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(tmp_path, held, done))
    other.start()
    held.wait()
    with pytest.raises(ArchiveError, match="another run"), ShardFiles(tmp_path, "day", 9).locked():
        pass
    done.set()
    other.join()
    with ShardFiles(tmp_path, "day", 9).locked():
        pass
