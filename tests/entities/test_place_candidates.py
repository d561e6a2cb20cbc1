import pytest

from onrecord.entities.place_candidates import MAX_CANDIDATES, find_candidates, is_facility


def best(name):
    return find_candidates(name)[0]


def test_the_likeliest_bearer_of_a_name_comes_first():
    weights = [one.weight for one in find_candidates("Alexandria")]
    assert weights == sorted(weights, reverse=True)
    assert best("Alexandria").place.country == "EG"


def test_a_name_of_many_bearers_is_cut_to_the_largest():
    assert len(find_candidates("San José")) <= MAX_CANDIDATES


@pytest.mark.parametrize("name", ["the Philippines", "Philippines", "Philippines’", "PHILIPPINES"])
def test_article_owner_and_case_do_not_matter(name):
    assert best(name).place.country == "PH"


@pytest.mark.parametrize(
    ("name", "other"),
    [("St. Louis", "Saint Louis"), ("Ft. Worth", "Fort Worth"), ("Mt. Vernon", "Mount Vernon")],
)
def test_words_written_short_are_written_out(name, other):
    known = {one.place.geonameid for one in find_candidates(name)}
    assert known & {one.place.geonameid for one in find_candidates(other)}


def test_a_short_name_is_known_as_it_is_written_alone():
    assert best("Calif.").place.region == "US.CA"
    assert best("Calif").place.region == "US.CA"
    assert find_candidates("la") == ()


def test_a_word_for_people_is_marked():
    assert best("Texan").people
    assert not best("Texas").people


@pytest.mark.parametrize(
    ("name", "region"),
    [("City of Boston", "US.MA"), ("downtown Chicago", "US.IL"), ("Dallas Airport", "US.TX")],
)
def test_a_place_is_found_in_a_longer_name(name, region):
    assert best(name).place.region == region


def test_a_place_in_a_longer_name_is_not_the_whole():
    assert not best("Dallas Airport").whole
    assert best("Dallas").whole


@pytest.mark.parametrize(
    "name", ["West Side", "the West", "South", "Court", "x", "", "of", "a" * 1000]
)
def test_other_words_are_no_places(name):
    assert find_candidates(name) == ()


@pytest.mark.parametrize("name", ["Kestrel Hospital", "Lake Kestrel", "Orchard Street"])
def test_buildings_streets_and_waters_are_told(name):
    assert is_facility(name)


@pytest.mark.parametrize("name", ["Hospital", "Paris", "", "Hospital Kestrel"])
def test_other_names_are_none_of_these(name):
    assert not is_facility(name)
