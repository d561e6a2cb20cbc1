"""Passages: at most a paragraph each, and every word is answered for once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.passages import Passage, divide, find_quotations, find_words
from onrecord.passages.passages import MAX_WORDS
from onrecord.record import Span
from tests.passages.test_quotations import paragraphs_of


def passages_of(text: str) -> tuple[Passage, ...]:
    paragraphs = paragraphs_of(text)
    return divide(text, paragraphs, find_quotations(text, paragraphs))


def places(text: str) -> list[tuple[str, int]]:
    (passage,) = passages_of(text)
    return [
        (word.cut(text), quoted) for word, quoted in zip(passage.words, passage.quoted, strict=True)
    ]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 400), min_size=1, max_size=5))
def test_every_word_is_in_exactly_one_core(lengths: list[int]) -> None:
    text = "\n".join(" ".join(["word"] * length) for length in lengths)
    passages = passages_of(text)
    answered = [one.words[number] for one in passages for number in one.core]
    assert answered == list(find_words(text))


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 1000))
def test_no_passage_is_longer_than_the_encoder_looks(length: int) -> None:
    for passage in passages_of(" ".join(["word"] * length)):
        assert len(passage.words) <= MAX_WORDS
        assert len(passage.words) == len(passage.quoted)
        assert passage.span == Span(passage.words[0].start, passage.words[-1].end)
        assert passage.core.stop <= len(passage.words)


def test_a_short_paragraph_is_one_passage() -> None:
    first, second = passages_of("One two.\n\nThree.")
    assert first.span == Span(0, 8)
    assert second.core == range(2)


def test_a_paragraph_without_words_makes_no_passage() -> None:
    assert divide("  x", (Span(0, 2), Span(2, 3)), ())[0].span == Span(2, 3)


def test_each_word_knows_where_it_stands_in_quotation_marks() -> None:
    assert places("He “said ‘no’” so") == [
        ("He", 0),
        ("“", 3),
        ("said", 1),
        ("‘", 3),
        ("no", 2),
        ("’", 3),
        ("”", 3),
        ("so", 0),
    ]


def test_a_quotation_that_stays_open_ends_with_its_paragraph() -> None:
    text = "“We left\nand"
    first, second = passages_of(text)
    assert (first.quoted, second.quoted) == ((3, 1, 1), (0,))


def test_a_long_quotation_is_known_in_every_window() -> None:
    text = "“" + " ".join(["word"] * 300) + "” she"
    for passage in passages_of(text)[1:-1]:
        assert set(passage.quoted) == {1}
