"""What two tellings say of being one event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.events.clusters import Cluster, conflicts, has_other_victims, same_words
from onrecord.events.tellings import Telling
from onrecord.record import EventPlace, Place
from tests.events.samples import people, scene_of, tellings_of

TEXT = (
    "Rebels killed Vell on 3 May 2021. Soldiers murdered Tarn on 5 May 2021. The union protested."
)


def tellings() -> dict[str, Telling]:
    return tellings_of(scene_of(TEXT, *people(TEXT, "Vell", "Tarn")))


def placed(telling: Telling, place: Place) -> Telling:
    where = EventPlace(place.name, telling.trigger.span, None, place)
    return replace(telling, place=where, date=None)


def test_two_days_are_in_conflict() -> None:
    told = tellings()
    assert told["killed"].date is not None
    assert told["killed"].date.best == date(2021, 5, 3)
    assert conflicts(told["killed"], told["murdered"])


def test_two_kinds_are_in_conflict() -> None:
    told = tellings()
    assert conflicts(told["killed"], told["protested"])


def test_two_cities_are_in_conflict_and_a_city_and_its_country_are_not() -> None:
    told = tellings()
    selm = Place(1.0, 1.0, 1, "Selm", "city", "ZZ")
    tarn = Place(2.0, 2.0, 2, "Tarn", "city", "ZZ")
    ostia = Place(1.5, 1.5, 3, "Ostia", "country", "ZZ")
    killed, murdered = told["killed"], told["murdered"]
    assert conflicts(placed(killed, selm), placed(murdered, tarn))
    assert not conflicts(placed(killed, selm), placed(murdered, ostia))


def test_other_victims_are_seen() -> None:
    told = tellings()
    cluster = Cluster((told["killed"],))
    assert has_other_victims(told["murdered"], cluster)
    assert not has_other_victims(told["protested"], cluster)


def test_one_family_of_words_is_seen() -> None:
    told = tellings()
    assert same_words(told["murdered"], Cluster((told["killed"],)))
    assert not same_words(told["protested"], Cluster((told["killed"],)))


def test_a_long_event_is_compared_by_its_ends() -> None:
    telling = tellings()["killed"]
    assert len(Cluster((telling,) * 100).compared) == 40
    assert len(Cluster((telling,) * 10).compared) == 10
