import pytest

from onrecord.stories.sources.documents import author_of_data, same_document
from onrecord.stories.sources.origin import Origin
from tests.stories.sourced_pages import WORDS, Said, find, sourced, together

ONE = sourced("Tarn Lantern", "The internal survey and the report of the police speak of a crack.")
TWO = sourced(
    "Marsh Weekly", "A survey, a document and the report of the fire brigade say so.", day=2
)


def document(page, name):
    return Origin(page.article.id, name, "document", True, spans=(find(page.article.text, name),))


@pytest.mark.parametrize("other", ["survey", "document"])
def test_two_descriptions_of_one_document(other):
    pages = together(ONE, TWO)
    assert same_document(document(ONE, "internal survey"), document(TWO, other), pages, WORDS)


def test_documents_of_two_authors_stay_two():
    police, brigade = (
        document(ONE, "report of the police"),
        document(TWO, "report of the fire brigade"),
    )
    assert same_document(police, brigade, together(ONE, TWO), WORDS) == ""


def test_documents_of_two_kinds_stay_two():
    survey, report = document(ONE, "internal survey"), document(TWO, "report of the fire brigade")
    assert same_document(survey, report, together(ONE, TWO), WORDS) == ""


def test_a_bodys_own_data_are_the_body():
    page = sourced(
        "Tarn Lantern",
        "The ice has lost nine metres, according to figures from the Polar Institute.",
        Said("The ice has lost nine metres", "", "Polar Institute", kind="organisation"),
    )
    span = find(page.article.text, "figures")
    origin = Origin(page.article.id, "figures", "document", True, spans=(span,))
    found = author_of_data(origin, together(page), WORDS)
    assert (found.name, found.kind) == ("Polar Institute", "organisation")
