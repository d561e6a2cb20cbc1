"""The words of an article as runs of five, quotations left out."""

from __future__ import annotations

import time

from onrecord.record import Span
from onrecord.stories.copying.shingles import SHINGLE_WORDS, cut_shingles, propose_pairs
from tests.stories.pages import REPORT, page


def test_a_text_of_ten_words_has_six_shingles() -> None:
    assert len(cut_shingles(page("One two three four five six seven eight nine ten")).hashes) == 6


def test_a_text_of_four_words_has_none() -> None:
    assert not len(cut_shingles(page("Four words are few.")).unique)


def test_case_and_punctuation_make_no_difference() -> None:
    one = cut_shingles(page("The ship, he said, had left the harbour."))
    other = cut_shingles(page("THE SHIP he said had left the harbour"))
    assert one.unique.tolist() == other.unique.tolist()


def test_quoted_words_are_left_out() -> None:
    text = "The mayor of Selm spoke. “We will build the bridge again this year,” she said to all."
    words = [span.cut(text) for span in _all_spans(text)]
    assert words
    assert not any("build" in one for one in words)


def test_a_text_that_is_nearly_all_quotation_is_compared_whole() -> None:
    text = "“We will build the bridge again this year, before the first snow of winter,” she said."
    assert any("bridge" in span.cut(text) for span in _all_spans(text))


def _all_spans(text: str) -> list[Span]:
    one = cut_shingles(page(text))
    return list(one.spans_shared_with(one))


def test_shared_words_are_pointed_to_in_the_text() -> None:
    added = f"A new first line stands here.\n{REPORT}"
    spans = cut_shingles(page(added)).spans_shared_with(cut_shingles(page(REPORT)))
    assert [span.cut(added) for span in spans] == [REPORT.rstrip(".")]


def test_the_longest_shared_stretch_is_counted_in_shingles() -> None:
    one = cut_shingles(page("alpha beta gamma delta epsilon zeta eta theta"))
    other = cut_shingles(page("nought alpha beta gamma delta epsilon zeta nought eta theta"))
    assert one.longest_shared_with(other) == 6 - SHINGLE_WORDS + 1


def test_texts_without_shared_words_are_not_proposed() -> None:
    other = page("Farmers in Vell drove four hundred sheep through the market on Friday at noon.")
    assert propose_pairs([cut_shingles(page(REPORT)), cut_shingles(other)], 0.1) == ()


def test_a_set_phrase_in_many_texts_costs_little() -> None:
    phrase = "All rights reserved and nothing of this may be printed elsewhere."
    many = [
        cut_shingles(page(f"{' '.join(f'w{n}x{i}' for i in range(40))}\n{phrase}"))
        for n in range(400)
    ]
    assert len(propose_pairs(many, 0.0)) <= 2 * 400


def test_a_megabyte_without_a_full_stop_is_cut_in_seconds() -> None:
    began = time.perf_counter()
    cut_shingles(page("word " * 200_000))
    assert time.perf_counter() - began < 20
