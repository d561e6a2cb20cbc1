import pytest

from onrecord.entities.places import country_of, resolve_places
from onrecord.record import Place, Span


def mentions_of(text, *names):
    """All places in ``text`` where each of ``names`` stands."""
    found = []
    for name in names:
        starts = [at for at in range(len(text)) if text.startswith(name, at)]
        found.append(tuple(Span(at, at + len(name)) for at in starts))
    return tuple(found)


def resolve(text, *names, **options):
    return resolve_places(text, mentions_of(text, *names), **options)


def only(text, name, *others, **options):
    return resolve(text, name, *others, **options)[0]


def test_paris_alone_is_the_capital_of_france():
    paris = only("The talks went on in Paris.", "Paris")
    assert (paris.country, paris.kind) == ("FR", "city")


def test_paris_comma_texas_is_in_texas():
    paris = only("He was born in Paris, Texas, and left it.", "Paris")
    assert (paris.country, paris.region) == ("US", "Texas")
    assert paris.score > 0.9


@pytest.mark.parametrize("state", ["Tex.", "TX", "Texas"])
def test_short_names_of_states_hold_a_town(state):
    assert only(f"A barn burned in Paris, {state}, on Monday.", "Paris").region == "Texas"


def test_a_state_in_brackets_holds_a_town():
    assert only("She moved to Alexandria (Louisiana) in May.", "Alexandria").region == "Louisiana"


def test_a_town_named_once_with_its_state_is_the_same_all_over():
    text = "Fire in Alexandria. A house in Alexandria, Louisiana, burned. Alexandria is shocked."
    assert only(text, "Alexandria").region == "Louisiana"


def test_paris_among_towns_of_texas_is_in_texas():
    text = "Crews from Paris, Bonham, Clarksville and Mount Pleasant fought the fire."
    assert only(text, "Paris", "Bonham", "Clarksville", "Mount Pleasant").region == "Texas"


def test_springfield_beside_illinois_is_in_illinois():
    text = "Lawmakers from all over Illinois came to Springfield."
    assert only(text, "Springfield", "Illinois").region == "Illinois"


def test_a_state_in_the_name_of_a_body_helps_as_well():
    text = "The Ohio Department of Health closed a pool in Dublin."
    assert only(text, "Dublin").region == "Ohio"


def test_the_area_code_of_a_telephone_number_helps_as_well():
    text = "Tickets for the fair in Huntsville are sold at (936) 555-0143."
    assert only(text, "Huntsville").region == "Texas"


def test_the_outlet_s_home_helps_as_well():
    home = Place(44.98, -93.26, 5037649, "Minneapolis", country="US", region="Minnesota")
    text = "The council of Rochester met."
    assert only(text, "Rochester", outlet_place=home).region == "Minnesota"


def test_georgia_beside_atlanta_is_the_state():
    assert only("Georgia will rebuild roads near Atlanta.", "Georgia", "Atlanta").kind == "region"


def test_georgia_beside_tbilisi_is_the_country():
    georgia = only("Georgia will rebuild roads near Tbilisi.", "Georgia", "Tbilisi")
    assert (georgia.kind, georgia.country) == ("country", "GE")


def test_washington_alone_is_the_city():
    washington = only("He flew to Washington on Monday.", "Washington")
    assert (washington.kind, washington.region) == ("city", "District of Columbia")


def test_washington_beside_seattle_and_spokane_is_the_state():
    text = "Rain fell all over Washington, in Seattle and in Spokane."
    assert only(text, "Washington", "Seattle", "Spokane").region == "Washington"


def test_washington_state_is_the_state():
    assert only("Washington state grows apples.", "Washington state").kind == "region"


@pytest.mark.parametrize("name", ["Qwertyville", "Upper Kestria", "the Northern Front"])
def test_a_made_up_town_is_not_known(name):
    assert only(f"They met in {name} on Monday.", name) is None


def test_a_county_is_told_from_those_of_other_states():
    text = "The Madison County sheriff looked for him in Edwardsville and Granite City."
    county = only(text, "Madison County", "Edwardsville", "Granite City")
    assert (county.kind, county.region) == ("region", "Illinois")


def test_a_word_for_people_is_their_country():
    iran = only("An Iranian tanker was stopped.", "Iranian")
    assert (iran.name, iran.kind) == ("Iran", "country")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Middle East", "area"),
        ("the Gulf", "area"),
        ("the Black Sea", "area"),
        ("Europe", "area"),
        ("Darfur", "area"),
    ],
)
def test_seas_and_areas_are_known(name, kind):
    assert only(f"He spoke of {name} again.", name).kind == kind


def test_an_airport_lies_where_the_city_in_its_name_does():
    place = only("It landed at Baghdad International Airport.", "Baghdad International Airport")
    assert (place.country, place.kind) == ("IQ", "facility")
    assert place.lat == pytest.approx(33.3, abs=0.2)


def test_a_hospital_that_nobody_lists_lies_beside_the_town_named():
    text = "He was taken to Kestrel Hospital in Ruston, Louisiana."
    hospital, ruston = resolve(text, "Kestrel Hospital", "Ruston")
    assert (hospital.lat, hospital.lon) == (ruston.lat, ruston.lon)
    assert hospital.kind == "facility"
    assert hospital.score < ruston.score


def test_a_hospital_with_no_town_around_is_not_known():
    assert only("He was taken to Kestrel Hospital.", "Kestrel Hospital") is None


def test_a_part_of_a_city_is_put_in_the_city():
    assert only("A barn burned in East Austin.", "East Austin").region == "Texas"


@pytest.mark.parametrize("name", ["Airport", "the Airport", "Street Bridge", "County Jail"])
def test_a_common_noun_is_no_village_of_that_name(name):
    assert only(f"It happened at {name} on Monday.", name) is None


def test_a_part_of_a_country_is_put_in_the_country():
    assert only("Fighting went on in northern Iraq.", "northern Iraq").country == "IQ"


@pytest.mark.parametrize("name", ["U.S.", "US", "United States", "the United States", "America"])
def test_the_names_of_the_united_states(name):
    assert only(f"It was sent to {name} in May.", name).name == "United States"


def test_the_uk_and_england_are_two():
    assert only("It was sold in the UK.", "UK").kind == "country"
    assert only("It was sold in England.", "England").kind == "region"


def test_shares_are_never_above_one():
    text = "Springfield and Springfield."
    assert 0 < only(text, "Springfield").score <= 1


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Washington", "United States"),
        ("Tehran", "Iran"),
        ("the Kremlin", "Russia"),
        ("Iranian", "Iran"),
        ("Britain", "United Kingdom"),
        ("Ankara", "Turkey"),
    ],
)
def test_who_acts_under_a_name(name, country):
    found = country_of(name)
    assert found is not None
    assert (found.name, found.kind) == (country, "country")


@pytest.mark.parametrize("name", ["Qwertyville", "", "the", "us", "Springfield"])
def test_no_country_acts_under_other_names(name):
    assert country_of(name) is None
