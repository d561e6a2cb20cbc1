"""Verb or noun?"""

from __future__ import annotations

import pytest

from onrecord.events.forms import is_verb
from onrecord.ontology import load_lexicon
from tests.events.samples import WORDINGS, sentence_of


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Gunmen killed two men", "killed"),
        ("They will strike at dawn", "strike"),
        ("He refused to attack", "attack"),
        ("If Verda attacks Ostian ships", "attacks"),
        ("Police arrest the poet", "arrest"),
        ("The army is shelling the town", "shelling"),
        ("They spoke of killing him", "killing"),
    ],
)
def test_these_are_verbs(text: str, word: str) -> None:
    sentence = sentence_of(text)
    assert is_verb(sentence, sentence.words.index(word), WORDINGS, load_lexicon("en"))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The strike was long", "strike"),
        ("A response to attacks", "attacks"),
        ("The killing of the miller", "killing"),
        ("Two killings in May", "killings"),
        ("The death of the miller", "death"),
        ("Their meeting in Selm", "meeting"),
    ],
)
def test_these_are_nouns(text: str, word: str) -> None:
    sentence = sentence_of(text)
    assert not is_verb(sentence, sentence.words.index(word), WORDINGS, load_lexicon("en"))
