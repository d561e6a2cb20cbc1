from onrecord.record import SourceLink
from onrecord.stories.sources.hands import reread
from onrecord.stories.sources.observations import Place
from tests.stories.sourced_pages import WORDS, find, sourced, together


def read_again(text, words, name, kind):
    page = sourced("Tarn Lantern", text)
    link = SourceLink(name, kind, span=find(text, words))
    place = Place(page.article.id, find(text, text))
    return reread(link, place, together(page), WORDS)


def test_a_body_described_otherwise_is_another_of_its_kind():
    text = "Four men died, the defence ministry in Ardo said."
    found = read_again(
        text, "the defence ministry in Ardo", "Foreign Ministry of Brel", "organisation"
    )
    assert found.name == "defence ministry"


def test_a_body_that_is_only_called_by_its_kind_is_the_one_before():
    text = "Four men died, the ministry said."
    found = read_again(text, "the ministry", "Foreign Ministry of Brel", "organisation")
    assert found.name == "Foreign Ministry of Brel"
