import pytest

from onrecord.entities.place_hits import find_hits, find_surnames
from onrecord.entities.place_words import load_place_words

WORDS = load_place_words("en")


def names(text):
    return [hit.name for hit in find_hits(text, "en")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("New York and Boston", ["New York", "Boston"]),
        ("Winston-Salem", ["Winston-Salem"]),
        ("the Israeli-Egyptian border", ["Israeli", "Egyptian"]),
        ("St. Louis, Mo., is", ["St. Louis", "Mo."]),
        ("in Iran. They", ["Iran"]),
        ("The Oxford team", ["Oxford"]),
        ("Boston’s mayor", ["Boston"]),
        ("boston", []),
    ],
)
def test_the_longest_names_are_found(text, found):
    assert names(text) == found


def test_what_stands_beside_a_name_is_told():
    (hit,) = find_hits("He left northern Iraq Monday.", "en")
    assert (hit.before, hit.after, hit.starts, hit.joined) == ("northern", "Monday", False, False)
    (hit,) = find_hits("“Iraq answered.”", "en")
    assert (hit.before, hit.after, hit.starts) == ("", "", True)


def test_a_word_of_a_double_name_is_joined():
    (hit,) = find_hits("He sold Paris-Brest cakes.", "en")[:1]
    assert hit.joined or hit.name == "Paris-Brest"


def test_words_behind_titles_and_first_names_are_surnames():
    found = find_surnames("They met Mr. Houston and Orin Jackson in East Austin.", WORDS, "en")
    assert {"Houston", "Jackson"} <= found
    assert "Austin" not in found
