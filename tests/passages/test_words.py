from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.passages import find_words


def words_of(text: str) -> list[str]:
    return [span.cut(text) for span in find_words(text)]


def test_marks_are_words_of_their_own() -> None:
    assert words_of("“Don’t,” he said.") == ["“", "Don", "’", "t", ",", "”", "he", "said", "."]


def test_letters_of_any_script_and_digits_make_words() -> None:
    assert words_of("Größe 12 Ωmega") == ["Größe", "12", "Ωmega"]


def test_a_part_of_a_text_is_cut_in_coordinates_of_the_whole() -> None:
    assert [(one.start, one.end) for one in find_words("one two three", 4, 7)] == [(4, 7)]


@given(st.text(max_size=80))
def test_words_cover_all_but_white_space_and_lie_apart(text: str) -> None:
    end = 0
    for word in find_words(text):
        assert not text[end : word.start].strip()
        end = word.end
    assert not text[end:].strip()
