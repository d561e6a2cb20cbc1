import pytest

from onrecord.record import Span
from onrecord.stories.sources.observations import Place, find_observation
from tests.stories.sourced_pages import WORDS, Said, sourced, together


def observed(text, *said, outlet="Lake Herald"):
    page = sourced(outlet, text, *said)
    statement = page.statements[0] if page.statements else None
    return find_observation(
        Place(page.article.id, Span(0, len(text)), statement), together(page), WORDS
    )


@pytest.mark.parametrize(
    "text",
    [
        "The Herald counted 340 people at half past twelve.",
        "A Herald reporter counted 31 people in the tent.",
        "From the pilot boat we saw a film of oil behind the ship.",
        "Walking along the edge, this reporter counted eight houses without a roof.",
        "Lake Herald was able to buy two of the recalled cheeses on Tuesday.",
    ],
)
def test_what_the_outlets_reporters_saw_is_an_observation(text):
    assert observed(text).name == "reporter of Lake Herald"


@pytest.mark.parametrize(
    "text",
    [
        "The fire brigade counted 12 people at the gate.",
        "The union said that it had counted the names.",
        "“We counted them in one night,” the union's president said.",
        "The Herald has seen the report of the inspectors.",
    ],
)
def test_what_others_counted_or_a_document_says_is_none(text):
    assert observed(text) is None


def test_reporters_of_an_outlet_named_before_are_that_outlets():
    other = sourced("Radio Skerry", "A film of oil lies behind the ship.", day=2)
    text = "Radio Skerry had reported that its journalists saw a film of oil."
    page = sourced("Varn News", text)
    place = Place(page.article.id, Span(0, len(text)))
    assert find_observation(place, together(page, other), WORDS).outlet == "Radio Skerry"


def test_a_quotation_is_nobodys_observation_but_the_speakers():
    said = Said("“We saw smoke over the harbour,”", "said", "Odo Flint")
    assert observed("“We saw smoke over the harbour,” Odo Flint said.", said) is None
