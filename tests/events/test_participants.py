"""Who did it to whom."""

from __future__ import annotations

from dataclasses import replace

from onrecord.events.participants import find_participants, resolve_span
from onrecord.record import Entity
from tests.events.samples import entity_of, label_of, place_of, scene_of, triggers_of

Names = tuple[list[str], list[str]]


def roles(text: str, *entities: Entity) -> Names:
    scene = scene_of(text, *entities)
    found = find_participants(scene, triggers_of(scene)[0])
    return [one.name for one in found.actors], [one.name for one in found.recipients]


def people(text: str, *names: str) -> list[Entity]:
    return [entity_of(text, name) for name in names]


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


def test_the_sentences_own_words_come_first() -> None:
    text = "Vell kidnapped Tarn near Holt."
    scene = scene_of(text, *people(text, "Vell", "Tarn", "Holt"))
    label = replace(label_of(text, "kidnapped"), recipients=(place_of(text, "Holt"),))
    [trigger] = triggers_of(scene, label)
    found = find_participants(scene, trigger)
    assert [one.name for one in found.recipients] == ["Tarn"]
    assert found.told_recipients


def test_where_they_say_nothing_the_encoder_is_asked() -> None:
    text = "It was Vell whom rebels had kidnapped."
    scene = scene_of(text, *people(text, "Vell"))
    label = replace(label_of(text, "kidnapped"), recipients=(place_of(text, "Vell"),))
    [trigger] = triggers_of(scene, label)
    found = find_participants(scene, trigger)
    assert ([one.name for one in found.recipients], found.told_recipients) == (["Vell"], False)


def test_the_encoders_words_do_not_hold_the_trigger() -> None:
    text = "the kidnapping of a judge"
    scene = scene_of(text)
    label = replace(label_of(text, "kidnapping"), actors=(place_of(text, text),))
    [trigger] = triggers_of(scene, label)
    assert find_participants(scene, trigger).actors == ()


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
