from __future__ import annotations

import pytest

from onrecord.record import Span
from onrecord.statements.names import find_outlets
from onrecord.statements.relays import Road, find_addressee, find_road
from tests.statements.words import LEXICON, draft


def road(text: str, *content: str, cue: str, source: str | None = None) -> Road:
    made = draft(text, *content, cue=cue, source=source)
    outlets = find_outlets(text, LEXICON)
    return find_road(text, made, Span(0, len(text)), outlets, LEXICON)


def relays(found: Road) -> list[str]:
    return [relay.outlet.name for relay in found.relays]


@pytest.mark.parametrize(
    "words", ["told the Northern Star", "said in an interview with Radio Veld"]
)
def test_a_medium_that_was_spoken_to_is_a_relay(words: str) -> None:
    text = f"The port is safe, Quill {words}."
    found = road(text, "The port is safe", cue=words.split()[0], source="Quill")
    assert [relay.spoken_to for relay in found.relays] == [True]


@pytest.mark.parametrize("words", ["cited by", "quoted by"])
def test_a_medium_that_passes_on_is_a_relay(words: str) -> None:
    text = f"The port is safe, according to officials {words} the Northern Star."
    found = road(text, "The port is safe", cue="according to", source="officials")
    assert relays(found) == ["Northern Star"]
    assert not found.relays[0].spoken_to


def test_a_medium_that_cites_is_a_relay_and_whom_it_cites_the_origin() -> None:
    text = "The port is safe, the Northern Star reported, citing two officials."
    found = road(text, "The port is safe", cue="reported", source="the Northern Star")
    assert relays(found) == ["Northern Star"]
    assert found.origin is not None
    assert found.origin.cut(text) == "two officials"


def test_a_medium_that_cites_a_medium_makes_two_relays_the_outer_first() -> None:
    text = "The port is safe, the Northern Star reported, citing Radio Veld."
    found = road(text, "The port is safe", cue="reported", source="the Northern Star")
    assert relays(found) == ["Northern Star", "Radio Veld"]


def test_a_medium_inside_of_what_is_said_is_no_relay() -> None:
    text = "Quill said officials told the Northern Star lies."
    found = road(text, "officials told the Northern Star lies", cue="said", source="Quill")
    assert found == Road()


def test_to_be_quoted_as_saying_implies_somebody_who_quotes() -> None:
    text = "Quill was quoted as saying the port is safe."
    assert road(text, "the port is safe", cue="was quoted as saying", source="Quill").implied


def test_plain_speech_has_no_relay() -> None:
    text = "Quill said the port is safe."
    assert road(text, "the port is safe", cue="said", source="Quill") == Road()


@pytest.mark.parametrize(
    ("text", "cue", "told"),
    [
        ("Quill told reporters the port is safe.", "told", "reporters"),
        ("Quill told the council that the port is safe.", "told", "the council"),
        ("Quill warned her captains that the port is safe.", "warned", "her captains"),
    ],
)
def test_who_was_told_is_the_addressee(text: str, cue: str, told: str) -> None:
    made = draft(text, "the port is safe", cue=cue, source="Quill")
    found = find_addressee(text, made, Span(0, len(text)), LEXICON)
    assert found is not None
    assert found.cut(text) == told


def test_where_nobody_is_told_there_is_no_addressee() -> None:
    text = "Quill said the port is safe."
    made = draft(text, "the port is safe", cue="said", source="Quill")
    assert find_addressee(text, made, Span(0, len(text)), LEXICON) is None
