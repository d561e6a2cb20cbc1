"""Events in plain words, never without whose word they are."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from onrecord.painting.event_words import (
    PARTIES_SHOWN,
    describe_deed,
    describe_events,
    describe_parties,
    describe_scene,
    describe_standing,
    describe_type,
    list_other_standings,
    register,
)
from onrecord.record import Factuality, How, Participant, SourceChain, SourceLink, Span
from tests.event_readings import APPROVAL, make_event_reading, make_events, tell

READING = make_event_reading()
KNOWN = register(READING)
STRIKE, EMBASSY, APPROVED, RAID, SOLDIERS, PORT, MEETING = make_events()


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (STRIKE, "happened"),
        (EMBASSY, "claimed by Kestria"),
        (APPROVED, "reported by two senior officials, through Northern Star"),
        (RAID, "called off, according to two senior officials, through Northern Star"),
        (SOLDIERS, "planned"),
        (PORT, "only a possibility, according to Mila Daron"),
        (MEETING, "did not happen"),
    ],
    ids=lambda it: it if isinstance(it, str) else "",
)
def test_the_standing_says_whether_it_happened_and_on_whose_word(event, words: str) -> None:
    assert describe_standing(event, KNOWN) == words


@pytest.mark.parametrize("factuality", get_args(Factuality))
def test_no_event_in_a_mouth_is_told_without_it(factuality: Factuality) -> None:
    mention = tell(Span(0, 1), factuality, within=APPROVAL)
    assert "two senior officials" in describe_standing(mention, KNOWN)


def test_a_word_of_nobody_is_said_to_be_one() -> None:
    how: How = "implied"
    nobody = SourceLink("unknown source", "unknown", unnamed=True, how=how)
    rumour = replace(APPROVAL, chain=SourceChain((APPROVAL.chain.links[0], nobody)), speaker=None)
    known = register(replace(READING, statements=(rumour, *READING.statements[1:2]), events=(),
                             contests=()))  # fmt: skip
    mention = tell(Span(0, 1), "claimed", within=rumour)
    assert describe_standing(mention, known) == "claimed, it is not said by whom"


def test_what_stands_elsewhere_in_the_text_is_told_too() -> None:
    assert list_other_standings(EMBASSY, KNOWN) == ("denied by Mila Daron",)


def test_a_report_of_what_the_page_tells_itself_is_no_other_standing() -> None:
    assert {one.factuality for one in STRIKE.mentions} == {"happened", "reported"}
    assert list_other_standings(STRIKE, KNOWN) == ()


def test_a_type_and_its_mode_are_plain_words() -> None:
    assert [describe_type(one) for one in (STRIKE, MEETING)] == ["attack (by drone)", "talks"]


def test_a_type_that_has_no_words_is_shown_as_it_is() -> None:
    assert describe_type(replace(STRIKE, type="JUBILATE", mode=("LOUD_SONG",))) == (
        "JUBILATE (LOUD_SONG)"
    )


def test_who_did_it_stands_before_the_arrow() -> None:
    assert describe_deed(MEETING, KNOWN) == "talks: Ivo Kell → the envoys of the Front"
    assert describe_deed(replace(MEETING, actors=()), KNOWN) == "talks: → the envoys of the Front"
    assert describe_deed(replace(MEETING, recipients=()), KNOWN) == "talks: Ivo Kell"
    assert describe_deed(replace(MEETING, actors=(), recipients=()), KNOWN) == "talks"


def test_an_unresolved_participant_keeps_the_page_s_words() -> None:
    assert describe_parties(STRIKE, KNOWN) == "A drone → Oran Tesk and his driver"


def test_of_very_many_parties_some_are_named_and_the_rest_counted() -> None:
    crowd = tuple(Participant(f"no {at}", None, Span(at, at + 1)) for at in range(9))
    words = describe_parties(replace(STRIKE, actors=crowd, recipients=()), KNOWN)
    assert words == f"no 0, no 1, no 2 and {9 - PARTIES_SHOWN} more"


def test_a_long_participant_is_cut_between_words() -> None:
    long = Participant("the very " * 30 + "last", None, Span(0, 1))
    words = describe_parties(replace(STRIKE, actors=(long,), recipients=()), KNOWN)
    assert words.endswith("the very …")
    assert len(words) <= 48


def test_a_scene_that_the_parties_name_is_not_named_again() -> None:
    assert describe_scene(STRIKE, KNOWN) == "the airport of Merrow"
    assert describe_scene(EMBASSY, KNOWN) == ""
    assert describe_scene(replace(EMBASSY, recipients=()), KNOWN) == "Vienna, Austria"
    assert describe_scene(SOLDIERS, KNOWN) == ""


def test_events_are_counted_by_their_standing_in_a_fixed_order() -> None:
    assert describe_events(READING.events[::-1]) == (
        "7 events: 1 happened, 1 reported, 1 claimed, 1 planned, 1 only a possibility, "
        "1 did not happen, 1 called off"
    )
