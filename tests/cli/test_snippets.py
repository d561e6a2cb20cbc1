"""The sentence of a time, cut with the time in sight."""

from __future__ import annotations

import time
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.snippets import Snippet, cut_snippets
from onrecord.record import Block, Span
from tests.dated_readings import find, make_dated_reading

ARTICLE = make_dated_reading().article


def cut(span: Span, room: int) -> Snippet:
    return cut_snippets(ARTICLE, (span,), room)[span]


def test_a_short_sentence_is_whole() -> None:
    assert cut(find("55 BC"), 100) == Snippet(
        "The first weir at Ostrel was built in ", "55 BC", ", and the dam in the 1960s."
    )


def test_a_long_sentence_is_cut_at_words_on_both_sides() -> None:
    snippet = cut(find("the ten years"), 80)
    assert snippet.words == "the ten years"
    assert snippet.before == "… the engineers had drawn up over "
    assert snippet.after == " since the last inspection, and …"


def test_the_time_stands_even_where_there_is_no_room() -> None:
    assert cut(find("the ten years"), 5).words == "the ten years"


def test_a_time_outside_every_block_is_shown_alone() -> None:
    article = replace(ARTICLE, blocks=(Block("paragraph", Span(0, 10)),))
    span = find("55 BC")
    assert cut_snippets(article, (span,), 80)[span] == Snippet("", "55 BC", "")


def test_a_megabyte_without_a_full_stop_takes_a_moment() -> None:
    text = "on Friday " * 100_000
    article = replace(ARTICLE, text=text, blocks=(Block("paragraph", Span(0, len(text))),))
    spans = tuple(Span(at * 1000 + 3, at * 1000 + 9) for at in range(1000))
    start = time.process_time()
    cut_snippets(article, spans, 100)
    assert time.process_time() - start < 2


@given(st.text(min_size=1, max_size=60), st.data())
def test_a_snippet_is_short_and_on_one_line(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    article = replace(ARTICLE, text=text, blocks=())
    snippet = cut_snippets(article, (span,), 30)[span]
    whole = snippet.before + snippet.words + snippet.after
    assert "\n" not in whole
    assert len(whole) <= max(30, len(snippet.words)) * 9 + 6
