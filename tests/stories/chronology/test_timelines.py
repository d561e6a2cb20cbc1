"""One timeline of a story."""

from __future__ import annotations

from onrecord.record import Reading
from onrecord.stories.chronology.timelines import build_timeline
from onrecord.stories.clustering.grouping import make_story
from tests.stories.told import BURREN, told

KILLED = told("Gunmen killed mayor Oran Vell in Selm on Monday.", "killed", day="2031-01-06")
KILLING = told(
    "The police of Selm have said that gunmen killed mayor Oran Vell.",
    "killed",
    factuality="reported",
    place=BURREN,
)
WEEK_LATER = told(
    "Gunmen killed mayor Oran Vell’s guard in Selm a week on.", "killed", day="2031-01-13"
)
OPENED = told("Prosecutors opened an inquiry.", "inquiry", kind="ACCUSE", day="2031-01-08")
FILLERS = tuple(
    told(f"The council of {name} bought {number} buses.", "bought", kind="AID")
    for number, name in enumerate(("Tarn", "Verdan", "Orlu", "Kell"), 30)
)


def timeline(*readings: Reading):
    story = make_story(tuple(one.article.id for one in readings))
    return build_timeline(story, readings)


def test_one_killing_in_two_pages_is_one_entry_with_a_reason():
    entry, *_ = timeline(KILLED, KILLING, *FILLERS)
    assert entry.articles == (KILLED.article.id, KILLING.article.id)
    (merge,) = entry.merges
    assert "vell" in merge.reason


def test_an_entry_keeps_the_standing_of_each_page():
    entry, *_ = timeline(KILLED, KILLING, *FILLERS)
    assert [one.factuality for one in entry.tellings] == ["happened", "reported"]


def test_an_entry_takes_date_and_place_from_whoever_tells_them():
    entry, *_ = timeline(KILLING, KILLED, *FILLERS)
    assert entry.date is not None
    assert entry.date.edtf == "2031-01-06"
    assert entry.place == "Burren"


def test_events_of_other_days_are_other_entries():
    assert len(timeline(KILLED, WEEK_LATER)) == 2


def test_entries_lie_in_the_order_of_days_and_undated_ones_behind():
    entries = timeline(FILLERS[0], OPENED, KILLED)
    assert [one.words for one in entries] == ["killed", "inquiry", "bought"]


def test_nobody_has_counted_the_sources_yet():
    assert timeline(KILLED)[0].sources is None


def test_pages_of_other_stories_are_left_out():
    story = make_story((KILLED.article.id,))
    assert len(build_timeline(story, (KILLED, OPENED))) == 1


def test_a_story_whose_pages_tell_no_event_has_an_empty_timeline():
    assert build_timeline(make_story(("gone",)), ()) == ()
