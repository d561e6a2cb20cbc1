"""The type that the encoder's probabilities and the words choose together."""

from __future__ import annotations

from onrecord.ontology import Sense, choose_type, load_lemmatiser, load_lexicon

NAMES = ("ASSAULT", "YIELD", "AGREE")


def senses_of(word: str) -> tuple[Sense, ...]:
    lemma = load_lemmatiser("en").lemma(word)
    match = load_lexicon("en").match([word], [lemma], 0)
    assert match is not None
    return match.senses


def test_a_sure_encoder_is_believed() -> None:
    coding = choose_type(NAMES, (0.95, 0.03, 0.02), senses_of("agreement"))
    assert coding is not None
    assert coding.type == "ASSAULT"


def test_strong_words_decide_where_the_encoder_wavers() -> None:
    coding = choose_type(NAMES, (0.4, 0.3, 0.3), senses_of("pact"))
    assert coding is not None
    assert coding.type == "AGREE"


def test_the_words_tell_a_concession_from_a_retreat() -> None:
    for word, name in (("apologised", "CONCEDE"), ("ceasefire", "RETREAT")):
        coding = choose_type(NAMES, (0.1, 0.8, 0.1), senses_of(word))
        assert coding is not None
        assert coding.type == name


def test_yielding_without_words_stays_what_it_is() -> None:
    coding = choose_type(NAMES, (0.1, 0.8, 0.1), ())
    assert coding is not None
    assert (coding.type, coding.quad, coding.family) == ("YIELD", 2, None)


def test_words_alone_give_type_and_mode() -> None:
    coding = choose_type((), (), senses_of("beheaded"))
    assert coding is not None
    assert (coding.type, coding.modes, coding.score) == ("ASSAULT", ("execute",), 1.0)


def test_nothing_gives_nothing() -> None:
    assert choose_type((), (), ()) is None
