"""Events by day, each with the sentences that tell of it."""

from __future__ import annotations

from pathlib import Path

from onrecord.store import Record, open_record
from tests.assistant.asking import ask, refusal
from tests.painting.traces import IDS
from tests.web.records import STORY, make_harmful


def test_the_events_of_a_story_come_by_day_with_the_number_of_sources(record: Record) -> None:
    fight, talk = ask(record, "timeline", story=STORY)["entries"]
    assert (fight["best"], fight["min"], fight["max"]) == ("2031-03-14", 1, 2)
    assert (talk["best"], talk["min"]) == (None, None)
    assert (fight["actors"], fight["recipients"]) == (["harbour office"], ["Tidewater Post"])


def test_each_page_that_tells_of_an_event_is_quoted(record: Record) -> None:
    (told,) = ask(record, "timeline", story=STORY)["entries"][0]["told"]
    assert told["evidence"]["article"] == IDS["post"]
    assert told["factuality"] == "reported"
    (place,) = told["evidence"]["spans"]
    assert place[0] <= told["trigger"][0] < told["trigger"][1] <= place[1]


def test_all_who_are_named_take_part(record: Record) -> None:
    both = ask(record, "timeline", names=["harbour office", "Tidewater Post"])
    assert len(both["entries"]) == 2
    none = ask(record, "timeline", names=["harbour office", "Zebedee"])
    assert none["entries"] == []
    assert "no story has an event of theirs" in none["notes"][-1]


def test_events_that_are_not_listed_are_counted_and_can_be_read_on(record: Record) -> None:
    first = ask(record, "timeline", story=STORY, limit=1)
    assert (len(first["entries"]), first["left_out"]) == (1, 1)
    second = ask(record, "timeline", story=STORY, limit=1, skip=1)
    assert (second["entries"][0]["type"], second["left_out"]) == ("CONSULT", 0)


def test_it_must_be_said_whose_events(record: Record) -> None:
    assert "say whose events" in refusal(record, "timeline")
    assert "no words" in refusal(record, "timeline", names=[""])
    assert "no story" in refusal(record, "timeline", story="wall")


def test_pages_that_no_timeline_has_yet_are_told(tmp_path: Path) -> None:
    with open_record(tmp_path / "new.db", write=True) as record:
        record.put([make_harmful()])
        assert "onrecord add" in ask(record, "timeline", names=["quay"])["notes"][0]
