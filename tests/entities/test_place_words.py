import pytest

from onrecord import languages
from onrecord.entities.place_words import load_place_words, without_article

WORDS = load_place_words("en")


def test_a_language_without_geography_is_refused():
    with pytest.raises(LookupError):
        load_place_words("xx")


def test_georgia_is_a_state_and_a_country():
    assert {place.level for place in WORDS.written["Georgia"]} == {"region", "country"}


def test_england_is_no_other_name_of_the_united_kingdom():
    assert [place.region for place in WORDS.written["England"]] == ["GB.ENG"]


def test_every_region_of_the_table_is_in_the_gazetteer():
    table = languages.load("en", "geography")
    for one in table["regions"]:
        assert one["name"] in {place.name for place in WORDS.written[one["name"]]}


def test_every_city_of_the_table_is_in_the_gazetteer():
    for one in languages.load("en", "geography")["cities"]:
        assert any(place.level == "city" for place in WORDS.written[one["name"]])


def test_every_country_has_a_point():
    points = languages.load("mul", "countries")["points"]
    assert all(-90 <= lat <= 90 and -180 <= lon <= 180 for lat, lon in points.values())
    for one in languages.load("en", "countries")["countries"]:
        assert len(one["code"]) == 3 or one["code"] in {*points, "EU", "SU"}


@pytest.mark.parametrize(
    ("name", "bare"),
    [("the Hague", "Hague"), ("The Gulf", "Gulf"), ("the", "the"), ("Iran", "Iran")],
)
def test_an_article_is_taken_off(name, bare):
    assert without_article(name, WORDS) == bare
