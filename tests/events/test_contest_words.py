"""Words that stand against a claim."""

from __future__ import annotations

import pytest

from onrecord.events.contest_words import find_objections
from tests.events.samples import scene_of


@pytest.mark.parametrize(
    "text",
    [
        "Verda denied it.",
        "Verda rejected the accusation.",
        "It was a fact that Verda had denied.",
        "The army denies that it shelled the town.",
        "The army denies shelling the town.",
    ],
)
def test_these_are_denials(text: str) -> None:
    assert [one.kind for one in find_objections(scene_of(text), 0)] == ["denial"]


@pytest.mark.parametrize(
    "text",
    [
        "No proof of the plot was provided.",
        "She said so without evidence.",
        "He has not offered any evidence.",
        "He refused to give evidence.",
        "The report could not be independently verified.",
        "The Harbour Post was unable to confirm it.",
        "The unverified claims spread.",
    ],
)
def test_these_are_doubts(text: str) -> None:
    assert [one.kind for one in find_objections(scene_of(text), 0)] == ["doubt"]


@pytest.mark.parametrize(
    "text",
    [
        "Verda did not deny it.",
        "The clerk dismissed the class.",
        "There is evidence of fire.",
        "The bank confirmed the sale.",
        "The denial came late.",
    ],
)
def test_these_are_neither(text: str) -> None:
    assert find_objections(scene_of(text), 0) == []


def test_the_matter_of_a_doubt_is_read() -> None:
    [found] = find_objections(scene_of("No proof of the alleged plot was provided."), 0)
    assert "plot" in found.topic
