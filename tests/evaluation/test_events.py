"""The tasks of events, as far as they need no gold."""

from __future__ import annotations

from pathlib import Path

from evaluation.events import find_between, predict_event_type, predict_factuality
from onrecord.record import Span

TEXT = "Ostia did not expel the envoys of Verda."


def test_a_type_comes_with_its_quad_class() -> None:
    row = predict_event_type({"id": "1", "text": TEXT, "source_span": [0, 5]}, Path())
    assert set(row) == {"id", "type", "quad"}
    assert row["quad"] in (1, 2, 3, 4)


def test_a_negated_word_is_judged_as_such() -> None:
    row = predict_factuality({"id": "1", "text": TEXT, "span": [14, 19]}, Path())
    assert -3 <= row["score"] <= -1


def test_a_relation_stands_between_two_that_are_named() -> None:
    text = "Ostia struck Verda. Selm, and Tarn in Holt."
    named = [Span(text.index(name), text.index(name) + 4) for name in ("Osti", "Verd", "Selm")]
    named += [Span(text.index(name), text.index(name) + 4) for name in ("Tarn", "Holt")]
    assert [one.cut(text) for one in find_between(text, named)] == ["a struck", "in"]
