from dataclasses import replace

import pytest

from onrecord.entities.gazetteer import GazetteerPlace, find_by_code, find_by_name
from onrecord.entities.place_votes import Votes, spot_of, weigh_agreement

NOTHING = (0.0, 0.0, 0.0, 0.0)


def city(name, region):
    return next(one for one in find_by_name(name) if one.region == region and one.level == "city")


def weight(place, *others):
    votes = Votes()
    for other in others:
        votes.add(spot_of(other), 1.0)
    return weigh_agreement(votes.support(spot_of(place)), NOTHING, float(len(others)))


def test_nearer_places_say_more():
    dallas = city("Dallas", "US.TX")
    same_town = weight(dallas, city("Irving", "US.TX"))
    same_state = weight(dallas, city("El Paso", "US.TX"))
    same_country = weight(dallas, city("Boston", "US.MA"))
    elsewhere = weight(dallas, city("Oxford", "GB.ENG"))
    assert same_town > same_state > same_country > elsewhere


def test_nobody_else_says_nothing():
    assert weight(city("Dallas", "US.TX")) == 0.0


def test_a_name_says_nothing_for_itself():
    dallas = spot_of(city("Dallas", "US.TX"))
    votes = Votes()
    votes.add(dallas, 1.0)
    alone = weigh_agreement(votes.support(dallas), votes.support(dallas), 1.0)
    assert alone == pytest.approx(weigh_agreement(NOTHING, NOTHING, 1.0))


def test_a_state_is_near_to_the_towns_in_it():
    texas = find_by_code("US.TX")
    assert texas is not None
    assert weight(texas, city("Dallas", "US.TX")) > weight(texas, city("Boston", "US.MA"))


@pytest.mark.parametrize("lat", [-90.0, -89.99, 0.0, 89.99, 90.0])
@pytest.mark.parametrize("lon", [-180.0, 0.0, 180.0])
def test_there_is_a_spot_for_every_place_on_earth(lat, lon):
    place: GazetteerPlace = replace(city("Dallas", "US.TX"), lat=lat, lon=lon)
    assert weight(place, place) > weight(place, city("Oxford", "GB.ENG"))
