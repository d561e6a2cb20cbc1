"""The tuned part of the casebook, read whole: what was right stays right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.casebook import Case, read_cases
from evaluation.casebook_scores import Figure, score_cases
from onrecord import Reading
from onrecord.reading import read_text

CASES = read_cases(Path(__file__).parent / "casebook" / "tuned")

FLOORS = {
    "found_recall": 0.855,
    "found_precision": 0.910,
    "chain_right": 0.950,
    "chain_right_of_all": 0.820,
    "named_accuracy": 0.975,
    "relays_right": 0.965,
    "mode": 0.985,
    "stance": 0.925,
}
"""A point below what was reached when the floors were set (found_recall 0.866 of 290 statements,
chain_right 0.964 and named_accuracy 0.984 of the 251 found): some three statements' room, so that
another processor's rounding passes and a rule that breaks a class does not. Only ever raised."""


@pytest.fixture(scope="module")
def readings() -> tuple[Reading, ...]:
    return tuple(read_text(case.passage, outlet=case.outlet) for case in CASES)


@pytest.fixture(scope="module")
def figures(readings: tuple[Reading, ...]) -> dict[str, Figure]:
    return {figure.metric: figure for figure in score_cases(CASES, readings)[0]}


@pytest.mark.parametrize("metric", FLOORS)
def test_no_figure_falls_below_its_floor(metric: str, figures: dict[str, Figure]) -> None:
    assert figures[metric].value >= FLOORS[metric], figures[metric]


def test_every_case_ends_in_a_reading_of_its_own_words(readings: tuple[Reading, ...]) -> None:
    assert len(readings) == len(CASES)
    for case, reading in zip(CASES, readings, strict=True):
        assert reading.article.text == case.passage, case.place
        assert replace(reading) == reading, case.place  # verifies itself once more


def test_every_chain_begins_with_the_outlet_that_was_read(readings: tuple[Reading, ...]) -> None:
    for case, reading in zip(CASES, readings, strict=True):
        for statement in reading.statements:
            assert statement.chain.links[0].name == case.outlet, case.place


def test_every_link_that_is_explicit_points_to_its_words(readings: tuple[Reading, ...]) -> None:
    bare = [
        (case.place, link.name)
        for case, reading in zip(CASES, readings, strict=True)
        for statement in reading.statements
        for link in statement.chain.links[1:]
        if link.how == "explicit" and link.span is None
    ]
    assert bare == []


def test_cue_source_and_content_of_a_statement_do_not_share_words(
    readings: tuple[Reading, ...],
) -> None:
    shared = [
        (case.place, statement.cue.cut(case.passage))
        for case, reading in zip(CASES, readings, strict=True)
        for statement in reading.statements
        if statement.cue is not None
        and any(part.overlaps(statement.cue) for part in statement.content)
    ]
    assert shared == []


@pytest.mark.parametrize("case", CASES[:3], ids=lambda case: case.place)
def test_reading_twice_finds_the_same(case: Case) -> None:
    assert read_text(case.passage) == read_text(case.passage)
