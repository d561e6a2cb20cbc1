import pytest

from onrecord.stories.assertions.claims import check_claim, read_claim, search_words


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-claim"),
        ("  \n ", "empty-claim"),
        ("valve", "claim-too-short"),
        ("the the of", "claim-too-short"),
        ("Did the thieves use a key?", "claim-is-a-question"),
        ("The bridge was closed. " * 100, "claim-too-long"),
    ],
)
def test_what_cannot_be_asked_says_why_and_what_to_do(text, code):
    issue = check_claim(text)
    assert issue is not None
    assert issue.code == code
    assert ":" in issue.message


def test_a_sentence_can_be_asked():
    assert check_claim("The thieves used a key.") is None


def test_names_are_told_by_capitals_but_not_of_the_first_word():
    terms = {one.lemma: one.name for one in read_claim("Inspectors warned Halden in May.").terms}
    assert terms["halden"] is True
    assert terms["warn"] is False
    assert terms["inspector"] is None


def test_a_claim_in_small_letters_tells_no_names():
    assert all(one.name is None for one in read_claim("quill closed the port of veld").terms)


def test_a_day_is_no_number():
    claim = read_claim("The port was closed on 9 March.")
    assert claim.quantities == ()
    assert {one.lemma for one in claim.terms if one.day} >= {"9", "march"}


def test_a_claim_that_negates_says_so():
    assert any(one.negated for one in read_claim("The guard was not warned.").terms)


def test_pages_are_searched_by_the_words_of_matter_and_by_the_numbers():
    words = search_words("The harbour of Port Ennis was closed for three days.")
    written = ["harbour", "Port", "Ennis", "closed", "three", "days"]
    assert [one for _, one in words] == written
    assert words[3] == ("close", "closed")
