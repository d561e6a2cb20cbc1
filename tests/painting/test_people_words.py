"""People and places in words."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from onrecord.painting.people import Figure, call_roster
from onrecord.painting.people_words import (
    NAMES_SHOWN,
    describe_coordinates,
    describe_country,
    describe_figure,
    describe_names,
    describe_roster,
    list_names,
)
from onrecord.painting.wording import load_words
from onrecord.record import EntityKind, Place, PlaceKind
from tests.event_readings import KESTRIA, VIENNA, make_event_reading

ROSTER = call_roster(make_event_reading())


def figure(id_: str) -> Figure:
    return next(one for one in ROSTER.figures if one.entity.id == id_)


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("e-tesk", "person, former commander of the Northern Front"),
        ("e-kestria", "government of Kestria"),
        ("e-star", "news outlet"),
        ("e-merrow", "town, Merrow District"),
        ("e-vienna", "town, Austria"),
        ("e-embassy", "building or site, Vienna, Austria"),
        ("e-burren", "place, not found on the map"),
    ],
)
def test_a_figure_is_told_by_kind_role_and_country(id_: str, words: str) -> None:
    assert describe_figure(figure(id_)) == words


def test_a_government_says_under_what_names_it_acts() -> None:
    assert describe_names(figure("e-kestria")) == "called “Merrow” and “Kestria”"
    assert describe_names(figure("e-daron")) == "also “Daron”"
    assert describe_names(figure("e-kell")) == ""


def test_very_many_names_are_counted() -> None:
    names = tuple(f"N{at}" for at in range(NAMES_SHOWN + 3))
    assert list_names(names, NAMES_SHOWN).endswith("and 3 more")


@pytest.mark.parametrize(
    ("lat", "lon", "words"),
    [
        (48.20849, 16.37208, "48.2° N, 16.4° E"),
        (-33.86785, -70.5, "33.9° S, 70.5° W"),
        (0.0, 0.0, "0.0° N, 0.0° E"),
    ],
)
def test_coordinates_are_short(lat: float, lon: float, words: str) -> None:
    assert describe_coordinates(Place(lat, lon, 1, "x")) == words


def test_a_country_is_named_for_a_place_in_it_alone() -> None:
    assert describe_country(VIENNA) == "Austria"
    assert describe_country(replace(VIENNA, country="QQ")) == "QQ"
    assert describe_country(replace(KESTRIA, country="AT")) == ""


def test_the_roster_is_counted_with_those_who_could_not_be_told() -> None:
    assert describe_roster(ROSTER) == (
        "7 people, groups and organisations and 5 places; 2 not led back to anybody named"
    )


@pytest.mark.parametrize(
    ("table", "keys"), [("entity_kinds", EntityKind), ("place_kinds", PlaceKind)]
)
def test_there_are_words_for_every_kind(table: str, keys: object) -> None:
    assert set(get_args(keys)) <= set(load_words()[table])
