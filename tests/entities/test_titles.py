"""Roles beside a name."""

from __future__ import annotations

import pytest

from evaluation.marked_text import read_marks
from onrecord.entities.labels import read_names
from onrecord.entities.titles import head_of, is_past, read_roles
from tests.entities.made import LEXICON


def roles_of(marked: str) -> list[str]:
    text, labels = read_marks(marked)
    name = next(one for one in read_names(text, labels.names, LEXICON) if one.label == "PER")
    return [role.cut(text) for role in read_roles(text, name, LEXICON).roles]


@pytest.mark.parametrize(
    ("marked", "role"),
    [
        ("the water commissioner [Latha Iyer/PER] said", "water commissioner"),
        ("Maj. Gen. [Latha Iyer/PER] said", "Maj. Gen."),
        ("US Supreme Court Justice [Latha Iyer/PER] said", "US Supreme Court Justice"),
        ("Iran's foreign minister [Latha Iyer/PER] said", "Iran's foreign minister"),
        ("hedge-fund manager [Latha Iyer/PER] said", "hedge-fund manager"),
        ("under then Vice President [Latha Iyer/PER], it", "then Vice President"),
        ("It broke. Then Vice President [Latha Iyer/PER] said", "Vice President"),
        ("former secretary of defense [Latha Iyer/PER] said", "former secretary of defense"),
        ("[Latha Iyer/PER], a glaciologist at Tarn, said", "glaciologist at Tarn"),
        ("[Latha Iyer/PER] (D-Tarn), head of the caucus, said", "head of the caucus"),
        ("[Latha Iyer/PER], the US envoy to Iraq. Later", "US envoy to Iraq"),
        ("The mayor of Rivo, [Latha Iyer/PER], said", "mayor of Rivo"),
        ("Its founder, [Latha Iyer/PER], said", "founder"),
    ],
)
def test_a_role_stands_beside_its_name(marked: str, role: str) -> None:
    assert roles_of(marked) == [role]


@pytest.mark.parametrize(
    "marked",
    [
        "Mr. [Latha Iyer/PER] said",
        "his rival [Latha Iyer/PER] said",
        "She was secretary of state. [Latha Iyer/PER] is not",
        "[Latha Iyer/PER], who left, said",
        "[Latha Iyer/PER], the day after, said",
        "It gets under [Latha Iyer/PER]’s skin",
        "They met [Latha Iyer/PER]",
    ],
)
def test_what_is_no_role_is_left_out(marked: str) -> None:
    assert roles_of(marked) == []


def test_the_head_of_a_role_is_its_noun() -> None:
    assert head_of("US ambassador to Iraq", LEXICON) == "ambassador"
    assert head_of("Secretary of State", LEXICON) == "secretary"


def test_a_role_that_is_over_says_so() -> None:
    assert is_past("Former President", LEXICON)
    assert is_past("ex-president", LEXICON)
    assert not is_past("President", LEXICON)
