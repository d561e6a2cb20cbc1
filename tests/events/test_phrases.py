"""Clauses and the mentions in them."""

from __future__ import annotations

from onrecord.events.phrases import (
    clause_end,
    clause_start,
    coordinates,
    outermost,
    phrase_head,
    preposition_before,
)
from tests.events.samples import WORDINGS, entity_of, scene_of, sentence_of


def test_a_clause_begins_behind_its_conjunction() -> None:
    sentence = sentence_of("He left because rebels attacked")
    assert clause_start(sentence, 4, WORDINGS) == 3


def test_a_clause_between_commas_is_stepped_over() -> None:
    sentence = sentence_of("Vell, who led the guard, was killed")
    assert clause_start(sentence, 7, WORDINGS) == 0


def test_a_clause_ends_before_the_next() -> None:
    sentence = sentence_of("They raided Selm when it rained")
    assert clause_end(sentence, 2, WORDINGS) == 3


def test_a_mention_within_another_is_left_out() -> None:
    text = "the mayor of Selm"
    scene = scene_of(text, entity_of(text, "the mayor of Selm"), entity_of(text, "Selm", "place"))
    assert [one.entity.name for one in outermost(scene.named[0], 0, 4)] == ["the mayor of Selm"]


def test_the_preposition_of_a_mention_is_found_past_its_modifiers() -> None:
    text = "a raid on the small port of Selm"
    scene = scene_of(text, entity_of(text, "port"), entity_of(text, "Selm", "place"))
    first, second = scene.named[0]
    assert preposition_before(scene.sentences[0], first, WORDINGS) == "on"
    assert preposition_before(scene.sentences[0], second, WORDINGS) == "of"


def test_a_title_before_a_name_is_not_the_head() -> None:
    text = "the killing of top Ostian general Oran Vell"
    scene = scene_of(text, entity_of(text, "Ostian", "place"), entity_of(text, "Oran Vell"))
    assert phrase_head(scene, 0, scene.named[0][0]).entity.name == "Oran Vell"


def test_joined_mentions_go_together() -> None:
    text = "Vell, Tarn and Holt were shot"
    scene = scene_of(text, *(entity_of(text, name) for name in ("Vell", "Tarn", "Holt")))
    joined = coordinates(scene, 0, scene.named[0][0])
    assert [one.entity.name for one in joined] == ["Vell", "Tarn", "Holt"]


def test_the_subject_of_the_next_clause_is_no_object() -> None:
    text = "They shot Vell and Tarn fled"
    scene = scene_of(text, entity_of(text, "Vell"), entity_of(text, "Tarn"))
    joined = coordinates(scene, 0, scene.named[0][0], first=2)
    assert [one.entity.name for one in joined] == ["Vell"]
