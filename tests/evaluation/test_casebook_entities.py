"""The casebook of entities as a format, and readings held against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.casebook_entities import describe_gold, read_entity_cases
from evaluation.casebook_entities_scores import score_entities
from evaluation.marked_text import read_marks
from onrecord.record import Article, Entity, Reading, Span, Stamp

CASE = """## A name

Why.

outlet: Harbour Gazette

> {[Mirela Danko/PER]/a} said {she/a} slept.

- person: Mirela Danko
  mentions: Mirela Danko | she
  merged: encoder
"""


def write(path: Path, text: str) -> Path:
    (path / "case.md").write_text(text)
    return path


def reading_of(text: str, *entities: Entity) -> Reading:
    return Reading(Article("a", "", "", "", (), "en", text), Stamp("", "", ""), entities=entities)


def test_a_case_has_its_text_without_marks(tmp_path: Path) -> None:
    (case,) = read_entity_cases(write(tmp_path, CASE))
    assert (case.text, case.outlet) == ("Mirela Danko said she slept.", "Harbour Gazette")
    assert describe_gold(case.entities[0]).endswith("merged: encoder")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("- person:", "- martian:", "none of"),
        ("mentions: Mirela Danko | she", "mentions: Mirela Danko | they", "do not stand"),
        ("  mentions: Mirela Danko | she\n", "", "no mentions"),
        ("merged:", "joined:", "no field"),
        ("> {[Mirela Danko/PER]/a} said {she/a} slept.\n", "", "lacks its passage"),
    ],
)
def test_a_malformed_case_is_refused(tmp_path: Path, old: str, new: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        read_entity_cases(write(tmp_path, CASE.replace(old, new)))


def test_marks_become_labels() -> None:
    text, labels = read_marks(
        "{[Mirela Danko/PER]/a} met {a captain of the port/b}, and {she/a} left."
    )
    assert [one.span.cut(text) for one in labels.names] == ["Mirela Danko"]
    assert [one.head.cut(text) for one in labels.mentions] == ["Danko", "captain", "she"]
    assert [one.antecedent for one in labels.mentions] == [None, None, 0]


def test_a_reading_that_is_right_scores_whole(tmp_path: Path) -> None:
    (case,) = read_entity_cases(write(tmp_path, CASE))
    danko = Entity("e1", "Mirela Danko", "person", (Span(0, 12), Span(18, 21)))
    figures = score_entities([(case, reading_of(case.text, danko))])
    assert figures["whole passages"] == (1.0, 1)
    assert figures["mentions F1"] == (1.0, 2)


def test_an_entity_too_many_costs_precision(tmp_path: Path) -> None:
    (case,) = read_entity_cases(write(tmp_path, CASE))
    danko = Entity("e1", "Mirela Danko", "person", (Span(0, 12), Span(18, 21)))
    other = Entity("e2", "slept", "place", (Span(22, 27),))
    figures = score_entities([(case, reading_of(case.text, danko, other))])
    assert figures["entities precision"] == (0.5, 2)
    assert figures["whole passages"] == (0.0, 1)
