"""Changes of mind."""

from __future__ import annotations

import pytest

from onrecord.events.turning import turns_back
from tests.events.samples import scene_of, triggers_of


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("He approved airstrikes but abruptly backtracked.", True),
        ("He approved airstrikes but later called them off.", True),
        ("He approved airstrikes. Then he changed his mind.", True),
        ("He approved airstrikes. An hour later he cancelled the mission.", True),
        ("He approved airstrikes and did not back down.", False),
        ("He approved airstrikes but may backtrack.", False),
        ("He approved airstrikes. The choir cancelled its concert.", False),
    ],
)
def test_only_the_plan_itself_is_called_off(text: str, turned: bool) -> None:
    scene = scene_of(text)
    triggers = triggers_of(scene)
    assert turns_back(scene, triggers[0], triggers) is turned


def test_only_the_last_plan_is_called_off() -> None:
    scene = scene_of("He proposed a boycott and approved airstrikes but backtracked.")
    triggers = triggers_of(scene)
    assert [turns_back(scene, one, triggers) for one in triggers] == [False, True]
