import json
from datetime import date

from onrecord.exports import left_out_of_plover, to_plover
from onrecord.ontology import load_plover
from tests.event_readings import TEXT, make_event_reading
from tests.exports.hostile import make_hostile_reading

FIELDS = {
    "id": str, "has_event": bool, "date": str, "time": str, "enddate": str, "endtime": str,
    "source": list, "recipient": list, "event": list, "event_loc": dict, "event_text": list,
    "quad_code": int, "event_scale": float, "mode": list, "context": list, "link": str,
    "text": str, "text_info": dict, "cite_info": dict, "coder": str, "coded_date": str,
    "coded_time": str, "comment": str,
}  # fmt: skip
REQUIRED = ("id", "date", "source", "event")
ACTOR = {
    "code", "sector", "actor_text", "identifier_id", "identifier_text", "actor_loc", "religion",
    "ethnicity", "office", "gender", "age",
}  # fmt: skip
CITE = {
    "corpus", "citation", "url", "title", "language", "publication", "license", "copyright",
    "coder", "codebook", "version",
}  # fmt: skip
LOCATION = {"geonameid", "name", "latitude", "longitude", "country code", "cc3"}
CONTEXTS = {"historical", "future", "hypothetical", "negation"}
"""The manual's tables: fields of a record, of an actor, of a citation, of a location."""


def records():
    return [json.loads(line) for line in to_plover((make_event_reading(),))]


def test_every_record_has_the_published_shape():
    assert records()
    for one in records():
        own = {name: value for name, value in one.items() if name != "onrecord"}
        assert set(REQUIRED) <= set(own) <= set(FIELDS)
        assert all(isinstance(value, FIELDS[name]) for name, value in own.items())
        assert all(set(actor) <= ACTOR for actor in (*one["source"], *one.get("recipient", ())))
        assert set(one["cite_info"]) <= CITE
        assert set(one.get("event_loc", ())) <= LOCATION
        assert set(one.get("context", ())) <= CONTEXTS
        date.fromisoformat(one["date"])


def test_yield_becomes_the_two_types_that_plover_has():
    types = {event for one in records() for event in one["event"]}
    assert types <= set(load_plover()) - {"YIELD"}


def test_an_event_without_actor_is_counted_and_left_out():
    reading = make_event_reading()
    lacking = left_out_of_plover((reading,))
    assert len(records()) + sum(lacking.values()) == len(reading.events)


def test_a_day_that_the_text_does_not_tell_is_said_to_be_that_of_publication():
    undated = {one.id for one in make_event_reading().events if one.date is None}
    by = {one["id"]: one["onrecord"]["dated_by"] for one in records()}
    assert {id_ for id_, how in by.items() if how == "publication"} == undated & set(by)
    assert "text" in by.values()


def test_offsets_point_at_the_words():
    for one in records():
        at = one["text_info"]
        assert TEXT[at["start"] : at["end"]] == one["event_text"][0]


def test_a_page_without_any_date_gives_no_record():
    assert list(to_plover((make_hostile_reading(),))) == []
    assert left_out_of_plover((make_hostile_reading(),)) == {"date": 1}
