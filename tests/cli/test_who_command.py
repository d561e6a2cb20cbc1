"""What ``onrecord who`` and ``onrecord timeline`` print, and how they end."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.cli import main
from onrecord.record import (
    Corpus,
    EventDate,
    EventTelling,
    SourceCount,
    Span,
    Story,
    TimelineEntry,
)
from onrecord.store import open_record
from tests.cli.kept import keep_pages
from tests.event_readings import make_event_reading
from tests.readings import make_reading


@pytest.fixture
def record(tmp_path: Path) -> str:
    return str(keep_pages(tmp_path))


def test_all_that_somebody_said_is_told_with_its_way(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["who", "Dara", "Quill", "--record", record, "--width", "80"]) == 0
    out = capsys.readouterr().out
    assert "person: 3 statements in 1 article of 1 outlet" in out
    assert "“that her office had received any warning”" in out
    assert "through Radio Veld" in out
    assert max(map(len, out.splitlines())) <= 80


def test_unnamed_sources_are_said_to_be_so(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["who", "officials", "--record", record]) == 0
    assert "two pages need not mean the same" in capsys.readouterr().out


def test_who_only_passes_on_is_told_with_what(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["who", "Radio Veld", "--record", record]) == 0
    out = capsys.readouterr().out
    assert "the origin of nothing, passed on 1 statement" in out
    assert "We act on what reaches us" in out


def test_what_is_left_out_is_counted(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["who", "Quill", "--record", record, "--limit", "1"]) == 0
    assert "and 2 statements more" in capsys.readouterr().out


def test_nobody_is_an_answer(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["who", "Zebedee", "--record", record]) == 0
    assert "Nobody of that name is on record" in capsys.readouterr().out


def test_json_is_one_source_a_line(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["who", "Quill", "--record", record, "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert found["source"]["name"] == "Dara Quill"
    assert [link["name"] for link in found["sayings"][0]["chain"]][-1] == "Dara Quill"


@pytest.fixture
def told(record: str) -> str:
    article = make_event_reading().article.id
    telling = EventTelling(article, "e1", Span(0, 5), "struck", "happened")
    entry = TimelineEntry(
        "t1",
        "ASSAULT",
        "struck",
        EventDate(date(2031, 1, 3), date(2031, 1, 3), date(2031, 1, 3)),
        "Merrow",
        ("Kestria",),
        ("Oran Tesk",),
        (telling,),
        sources=SourceCount(1, 2),
    )
    later = replace(entry, id="t2", date=None, actors=(), place="", sources=None)
    with open_record(record, write=True) as opened:
        readings = (make_reading(), make_event_reading())
        opened.put_corpus(Corpus(readings, stories=(Story("s1", (article,)),)))
        opened.put_story("s1", (), (entry, later))
    return record


def test_events_are_told_by_day_with_who_and_on_how_many_sources(
    told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["timeline", "Tesk", "--record", told, "--width", "80"]) == 0
    out = capsys.readouterr().out
    assert "2 events, by day" in out
    assert "3 January 2031" in out
    assert "attack “struck”: Kestria → Oran Tesk, Merrow" in out
    assert "1–2 independent sources, 1 page" in " ".join(out.split())
    assert out.index("3 January 2031") < out.index("no day told")


def test_two_names_are_of_events_between_them(
    told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["timeline", "Kestria", "Tesk", "--record", told, "--json"]) == 0
    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == ["t1"]


def test_a_story_has_its_timeline(told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline", "--story", "s1", "--record", told, "--json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert main(["timeline", "--story", "s2", "--record", told]) == 0
    assert "There is no timeline of that story" in capsys.readouterr().out


def test_a_timeline_of_nobody_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline"]) == 2
    assert "name somebody" in capsys.readouterr().err
