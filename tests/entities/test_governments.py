"""A government that acts told from the country of the same name."""

from __future__ import annotations

import pytest

from evaluation.marked_text import read_marks
from onrecord.entities.governments import country_named, find_acting
from tests.entities.made import LEXICON


def rules_of(marked: str) -> tuple[str, ...]:
    text, labels = read_marks(marked)
    return find_acting(text, tuple(one.span for one in labels.names), LEXICON)


@pytest.mark.parametrize(
    ("marked", "rule"),
    [
        ("[Tehran/LOC] denied it.", "subject"),
        ("a drone that [Tehran/LOC] claimed violated its airspace", "subject"),
        ("[Iran/LOC] has also strongly rejected it.", "subject"),
        ("if [Tehran/LOC] attacks US assets", "subject"),
        ("blamed by [Washington/LOC] for it", "agent"),
        ("talks with [Ankara/LOC] went on", "dealings"),
        ("airstrikes against [Tehran/LOC] followed", "dealings"),
        ("sanctions on [Iran/LOC] remain", "dealings"),
        ("[Washington/LOC]’s decision", "owner"),
        ("a [US/LOC] response", "owner"),
        ("the government of [Iran/LOC] fell", "owner"),
    ],
)
def test_a_government_acts(marked: str, rule: str) -> None:
    assert rules_of(marked) == (rule,)


@pytest.mark.parametrize(
    "marked",
    [
        "It snowed in [Tehran/LOC].",
        "The minister in [Tehran/LOC] said so.",
        "A train from [Paris/LOC] arrived.",
        "[Iran/LOC]’s coast is long.",
        "a [US/LOC] drone fell",
        "support for [Syria/LOC] in winter",
        "the streets of [Washington/LOC] were empty",
        "[Iran/LOC], tired, denied nothing",
    ],
)
def test_a_country_lies_where_it_is(marked: str) -> None:
    assert rules_of(marked) == ("",)


def test_names_joined_by_and_act_together() -> None:
    assert rules_of("[Washington/LOC] and [Iran/LOC] agreed.") == ("subject", "subject")
    assert rules_of("between [Iran/LOC] and [Iraq/LOC] talks failed") == ("", "")
    assert rules_of("tensions between [Iran/LOC] and the [US/LOC]") == ("dealings", "dealings")


def test_a_country_is_known_by_its_names_and_its_seat() -> None:
    for words in ("Iran", "Tehran", "the Islamic Republic of Iran"):
        country = country_named(words, LEXICON)
        assert country is not None
        assert country.code == "IR"
    assert country_named("Tarn", LEXICON) is None
