from __future__ import annotations

import pytest

from onrecord.record import Span
from onrecord.statements.stances import stance_of
from tests.statements.words import LEXICON


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said", "states"),
        ("told", "states"),
        ("claimed", "claims"),
        ("denied", "denies"),
        ("warned", "warns"),
        ("threatened to", "threatens"),
        ("promised", "promises"),
        ("ordered", "orders"),
        ("asked", "asks"),
        ("believes", "believes"),
        ("accused", "accuses"),
        ("praised", "praises"),
        ("criticised", "criticises"),
    ],
)
def test_a_cue_gives_its_speaker_a_stand(cue: str, stance: str) -> None:
    assert stance_of(cue, Span(0, len(cue)), LEXICON) == stance
    assert stance_of(cue.upper(), Span(0, len(cue)), LEXICON) == stance


def test_a_stance_is_a_whole_word() -> None:
    assert stance_of("undenied", Span(0, 8), LEXICON) == "states"


def test_without_a_cue_something_is_stated() -> None:
    assert stance_of("anything", None, LEXICON) == "states"
