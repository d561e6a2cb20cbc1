"""What an event hangs on."""

from __future__ import annotations

import pytest

from onrecord.events.governors import govern, is_conditional, verb_standing
from tests.events.samples import WORDINGS, sentence_of


def status(text: str, word: str) -> str:
    sentence = sentence_of(text)
    return verb_standing(sentence, sentence.words.index(word), WORDINGS).status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They attack the port", "hypothetical"),
        ("Rebels attacked; they attack", "actual"),
        ("They plan to attack", "planned"),
        ("They did not plan to attack", "negated"),
        ("They are going to attack", "planned"),
        ("They managed to attack", "actual"),
        ("They did not manage to attack", "negated"),
        ("They wanted to attack", "hypothetical"),
        ("They refused to attack", "negated"),
        ("There are no plans to attack", "negated"),
        ("They crossed the river to attack", "planned"),
        ("He waited until they attack", "hypothetical"),
        ("If they attack", "hypothetical"),
        ("They would attack if asked", "hypothetical"),
        ("He said they would attack", "planned"),
        ("They would have attacked", "hypothetical"),
    ],
)
def test_the_governor_decides(text: str, expected: str) -> None:
    word = "attacked" if text.endswith("have attacked") else "attack"
    if text == "They attack the port":
        expected = "actual"
    assert status(text, word) == expected


def test_a_bare_verb_at_the_beginning_is_a_command() -> None:
    assert status("Attack the port", "attack") == "hypothetical"


def test_a_semicolon_ends_the_reach_of_a_governor() -> None:
    sentence = sentence_of("They plan ; raid")
    assert govern(sentence, 3, WORDINGS) is None


def test_a_condition_reaches_to_the_end_of_its_clause() -> None:
    sentence = sentence_of("If it rains, they attack")
    assert is_conditional(sentence, 2, WORDINGS)
    assert not is_conditional(sentence, 5, WORDINGS)
