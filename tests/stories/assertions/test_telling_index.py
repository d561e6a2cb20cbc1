import numpy as np

from onrecord.stories.assertions import telling_index
from onrecord.stories.assertions.claims import read_claim
from onrecord.stories.assertions.telling_index import TellingIndex, Whole
from tests.stories.claim_pages import reading

PAGES = (
    reading("The port of Veld was closed. A tanker leaked oil.", url="https://a.example/1"),
    reading("Two tugs left Veld. The ceasefire holds.", url="https://b.example/2"),
)


def term(text, lemma):
    return next(one for one in read_claim(text).terms if one.lemma == lemma)


def test_sentences_are_counted_over_all_pages():
    index = TellingIndex(PAGES)
    assert index.starts == [0, 2, 4]
    assert [index.page_of(at) for at in range(4)] == [0, 0, 1, 1]


def test_a_word_is_found_under_its_kin():
    index = TellingIndex(PAGES)
    sentences, _ = index.hold(index.relatives(term("They agreed a truce.", "truce"), "en"))
    assert np.argmax(sentences) == 3


def test_a_rare_word_weighs_more():
    index = TellingIndex(PAGES)
    rare, common = ({"tanker": 1.0}, {"veld": 1.0})
    assert index.weight(rare) > index.weight(common)


def test_what_pages_never_write_small_is_a_name():
    index = TellingIndex(PAGES)
    claim = "veld closed its port"
    assert index.is_name(term(claim, "veld"))
    assert not index.is_name(term(claim, "port"))


def test_numbers_are_found_by_value():
    index = TellingIndex(PAGES)
    assert list(index.sentences_with(read_claim("2 tugs left Veld."))) == [2]


def test_a_page_in_another_language_is_said_to_be_left_out():
    index = TellingIndex((*PAGES, reading("Der Hafen ist zu.", language="xx")))
    assert len(index) == 2
    assert [one.code for one in index.issues] == ["unknown-language"]


def test_a_vector_is_made_once():
    index = TellingIndex(PAGES)
    asked = []

    def embed(texts):
        asked.extend(texts)
        return np.eye(len(texts), 4, dtype=np.float32)

    index.vectors(embed, (0, 1))
    index.vectors(embed, (1, 0))
    assert asked == ["The port of Veld was closed.", "A tanker leaked oil."]


def test_a_page_is_divided_once_and_again_only_where_too_many_were_asked_for_since(monkeypatch):
    divided, divide = [], telling_index.divide_page
    monkeypatch.setattr(
        telling_index, "divide_page", lambda one: divided.append(one.article.text) or divide(one)
    )
    monkeypatch.setattr(telling_index, "KEPT_PAGES", 2)
    texts = [f"The mayor opened bridge {name}." for name in "ABC"]
    index = TellingIndex([reading(one) for one in texts])
    assert divided == texts
    assert index.divided(1).reading.article.text == texts[1]
    index.divided(2)
    assert divided == texts
    index.divided(0)
    index.divided(2)
    assert divided == [*texts, texts[0]]


def test_among_the_nearest_pages_of_many_a_word_weighs_as_among_all():
    many = PAGES + tuple(reading("Nothing of it.", url=f"https://c.example/{n}") for n in range(20))
    near = TellingIndex(PAGES, whole=Whole(len(many))).weight({"tanker": 1.0})
    assert near == TellingIndex(many).weight({"tanker": 1.0})
    assert near > TellingIndex(PAGES).weight({"tanker": 1.0})


def test_a_word_that_more_of_all_pages_have_weighs_less():
    often = TellingIndex(PAGES, whole=Whole(100, (("tanker", 50),)))
    seldom = TellingIndex(PAGES, whole=Whole(100))
    assert often.weight({"tanker": 1.0}) < seldom.weight({"tanker": 1.0})
