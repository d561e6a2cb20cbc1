"""The tutorial and the README, done from first to last: each command prints what is shown."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from docs.making.shown import OWN, Shown, find_shown, first_false
from onrecord.cli import main

ROOT = Path(__file__).parents[2]
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
WITHOUT_END = "serve"
"""A command that runs until it is stopped, which the tests of the screens do."""


def listed_in_readme() -> list[Shown]:
    """The commands that the README lists without their output."""
    lines = re.findall(r"^\.venv/bin/(onrecord .*)$", README, re.MULTILINE)
    typed = [tuple(shlex.split(line, comments=True)) for line in lines]
    return [Shown(words, ()) for words in typed if words[1] != WITHOUT_END]


def test_every_command_prints_what_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "examples" / "pages", tmp_path / "examples" / "pages")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    false = {}
    for one in (*find_shown(TUTORIAL), *find_shown(README), *listed_in_readme()):
        assert one.words[0] == OWN
        assert main(list(one.words[1:])) == 0, one.words
        if wrong := first_false(one.lines, capsys.readouterr().out):
            false[" ".join(one.words)] = wrong
    assert false == {}
    for name in ("statements.csv", "news.graphml", "report.html"):
        assert (tmp_path / name).stat().st_size > 1000


def test_the_tutorial_goes_all_the_way() -> None:
    done = {one.words[1] for one in find_shown(TUTORIAL)}
    assert done == {"read", "add", "search", "who", "trace", "timeline", "export"}
    assert "onrecord serve --record" in TUTORIAL


def test_the_readme_shows_an_answer_first() -> None:
    assert README.index("```console\n$ onrecord trace") < 600
    assert len(listed_in_readme()) > 8
