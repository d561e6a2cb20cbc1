"""Wrong usage is refused with the usage and the status 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import __version__
from onrecord.cli import main
from onrecord.cli.arguments import ReadArguments, parse_arguments


def test_options_come_back_as_typed() -> None:
    typed = ["read", "a.html", "-", "--json", "--html", "r.html", "--no-inferred", "--width", "99"]
    assert parse_arguments(typed) == ReadArguments(
        ("a.html", "-"), json=True, html=Path("r.html"), inferred=False, width=99
    )


@pytest.mark.parametrize(
    "typed",
    [
        [],
        ["read"],
        ["write", "a.html"],
        ["read", "a.html", "--nothing"],
        ["read", "a.html", "--width", "12"],
        ["read", "a.html", "--width", "wide"],
        ["read", "a.html", "--html", "-"],
    ],
)
def test_wrong_usage_ends_with_2_and_the_usage(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(typed) == 2
    assert "usage: onrecord" in capsys.readouterr().err


def test_a_page_to_read_is_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>Words.</p>", encoding="utf-8")
    assert main(["read", str(page), "--html", str(page)]) == 2
    assert "would overwrite" in capsys.readouterr().err
    assert page.read_text(encoding="utf-8") == "<p>Words.</p>"


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"onrecord {__version__}\n"


def test_help_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--help"]) == 0
    out = capsys.readouterr().out
    assert all(
        one in out for one in ("--json", "--html", "--no-inferred", "--width", "exit status")
    )
