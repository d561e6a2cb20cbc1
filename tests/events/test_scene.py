"""What is known when events are looked for."""

from __future__ import annotations

import pytest

from onrecord.events.scene import make_scene
from onrecord.record import Article, Span
from tests.events.samples import entity_of, place_of, scene_of, statement_of

TEXT = "Verda fell. The mayor said that rebels say Selm burns."


def test_mentions_stand_in_their_sentences() -> None:
    scene = scene_of(TEXT, entity_of(TEXT, "Verda", "place"), entity_of(TEXT, "Selm", "place"))
    assert [[one.entity.name for one in row] for row in scene.named] == [["Verda"], ["Selm"]]


def test_a_span_between_sentences_is_in_none() -> None:
    scene = scene_of(TEXT)
    assert scene.sentence_of(place_of(TEXT, "mayor")) == 1
    assert scene.sentence_of(Span(11, 12)) is None


def test_the_innermost_statement_comes_first() -> None:
    outer = statement_of(TEXT, "that rebels say Selm burns", "said")
    inner = statement_of(TEXT, "Selm burns", "say", "claims")
    scene = scene_of(TEXT, statements=(outer, inner))
    assert scene.statements_around(place_of(TEXT, "burns")) == (inner, outer)


def test_the_cue_of_a_statement_is_not_within_it() -> None:
    said = statement_of(TEXT, "mayor said that rebels", "said")
    assert scene_of(TEXT, statements=(said,)).statements_around(place_of(TEXT, "said")) == ()


def test_a_language_without_tables_is_refused() -> None:
    article = Article("a", "", "", "", (), "xx", "Bla.")
    with pytest.raises(LookupError):
        make_scene(article, (), (), (), (Span(0, 4),))
