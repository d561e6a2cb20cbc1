"""What a month of news takes is reckoned from what was measured, and the commands can be typed."""

import re
import shlex

import pytest

from docs.making.costs import PAGE, fill, write_machines, write_reckoned
from docs.making.words import load
from onrecord.cli.arguments import make_parser

TEXT = PAGE.read_text(encoding="utf-8")
JOINED = TEXT.replace("\\\n", " ")
COMMANDS = re.findall(r"^(?:srun )?onrecord ([^\n]+)$", JOINED, re.MULTILINE)


def test_every_table_is_what_the_numbers_come_to() -> None:
    assert fill(TEXT) == TEXT, "run: python -m docs.making.costs"


def test_an_estimate_says_that_it_is_one() -> None:
    assert "All figures for a month are estimates" in TEXT


def test_twice_the_pages_take_twice_the_hours(monkeypatch: pytest.MonkeyPatch) -> None:
    def hours() -> float:
        found = re.search(r"reading, core hours \|.*\| ([\d,]+) \|", write_reckoned())
        assert found is not None
        return float(found[1].replace(",", ""))

    before = hours()
    given = load("costs")
    doubled = {**given["assumed"], "pages": {**given["assumed"]["pages"], "value": 800_000.0}}
    monkeypatch.setattr("docs.making.costs.load", lambda _: {**given, "assumed": doubled})
    assert hours() == pytest.approx(2 * before, abs=2)
    assert len(write_machines().splitlines()) > 3


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_can_be_typed(command: str) -> None:
    plain = command.replace("$SLURM_ARRAY_TASK_ID", "3").replace("$SLURM_CPUS_PER_TASK", "8")
    typed, more = make_parser().parse_known_args(shlex.split(plain, comments=True))
    assert [one for one in more if one.startswith("-")] == []
    typed.where = (*typed.where, *more)
    typed.make(typed, typed.command)


def test_every_measured_number_says_by_what() -> None:
    assert all(one["by"] for one in load("costs")["measured"].values())
