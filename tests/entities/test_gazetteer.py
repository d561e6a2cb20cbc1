import pytest

from onrecord.entities.gazetteer import find_by_code, find_by_name, fold_name, is_known


def levels(name):
    return {(place.level, place.country, place.region) for place in find_by_name(name)}


def test_a_city_is_found_with_where_it_lies_and_how_many_live_there():
    cities = [place for place in find_by_name("Paris") if place.level == "city"]
    paris = next(place for place in cities if place.country == "FR")
    assert paris.population > 2_000_000
    assert (paris.lat, paris.lon) == pytest.approx((48.85, 2.35), abs=0.05)
    assert paris.geonameid == 2988507


def test_all_bearers_of_a_name_are_found():
    states = {place.region for place in find_by_name("Springfield") if place.country == "US"}
    assert {"US.IL", "US.MO", "US.MA", "US.OH"} <= states


@pytest.mark.parametrize("name", ["Zürich", "zurich", "ZURICH"])
def test_case_and_accents_do_not_matter(name):
    assert ("city", "CH", "CH.ZH") in levels(name)


@pytest.mark.parametrize("name", ["Port-au-Prince", "Port au Prince", "port au prince"])
def test_hyphens_do_not_matter(name):
    assert any(place.country == "HT" for place in find_by_name(name))


def test_another_name_of_a_city_is_marked_as_one():
    kiev = next(place for place in find_by_name("Kiev") if place.country == "UA")
    assert kiev.name == "Kyiv"
    assert kiev.alternate
    assert not find_by_name("Kyiv")[0].alternate


def test_divisions_of_the_first_and_second_order_are_there():
    assert ("region", "CA", "CA.08") in levels("Ontario")
    assert ("district", "US", "US.TX") in levels("Anderson County")
    assert ("district", "GB", "GB.ENG") in levels("Oxfordshire")


def test_a_county_lies_in_its_state():
    texas = find_by_code("US.TX")
    (county,) = (place for place in find_by_name("Lamar County") if place.region == "US.TX")
    assert county.lat == pytest.approx(33.67, abs=0.2)
    assert texas is not None
    assert texas.name == "Texas"


@pytest.mark.parametrize("code", ["US", "GE", "GB.SCT", "RU"])
def test_a_code_leads_to_its_place(code):
    found = find_by_code(code)
    assert found is not None
    assert code in (found.country, found.region)


@pytest.mark.parametrize("code", ["", "ZZ", "US.XX", "Paris"])
def test_a_code_that_is_none_leads_nowhere(code):
    assert find_by_code(code) is None


@pytest.mark.parametrize(
    "name", ["", " ", "…", "\n", "Qwertyville", "\ud800", "a" * 100_000, "#US\t1"]
)
def test_what_is_no_name_is_not_found(name):
    assert find_by_name(name) == ()


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("St. John’s", "st johns"),
        ("Côte d'Ivoire", "cote divoire"),
        ("  Winston-Salem ", "winston salem"),
        ("W.Va.", "wva"),
    ],
)
def test_names_are_folded(name, folded):
    assert fold_name(name) == folded


def test_whether_a_folded_name_is_known_is_told():
    assert is_known("paris")
    assert not is_known("qwertyville")
