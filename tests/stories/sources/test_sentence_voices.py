import time

import pytest

from onrecord.stories.sources.observations import Place
from onrecord.stories.sources.sentence_voices import find_claimant, find_voice
from tests.stories.sourced_pages import WORDS, find, sourced, together


def voice(text, words="", finder=find_voice):
    page = sourced("Tarn Lantern", text)
    pages = together(page)
    place = pages.sentence(page.article.id, find(text, words or text[:8]))
    return finder(Place(page.article.id, place), pages, WORDS)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The weir is cracked, two members of the crew have told the Lantern.",
            "two members of the crew",
        ),
        (
            "He will go on Sunday, the Lantern has learned from three people on the board.",
            "three people on the board",
        ),
        ("The weir leaks, the water board admitted on Sunday.", "water board"),
        ("The cabin crew union spoke of 600.", "cabin crew union"),
    ],
)
def test_the_sentence_says_whose_words_it_is(text, name):
    assert voice(text).name == name


def test_a_sentence_that_looks_back_gives_the_source_of_the_one_before():
    text = "The captain had not slept for a day. This is what two sailors have told the Lantern."
    assert voice(text, "The captain").name == "two sailors"


def test_a_plain_sentence_has_no_voice():
    assert voice("The weir at Ostrel was built in 1911 and is cracked.") is None


def test_words_in_quotation_marks_tell_nobody_elses_words():
    assert voice("“They told us that the weir is cracked.”") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ekrem took issue with the coastguard's figure of 231.", "coastguard"),
        ("She rejected the account of a former employee, Colm Rudge, in full.", "Colm Rudge"),
    ],
)
def test_a_figure_or_account_has_an_owner(text, name):
    assert voice(text, finder=find_claimant).name == name


def test_a_sentence_of_many_words_takes_no_long_time():
    text = "the weir and the board and " * 800 + "told"
    before = time.perf_counter()
    voice(text)
    assert time.perf_counter() - before < 5
