"""``onrecord archive``: what is printed, and the exit status."""

import json
import sys

import pytest

from onrecord.archives import Progress, Report
from onrecord.cli import main
from onrecord.cli.archive_arguments import ArchiveArguments
from onrecord.cli.archive_command import word_damage, word_progress, word_report, word_time
from onrecord.cli.arguments import parse_arguments
from tests.archives.archives import write_archive
from tests.pages.conftest import HTML, warc_record


def test_options_come_back_as_typed(tmp_path):
    typed = ["archive", "a.warc", "b", "--out", str(tmp_path), "--shard", "3/64", "--workers", "2"]
    assert parse_arguments(typed) == ArchiveArguments(
        ("a.warc", "b"), tmp_path, shard=(3, 64), workers=2
    )


@pytest.mark.parametrize("wrong", [["--shard", "0/4"], ["--shard", "5/4"], ["--workers", "0"], []])
def test_wrong_usage_is_refused(wrong):
    out = ["--out", "x"] if wrong else []
    with pytest.raises(SystemExit):
        parse_arguments(["archive", "a.warc", *out, *wrong])


def test_an_archive_without_pages_is_read_and_reported(tmp_path, capsys):
    gone = warc_record("http://a.example/", HTML, status=b"404 Not Found")
    archive = write_archive(tmp_path / "a.warc.gz", [gone])
    out = str(tmp_path / "out")
    assert main(["archive", str(archive), "--out", out, "--workers", "1", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["records"], report["pages"]) == (1, 0)


def test_without_ray_it_is_said_what_to_install(tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "ray", None)
    archive = write_archive(tmp_path / "a.warc.gz", [])
    assert main(["archive", str(archive), "--out", str(tmp_path), "--ray", "auto"]) == 1
    assert "onrecord[ray]" in capsys.readouterr().err


def test_an_archive_that_is_not_there_is_told(tmp_path, capsys):
    assert main(["archive", str(tmp_path / "a.warc"), "--out", str(tmp_path)]) == 1
    assert "a.warc: there is no archive" in capsys.readouterr().err


def test_progress_tells_rate_and_time_left():
    progress = Progress("a.warc", 600, 500, 3, done=30, total=120, begun=0, seconds=60.0)
    assert word_progress(progress) == (
        "a.warc: 600 pages, 10.0 a second, 3 errors, 25.0 % of all archives, 3 min left"
    )


@pytest.mark.parametrize(
    ("seconds", "words"), [(40, "40 s"), (720, "12 min"), (11_100, "3 h 05 min")]
)
def test_time_is_said_as_one_would_say_it(seconds, words):
    assert word_time(seconds) == words


def test_a_report_lists_the_most_frequent_first():
    report = Report(records=3, pages=3, errors=(("a", 1), ("b", 2)), broken=1, skipped=70)
    assert list(word_report(report, 1))[-1] == "errors: b 2, a 1"
    assert "1 broken records, 70 bytes" in word_damage(report)
