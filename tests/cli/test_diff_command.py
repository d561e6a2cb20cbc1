"""What ``onrecord diff`` and ``onrecord prune`` print, and how they end."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.cli import main
from onrecord.record import Stamp
from onrecord.store import open_record
from tests.cli.kept import keep_pages
from tests.readings import make_reading


@pytest.fixture
def record(tmp_path: Path) -> str:
    path = keep_pages(tmp_path)
    reading = make_reading()
    anew = replace(
        reading, stamp=Stamp("0.2.0", "another", "en"), statements=reading.statements[:-1]
    )
    with open_record(path, write=True) as opened:
        opened.put([anew])
    return str(path)


def stamps(record: str) -> list[str]:
    with open_record(record) as opened:
        return [one.id for one in opened.stamps()]


def test_without_stamps_those_of_the_record_are_listed(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "--record", record]) == 0
    out = capsys.readouterr().out
    assert "2 readings, 1 of them in use" in out
    assert "onrecord 0.2.0, model another, tables en" in out


def test_two_stamps_are_told_apart_finding_by_finding(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", *stamps(record), "--record", record, "--width", "80"]) == 0
    out = capsys.readouterr().out
    assert "1 article read by both, 0 read alike" in out
    assert "Statements: 0 more, 1 fewer, 0 understood otherwise" in out
    assert "- Harbour Gazette → a Gazette reporter: Three tugs stood by the wreck" in out


def test_json_is_one_object(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *stamps(record), "--record", record, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["both"], len(found["changes"])) == (1, 1)


def test_a_stamp_that_is_not_there_ends_with_1(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "aa", "zz", "--record", record]) == 1
    assert "there is no such stamp" in capsys.readouterr().err


def test_one_stamp_is_wrong_usage(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "aa", "--record", record]) == 2
    assert "two stamps" in capsys.readouterr().err


def test_pruning_removes_what_a_newer_reading_replaced(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["prune", "--record", record]) == 0
    assert "1 old reading removed." in capsys.readouterr().out
    assert main(["prune", "--record", record, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["removed"] == 0
