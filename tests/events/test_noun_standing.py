"""The standing of events that are nouns."""

from __future__ import annotations

import pytest

from onrecord.events.noun_standing import noun_standing
from onrecord.events.standing import Standing
from tests.events.samples import WORDINGS, sentence_of


def standing(text: str, word: str) -> Standing:
    sentence = sentence_of(text)
    at = sentence.words.index(word)
    return noun_standing(sentence, at, at + 1, WORDINGS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid shook the town", "actual"),
        ("A planned raid", "planned"),
        ("Any raid", "hypothetical"),
        ("There was no raid", "negated"),
        ("It was not a raid", "negated"),
        ("An aborted raid", "abandoned"),
        ("They called off the raid", "abandoned"),
        ("Fears of a raid", "hypothetical"),
        ("Preparations by the army for a raid", "planned"),
        ("The raid was called off", "abandoned"),
        ("The raid, planned for May", "planned"),
        ("The raid never happened", "negated"),
        ("The raid will go ahead", "planned"),
        ("The raid could spark a war", "actual"),
        ("The raid has not been forgotten", "actual"),
        ("They failed to prevent the raid", "actual"),
    ],
)
def test_the_words_around_a_noun_decide(text: str, expected: str) -> None:
    assert standing(text, "raid").status == expected


def test_what_follows_after_is_taken_as_known() -> None:
    found = standing("They plan to leave after the raid", "raid")
    assert (found.status, found.presupposed) == ("actual", True)


def test_what_has_killed_is_a_fact() -> None:
    assert standing("He approved the raid that killed Vell", "raid").presupposed


def test_an_alleged_raid_is_claimed() -> None:
    assert standing("The alleged raid", "raid").hedge == "claimed"
