from onrecord.record.stories import Story
from onrecord.stories.assertions.discovery import discover_claims
from tests.stories.claim_pages import reading, with_statement

FIRST = "The ferry Halcyon was holed below the water line by a reef.\nThe bar sold tea and beer."
SECOND = "The crew is well.\nA reef holed the ferry Halcyon below the water line on Sunday."
THIRD = "Salt has become dear in Kessel. It was sunny."
DENIAL = (
    "The harbour master was warned about the reef in March, a pilot said.\n"
    "The harbour master denied that he was warned about the reef in March."
)


def discover(*pages):
    return discover_claims(Story("s", tuple(one.article.id for one in pages)), pages)


def test_what_two_pages_say_is_a_claim_in_the_words_of_one():
    pages = (reading(FIRST), reading(SECOND), reading(THIRD))
    claims = discover(*pages)
    assert any("holed" in one for one in claims)
    assert all(any(one[1:-1] in page.article.text for page in pages) for one in claims)


def test_the_same_claim_is_given_once():
    claims = discover(reading(FIRST), reading(SECOND))
    assert len([one for one in claims if "holed" in one]) == 1


def test_what_only_one_page_says_is_no_claim_of_the_story():
    claims = discover(reading(FIRST), reading(SECOND), reading(THIRD))
    assert not any("Salt" in one for one in claims)


def test_what_is_denied_is_a_claim_even_on_one_page():
    content = "The harbour master was warned about the reef in March"
    page = with_statement(reading(DENIAL), "a pilot", "said", content)
    assert f"{content}." in discover(page)


def test_pages_of_other_stories_are_left_out():
    story = Story("s", (reading(FIRST).article.id,))
    assert discover_claims(story, (reading(FIRST), reading(SECOND))) == ()


def test_a_story_without_pages_has_no_claims():
    assert discover_claims(Story("s", ()), ()) == ()


def test_a_pronoun_is_nobody_that_a_claim_is_about():
    text = "She was warned about the reef by pilots."
    other = "She was warned about the reef by pilots at noon."
    assert discover(reading(text), reading(other)) == ()
