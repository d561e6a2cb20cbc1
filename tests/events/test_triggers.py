"""Which words are taken for triggers."""

from __future__ import annotations

from tests.events.samples import label_of, scene_of, triggers_of


def words(text: str, *scores: tuple[str, float]) -> list[str]:
    scene = scene_of(text)
    labels = [label_of(text, word, score=score) for word, score in scores]
    return [one.span.cut(text) for one in triggers_of(scene, *labels)]


def test_a_sure_label_is_a_trigger() -> None:
    assert words("The tower stood over it.", ("stood", 0.98)) == ["stood"]


def test_an_unsure_label_without_words_is_none() -> None:
    assert words("The tower stood over it.", ("stood", 0.9)) == []


def test_a_strong_word_makes_up_for_doubt() -> None:
    assert words("They assassinated him.", ("assassinated", 0.2)) == ["assassinated"]


def test_a_weak_word_needs_the_encoder() -> None:
    assert words("They hit the target.") == []
    assert words("They hit the gate.", ("hit", 0.7)) == ["hit"]


def test_a_label_takes_in_the_phrase_that_it_stands_in() -> None:
    assert words("The air strikes went on.", ("strikes", 0.9)) == ["air strikes"]


def test_plain_speech_is_no_trigger() -> None:
    assert words("She said so.", ("said", 0.95)) == []


def test_an_adjective_of_doubt_is_no_trigger() -> None:
    assert words("The alleged thief slept.", ("alleged", 0.95)) == []


def test_a_name_is_no_trigger() -> None:
    assert words("He read The Harbour Protest daily.") == []


def test_a_definite_vague_noun_may_point_back() -> None:
    [found] = triggers_of(scene_of("Nobody saw the incident."))
    assert (found.coding, "violence" in found.groups) == (None, True)


def test_an_indefinite_one_does_not() -> None:
    assert words("There was an incident.") == []


def test_what_lies_outside_the_sentences_is_not_read() -> None:
    text = "They killed him."
    scene = scene_of(text)
    label = label_of(text + " They killed her.", "her")
    assert [one.span.cut(text) for one in triggers_of(scene, label)] == ["killed"]


def test_an_idle_phrase_is_no_trigger() -> None:
    assert words("The match took place.", ("took", 0.99)) == []


def test_a_word_that_acts_only_as_a_verb_is_no_noun() -> None:
    assert words("They missed the target.", ("target", 0.99)) == []
    assert words("They targeted him.", ("targeted", 0.99)) == ["targeted"]
