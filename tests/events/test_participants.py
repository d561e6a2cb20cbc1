"""The sentence's own words before the encoder's."""

from __future__ import annotations

from dataclasses import replace

from onrecord.events.participants import find_participants
from tests.events.samples import label_of, people, place_of, scene_of, triggers_of


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
