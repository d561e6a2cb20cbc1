"""One archive in, three files out, whatever its pages do to the workers."""

import gzip
import json
from dataclasses import replace

import pytest

from onrecord.archives import ArchiveError, Limits, Report, process_shards
from onrecord.record import from_json
from tests.archives.archives import page, read_lines, snapshot, write_archive
from tests.archives.desks import open_plain_desk, open_slow_desk
from tests.pages.conftest import HTML, warc_record

LIMITS = Limits(workers=2, seconds=1, megabytes=200, patience=2)
BAD = {"HANG": "too-slow", "SLEEP": "too-slow", "DIE": "worker-died", "EAT": "too-much-memory"}


def read(warc, out, *, limits=LIMITS, part=4, tell=None):
    """The report of one archive."""
    ((_, report),) = process_shards([warc], out, limits, desk=open_plain_desk, part=part, tell=tell)
    return report


@pytest.fixture
def hostile(tmp_path):
    words = ["a", "HANG", "b", "DIE", "c", "EAT", "d", "REFUSE", "SLEEP", "e"]
    return write_archive(tmp_path / "day.warc.gz", [page(*reversed(x)) for x in enumerate(words)])


@pytest.fixture
def plain(tmp_path):
    return write_archive(tmp_path / "day.warc.gz", [page(f"w{n}", n) for n in range(10)])


def test_each_bad_record_costs_one_error_row_and_no_other_record(hostile, tmp_path):
    report = read(hostile, tmp_path / "out")
    rows = [json.loads(line) for line in read_lines(tmp_path / "out" / "day.errors.jsonl.gz")]
    assert [(row["number"], row["code"]) for row in rows] == [
        (1, "too-slow"),
        (3, "worker-died"),
        (5, "too-much-memory"),
        (7, "no-article"),
        (8, "too-slow"),
    ]
    lines = read_lines(tmp_path / "out" / "day.readings.jsonl.gz")
    assert [from_json(line).article.url[-1] for line in lines] == list("02469")
    assert (report.records, report.pages, report.articles) == (10, 10, 5)
    assert report.languages == (("en", 5),)


def test_the_files_are_the_same_for_any_number_of_workers_and_size_of_part(plain, tmp_path):
    for workers, part in ((1, 4), (2, 4)):
        read(plain, tmp_path / str(workers), limits=replace(LIMITS, workers=workers), part=part)
    assert snapshot(tmp_path / "1") == snapshot(tmp_path / "2")


def test_a_file_without_lines_can_be_unpacked_too(plain, tmp_path):
    read(plain, tmp_path / "out")
    assert gzip.decompress((tmp_path / "out" / "day.errors.jsonl.gz").read_bytes()) == b""


def test_what_another_model_has_read_is_left_and_told(plain, tmp_path):
    read(plain, tmp_path / "out")
    before = snapshot(tmp_path / "out")
    ((_, found),) = process_shards([plain], tmp_path / "out", LIMITS, desk=open_slow_desk)
    assert isinstance(found, ArchiveError)
    assert "read before, and not with what reads now (plain, now slow)" in str(found)
    assert snapshot(tmp_path / "out") == before


def test_a_report_that_is_none_stops_its_archive_alone(plain, tmp_path):
    other = write_archive(tmp_path / "other.warc.gz", [page("w", 1)])
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "day.report.json").write_text("{}")
    (_, first), (_, second) = process_shards(
        [plain, other], tmp_path / "out", LIMITS, desk=open_plain_desk
    )
    assert "day.report.json is no report of a shard" in str(first)
    assert isinstance(second, Report)


def test_what_is_done_is_left_as_it_is(plain, tmp_path):
    first = read(plain, tmp_path / "out")
    before = snapshot(tmp_path / "out")
    plain.write_bytes(b"")
    assert read(plain, tmp_path / "out") == first
    assert snapshot(tmp_path / "out") == before


def test_a_run_that_was_broken_off_is_gone_on_with(plain, tmp_path):
    class Stop(Exception):
        pass

    def stop(progress):
        if progress.pages > 6:
            raise Stop

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("onrecord.archives.shards.SECONDS_BETWEEN_WORDS", 0.0)
        with pytest.raises(Stop):
            read(plain, tmp_path / "out", part=2, tell=stop)
    assert list((tmp_path / "out" / ".day.2.parts").glob("*.report.json"))
    again = read(plain, tmp_path / "out", part=2)
    assert again == read(plain, tmp_path / "undisturbed", part=2)
    assert snapshot(tmp_path / "out") == snapshot(tmp_path / "undisturbed")


def test_damage_is_passed_over_and_its_bytes_counted(tmp_path):
    body = [gzip.compress(page(f"w{n}", n), mtime=0) for n in range(3)]
    warc = tmp_path / "day.warc.gz"
    warc.write_bytes(body[0] + b"rubbish" * 30 + body[1] + body[2][:-20])
    report = read(warc, tmp_path / "out")
    assert report.articles == 2
    assert report.skipped == 210 + len(body[2]) - 20
    assert dict(report.errors) == {"broken-record": 2}
    assert not report.whole


def test_records_without_a_page_are_counted_by_kind(tmp_path):
    gone = warc_record("http://a.example/", HTML, status=b"404 Not Found")
    request = page("x").replace(b"WARC-Type: response", b"WARC-Type: request")
    report = read(write_archive(tmp_path / "a.warc", [gone, request], packed=False), tmp_path)
    assert report.kinds == (("request", 1), ("response", 1))
    assert (report.pages, report.articles, report.whole) == (0, 0, True)


def test_records_that_were_not_met_are_an_error_row(plain, tmp_path, monkeypatch):
    monkeypatch.setattr("onrecord.archives.shards.count_records", lambda _: 12)
    report = read(plain, tmp_path / "out")
    assert (report.unread, dict(report.errors)) == (2, {"unread-records": 1})


def test_an_archive_that_is_none_stops_no_other(plain, tmp_path):
    other = tmp_path / "page.html"
    other.write_bytes(HTML)
    found = list(
        process_shards([other, tmp_path / "missing.warc", plain], tmp_path / "out", LIMITS,
                       desk=open_plain_desk)
    )  # fmt: skip
    assert isinstance(found[0][1], ArchiveError)
    assert isinstance(found[1][1], FileNotFoundError)
    assert isinstance(found[2][1], Report)


def test_a_full_disk_is_told_and_the_crew_reads_on(plain, tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(28, "No space left on device")

    other = write_archive(tmp_path / "next.warc.gz", [page("x")])
    run = process_shards([plain, other], tmp_path / "out", LIMITS, desk=open_plain_desk, part=2)
    with monkeypatch.context() as patch:
        patch.setattr("onrecord.archives.writing.ShardFiles.write_part", refuse)
        _, first = next(run)
    assert isinstance(first, OSError)
    _, second = next(run)
    assert isinstance(second, Report)
    assert second.articles == 1
