from onrecord.stories.assertions.claims import read_claim
from onrecord.stories.assertions.coverage import measure_coverage
from onrecord.stories.assertions.likeness import ASSERTING, match_sentence
from onrecord.stories.assertions.telling_index import TellingIndex
from tests.stories.claim_pages import reading


def features(claim, sentence):
    index = TellingIndex((reading(sentence),))
    words = read_claim(claim)
    match = match_sentence(words, index, measure_coverage(words, index), 0, 0.0)
    return dict(zip(ASSERTING, match.features.tolist(), strict=True)), match


def test_a_sentence_with_another_number_tells_another_value():
    assert features("Three cracks were found.", "Four cracks were found.")[1].agreed == 0
    assert features("Three cracks were found.", "Three cracks were found.")[1].agreed == 1


def test_another_day_is_missed():
    found, _ = features("The bridge closed in May.", "The bridge closed in June.")
    assert found["days"] == 1


def test_another_name_is_missed():
    found, _ = features("The mayor met Dara Quill.", "The mayor met Anselm Riis.")
    assert found["names"] == 1


def test_a_negated_sentence_is_told_from_one_that_is_not():
    plain, _ = features("The guard was warned.", "The guard was warned.")
    negated, _ = features("The guard was warned.", "The guard was not warned.")
    assert plain["negated"] == 0
    assert negated["negated"] == 1


def test_a_negated_claim_is_met_by_a_negated_sentence():
    found, _ = features("The guard was not warned.", "The guard was not warned.")
    assert found["negated"] < 0.01


def test_may_is_weaker_than_is():
    found, _ = features("The port is closed.", "The port may be closed.")
    assert found["modal"] == 1
