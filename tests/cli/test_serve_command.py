"""``onrecord serve``: what stands in the way is told before anything is served."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from onrecord.cli import main
from onrecord.cli.arguments import parse_arguments
from onrecord.cli.serve_arguments import PORT, ServeArguments
from onrecord.store import open_record
from onrecord.web.serving import HOST, bind
from tests.readings import make_reading


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.db"
    with open_record(path, write=True) as opened:
        opened.put([make_reading()])
    return path


def test_a_record_and_a_port_can_be_named_and_need_not_be() -> None:
    assert parse_arguments(["serve"]) == ServeArguments(Path("onrecord.db"), PORT)
    asked = parse_arguments(["serve", "--record", "x.db", "--port", "0"])
    assert asked == ServeArguments(Path("x.db"), 0)


@pytest.mark.parametrize("typed", [["--port", "70000"], ["--port", "-1"], ["--port", "x"], ["y"]])
def test_wrong_usage_is_refused(typed: list[str]) -> None:
    assert main(["serve", *typed]) == 2


def test_a_record_that_is_not_there_is_said_to_be_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--record", str(tmp_path / "none.db"), "--port", "0"]) == 1
    assert "no such record" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()


def test_a_record_of_a_newer_version_is_not_served(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    connection = sqlite3.connect(record)
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    assert main(["serve", "--record", str(record), "--port", "0"]) == 1
    assert "newer onrecord" in capsys.readouterr().err


def test_a_port_in_use_is_said_to_be_so(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with bind(0) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--record", str(record), "--port", str(port)]) == 1
    assert "in use" in capsys.readouterr().err


def test_the_record_is_served_at_the_address_that_is_told(record: Path) -> None:
    command = [sys.executable, "-m", "onrecord", "serve", "--record", str(record), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            told = process.stdout.readline()
            address = told[told.index("http://") :].split()[0]
            assert address.startswith(f"http://{HOST}:")
            with urllib.request.urlopen(f"{address}articles.json", timeout=20) as answer:
                assert make_reading().article.id.encode() in answer.read()
        finally:
            process.terminate()
            process.wait(20)


def test_the_pages_are_made_without_loading_any_model() -> None:
    code = (
        "import sys, onrecord.web.application; "
        "print(sorted(one for one in ('onnxruntime', 'lxml', 'tokenizers', 'onrecord.reading')"
        " if one in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_without_what_draws_the_pages_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [one for one in sys.modules if one.startswith("onrecord.web")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "starlette.requests", None)
    assert main(["serve", "--record", str(tmp_path / "any.db")]) == 1
    assert "onrecord[web]" in capsys.readouterr().err
