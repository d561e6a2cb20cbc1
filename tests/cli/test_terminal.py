"""What goes to the terminal beside the results."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.cli.terminal import complain, refuse_to_write, show_progress


def test_trying_to_write_leaves_nothing_behind(tmp_path: Path) -> None:
    assert refuse_to_write(tmp_path / "report.html") == ""
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_said_to_be_so(tmp_path: Path) -> None:
    assert "cannot be written" in refuse_to_write(tmp_path / "no" / "report.html")


def test_a_complaint_is_one_plain_line_and_means_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert complain("a\nb", "two\x1b[2J") == 1
    assert capsys.readouterr().err == "onrecord: a b: two⟨U+001B⟩[2J\n"


def test_no_progress_is_shown_where_there_is_no_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show_progress("reading page 3")
    assert capsys.readouterr().err == ""


def test_progress_is_one_line_that_is_written_over(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    show_progress("reading page 3: " + "a long name " * 40)
    shown = capsys.readouterr().err
    assert shown.startswith("\r\x1b[Kreading page 3")
    assert "\n" not in shown
    assert len(shown) < 120
