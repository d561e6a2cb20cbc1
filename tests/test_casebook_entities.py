"""The casebook of entities, read with its own marks: what the rules make of names and mentions."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.casebook_entities import (
    EntityCase,
    describe,
    describe_gold,
    read_entity_cases,
)
from evaluation.entities import paragraphs_of
from onrecord.entities import find_entities

CASES = read_entity_cases(Path(__file__).parent / "casebook-entities" / "tuned")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.place} {case.name}")
def test_a_case_is_read_as_an_editor_would(case: EntityCase) -> None:
    found = find_entities(
        case.text,
        paragraphs_of(case.text),
        case.labels.names,
        case.labels.mentions,
        article_id="case",
        language="en",
        outlet=case.outlet,
    )
    assert sorted(describe(case.text, one) for one in found) == sorted(
        describe_gold(one) for one in case.entities
    )
