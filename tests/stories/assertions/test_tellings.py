import numpy as np

from onrecord.record import Story
from onrecord.stories.assertions.telling_index import TellingIndex
from onrecord.stories.assertions.tellings import explain_silence, find_in, find_tellings
from tests.stories.claim_pages import reading, with_statement

REPORT = (
    "Divers found three holes in the hull of the Halcyon, the coastguard said on Monday.\n"
    "The ferry had struck a reef off Port Ennis."
)
DENIAL = (
    "Brann Lines on Tuesday denied that there were three holes in the hull of the Halcyon.\n"
    "“That is not true,” a spokesman said.\n"
    "The company declined to comment further."
)
OTHER = "The tax on salt in Kessel will rise by two crowns next year, the treasury said."
CLAIM = "There were three holes in the hull of the Halcyon."


def sides(claim, *texts):
    pages = [reading(text, url=f"https://p.example/{at}") for at, text in enumerate(texts)]
    places = {one.article.id: at for at, one in enumerate(pages)}
    return {(places[one.article], one.side) for one in find_tellings(claim, pages)}


def test_a_page_that_reports_a_claim_asserts_it():
    assert sides(CLAIM, REPORT, OTHER) == {(0, "asserts")}


def test_reporting_a_claim_to_carry_its_denial_is_both():
    assert sides(CLAIM, DENIAL, OTHER) == {(0, "asserts"), (0, "denies")}


def test_another_number_is_another_claim():
    assert sides("There were four holes in the hull of the Halcyon.", REPORT, OTHER) == set()


def test_at_least_three_is_not_asserted_by_three():
    assert sides("There were at least three holes in the hull of the Halcyon.", REPORT) == set()


def test_a_page_on_something_else_says_nothing_of_it():
    assert sides(CLAIM, OTHER) == set()


def test_a_claim_that_nothing_supports_has_no_tellings():
    assert find_tellings("The moon was sold to a Kesseler baker.", (reading(REPORT),)) == ()


def test_what_is_no_claim_has_no_tellings():
    for claim in ("", "Halcyon", "Were there three holes?", "The hull has holes. " * 100):
        assert find_tellings(claim, (reading(REPORT),)) == ()


def test_no_pages_tell_nothing():
    assert find_tellings(CLAIM, ()) == ()


def test_a_telling_lies_in_the_statement_whose_words_it_is():
    content = "Divers found three holes in the hull of the Halcyon"
    page = with_statement(reading(REPORT), "the coastguard", "said", content)
    (telling,) = find_tellings(CLAIM, (page,))
    assert telling.statement == page.statements[0].id
    assert [one.cut(REPORT) for one in telling.spans] == [content]


def test_the_outlets_own_voice_has_no_statement():
    (telling,) = find_tellings(CLAIM, (reading(REPORT),))
    assert telling.statement is None
    assert telling.reason


def test_an_index_answers_as_the_pages_do():
    pages = (reading(REPORT), reading(OTHER))
    assert find_in(CLAIM, TellingIndex(pages)) == find_tellings(CLAIM, pages)


def test_the_same_page_hundreds_of_times_tells_it_on_each():
    pages = [reading(REPORT, url=f"https://p.example/{at}") for at in range(300)]
    assert len({one.article for one in find_tellings(CLAIM, pages)}) == 300


def test_sentences_are_asked_for_their_vectors_as_they_stand():
    asked = []

    def embed(texts):
        asked.extend(texts)
        return np.ones((len(texts), 4), np.float32) / 2

    find_tellings(CLAIM, (reading(REPORT),), embed=embed)
    assert CLAIM in asked
    assert "The ferry had struck a reef off Port Ennis." in asked


def test_the_contrary_is_another_claim():
    assert sides("There were not three holes in the hull of the Halcyon.", REPORT, OTHER) == set()


def test_somebody_elses_name_is_another_claim():
    assert sides("There were three holes in the hull of the Kessel.", REPORT, OTHER) == set()


def test_a_page_that_leaves_the_name_out_counts_beside_one_that_has_it():
    short = "Divers found three holes in the hull, the coastguard said."
    assert sides(CLAIM, REPORT, short) >= {(0, "asserts"), (1, "asserts")}
    assert sides(CLAIM, short) == set()


def test_silence_says_which_words_no_page_has():
    issue = explain_silence(
        "The moon was sold to a Kesseler baker.", TellingIndex((reading(OTHER),))
    )
    assert issue.code == "no-telling"
    assert "moon" in issue.message
    assert "salt" not in issue.message


def test_silence_about_no_claim_says_what_a_claim_is():
    assert explain_silence("salt", TellingIndex((reading(OTHER),))).code == "claim-too-short"


def test_silence_of_no_pages_says_so():
    assert "no pages" in explain_silence(CLAIM, TellingIndex(())).message


def test_a_claim_that_denies_something_is_not_told_by_who_says_it():
    claim = "Divers did not find three holes in the hull of the Halcyon."
    assert (0, "asserts") not in sides(claim, REPORT, OTHER)


def test_another_event_with_the_same_words_is_not_meant():
    elsewhere = "Divers found three men at the port of Sund, the police said."
    pages = [
        reading(REPORT, url="https://p.example/1"),
        reading(elsewhere, url="https://p.example/2"),
    ]
    stories = [Story("a", (pages[0].article.id,)), Story("b", (pages[1].article.id,))]
    found = find_in("Divers found three holes in a hull.", TellingIndex(pages, stories))
    assert {one.article for one in found} == {pages[0].article.id}
