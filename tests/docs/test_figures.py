"""Figures in documentation are those that were measured."""

import csv
import re
from pathlib import Path

import pytest

from docs.making.figures import PAGES, NoFigureError, fill, write_table
from docs.making.words import load
from evaluation.results import Result

ROOT = Path(__file__).parents[2]
MEASURED = (ROOT / "docs" / "measured.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_table_is_what_was_measured(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert "<!-- figures: " in text
    assert fill(text) == text, "run: make reference"


def test_every_table_is_shown_somewhere() -> None:
    shown = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert {*load("figures"), "scores"} - {"sets"} == set(
        re.findall(r"<!-- figures: (\w+) -->", shown)
    )


def test_a_table_names_the_set_and_its_size() -> None:
    (asked, *others) = load("figures")["short"]
    results = tuple(
        Result(one["task"], one["set"], one["metric"], 0.5, 12, "d", "0", "e")
        for one in (asked, *others)
    )
    where = f"{load('figures')['sets'][asked['set']]} (`{asked['set']}`)"
    first = write_table("short", results).splitlines()[2]
    assert first == f"| {asked['words']} | 50.0 % | {where} | 12 |"


def test_a_figure_that_nobody_measured_is_refused() -> None:
    with pytest.raises(NoFigureError, match="nobody has measured"):
        write_table("short", ())


def test_the_number_of_wrong_days_in_the_gold_is_that_of_the_list() -> None:
    with (ROOT / "evaluation" / "checked_dates.csv").open(encoding="utf-8", newline="") as stream:
        wrong = [row for row in csv.DictReader(stream) if row["gold"] != row["checked"]]
    assert f"({len(wrong)} of its days are wrong" in " ".join(MEASURED.split())
