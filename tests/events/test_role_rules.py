"""Who did it to whom, by the words of the sentence."""

from __future__ import annotations

from onrecord.events.role_rules import find_subject, read_roles
from onrecord.record import Entity
from tests.events.samples import people, scene_of, triggers_of


def roles(text: str, *entities: Entity) -> tuple[list[str], list[str]]:
    scene = scene_of(text, *entities)
    actors, recipients = read_roles(scene, triggers_of(scene)[0])
    return [one.name for one in actors], [one.name for one in recipients]


def test_the_subject_acts_and_the_object_suffers() -> None:
    text = "Vell kidnapped Tarn."
    assert roles(text, *people(text, "Vell", "Tarn")) == (["Vell"], ["Tarn"])


def test_a_passive_turns_them_round() -> None:
    text = "Vell and Holt were kidnapped by Tarn."
    assert roles(text, *people(text, "Vell", "Holt", "Tarn")) == (["Tarn"], ["Vell", "Holt"])


def test_who_stands_in_a_relative_clause_is_the_one_before_it() -> None:
    text = "They met Vell, who kidnapped Tarn."
    assert roles(text, *people(text, "Vell", "Tarn")) == (["Vell"], ["Tarn"])


def test_the_noun_of_a_deed_names_both() -> None:
    text = "The assassination of Vell by Tarn."
    assert roles(text, *people(text, "Vell", "Tarn")) == (["Tarn"], ["Vell"])


def test_who_launched_it_acts() -> None:
    text = "Vell launched a cyberattack against Tarn."
    assert roles(text, *people(text, "Vell", "Tarn")) == (["Vell"], ["Tarn"])


def test_whose_words_they_are_is_no_participant() -> None:
    text = "The kidnapping, based on his plan, shocked Tarn."
    assert roles(text, *people(text, "his", "Tarn")) == ([], [])


def test_who_stands_before_the_noun_owns_it() -> None:
    text = "Vell's raid on Tarn"
    assert roles(text, *people(text, "Vell", "Tarn")) == (["Vell"], ["Tarn"])


def test_as_may_open_the_clause_of_a_subject() -> None:
    text = "As Vell warned them, Tarn laughed."
    scene = scene_of(text, *people(text, "Vell", "Tarn"))
    assert [one.entity.name for one in find_subject(scene, 0, 2)] == ["Vell"]
