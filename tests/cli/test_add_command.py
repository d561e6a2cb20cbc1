"""What ``onrecord add`` keeps, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.cli import main
from onrecord.record import Corpus, Issue, ModelError, Page, Reading, Stamp
from onrecord.store import open_record
from tests.event_readings import make_event_reading
from tests.readings import make_reading

READINGS = {b"leak": make_reading(), b"strike": make_event_reading()}
LOST = Issue("pages", "not-found", "there is no such file", where="gone.html")


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The bodies of the pages that were read, in order."""
    bodies: list[bytes] = []

    def open_pages(where: str) -> Iterator[Page | Issue]:
        if where != "empty":
            yield from (Page(f"{where}/{one!r}", one, "html") for one in READINGS)
        if where == "torn":
            yield LOST
            yield Page("torn/none", b"no article", "html")

    def read_guarded(page: Page) -> Reading | Issue:
        bodies.append(page.body)
        return READINGS.get(page.body) or Issue("articles", "no-article", "no article there")

    monkeypatch.setattr("onrecord.cli.adding.open_pages", open_pages)
    monkeypatch.setattr("onrecord.cli.adding.stamp_for", lambda _: make_reading().stamp)
    monkeypatch.setattr("onrecord.cli.page_readers.read_guarded", read_guarded)
    monkeypatch.setattr("onrecord.stories.windows.read_corpus", Corpus)
    return bodies


def add(*typed: str) -> int:
    return main(["add", *typed, "--no-meaning", "--no-claims"])


@pytest.fixture
def record(tmp_path: Path) -> str:
    return str(tmp_path / "kept.db")


def test_what_is_read_is_kept_and_counted(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert add("pages", "--record", record) == 0
    out = capsys.readouterr().out
    assert "2 pages read, 0 there already, 0 not readable." in out
    assert "holds 2 articles now" in out
    with open_record(record) as opened:
        assert set(opened.readings()) == set(READINGS.values())
        assert {one.where for one in opened.articles()} == {"pages/b'leak'", "pages/b'strike'"}
        assert opened.is_judged()


def test_the_same_pages_are_not_read_again(
    asked: list[bytes], record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    add("pages", "--record", record)
    capsys.readouterr()
    assert add("pages", "elsewhere", "--record", record, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["new"], told["known"], told["articles"]) == (0, 4, 2)
    assert asked == list(READINGS)


def test_another_version_reads_them_anew_and_the_old_readings_stay(
    record: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add("pages", "--record", record)
    later = Stamp("0.2.0", "another", "en")
    monkeypatch.setattr("onrecord.cli.adding.stamp_for", lambda _: later)
    for body, one in dict(READINGS).items():
        monkeypatch.setitem(READINGS, body, replace(one, stamp=later))
    assert add("pages", "--record", record) == 0
    with open_record(record) as opened:
        assert [(one.readings, one.current) for one in opened.stamps()] == [(2, 0), (2, 2)]


def test_what_cannot_be_read_is_named_and_the_rest_is_kept(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add("torn", "--record", record) == 1
    printed = capsys.readouterr()
    assert "gone.html: there is no such file" in printed.err
    assert "torn/none: no article there" in printed.err
    assert "2 pages read, 0 there already, 2 not readable." in printed.out


def test_a_place_without_pages_is_named(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert add("empty", "--record", record) == 1
    assert "empty: no page was found there" in capsys.readouterr().err


def test_a_run_that_is_broken_off_keeps_what_it_read(
    record: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(page: Page) -> Reading:
        if page.body == b"strike":
            raise KeyboardInterrupt
        return READINGS[page.body]

    monkeypatch.setattr("onrecord.cli.page_readers.read_guarded", stop)
    assert add("pages", "--record", record) == 130
    with open_record(record) as opened:
        assert tuple(opened.readings()) == (READINGS[b"leak"],)


def test_a_missing_model_is_said(
    record: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(_: str) -> Stamp:
        raise ModelError("the model's file is missing")

    monkeypatch.setattr("onrecord.cli.adding.stamp_for", fail)
    assert add("pages", "--record", record) == 1
    assert "the model: the model's file is missing" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_said(
    asked: list[bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    assert add("pages", "--record", "/proc/kept.db") == 1
    assert "check that the folder exists" in capsys.readouterr().err
    assert asked == []


def test_a_file_that_is_no_record_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Minutes of the meeting. " * 100)
    assert add("pages", "--record", str(notes)) == 1
    assert "no record, or is damaged" in capsys.readouterr().err
    assert notes.read_text() == "Minutes of the meeting. " * 100


def test_a_record_is_judged_in_windows_of_as_many_pages_as_are_asked_for(
    record: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr("onrecord.cli.add_command.judge_record", lambda _, most: asked.append(most))
    add("pages", "--record", record, "--at-once", "300")
    add("pages", "--record", record)
    assert asked == [300, 5_000]
    assert main(["add", "pages", "--at-once", "1"]) == 2
