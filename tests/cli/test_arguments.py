"""Wrong usage is refused with the usage and the status 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import __version__
from onrecord.cli import main
from onrecord.cli.arguments import (
    ReadArguments,
    StoriesArguments,
    TraceArguments,
    parse_arguments,
)


def test_options_come_back_as_typed() -> None:
    typed = ["read", "a.html", "-", "--json", "--html", "r.html", "--no-inferred", "--width", "99"]
    assert parse_arguments(typed) == ReadArguments(
        ("a.html", "-"), json=True, html=Path("r.html"), inferred=False, width=99
    )


def test_the_first_word_of_a_trace_is_its_claim() -> None:
    typed = ["trace", "The wall fell.", "a.html", "--json", "b", "--html", "t.html"]
    assert parse_arguments(typed) == TraceArguments(
        ("a.html", "b"), claim="The wall fell.", json=True, html=Path("t.html")
    )


def test_with_a_file_of_claims_all_words_are_places() -> None:
    typed = ["trace", "--queries", "q.json", "a.html", "b"]
    assert parse_arguments(typed) == TraceArguments(("a.html", "b"), queries=Path("q.json"))


def test_stories_have_their_own_options() -> None:
    typed = ["stories", "--claims", "a", "--width", "60", "b"]
    assert parse_arguments(typed) == StoriesArguments(("a", "b"), claims=True, width=60)


def test_places_before_and_behind_an_option_are_all_read() -> None:
    assert parse_arguments(["read", "a", "--json", "b", "-"]) == ReadArguments(
        ("a", "b", "-"), json=True
    )


def test_a_record_is_looked_through_where_no_pages_are_named() -> None:
    asked = parse_arguments(["trace", "The wall fell.", "--record", "wall.db"])
    assert asked == TraceArguments((), claim="The wall fell.", record=Path("wall.db"))
    assert parse_arguments(["stories", "--record", "wall.db"]) == StoriesArguments(
        (), record=Path("wall.db")
    )


def test_the_record_of_this_folder_is_taken_where_nothing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("onrecord.db").touch()
    assert parse_arguments(["stories"]) == StoriesArguments((), record=Path("onrecord.db"))


@pytest.mark.parametrize(
    "typed",
    [
        [],
        ["trace"],
        ["trace", "The wall fell."],
        ["trace", " ", "pages"],
        ["trace", "--queries", "q.json"],
        ["trace", "The wall fell.", "pages", "--claims"],
        ["stories"],
        ["stories", "pages", "--record", "wall.db"],
        ["trace", "The wall fell.", "pages", "--record", "wall.db"],
        ["stories", "pages", "--html", "x.html"],
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


def test_a_file_of_claims_is_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    queries = tmp_path / "claims.txt"
    queries.write_text("The wall fell.", encoding="utf-8")
    assert main(["trace", "--queries", str(queries), "pages", "--html", str(queries)]) == 2
    assert "would overwrite" in capsys.readouterr().err
    assert queries.read_text(encoding="utf-8") == "The wall fell."


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"onrecord {__version__}\n"


def test_help_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--help"]) == 0
    out = capsys.readouterr().out
    assert all(
        one in out for one in ("--json", "--html", "--no-inferred", "--width", "exit status")
    )
    assert main(["trace", "--help"]) == 0
    out = capsys.readouterr().out
    assert all(one in out for one in ("--queries", "--json", "--html", "--width", "exit status"))
    assert main(["stories", "--help"]) == 0
    assert "--claims" in capsys.readouterr().out
