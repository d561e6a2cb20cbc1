"""Words looked up one by one have the pieces that the library gives them in a text."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

import onrecord.encoder
from onrecord.encoder import vocabulary
from onrecord.encoder.vocabulary import Vocabulary
from onrecord.record import ModelError

PATH = Path(str(files(onrecord.encoder))) / "model" / "vocabulary.json"
WHOLE, KNOWN = Tokenizer.from_file(str(PATH)), Vocabulary(PATH)
WORDS = st.text("abyzAßéΩ漢.,“1\u0301\u200b🚢", min_size=1, max_size=12)


@given(st.lists(WORDS, max_size=12))
def test_the_pieces_are_those_of_the_words_in_their_text(words):
    found = KNOWN.look_up(words)
    pieces = [piece for word in found for piece in word.ids]
    text = WHOLE.encode(words, is_pretokenized=True)
    assert [KNOWN.opening, *pieces, KNOWN.closing] == text.ids
    owners = [number for number, word in enumerate(found) for _ in word.ids]
    assert [None, *owners, None] == text.word_ids


def test_a_full_vocabulary_forgets_and_answers_all_the_same(monkeypatch):
    monkeypatch.setattr(vocabulary, "KEPT", 3)
    small = Vocabulary(PATH)
    for words in (["port", "reopens"], ["tanker", "port", "leaves"], ["a", "b", "c", "d", "a"]):
        assert small.look_up(words) == KNOWN.look_up(words)


def test_a_vocabulary_that_is_not_there_or_broken_is_named(tmp_path):
    path = tmp_path / "vocabulary.json"
    with pytest.raises(ModelError, match="missing"):
        Vocabulary(path)
    path.write_text("{")
    with pytest.raises(ModelError, match="cannot be loaded"):
        Vocabulary(path)
