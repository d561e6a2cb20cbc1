"""Who is named, where, what else, and who could not be told."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from onrecord.painting.people import call_roster
from onrecord.record import Entity, Reading, Span
from tests.event_readings import find, make_event_reading
from tests.record.drawn_readings import readings

READING = make_event_reading()


def names(figures) -> list[str]:
    return [one.entity.name for one in figures]


def figure(id_: str):
    return next(one for one in call_roster(READING).figures if one.entity.id == id_)


def test_those_who_have_the_greatest_part_stand_first() -> None:
    assert names(call_roster(READING).people) == [
        "Northern Front",
        "Oran Tesk",
        "Kestria",
        "Mila Daron",
        "two senior officials",
        "Ivo Kell",
        "Northern Star",
    ]


def test_buildings_and_sites_are_places_and_a_government_is_not() -> None:
    assert names(call_roster(READING).places) == [
        "the embassy in Vienna",
        "the airport of Merrow",
        "Merrow",
        "Vienna",
        "Burren",
    ]


def test_who_could_not_be_told_stands_apart() -> None:
    assert names(call_roster(READING).unresolved) == ["his driver", "One official"]


def test_what_is_neither_stands_apart_too() -> None:
    ship = Entity("e-ship", "the Heron", "product", (Span(0, 1),))
    roster = call_roster(replace(READING, entities=(*READING.entities, ship)))
    assert names(roster.things) == ["the Heron"]


def test_numbers_follow_the_text() -> None:
    figures = call_roster(READING).figures
    starts = [one.entity.mentions[0].start for one in figures]
    assert [one.number for one in figures] == list(range(1, len(READING.entities) + 1))
    assert starts == sorted(starts)


@settings(max_examples=40, deadline=None)
@given(readings())
def test_every_entity_stands_in_exactly_one_list(reading: Reading) -> None:
    ids = [one.entity.id for one in call_roster(reading).figures]
    assert sorted(ids) == sorted(one.id for one in reading.entities)


def test_other_names_are_those_that_say_something_else() -> None:
    assert figure("e-tesk").names == ("Tesk",)
    assert figure("e-front").names == ("the Front",)
    assert figure("e-kell").names == ()


def test_a_government_has_every_name_that_it_acts_under() -> None:
    assert figure("e-kestria").names == ("Merrow", "Kestria")
    assert figure("e-kestria").government is not None
    assert figure("e-merrow").government is None


def test_a_name_with_another_s_ending_is_the_same_name() -> None:
    reading = replace(READING, entities=(
        Entity("e", "Merrow", "place", (find("Merrow"), find("the airport of Merrow"))),
    ), statements=(), events=(), contests=())  # fmt: skip
    text = reading.article.text.replace("the airport of Merrow", "Merrow’s long airfield")
    mention = Span(text.index("Merrow’s"), text.index("Merrow’s") + 8)
    (one,) = call_roster(
        replace(
            reading,
            article=replace(reading.article, text=text),
            entities=(replace(reading.entities[0], mentions=(mention,)),),
        )
    ).figures
    assert one.names == ()
