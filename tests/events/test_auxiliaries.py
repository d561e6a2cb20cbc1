"""What stands before a verb and belongs to it."""

from __future__ import annotations

from onrecord.events.auxiliaries import Auxiliaries, has_negative_subject, read_auxiliaries
from tests.events.samples import WORDINGS, sentence_of


def read(text: str, word: str) -> Auxiliaries:
    sentence = sentence_of(text)
    return read_auxiliaries(sentence, sentence.words.index(word), WORDINGS)


def test_a_modal_is_found_past_adverbs() -> None:
    assert read("They will certainly attack", "attack").modal == "planned"


def test_a_negation_is_found() -> None:
    assert read("They have not yet attacked", "attacked").negated
    assert read("They won't attack", "attack").negated


def test_no_longer_is_a_negation() -> None:
    assert read("They no longer attack", "attack").negated


def test_might_not_leaves_it_open() -> None:
    found = read("They might not attack", "attack")
    assert (found.modal, found.negated) == ("possible", False)


def test_the_place_of_to_is_given() -> None:
    assert read("They plan to attack", "attack").infinitive == 2


def test_a_modal_is_shared_with_the_second_verb() -> None:
    assert read("They will capture the port and attack", "attack").modal == "planned"


def test_a_modal_is_shared_with_the_second_participle() -> None:
    assert read("They would be captured and shot", "shot").modal == "conditional"


def test_a_new_subject_shares_no_modal() -> None:
    assert read("They will run and he attacks", "attacks").modal == ""


def test_a_question_turns_subject_and_verb() -> None:
    assert read("Did they attack", "attack").inverted


def test_nearly_is_not_quite() -> None:
    assert read("They nearly attacked", "attacked").almost


def test_hearsay_is_kept() -> None:
    assert read("They reportedly attacked", "attacked").hearsay == "reported"


def test_nobody_is_a_negative_subject() -> None:
    sentence = sentence_of("No soldier was killed")
    assert has_negative_subject(sentence, 2, WORDINGS)
    assert not has_negative_subject(sentence_of("A soldier was killed"), 2, WORDINGS)
