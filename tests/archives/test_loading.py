"""What an archive was read into goes into a record: all of it, once, whatever happens meanwhile."""

import gzip
import multiprocessing
import os
import signal
import time
from dataclasses import replace

import pytest

from onrecord.archives import Report, loading
from onrecord.archives.loading import ShardFound, find_shards, holds_shards, load_shard
from onrecord.record import Issue, RecordError, unpack_record
from onrecord.record.codec import pack_record
from onrecord.store import open_record
from onrecord.store.shards import find_shard, list_unread
from tests.archives.archives import read_lines
from tests.archives.done_shards import make_readings, write_shard


def load(folder, path, heard=lambda _: None):
    """What loading each shard brought, and what was no shard."""
    with open_record(path, write=True) as record:
        return [
            one if isinstance(one, Issue) else load_shard(one, record, tell=heard)
            for one in find_shards(folder)
        ]


def kept(path):
    """The readings and the pages without one, with where each page is from."""
    with open_record(path) as record:
        places = sorted((one.id, one.where) for one in record.articles())
        return list(record.readings()), places, list_unread(record)


def test_readings_and_error_rows_are_kept_with_their_stamps_and_places(tmp_path):
    write_shard(tmp_path / "out")
    load(tmp_path / "out", tmp_path / "a.db")
    readings, places, unread = kept(tmp_path / "a.db")
    assert readings == make_readings(3)
    assert [where for _, where in places] == [
        f"day.warc.gz http://{at}.example/" for at in range(3)
    ]
    assert [(one.shard, one.where, one.code) for one in unread] == [
        ("day", "http://bad0.example/", "too-slow")
    ]


def test_a_page_that_was_loaded_is_known_by_its_bytes(tmp_path):
    write_shard(tmp_path / "out")
    load(tmp_path / "out", tmp_path / "a.db")
    with open_record(tmp_path / "a.db") as record:
        assert record.stamp_of_page("d1") == make_readings(1)[0].stamp


def test_the_same_shards_are_not_looked_at_again(tmp_path, monkeypatch):
    write_shard(tmp_path / "out")
    load(tmp_path / "out", tmp_path / "a.db")
    monkeypatch.setattr(loading, "read_readings", None)
    (again,) = load(tmp_path / "out", tmp_path / "a.db")
    assert (again.known, again.unread, again.issues) == (3, 1, [])


def test_a_shard_that_was_read_anew_takes_the_place_of_the_old_one(tmp_path):
    write_shard(tmp_path / "out", errors=2)
    load(tmp_path / "out", tmp_path / "a.db")
    write_shard(tmp_path / "out", errors=0, stamp="another")
    load(tmp_path / "out", tmp_path / "a.db")
    readings, _, unread = kept(tmp_path / "a.db")
    assert {one.stamp.encoder for one in readings} == {"another"}
    assert unread == ()


def test_a_torn_file_is_told_and_loaded_up_to_the_tear_and_the_rest_later(tmp_path):
    path = write_shard(tmp_path / "out")
    write_shard(tmp_path / "out", "later", readings=5)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    torn, other = load(tmp_path / "out", tmp_path / "a.db")
    assert [one.code for one in torn.issues] == ["torn-shard"]
    assert other.issues == []
    path.write_bytes(whole)
    mended, _ = load(tmp_path / "out", tmp_path / "a.db")
    assert mended.issues == []
    with open_record(tmp_path / "a.db") as record:
        assert find_shard(record, "day").done


@pytest.mark.parametrize("spoil", [b"", b"no gzip at all"])
def test_a_file_that_is_none_is_told(tmp_path, spoil):
    write_shard(tmp_path / "out").write_bytes(spoil)
    (found,) = load(tmp_path / "out", tmp_path / "a.db")
    assert [one.code for one in found.issues] == ["torn-shard"]
    assert "day.readings.jsonl.gz" in found.issues[0].where


def test_a_line_that_is_no_reading_costs_that_line_alone(tmp_path):
    path = write_shard(tmp_path / "out")
    whole = path.read_bytes()
    lines = read_lines(path)
    bad = "\n".join([lines[0], '{"foreign": 1}', lines[2], ""])
    path.write_bytes(gzip.compress(bad.encode()))
    (found,) = load(tmp_path / "out", tmp_path / "a.db")
    assert [one.code for one in found.issues] == ["foreign-line"]
    assert "line 2" in found.issues[0].message
    assert len(kept(tmp_path / "a.db")[0]) == 2
    path.write_bytes(whole)
    load(tmp_path / "out", tmp_path / "a.db")
    assert len(kept(tmp_path / "a.db")[0]) == 3


def test_what_is_no_report_or_has_none_is_told_and_the_rest_goes_on(tmp_path):
    out = tmp_path / "out"
    write_shard(out)
    (out / "a.report.json").write_text("[1, 2]")
    (out / "b.readings.jsonl.gz").write_bytes(b"")
    (out / ".c.d.2000.parts").mkdir()
    found = list(find_shards(out))
    assert [one.code for one in found if isinstance(one, Issue)] == [
        "foreign-shard",
        "unfinished-shard",
        "unfinished-shard",
    ]
    assert [one.name for one in found if isinstance(one, ShardFound)] == ["day"]


def test_a_folder_of_pages_holds_no_shards(tmp_path):
    (tmp_path / "page.html").write_text("<p>")
    assert not holds_shards(tmp_path)
    assert not holds_shards(tmp_path / "page.html")


def test_a_report_that_says_more_readings_than_there_are_is_not_believed(tmp_path):
    write_shard(tmp_path / "out")
    report = tmp_path / "out" / "day.report.json"
    said = unpack_record(Report, report.read_text())
    report.write_text(pack_record(replace(said, articles=4)))
    (found,) = load(tmp_path / "out", tmp_path / "a.db")
    assert "3 readings, and its report says 4" in found.issues[0].message


def _load_slowly(folder, path):
    load(folder, path, heard=lambda _: time.sleep(0.1))


def test_after_a_kill_in_the_middle_the_record_is_as_if_there_had_been_none(tmp_path, monkeypatch):
    monkeypatch.setattr(loading, "BATCH", 2)
    write_shard(tmp_path / "out", readings=12)
    killed = tmp_path / "killed.db"
    run = multiprocessing.get_context("fork").Process(
        target=_load_slowly, args=(tmp_path / "out", killed)
    )
    run.start()
    until = time.monotonic() + 20
    while time.monotonic() < until and _lines(killed) < 4:
        time.sleep(0.01)
    os.kill(run.pid, signal.SIGKILL)
    run.join()
    assert 4 <= _lines(killed) < 12
    load(tmp_path / "out", killed)
    load(tmp_path / "out", tmp_path / "whole.db")
    assert kept(killed) == kept(tmp_path / "whole.db")
    with open_record(killed) as record:
        assert record.check() == ()


def _lines(path):
    if not path.exists():
        return 0
    try:
        with open_record(path) as record:
            shard = find_shard(record, "day")
    except RecordError:  # it is being made
        return 0
    return shard.lines if shard else 0
