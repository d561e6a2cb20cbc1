from onrecord.stories.sources.introductions import name_described
from onrecord.stories.sources.origin import Origin
from tests.stories.sourced_pages import WORDS, Said, find, sourced, together


def described(page, phrase, name):
    return Origin(page.article.id, name, "person", True, spans=(find(page.article.text, phrase),))


def test_a_description_is_named_by_whoever_speaks_next():
    page = sourced(
        "Tarn Lantern",
        "The weir is cracked, a former inspector told the Lantern.\n"
        "Ada Wick said she had reported it.",
        Said("she had reported it", "said", "Ada Wick"),
    )
    found = name_described(
        described(page, "a former inspector", "former inspector"), together(page), WORDS
    )
    assert (found.name, found.unnamed) == ("Ada Wick", False)
    assert "former inspector" in found.titles


def test_a_definite_description_means_the_person_named_before():
    page = sourced(
        "Tarn Lantern",
        "Jost Vik has skimmed his pens all day. “It stinks,” the fish farmer says.",
        Said("“It stinks,”", "says", "the fish farmer", "fish farmer", unnamed=True),
        Said("his pens", "", "Jost Vik"),
    )
    found = name_described(described(page, "the fish farmer", "fish farmer"), together(page), WORDS)
    assert found.name == "Jost Vik"


def test_whoever_asked_not_to_be_named_stays_unnamed():
    page = sourced(
        "Tarn Lantern",
        "The weir is cracked, said an inspector who asked not to be named.\n"
        "Ada Wick said she had no comment.",
        Said("she had no comment", "said", "Ada Wick"),
    )
    found = name_described(described(page, "an inspector", "inspector"), together(page), WORDS)
    assert found.unnamed


def test_one_of_several_is_nobody_in_particular():
    page = sourced(
        "Tarn Lantern",
        "One of the inspectors said so.\nAda Wick said more.",
        Said("more", "said", "Ada Wick"),
    )
    assert name_described(
        described(page, "One of the inspectors", "one of the inspectors"), together(page), WORDS
    ).unnamed


def test_an_insider_is_not_the_spokeswoman_who_speaks_next():
    page = sourced(
        "Tarn Lantern",
        "The pump failed, an insider told the Lantern.\nAda Wick said the pump was sound.",
        Said("the pump was sound", "said", "Ada Wick", title="spokeswoman"),
    )
    origin = described(page, "an insider", "insider")
    assert name_described(origin, together(page), WORDS) is origin


def test_a_title_that_everybody_keeps_speaks_against_no_office():
    page = sourced(
        "Tarn Lantern",
        "Nineteen are ill, its chief executive told the Lantern.\nDr Ada Wick said two came late.",
        Said("two came late", "said", "Ada Wick", title="Dr"),
    )
    origin = described(page, "its chief executive", "its chief executive")
    assert name_described(origin, together(page), WORDS).name == "Ada Wick"
