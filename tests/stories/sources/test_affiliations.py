import pytest

from onrecord.stories.sources.affiliations import find_affiliation, read_office
from onrecord.stories.sources.origin import Origin
from tests.stories.sourced_pages import WORDS, Said, find, sourced, together


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("agency director", "agency"),
        ("head of the Food Board", "Food Board"),
        ("Varn Line's spokeswoman", "Varn Line"),
        ("players' union secretary", "players' union"),
        ("managing director of Brann Dairies", "Brann Dairies"),
        ("director", ""),
        ("its spokesman", ""),
    ],
)
def test_the_body_that_a_title_names(title, body):
    assert read_office(title, WORDS).body == body


@pytest.mark.parametrize("title", ["farmer", "guard", "goalkeeper"])
def test_a_trade_speaks_for_no_body(title):
    assert read_office(title, WORDS) is None


def origin(page, name, title):
    return Origin(
        page.article.id, name, "person", titles=(title,), spans=(find(page.article.text, name),)
    )


def test_a_director_without_a_body_speaks_for_the_body_named_before():
    page = sourced("Tarn Lantern", "The roads agency has denied it. “No,” director Ada Wick said.")
    found = find_affiliation(origin(page, "Ada Wick", "director"), together(page), WORDS)
    assert (found.body, found.sure) == ("agency", False)


def test_whoever_has_left_speaks_for_nobody():
    page = sourced(
        "Tarn Lantern", "The roads agency denies it. Former agency director Ada Wick does not."
    )
    assert (
        find_affiliation(origin(page, "Ada Wick", "Former agency director"), together(page), WORDS)
        is None
    )


def test_somebody_of_a_body_speaks_for_it():
    page = sourced(
        "Tarn Lantern",
        "The weir is closed, Ada Wick of the Canal Trust said.",
        Said("The weir is closed", "said", "Ada Wick"),
        Said("The weir", "", "Canal Trust", kind="organisation"),
    )
    origin = Origin(page.article.id, "Ada Wick", "person")
    found = find_affiliation(origin, together(page), WORDS)
    assert found is not None
    assert found.body == "Canal Trust"
