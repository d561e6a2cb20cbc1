"""Labels set right before they are names."""

from __future__ import annotations

import pytest

from evaluation.marked_text import read_marks
from onrecord.entities.labels import read_names
from tests.entities.made import LEXICON


def names_of(marked: str) -> list[str]:
    text, labels = read_marks(marked)
    return [name.span.cut(text) for name in read_names(text, labels.names, LEXICON)]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("the [Gulf/LOC] of [Tarn/LOC] froze", ["Gulf of Tarn"]),
        ("the [Joint Chiefs/ORG] of [Staff/ORG] met", ["Joint Chiefs of Staff"]),
        ("the port of [Tarn/LOC] and [Rivo/LOC]", ["Tarn", "Rivo"]),
        ("[Ada Bern and Enno Brandt/PER] sang", ["Ada Bern", "Enno Brandt"]),
        ("[Harbour Courier and Radio Tarn/MISC] wrote", ["Harbour Courier", "Radio Tarn"]),
        ("[War and Peace/MISC] is long", ["War and Peace"]),
        ("[Tarn Freight/ORG], Inc., sank", ["Tarn Freight, Inc."]),
        ("al-[Rashem/PER] spoke", ["al-Rashem"]),
        ("[Port Minister Jun Okabe/PER] left", ["Jun Okabe"]),
        ("[Iranian President Hasan Roham/PER] left", ["Hasan Roham"]),
        ("[Vice/PER] President [Hasan Roham/PER] left", ["Hasan Roham"]),
        ("[Martin King/PER] left", ["Martin King"]),
        ("the [Spokeswoman/PER] left", []),
        ("the [Queen/PER] left", ["Queen"]),
        ("figures of the Polar [Institute/ORG] show", ["Polar Institute"]),
        ("[Ada Bern/PER] of the [Institute/ORG] left", ["Ada Bern", "Institute"]),
        ("Tarn’s [Institute/ORG] shut", ["Institute"]),
        ("Chairman [Brandt/PER] Institute [Board/ORG] left", ["Brandt", "Institute Board"]),
        ("[the/PER] left", []),
        ("the [US/LOC] left", ["US"]),
    ],
)
def test_a_label_is_set_right(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names
