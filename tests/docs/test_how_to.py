"""Every command of the recipes can be typed, and the Python in them is the public interface's."""

import ast
import re
import shlex
from pathlib import Path

import pytest

import onrecord
from docs.making.commands import list_commands
from onrecord.cli.arguments import make_parser

ROOT = Path(__file__).parents[2]
RECIPES = (ROOT / "docs" / "how-to.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^(?:.* \| )?onrecord ([^\n]+)$", RECIPES, re.MULTILINE)


def words_of(command: str) -> list[str]:
    """A command without its comment and what the shell does with its output."""
    return shlex.split(command.partition(" > ")[0], comments=True)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_can_be_typed(command: str) -> None:
    typed, more = make_parser().parse_known_args(words_of(command))
    assert [one for one in more if one.startswith("-") and one != "-"] == []
    typed.where = (*typed.where, *more)
    typed.make(typed, typed.command)


def test_every_command_has_a_recipe_or_a_place_in_the_tutorial() -> None:
    tutorial = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    told = RECIPES + tutorial
    assert [one for one in list_commands() if f"onrecord {one}" not in told] == []


def test_the_python_uses_public_names_only() -> None:
    used = {
        node.attr
        for example in re.findall(r"```python\n(.*?)```", RECIPES, re.DOTALL)
        for node in ast.walk(ast.parse(example))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "onrecord"
    }
    assert used
    assert used <= set(onrecord.__all__)


def test_the_tables_of_a_language_that_are_named_are_there() -> None:
    named = set(re.findall(r"`([a-z_]+\.toml)`", RECIPES.partition("## Add a language")[2]))
    there = {one.name for one in (ROOT / "src/onrecord/languages/en").iterdir()}
    assert named
    assert named <= there
