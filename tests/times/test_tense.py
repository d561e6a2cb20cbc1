import pytest

from onrecord.times.tense import find_tense
from tests.times.samples import GRAMMAR, find


def tense(text):
    found = find(text)
    (one,) = found.times
    return find_tense(found.tokens, one.first, one.end, GRAMMAR)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The pier opened on Friday.", "past"),
        ("The pier was closed on Friday.", "past"),
        ("The pier will open on Friday.", "future"),
        ("The pier is to open on Friday.", "future"),
        ("The pier is closed until Friday.", "future"),
        ("On Friday the pier will open.", "future"),
        ("The pier will be opened on Friday.", "future"),
        ("Pier and crane, Friday", ""),
    ],
)
def test_the_verb_of_the_clause_says_whether_it_was_or_will_be(text, answer):
    assert tense(text) == answer


def test_the_verb_of_another_sentence_says_nothing():
    assert tense("The crane will come. The pier opened on Friday.") == "past"


def test_the_full_stop_of_an_abbreviation_ends_no_sentence():
    assert tense("The pier will be opened by Mr. Dorn on Friday.") == "future"
