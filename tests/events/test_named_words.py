"""Whom words name."""

from __future__ import annotations

from onrecord.events.named_words import resolve_span
from tests.events.samples import entity_of, people, place_of, scene_of


def test_a_weapon_acts_for_its_owner() -> None:
    text = "struck by an Ostian drone"
    ostia = entity_of(text, "Ostian", "place")
    [found] = resolve_span(scene_of(text, ostia), 0, place_of(text, "an Ostian drone"))
    assert (found.name, found.entity) == ("an Ostian drone", ostia.id)


def test_words_for_nobody_known_stay_words() -> None:
    text = "killed by gunmen"
    [found] = resolve_span(scene_of(text), 0, place_of(text, "gunmen"))
    assert (found.name, found.entity) == ("gunmen", None)


def test_two_in_one_span_are_two() -> None:
    text = "killed Vell and Tarn"
    scene = scene_of(text, *people(text, "Vell", "Tarn"))
    found = resolve_span(scene, 0, place_of(text, "Vell and Tarn"))
    assert [one.name for one in found] == ["Vell", "Tarn"]


def test_a_title_keeps_nobody_from_being_found() -> None:
    text = "killed General Vell"
    [found] = resolve_span(scene_of(text, *people(text, "Vell")), 0, place_of(text, "General Vell"))
    assert found.name == "Vell"
