"""Readings as JSON: nothing lost on the way, the shape that others rely on, bad lines refused."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from onrecord.record import (
    Article,
    Reading,
    RecordError,
    Stamp,
    from_json,
    to_json,
)
from tests.event_readings import VIENNA, make_event_reading
from tests.readings import make_reading
from tests.record.drawn_readings import readings


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(readings())
def test_what_is_written_is_read_back_as_it_was(reading: Reading) -> None:
    line = to_json(reading)
    assert from_json(line) == reading
    assert "\n" not in line


FIELDS = {
    "reading": "article entities times statements events contests issues stamp",
    "article": "id url outlet title authors language text dates blocks furniture captions",
    "date": "role earliest latest best edtf found_by spans",
    "block": "kind span",
    "furniture": "kind text",
    "caption": "text credit",
    "entity": "id name kind mentions place",
    "statement": "id mode content cue source speaker stance score chain",
    "link": "name kind unnamed title span justification how",
    "issue": "stage code message span",
    "place": "lat lon geonameid",
    "time": "id span kind value edtf earliest latest best",
    "event": "id triggers type mode quad actors recipients date place factuality within",
    "participant": "name entity span",
    "day of an event": "earliest latest best edtf",
    "place of an event": "lat lon geonameid",
    "contest": "id kind claim against claim_statement against_statement",
}
"""The fields that others read, by the thing that has them; more may be added, none dropped."""


def test_every_field_that_others_read_is_there() -> None:
    whole = json.loads(to_json(make_reading()))
    article, statement = whole["article"], whole["statements"][0]
    told = json.loads(to_json(make_event_reading()))
    event = told["events"][0]
    things = {
        "reading": whole,
        "article": article,
        "date": article["dates"][0],
        "block": article["blocks"][0],
        "furniture": article["furniture"][0],
        "caption": article["captions"][0],
        "entity": whole["entities"][0],
        "statement": statement,
        "link": statement["chain"][0],
        "issue": whole["issues"][0],
        "place": told["entities"][4]["place"],
        "time": told["times"][0],
        "event": event,
        "participant": event["recipients"][0],
        "day of an event": event["date"],
        "place of an event": event["place"],
        "contest": told["contests"][0],
    }
    missing = {kind: set(FIELDS[kind].split()) - set(thing) for kind, thing in things.items()}
    assert not any(missing.values()), missing


def test_spans_are_pairs_dates_are_days_and_a_chain_is_a_list_of_links() -> None:
    reading = make_reading()
    whole = json.loads(to_json(reading))
    statement, block = whole["statements"][0], whole["article"]["blocks"][0]
    assert block["span"] == [
        reading.article.blocks[0].span.start,
        reading.article.blocks[0].span.end,
    ]
    assert all(len(pair) == 2 for pair in statement["content"])
    assert statement["cue"] == [reading.statements[0].cue.start, reading.statements[0].cue.end]
    assert [link["name"] for link in statement["chain"]] == [
        link.name for link in reading.statements[0].chain.links
    ]
    assert statement["chain"][0]["unnamed"] is False
    assert date.fromisoformat(whole["article"]["dates"][0]["best"])
    assert whole["entities"][0]["place"] is None
    assert (whole["times"], whole["events"]) == ([], [])
    assert isinstance(whole["stamp"], dict)


def test_an_event_tells_its_words_who_did_it_when_where_and_in_whose_mouth() -> None:
    reading = make_event_reading()
    strike, embassy = json.loads(to_json(reading))["events"][:2]
    text = reading.article.text
    assert [text[start:end] for start, end in strike["triggers"]] == [
        "strike",
        "killed",
        "strike",
        "strike",
    ]
    assert (strike["type"], strike["mode"], strike["quad"]) == ("ASSAULT", ["drone"], 4)
    assert [one["entity"] for one in strike["actors"]] == [None]
    assert [one["entity"] for one in strike["recipients"]] == ["e-tesk", "e-driver"]
    assert strike["date"]["best"] == "2031-01-03"
    assert (strike["factuality"], strike["within"]) == ("happened", None)
    assert (embassy["factuality"], embassy["within"]) == ("claimed", reading.statements[0].id)


def test_coordinates_are_those_of_the_gazetteer_to_the_last_digit() -> None:
    place = json.loads(to_json(make_event_reading()))["events"][1]["place"]
    assert (place["lat"], place["lon"], place["geonameid"]) == (
        VIENNA.lat,
        VIENNA.lon,
        VIENNA.geonameid,
    )


def test_a_place_that_no_gazetteer_has_is_named_without_coordinates() -> None:
    place = json.loads(to_json(make_event_reading()))["events"][5]["place"]
    assert (place["name"], place["lat"], place["lon"], place["geonameid"]) == (
        "Burren",
        None,
        None,
        None,
    )


def test_half_a_surrogate_does_not_break_the_line() -> None:
    article = Article("a", "", "", "", (), "en", "broken \ud83d here")
    line = to_json(Reading(article, Stamp("1", "", "en")))
    assert len(from_json(line).article.text) == len(article.text)
    assert line.encode("utf-8")


def change(*path: str | int, to: Any, of: Reading | None = None) -> str:
    whole: Any = json.loads(to_json(of or make_reading()))
    place = whole
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = to
    return json.dumps(whole)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "null",
        "[]",
        "{}",
        "{",
        '"reading"',
        "[" * 100_000,
        change("article", to=[]),
        change("article", "text", to=7),
        change("article", "text", to="short"),
        change("article", "authors", to="Ada Bern"),
        change("article", "access", to="ajar"),
        change("article", "dates", 0, "best", to="yesterday"),
        change("article", "blocks", 0, "span", to=[5, 5]),
        change("article", "blocks", 0, "span", to=[0.5, 2.5]),
        change("article", "blocks", 0, "span", to=["0", "2"]),
        change("statements", 0, "content", to=[]),
        change("statements", 0, "chain", to=[]),
        change("statements", 0, "mode", to="shouted"),
        change("statements", 0, "speaker", to="nobody"),
        change("times", to=[{"id": "t1"}]),
        change("issues", 0, "code", to=""),
        change("entities", 0, "forms", to=["name"], of=make_event_reading()),
        change("entities", 4, "place", "lat", to=147.1, of=make_event_reading()),
        change("events", 0, "quad", to=5, of=make_event_reading()),
        change("events", 0, "factuality", to="true", of=make_event_reading()),
        change("events", 0, "triggers", to=[[0, 1]], of=make_event_reading()),
        change("events", 0, "within", to="nobody", of=make_event_reading()),
        change("events", 0, "date", "best", to="2001-01-01", of=make_event_reading()),
        change("contests", 0, "claim_statement", to="nobody", of=make_event_reading()),
    ],
    ids=lambda line: line[:12] if len(line) < 90 else None,
)
def test_a_line_that_is_no_reading_is_refused(line: str) -> None:
    with pytest.raises(RecordError):
        from_json(line)


def test_a_field_of_a_later_version_is_passed_over() -> None:
    assert from_json(change("article", "mood", to="grave")) == make_reading()
