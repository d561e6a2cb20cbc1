"""What ``onrecord read`` prints where, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.cli import main
from onrecord.record import Issue, ModelError, Reading, from_json
from tests.readings import make_reading

LOST = Issue("pages", "not-found", "there is no such file; check the name", where="gone.html")


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Reading | Issue | Exception]]:
    """What stands at each place; a test adds to it."""
    found: dict[str, list[Reading | Issue | Exception]] = {
        "page.html": [make_reading()],
        "gone.html": [LOST],
        "empty": [],
    }

    def read_all(where: str, *, inferred: bool = True) -> Iterator[tuple[str, Reading | Issue]]:
        for one in found[where]:
            if isinstance(one, Exception):
                raise one
            yield where, one if inferred or isinstance(one, Issue) else replace(one, statements=())

    monkeypatch.setattr("onrecord.cli.read_command.read_all", read_all)
    return found


@pytest.mark.usefixtures("places")
def test_a_report_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "page.html"]) == 0
    out, err = capsys.readouterr()
    assert "Coast guard was warned" in out
    assert err == ""


@pytest.mark.usefixtures("places")
def test_output_that_is_no_terminal_has_no_escape_codes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    main(["read", "page.html"])
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.usefixtures("places")
def test_an_input_that_cannot_be_read_is_named_and_the_others_are_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["read", "gone.html", "page.html"]) == 1
    out, err = capsys.readouterr()
    assert err == "onrecord: gone.html: there is no such file; check the name\n"
    assert "Coast guard was warned" in out


@pytest.mark.usefixtures("places")
def test_a_place_without_pages_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "empty"]) == 1
    assert "no page was found there" in capsys.readouterr().err


@pytest.mark.usefixtures("places")
def test_json_is_one_reading_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "page.html", "page.html", "--json"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [from_json(line) for line in lines] == [make_reading()] * 2
    assert json.loads(lines[0])["article"]["outlet"] == "Harbour Gazette"


@pytest.mark.usefixtures("places")
def test_the_page_is_written_and_said_to_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.html"
    assert main(["read", "page.html", "--html", str(path)]) == 0
    assert "Coast guard was warned" in path.read_text(encoding="utf-8")
    assert str(path) in capsys.readouterr().err


@pytest.mark.usefixtures("places")
def test_json_and_the_page_can_be_had_in_one_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.html"
    assert main(["read", "page.html", "--json", "--html", str(path)]) == 0
    assert from_json(capsys.readouterr().out)
    assert path.exists()


def test_a_page_that_cannot_be_written_is_said_before_anything_is_read(
    tmp_path: Path,
    places: dict[str, list[Reading | Issue | Exception]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    places["page.html"] = [AssertionError("was read")]
    assert main(["read", "page.html", "--html", str(tmp_path / "no" / "report.html")]) == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.usefixtures("places")
def test_no_inferred_is_handed_down(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "page.html", "--no-inferred"]) == 0
    assert "No statements were found" in capsys.readouterr().out


def test_a_missing_model_is_one_error_line(
    places: dict[str, list[Reading | Issue | Exception]], capsys: pytest.CaptureFixture[str]
) -> None:
    places["page.html"] = [ModelError("its files are missing; install onrecord again")]
    assert main(["read", "page.html"]) == 1
    expected = "onrecord: the model: its files are missing; install onrecord again\n"
    assert capsys.readouterr().err == expected


@pytest.mark.usefixtures("places")
def test_a_reading_that_cannot_be_shown_does_not_hide_the_next(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from onrecord.cli import report

    calls: list[int] = []

    def render(*_: object, **__: object) -> str:
        calls.append(1)
        if len(calls) == 1:
            raise RuntimeError("no ink")
        return "the second report"

    monkeypatch.setattr(report, "render_report", render)
    assert main(["read", "page.html", "page.html"]) == 1
    out, err = capsys.readouterr()
    assert "the second report" in out
    assert "onrecord: page.html: " in err
    assert "no ink" in err


def test_an_error_line_is_one_line_that_cannot_drive_the_terminal(
    places: dict[str, list[Reading | Issue | Exception]], capsys: pytest.CaptureFixture[str]
) -> None:
    places["\x1b[2J\nx"] = [Issue("pages", "bad", "two\nlines\x1b]0;title\x07")]
    main(["read", "\x1b[2J\nx"])
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "\x1b" not in err
    assert "\x07" not in err


def test_a_closed_pipe_ends_the_command_quietly() -> None:
    code = (
        "import sys\n"
        "from onrecord.cli import main, read_command\n"
        "from tests.readings import make_reading\n"
        "reading = make_reading()\n"
        "read_command.read_all = lambda where, inferred: ((where, reading) for _ in range(3000))\n"
        "sys.exit(main(['read', 'page.html', '--json']))\n"
    )
    root = Path(__file__).parents[2]
    writer = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.readline()
    writer.stdout.close()
    complaints = writer.stderr.read()
    writer.stderr.close()
    assert writer.wait() == 0
    assert complaints == b""
