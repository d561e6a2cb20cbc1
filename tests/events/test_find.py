"""Events as a whole."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from onrecord.events import find_events
from onrecord.reading import read_times
from onrecord.record import Event, Reading, Stamp, Statement
from tests.events.samples import (
    article_of,
    entity_of,
    label_of,
    sentences_of,
    statement_of,
)


def events_of(text: str, *statements: Statement) -> tuple[Event, ...]:
    return find_events(
        article_of(text), (), (), read_times(text, None), statements, sentences_of(text)
    )


def test_an_event_fits_into_a_reading() -> None:
    text = "Rebels murdered Vell on 3 May 2021. The mayor said the murder of Vell was vile."
    entities = (entity_of(text, "Vell"),)
    statements = (statement_of(text, "the murder of Vell was vile", "said"),)
    times = read_times(text, None)
    events = find_events(article_of(text), (), entities, times, statements, sentences_of(text))
    reading = Reading(article_of(text), Stamp("", "", ""), entities, times, statements, events)
    assert replace(reading) == reading
    assert len({one.id for one in events}) == len(events)


def test_the_outlets_own_word_counts_most() -> None:
    text = "The mayor said rebels killed Vell. Rebels killed Vell."
    said = statement_of(text, "rebels killed Vell", "said")
    entity = replace(entity_of(text, "Vell"))
    spans = tuple(
        one for one in (entity.mentions[0], entity.mentions[0].shift(len("Vell. Rebels killed ")))
    )
    assert [one.cut(text) for one in spans] == ["Vell", "Vell"]
    [event] = find_events(
        article_of(text), (), (replace(entity, mentions=spans),), (), (said,), sentences_of(text)
    )
    assert [one.factuality for one in event.mentions] == ["reported", "happened"]
    assert (event.factuality, event.within) == ("happened", None)


def test_what_was_called_off_counts_more_than_its_plan() -> None:
    [event] = events_of("The union planned a boycott. Then it called it off.")
    assert (event.status, event.factuality) == ("abandoned", "backtracked")


def test_the_modes_of_all_mentions_are_gathered() -> None:
    [event] = events_of("A judge was killed in a drone strike.")
    assert event.mode == ("drone", "aerial")


def test_an_event_has_an_id_of_its_triggers_alone() -> None:
    text = "Rebels murdered Vell."
    by_words = events_of(text)
    by_encoder = find_events(
        article_of(text), (label_of(text, "murdered"),), (), (), (), sentences_of(text)
    )
    assert [one.id for one in by_words] == [one.id for one in by_encoder]
    assert by_words[0].id.startswith("h")


def test_a_text_without_events_has_none() -> None:
    assert events_of("The sea is calm.") == ()


@pytest.mark.parametrize("words", ["killed ", "if strike, ", "a ", "“", "no evidence of it "])
def test_a_long_text_without_a_full_stop_is_read_in_time(words: str) -> None:
    short, long = words * 100, words * 1_000

    def took(text: str) -> float:
        start = time.process_time()
        find_events(article_of(text), (), (), (), (), sentences_of(text))
        return time.process_time() - start

    took(short)
    assert took(long) < 40 * max(took(short), 0.02)
