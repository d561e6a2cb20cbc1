"""News media known by list, by their words, and by what is done around them."""

from __future__ import annotations

import pytest

from evaluation.marked_text import read_marks
from onrecord.entities.labels import read_names
from onrecord.entities.names import fold_words
from onrecord.entities.outlets import is_outlet
from tests.entities.made import LEXICON


def judge(marked: str, *, own: str = "") -> bool:
    text, labels = read_marks(marked)
    (name, *_) = read_names(text, labels.names, LEXICON)
    return is_outlet(text, name, fold_words(own), LEXICON)


@pytest.mark.parametrize(
    "marked",
    [
        "the [Northern Star/ORG] sank",
        "[Radio Tarn/ORG] sank",
        "[CNN/ORG] sank",
        "the [Observer/ORG] counted",
        "[Onda Tarn/ORG] reported that",
        "told [Onda Tarn/ORG] that",
        "in an interview with the [Onda/ORG] on Friday",
        "the news site [Onda Tarn/ORG] said",
        "the business daily [Tarn Financial/ORG] said",
        "[Onda/ORG]’s reporter said",
        "the [Onda/ORG] newspaper said",
        "TARN, July 9 ([Onda/ORG]) - A lock leaked",
    ],
)
def test_a_medium_is_known(marked: str) -> None:
    assert judge(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "the [Health Ministry/ORG] reported nine",
        "told the [Coastal Commission/ORG] that",
        "[Onda Tarn/ORG] sank",
        "the [Front/ORG] sank",
    ],
)
def test_another_body_is_no_medium(marked: str) -> None:
    assert not judge(marked)


def test_the_outlet_that_we_read_is_known_by_its_last_word() -> None:
    assert judge("when the [Pilot/ORG] rang", own="Evening Pilot")
    assert not judge("when [Pilot/ORG] rang", own="Evening Pilot")
