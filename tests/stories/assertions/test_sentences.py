from onrecord.stories.assertions.sentences import calendar_words, divide_page
from tests.stories.claim_pages import reading, with_entity, with_time

TEXT = "Dara Quill runs the port of Veld. She closed it on Monday. Was that wise?"


def test_a_pronoun_means_whom_it_stands_for():
    page = divide_page(with_entity(reading(TEXT), "Dara Quill", "Dara Quill", "She"))
    assert {"dara", "quill"} <= page.sentences[1].meant
    assert "quill" not in page.sentences[1].said


def test_a_time_means_its_month_and_day():
    page = divide_page(with_time(reading(TEXT), "Monday", "2031-03-10"))
    assert {"march", "10", "2031"} <= page.sentences[1].meant


def test_five_months_ago_has_only_a_month():
    assert calendar_words("2024-02", "en") == {"2024", "february"}
    assert calendar_words("PAST_REF", "en") == frozenset()


def test_a_question_is_marked():
    assert [one.question for one in divide_page(reading(TEXT)).sentences] == [False, False, True]


def test_a_number_is_no_word_of_matter():
    sentence = divide_page(reading("Twelve boats sank.")).sentences[0]
    assert set(sentence.said) == {"boat", "sink"}
    assert sentence.quantities[0].value == 12
