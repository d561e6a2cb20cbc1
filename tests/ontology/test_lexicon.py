"""The words that tell of events, and where they are found in a sentence."""

from __future__ import annotations

import pytest

from onrecord.ontology import Family, Match, load_lemmatiser, load_lexicon

LEXICON = load_lexicon("en")


def matches(text: str) -> list[tuple[str, Match]]:
    words = text.lower().split()
    lemmas = [load_lemmatiser("en").lemma(word) for word in words]
    return [(" ".join(words[one.first : one.reach]), one) for one in LEXICON.matches(words, lemmas)]


def test_the_longest_entry_is_found() -> None:
    [(words, match)] = matches("an air strike")
    assert words == "air strike"
    assert [sense.family.modes for sense in match.senses] == [("aerial",)]


def test_a_phrase_is_found_in_all_its_forms() -> None:
    assert [words for words, _ in matches("they took to the streets")] == ["took to the streets"]


def test_an_exact_entry_is_no_other_form() -> None:
    [(_, downing)] = matches("the downing")
    assert downing.strong
    assert matches("he sat down") == []


def test_a_word_of_several_families_has_all_senses() -> None:
    [(_, match)] = matches("strike")
    assert {sense.family.type for sense in match.senses} == {"ASSAULT", "PROTEST"}
    assert not match.strong


def test_means_tell_the_mode() -> None:
    assert LEXICON.modes_in("ASSAULT", ["by", "a", "drone"]) == ("drone",)
    assert LEXICON.modes_in("AGREE", ["by", "a", "drone"]) == ()


def test_every_type_has_words() -> None:
    senses = [sense for found in LEXICON.entries.values() for _, sense in found if sense]
    types = {sense.family.type for sense in senses}
    assert len(types) == 16


def test_a_family_with_a_strange_mode_is_refused() -> None:
    with pytest.raises(ValueError, match="no mode"):
        Family("greet", "AGREE", "talks", ("drone",))


def test_a_family_with_a_strange_type_is_refused() -> None:
    with pytest.raises(ValueError, match="no event type GREET"):
        Family("greet", "GREET", "talks")


def test_a_gap_stands_for_a_few_words() -> None:
    [(words, match)] = matches("they lifted their long standing sanctions")
    assert words == "lifted their long standing sanctions"
    assert (match.first, match.end, match.reach) == (1, 2, 6)
    assert match.senses[0].family.type == "CONCEDE"


def test_a_gap_ends_at_a_comma() -> None:
    assert [words for words, _ in matches("they lifted it , then sanctions")] == [
        "lifted",
        "sanctions",
    ]


def test_an_idle_phrase_has_no_senses() -> None:
    [(words, match)] = matches("it took place")
    assert (words, match.senses, match.strong) == ("took place", (), False)
