"""The events between two actors."""

from __future__ import annotations

from dataclasses import replace

from onrecord.record import SourceCount
from onrecord.web.dyad_events import call_actor, meetings_of
from tests.web.records import make_timeline

FIGHT, TALK = make_timeline()
PAIR = ("harbour office", "Tidewater Post")


def test_each_event_is_conflict_or_cooperation_and_goes_in_one_direction() -> None:
    fight, talk = meetings_of((FIGHT, TALK), *PAIR)
    assert (fight.conflict, fight.by) == (True, "first")
    assert (talk.conflict, talk.by) == (False, "second")


def test_an_event_of_one_of_the_two_alone_is_not_between_them() -> None:
    assert meetings_of((replace(FIGHT, recipients=("Daily Quay",)),), *PAIR) == ()


def test_where_both_act_neither_is_said_to_have_begun() -> None:
    (both,) = meetings_of((replace(FIGHT, actors=PAIR, recipients=()),), *PAIR)
    assert both.by == "both"


def test_sources_that_nobody_counted_are_at_most_as_many_as_pages() -> None:
    (counted,) = meetings_of((replace(FIGHT, sources=SourceCount(1, 2)),), *PAIR)
    assert (counted.least, counted.most) == (1, 2)
    (uncounted,) = meetings_of((replace(FIGHT, sources=None),), *PAIR)
    assert (uncounted.least, uncounted.most) == (1, 1)


def test_an_actor_is_called_as_the_pages_do() -> None:
    assert call_actor("tidewater post", (FIGHT, TALK)) == "Tidewater Post"
    assert call_actor("nobody", (FIGHT, TALK)) == "nobody"
