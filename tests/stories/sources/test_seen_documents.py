import pytest

from onrecord.stories.sources.observations import Place
from onrecord.stories.sources.seen_documents import find_document
from tests.stories.sourced_pages import WORDS, find, sourced, together


def seen(text, words=""):
    page = sourced("Tarn Lantern", text)
    pages = together(page)
    place = pages.sentence(page.article.id, find(text, words or text[:10]))
    return find_document(Place(page.article.id, place), pages, WORDS)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The weir is cracked, according to an internal survey seen by the Lantern.",
            "internal survey",
        ),
        ("The sick list, likewise shown to this newspaper, runs to 23 names.", "sick list"),
        (
            "A four-page draft agreement, a copy of which was reviewed by the Lantern, says so.",
            "four-page draft agreement",
        ),
        (
            "In a letter of 7 May, of which the Lantern has a copy, the board asks him to go.",
            "letter",
        ),
        (
            "A presentation for the board, which our newsroom was able to see, gives the figure.",
            "presentation",
        ),
        ("Tarn Lantern has obtained the maintenance log.", "maintenance log"),
    ],
)
def test_a_document_that_the_outlet_has_before_it(text, name):
    assert seen(text).name == name


def test_the_sentence_behind_goes_on_about_the_document():
    text = "The Lantern has seen the receipt of the bank. It names the buyer and the sum."
    assert seen(text, "It names").name == "receipt"


def test_a_document_that_is_only_spoken_of_is_none():
    assert seen("The report will be published in May, the mayor said.") is None


def test_somebody_who_saw_a_document_is_not_the_outlet():
    assert seen("The mayor has seen the report and did not like it.") is None
