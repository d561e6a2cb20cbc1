"""Where an event was."""

from __future__ import annotations

import pytest

from onrecord.events.places import find_place
from tests.events.samples import entity_of, scene_of, triggers_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels killed two men in Selm.", "Selm"),
        ("Rebels killed two men in the northern port of Selm.", None),
        ("In Selm, rebels killed two men.", "Selm"),
        ("Rebels killed two men near Selm Airport.", "Selm Airport"),
        ("Rebels killed two men from hatred of Selm.", None),
        ("The king of Selm killed two men.", None),
    ],
)
def test_a_place_has_a_word_for_being_there(text: str, place: str | None) -> None:
    scene = scene_of(text, entity_of(text, "Selm", "place"))
    triggers = triggers_of(scene)
    found = find_place(scene, triggers[0], triggers)
    assert (None if found is None else found.name) == place


def test_a_place_belongs_to_the_nearest_deed() -> None:
    text = "Rebels killed two men and kidnapped a judge in Selm."
    scene = scene_of(text, entity_of(text, "Selm", "place"))
    triggers = triggers_of(scene)
    found = [find_place(scene, one, triggers) for one in triggers]
    assert [one and one.name for one in found] == [None, "Selm"]


def test_a_person_is_no_place() -> None:
    text = "Rebels found support in Selm and killed two men."
    scene = scene_of(text, entity_of(text, "Selm", "person"))
    triggers = triggers_of(scene)
    assert find_place(scene, triggers[0], triggers) is None
