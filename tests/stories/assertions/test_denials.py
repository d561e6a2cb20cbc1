from onrecord.stories.assertions.claims import read_claim
from onrecord.stories.assertions.coverage import measure_coverage
from onrecord.stories.assertions.denials import DENYING, find_denial_features
from onrecord.stories.assertions.likeness import match_sentence
from onrecord.stories.assertions.telling_index import TellingIndex
from tests.stories.claim_pages import reading, with_statement


def denials(claim, text, scores):
    index = TellingIndex((reading(text),))
    words = read_claim(claim)
    coverage = measure_coverage(words, index)
    matches = [match_sentence(words, index, coverage, at, 0.0) for at in range(index.starts[1])]
    found = find_denial_features(coverage, matches, scores, index.divided(0))
    return {
        match.sentence.number: dict(zip(DENYING, features.tolist(), strict=True))
        for match, features in found
    }


CLAIM = "The thieves used a key."


def test_a_sentence_that_negates_nothing_is_no_denial():
    assert denials(CLAIM, "The thieves used a key. The museum declined to comment.", [1, 0]) == {}


def test_a_verdict_answers_the_telling_before_it():
    found = denials(CLAIM, "The thieves used a key. That is false. It rained. It rained.", [1] * 4)
    assert found[1]["verdict told"] == 1


def test_an_answer_further_off_is_weaker():
    near = denials(CLAIM, "The thieves used a key. That is false.", [1, 0])
    far = denials(CLAIM, "The thieves used a key. It rained. That is false.", [1, 0, 0])
    assert near[1]["verdict told"] > far[2]["verdict told"] > 0


def test_what_stands_before_the_verb_is_not_what_it_denies():
    behind = denials(CLAIM, "The museum denied that thieves used a key.", [0])
    before = denials(CLAIM, "The museum with the key denied a debt.", [0])
    assert behind[0]["denies unit"] > before[0]["denies unit"] == 0


def test_not_one_negates_the_number():
    found = denials("One crack was found.", "There were three cracks, not one.", [0])
    assert found[0]["number negated"] == 1


def test_another_number_is_not_what_is_called_false():
    same = denials("The ferry had 231 aboard.", "231 aboard is false.", [0])
    other = denials("The ferry had 212 aboard.", "231 aboard is false.", [0])
    assert same[0]["number denied"] == 1
    assert other[0]["number denied"] == 0
    assert other[0]["number other"] == 1


def test_that_figure_points_at_the_telling_before_it():
    found = denials("The ferry had 231 aboard.", "It had 231 aboard. That figure is wrong.", [1, 0])
    assert found[1]["points told"] > 0.8


def test_a_telling_behind_is_not_what_a_verdict_answers():
    found = denials("The ferry had 231 aboard.", "That is wrong. It had 231 aboard.", [0, 1])
    assert found[0]["verdict told"] == 0


def test_what_is_called_wrong_is_a_number_and_the_claim_has_none():
    found = denials(CLAIM, "The thieves used a key. That figure is wrong.", [1, 0])
    assert found[1]["points number"] == 1


def test_a_number_that_is_called_wrong_may_be_the_claims():
    text = "There were three keys. That figure is wrong."
    assert denials("There were three keys.", text, [1, 0])[1]["points number"] == 0


def test_what_a_speaker_holds_against_a_claim_is_not_what_is_denied():
    text = "Korn called the story rubbish. The thieves used a key."
    page = with_statement(reading(text), "Korn", "called", "the story rubbish")
    page = with_statement(page, "Korn", "called", "The thieves used a key")
    index = TellingIndex((page,))
    words = read_claim(CLAIM)
    coverage = measure_coverage(words, index)
    matches = [match_sentence(words, index, coverage, at, 0.0) for at in range(2)]
    found = find_denial_features(coverage, matches, [0, 1], index.divided(0))
    assert dict(zip(DENYING, found[0][1].tolist(), strict=True))["denies told"] == 0


def test_who_says_what_the_claim_denies_affirms_it():
    found = denials("The thieves did not use a key.", "The thieves used a key.", [0])
    assert found[0]["affirms"] > 0
