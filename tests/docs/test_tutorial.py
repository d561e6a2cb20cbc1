"""The tutorial, done from its first command to its last: each prints what the page shows."""

import shutil
from pathlib import Path

import pytest

from docs.making.shown import OWN, find_shown, first_false
from onrecord.cli import main

ROOT = Path(__file__).parents[2]
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")


def test_every_command_of_the_tutorial_prints_what_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "examples" / "pages", tmp_path / "examples" / "pages")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    false = {}
    for one in find_shown(TUTORIAL):
        assert one.words[0] == OWN
        assert main(list(one.words[1:])) == 0, one.words
        if wrong := first_false(one.lines, capsys.readouterr().out):
            false[" ".join(one.words)] = wrong
    assert false == {}
    assert (tmp_path / "statements.csv").stat().st_size > 1000
    assert (tmp_path / "news.graphml").stat().st_size > 1000


def test_the_tutorial_goes_all_the_way() -> None:
    done = {one.words[1] for one in find_shown(TUTORIAL)}
    assert done == {"read", "add", "search", "who", "trace", "timeline", "export"}
    assert "onrecord serve --record" in TUTORIAL
