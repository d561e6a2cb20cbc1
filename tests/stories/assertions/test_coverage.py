import numpy as np
import pytest

from onrecord.stories.assertions.claims import read_claim
from onrecord.stories.assertions.coverage import measure_coverage
from onrecord.stories.assertions.telling_index import TellingIndex
from tests.stories.claim_pages import reading


def coverage_of(claim, *pages):
    return measure_coverage(read_claim(claim), TellingIndex(pages))


def test_the_weights_of_a_claim_add_up_to_one():
    found = coverage_of("The tanker leaked oil.", reading("The tanker sailed."))
    assert found.weights.sum() == pytest.approx(1)


def test_a_sentence_with_all_words_covers_the_claim():
    found = coverage_of("The tanker leaked oil.", reading("Oil leaked from the tanker."))
    assert found.unit[0] == pytest.approx(1)


def test_the_sentence_before_supplies_what_is_left_out():
    found = coverage_of("The tanker leaked oil.", reading("A tanker ran aground. It leaked oil."))
    assert found.around[1] == pytest.approx(1)
    assert found.unit[1] < 1


def test_another_page_supplies_nothing():
    found = coverage_of("The tanker leaked oil.", reading("A tanker sank."), reading("It leaked."))
    assert found.around[1] == found.unit[1]


def test_no_pages_cover_nothing():
    assert coverage_of("The tanker leaked oil.").unit.shape == (0,)


def test_a_page_without_sentences_is_passed_over():
    found = coverage_of("The tanker leaked oil.", reading(""), reading("Oil leaked."))
    assert found.page.shape == (2,)
    assert np.all(found.page[0] == 0)
