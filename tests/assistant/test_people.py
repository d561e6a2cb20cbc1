"""Who is on record with what, bounded and counted."""

from __future__ import annotations

import pytest

from onrecord.assistant import people
from onrecord.store import Record
from tests.assistant.asking import ask, refusal


def test_an_unnamed_source_is_said_to_be_one(record: Record) -> None:
    (found,) = ask(record, "who", name="engineers")["sources"]
    assert (found["name"], found["unnamed"], found["statements"]) == ("two engineers", True, 1)
    assert found["said"][0]["evidence"]["words"] == ["The harbour wall was cracked"]


def test_what_an_outlet_passed_on_is_kept_apart_from_what_it_said(record: Record) -> None:
    (found,) = ask(record, "who", name="Northern Star", limit=20)["sources"]
    assert (found["kind"], found["said"]) == ("outlet", [])
    assert found["relayed"] == len(found["passed_on"]) > 1
    origins = {one["chain"][-1]["name"] for one in found["passed_on"]}
    assert origins == {"two senior officials", "A letter from the Port Authority"}


def test_statements_that_are_not_listed_are_counted(record: Record) -> None:
    many = max(record.sources(), key=lambda one: one.statements)
    assert many.statements > 1
    found = ask(record, "who", name=many.name, limit=1)["sources"][0]
    assert len(found["said"]) == 1
    assert found["said_left_out"] == many.statements - 1


def test_sources_that_are_not_listed_are_counted(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "LISTED", 0)
    answer = ask(record, "who", name="engineers")
    assert (answer["sources"], answer["left_out"], answer["at_least"]) == ([], 1, False)


def test_a_name_that_nobody_has_is_an_answer(record: Record) -> None:
    answer = ask(record, "who", name="Zebedee")
    assert answer["sources"] == []
    assert "Zebedee" in answer["notes"][0]


def test_a_name_without_words_is_refused(record: Record) -> None:
    assert "no words" in refusal(record, "who", name=" * ")
