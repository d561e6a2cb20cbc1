"""Nothing invisible acts, nothing is cut inside a word."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.painting.visible_text import show_plainly, strip_marks, wrap_short


@given(st.text())
def test_plain_text_is_one_line_without_controls(text: str) -> None:
    plain = show_plainly(text)
    assert "\n" not in plain
    assert not any(unicodedata.category(one) in ("Cc", "Cs") for one in plain)


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\x1b", "\x9b", "\ud800"])
def test_a_character_that_acts_unseen_is_spelt_out(character: str) -> None:
    assert show_plainly(f"a{character}b") == f"a⟨U+{ord(character):04X}⟩b"


@given(st.lists(st.text("abc,-", min_size=1, max_size=12), min_size=1), st.integers(1, 4))
def test_a_shortened_text_is_whole_words_of_it(words: list[str], lines: int) -> None:
    shown = wrap_short(" ".join(words), 14, lines)
    assert len(shown.split("\n")) <= lines
    kept = shown.removesuffix("…").split()
    assert kept == words[: len(kept)]


def test_a_shortened_quotation_is_closed() -> None:
    assert wrap_short("“one two three four", 9, 1, closing="”") == "“one …”"


def test_a_text_that_fits_is_left_alone() -> None:
    assert wrap_short("“one two", 9, 1, closing="”") == "“one two”"


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("“We act on what reaches us,”", "We act on what reaches us"),
        ("'Never.'", "Never."),
        ("“First” and “second”", "“First” and “second”"),
        ("no marks", "no marks"),
        ("“", "“"),
        ("", ""),
    ],
)
def test_only_a_pair_around_the_whole_is_taken_off(text: str, bare: str) -> None:
    assert strip_marks(text) == bare
