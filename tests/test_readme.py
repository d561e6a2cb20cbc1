"""What the README shows works, and what the command can do stands in the README."""

from __future__ import annotations

import ast
import re
import shlex
from pathlib import Path

import pytest

import onrecord
from onrecord.cli import main
from onrecord.cli.arguments import parse_arguments

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^(?:\$ |\.venv/bin/)onrecord (read [^#\n]+)", README, re.MULTILINE)


def test_there_are_commands_to_check() -> None:
    assert len(COMMANDS) >= 5


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_one_and_reads_what_is_there(command: str) -> None:
    arguments = parse_arguments(shlex.split(command))
    assert all((ROOT / where).exists() for where in arguments.where)


def test_every_option_of_read_is_in_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    main(["read", "--help"])
    options = set(re.findall(r"--[a-z-]+", capsys.readouterr().out)) - {"--help"}
    assert {one for one in options if one not in README} == set()


def test_the_python_example_uses_only_public_names() -> None:
    example = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert example is not None
    used = {
        node.attr
        for node in ast.walk(ast.parse(example.group(1)))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "onrecord"
    }
    assert used
    assert used <= set(onrecord.__all__)


def test_every_link_to_a_file_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []
