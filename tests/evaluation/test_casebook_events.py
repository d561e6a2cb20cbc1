"""The casebook of events as cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.casebook_events import read_events_cases

CASE = """# A book

## A case

Why.

published: 2021-06-08

> Vell fled. Vell
> returned.

- name: Vell
  kind: person
"""


def write(path: Path, more: str) -> Path:
    path.write_text(CASE + more)
    return path


def test_a_case_has_its_marks(tmp_path: Path) -> None:
    marks = "- label: fled\n  type: YIELD\n- event: fled\n  factuality: happened\n"
    [case] = read_events_cases(write(tmp_path / "a.md", marks))
    assert case.passage == "Vell fled. Vell returned."
    assert [len(one.mentions) for one in case.entities] == [2]
    assert case.labels[0].trigger.cut(case.passage) == "fled"
    assert case.events[0].fields == (("factuality", "happened"),)


def test_the_second_place_of_words_is_asked_for_by_number(tmp_path: Path) -> None:
    [case] = read_events_cases(write(tmp_path / "a.md", "- no-event: Vell#2\n"))
    assert case.no_events[0].start == 11


@pytest.mark.parametrize(
    ("marks", "why"),
    [
        ("- event: slept\n", "a.md:14: 'slept' does not stand in the passage"),
        ("- event: fled\n  colour: red\n", "there is no mark 'event'"),
        ("- label: fled\n  type: GREET\n", "no type GREET"),
        ("nonsense\n", "neither passage nor mark"),
    ],
)
def test_a_malformed_case_is_refused_with_its_place(tmp_path: Path, marks: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_events_cases(write(tmp_path / "a.md", marks))
