"""The events of pages, ready to be compared."""

from __future__ import annotations

from onrecord.stories.chronology.told_events import mark_reading, tell_events
from tests.stories.told import told


def test_a_mention_is_the_tokens_of_its_sentence():
    reading = told("Nobody knew. Gunmen killed mayor Oran Vell in Selm.", "killed")
    document, events = mark_reading(reading)
    ((sentence, places),) = document.mentions
    tokens = dict(document.sentences)[sentence]
    assert [tokens[at] for at in places] == ["killed"]
    assert tokens[0] == "Gunmen"
    assert events == reading.events


def test_a_line_ends_a_sentence():
    document, _ = mark_reading(told("Mayor killed in Selm\nGunmen fled.", "killed"))
    assert [tokens for _, tokens in document.sentences][1][0] == "Gunmen"


def test_a_text_without_a_full_stop_is_cut():
    document, _ = mark_reading(told("killed " + "word " * 1000, "killed"))
    assert max(len(tokens) for _, tokens in document.sentences) <= 80


def test_every_event_is_told_with_its_reading():
    readings = [told(f"Gunmen killed {name}.", "killed") for name in ("Vell", "Tarn")]
    _, events = tell_events(readings)
    assert [one.reading for one in events] == readings
    assert {one.mention.lemma for one in events} == {"kill"}
