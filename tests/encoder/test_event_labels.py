"""Words that tell of events, what type, and who takes part."""

from __future__ import annotations

import pytest

from onrecord.encoder import EVENT_TYPES
from onrecord.encoder.event_labels import classify, find_events, find_relations, judge
from onrecord.encoder.layout import ROLE_WIDTH
from onrecord.encoder.word_table import WordTable
from onrecord.record import Span
from tests.encoder.tables import YES, give, make_words

TEXT = "Rebels shelled the port and left"
ASSAULT = EVENT_TYPES.index("ASSAULT")


def shelling() -> WordTable:
    table = make_words(TEXT)
    give(table, "shelled", "types", [YES], ASSAULT)
    give(table, "shelled", "triggers", [YES])
    return table


def test_a_word_that_both_heads_light_up_tells_of_an_event() -> None:
    (found,) = find_events(shelling())
    assert found.trigger.cut(TEXT) == "shelled"
    assert max(range(len(found.types)), key=found.types.__getitem__) == ASSAULT
    assert sum(found.types) == pytest.approx(1.0)


def test_a_type_alone_makes_no_event() -> None:
    table = make_words(TEXT)
    give(table, "port", "types", [YES], ASSAULT)
    assert find_events(table) == ()


def test_those_whose_vectors_fit_the_events_take_part() -> None:
    table = shelling()
    scale = ROLE_WIDTH**0.5 * 8
    give(table, "shelled", "roles", [1.0])
    give(table, "Rebels", "roles", [scale], ROLE_WIDTH)
    give(table, "shelled", "roles", [1.0], 2 * ROLE_WIDTH)
    for word in ("the", "port"):
        give(table, word, "roles", [scale], 3 * ROLE_WIDTH)
    (found,) = find_events(table)
    assert [one.cut(TEXT) for one in found.actors] == ["Rebels"]
    assert [one.cut(TEXT) for one in found.recipients] == ["the port"]


def test_factuality_stays_within_its_scale() -> None:
    table = shelling()
    give(table, "shelled", "factuality", [-7.5])
    assert find_events(table)[0].factuality == -3.0
    start = TEXT.index("shelled")
    assert judge(table, Span(start, start + 3)) == -3.0
    assert judge(table, Span(len(TEXT) + 1, len(TEXT) + 2)) == 3.0


def test_the_type_of_a_text_is_the_sum_over_its_words() -> None:
    table = shelling()
    chances = classify(table)
    assert chances[ASSAULT] > 0.9
    assert sum(chances) == pytest.approx(1.0)
    assert max(classify(table, 0.25)) < max(chances)
    assert sum(classify(make_words(""))) == pytest.approx(1.0)


def test_words_of_a_relation_are_one_stretch() -> None:
    table = make_words(TEXT)
    for word in ("the", "port"):
        give(table, word, "triggers", [YES], 1)
    assert [one.cut(TEXT) for one in find_relations(table)] == ["the port"]
